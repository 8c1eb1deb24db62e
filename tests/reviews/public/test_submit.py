"""Asking for a check: the form, and what the sender's own page says."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.utils import timezone

from claims.models import Request
from claims.services.requests import decline_request, take_up_request
from reviews.services.answering import answer_requests_with_verdicts
from reviews.services.publishing import retract_publication
from tests.claims.factories import make_user
from tests.reviews.factories import make_publication
from tests.reviews.public.addresses import verdict_of
from tests.reviews.public.forms import STATEMENT, send
from tests.reviews.public.html import complaints
from tests.reviews.public.pages import text_of

pytestmark = pytest.mark.django_db


def sent(client: Client, **values: str) -> tuple[Request, str]:
    address = send(client, "/submit/", STATEMENT | values)["Location"]
    return Request.objects.get(), address


def test_every_public_page_leads_to_the_form(client: Client) -> None:
    assert 'href="/submit/"' in client.get("/").content.decode()
    form = client.get("/submit/")
    assert form["ETag"]
    assert client.get("/submit/", HTTP_IF_NONE_MATCH=form["ETag"]).status_code == HTTPStatus.NOT_MODIFIED


def test_an_address_alone_is_enough_and_gets_its_scheme(client: Client) -> None:
    response = send(client, "/submit/", {"address": "post.example/news/1"})
    assert response.status_code == HTTPStatus.SEE_OTHER
    assert Request.objects.get().address == "https://post.example/news/1"
    assert "https://post.example/news/1" in text_of(client, response["Location"])


def test_nothing_at_all_is_told_at_the_statement(client: Client) -> None:
    page = send(client, "/submit/", {"note": "Please have a look at this."}).content.decode()
    assert 'id="id_statement_error"' in page
    assert "Please have a look at this." in page
    assert not Request.objects.exists()


@pytest.mark.parametrize(
    "statement", ["港口去年处理了两百万个集装箱。", "Порт обработал миллион.", "ท่าเรือปิดแล้วเมื่อวานนี้", "הנמל סגור מאתמול."]
)
def test_a_sentence_of_any_script_is_one(client: Client, statement: str) -> None:
    response = send(client, "/submit/", {"statement": statement})
    assert response.status_code == HTTPStatus.SEE_OTHER
    assert statement in client.get(response["Location"]).content.decode()


def test_line_ends_and_unicode_are_evened_out(client: Client) -> None:
    request, _ = sent(client, statement="Cafe\u0301 prices\r\nrose by half.")
    assert request.statement == "Caf\u00e9 prices\nrose by half."


def test_the_senders_page_follows_the_request_and_hides_what_is_for_the_editors(client: Client) -> None:
    request, address = sent(client, note="My neighbour said so.", seen_at="At the station.", mail="ann@reader.example")
    assert "We have it" in text_of(client, address)
    editor = make_user("editor", "grace-hopper")
    take_up_request(request=request, by=editor)
    assert "We are looking into it" in text_of(client, address)
    decline_request(request=request, by=editor, answer="It is a forecast.")
    page = client.get(address).content.decode()
    assert "We are not checking this" in page
    assert "It is a forecast." in page
    hidden = ("My neighbour", "At the station", "ann@reader", "grace-hopper")
    assert not [text for text in hidden if text in page]


def test_the_verdict_that_came_of_it_is_linked_while_it_is_public(client: Client) -> None:
    publication = make_publication()
    request, address = sent(client)
    take_up_request(request=request, by=make_user(), claim=publication.claim)
    answer_requests_with_verdicts(now=timezone.now())
    page = client.get(address).content.decode()
    assert "It is checked" in page
    assert f'href="{verdict_of(publication)}"' in page
    assert complaints(page) == []
    retract_publication(publication=publication, by=make_user("editor"), was="124", now="131")
    assert client.get(address).status_code == HTTPStatus.OK


def test_what_is_taken_up_and_not_published_shows_nothing_of_its_claim(client: Client) -> None:
    claim = make_publication().claim
    request, address = sent(client)
    take_up_request(request=request, by=make_user(), claim=claim)
    assert claim.wording not in client.get(address).content.decode()
