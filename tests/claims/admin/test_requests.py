"""Requests for a check: taken up or declined, with an answer."""

from http import HTTPStatus

import pytest
from django.contrib.auth.models import User
from django.test import Client

from claims.enums import RequestOrigin, RequestState
from claims.models import Request
from tests.claims.admin.pages import address, take, text_of, told
from tests.claims.factories import make_claim, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_() -> Request:
    return Request.objects.create(origin=RequestOrigin.READER, statement="Were 120 bridges closed?")


def test_it_is_taken_up_with_the_claim_that_came_of_it(client: Client, editor: User, request_: Request) -> None:
    claim = make_claim()
    assert told(client, take(client, request_, "take-up", claim=claim.pk)) == "Taken up."
    request_.refresh_from_db()
    assert (request_.state, request_.claim) == (RequestState.ACCEPTED, claim)


def test_it_is_declined_with_an_answer_once(client: Client, editor: User, request_: Request) -> None:
    assert take(client, request_, "decline", answer=" ").status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert told(client, take(client, request_, "decline", answer="It is a forecast.")) == "Declined and answered."
    assert "was declined and answered before" in told(client, take(client, request_, "take-up"))
    request_.refresh_from_db()
    assert (request_.state, request_.answer) == (RequestState.DECLINED, "It is a forecast.")


def test_a_claim_that_is_not_there_is_told(client: Client, editor: User, request_: Request) -> None:
    assert "There is no claim with this number" in text_of(take(client, request_, "take-up", claim=10**6))


def test_a_reviewer_answers_none(client: Client, request_: Request) -> None:
    client.force_login(make_user("reviewer"))
    assert take(client, request_, "decline", answer="No.").status_code == HTTPStatus.FORBIDDEN
    request_.refresh_from_db()
    assert request_.state == RequestState.RECEIVED


@pytest.mark.parametrize("entered", ["javascript:alert(1)", "javascript://x.example/%0aalert(1)"])
def test_an_address_that_is_not_of_the_web_is_shown_and_not_linked(client: Client, editor: User, entered: str) -> None:
    wish = Request.objects.create(origin=RequestOrigin.READER, statement="Is it so?", address=entered)
    page = client.get(address(wish)).content.decode()
    assert entered in page
    assert 'href="javascript' not in page
