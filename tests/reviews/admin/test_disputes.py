"""Disputes and requests in the admin: who may decide, what is told, what follows."""

from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from claims.enums import RequestState
from claims.services.requests import receive_request
from reviews import tasks
from reviews.enums import DisputeOutcome, DisputeState
from reviews.models import Dispute
from reviews.services.disputes import decide_dispute
from tests.claims.admin.pages import address, take, text_of, told
from tests.claims.factories import make_user
from tests.reviews.factories import make_publication
from tests.reviews.services.test_disputes import GROUNDS, OBJECTION, make_dispute

pytestmark = pytest.mark.django_db

ANSWER = "The register counts repairs."


@pytest.fixture
def editor(client: Client) -> User:
    user = make_user("editor")
    client.force_login(user)
    return user


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker, as if it sat next to us."""
    monkeypatch.setattr(tasks.mail_dispute, "delay", tasks.mail_dispute)
    monkeypatch.setattr(tasks.mail_request, "delay", tasks.mail_request)


def decide(client: Client, dispute: Dispute, **values: Any) -> Any:
    return take(client, dispute, "decide", **({"outcome": "rejected", "answer": ANSWER} | values))


def test_an_editor_reads_considers_and_decides(client: Client, editor: User) -> None:
    dispute = make_dispute(address="https://register.example/1", mail="ann@reader.example")
    page = text_of(client.get(address(dispute)))
    for part in (OBJECTION, GROUNDS, "https://register.example/1", "ann@reader.example", "by their own account"):
        assert part in page
    assert "Being considered" in told(client, take(client, dispute, "consider"))
    assert "Decided and answered" in told(client, decide(client, dispute, is_public="on"))
    dispute.refresh_from_db()
    assert (dispute.state, dispute.decision.decided_by) == (DisputeState.DECIDED, editor)
    assert dispute.decision.is_public
    assert "decided already" in told(client, decide(client, dispute))


def test_the_answer_is_mailed_after_the_commit(
    client: Client, editor: User, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    dispute, request = (
        make_dispute(mail="ann@reader.example"),
        receive_request(statement="It is.", mail="bob@x.example"),
    )
    with django_capture_on_commit_callbacks() as waiting:
        decide(client, dispute)
        take(client, request, "decline", answer="It is a forecast.")
    assert mail.outbox == []
    for ring in waiting:
        ring()
    assert [message.to for message in mail.outbox] == [["ann@reader.example"], ["bob@x.example"]]


def test_an_upheld_dispute_leads_to_what_follows(client: Client, editor: User) -> None:
    dispute = make_dispute()
    assert "what follows stands below" in told(client, decide(client, dispute, outcome="upheld"))
    page = client.get(address(dispute)).content.decode()
    assert f"{address(dispute.publication)}#step-correct" in page
    assert f"{address(dispute.publication.review)}#step-reopen" in page
    other = make_dispute()
    decide(client, other)
    assert "What follows" not in client.get(address(other)).content.decode()


@pytest.mark.parametrize(
    "values", [{"outcome": ""}, {"answer": " "}, {"outcome": "withdrawn", "is_public": "on"}], ids=str
)
def test_what_a_decision_lacks_is_marked(client: Client, editor: User, values: dict[str, str]) -> None:
    dispute = make_dispute()
    response = decide(client, dispute, **values)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "errorlist" in response.content.decode()
    dispute.refresh_from_db()
    assert dispute.state == DisputeState.RECEIVED


@pytest.mark.parametrize("hand", ["author", "approver"])
def test_author_and_approver_are_told_why_they_do_not_decide(client: Client, hand: str) -> None:
    person = make_user("superuser")
    dispute = make_dispute(make_publication(author=person) if hand == "author" else make_publication(approver=person))
    client.force_login(person)
    page = client.get(address(dispute)).content.decode()
    assert "somebody who had no hand in it must decide" in page
    assert "step-decide" not in page
    assert "had no hand in it" in told(client, decide(client, dispute))
    dispute.refresh_from_db()
    assert dispute.state == DisputeState.RECEIVED


@pytest.mark.parametrize("role", ["reviewer", "administrator"])
def test_others_neither_see_nor_decide(client: Client, role: str) -> None:
    dispute = make_dispute()
    client.force_login(make_user(role))
    assert client.get(address(dispute)).status_code == HTTPStatus.FORBIDDEN
    assert client.get(reverse("admin:reviews_dispute_changelist")).status_code == HTTPStatus.FORBIDDEN
    assert decide(client, dispute).status_code == HTTPStatus.FORBIDDEN


def test_the_list_narrows_to_what_one_may_decide(client: Client, editor: User) -> None:
    own = make_dispute(make_publication(approver=editor), objection="About my own page.")
    make_dispute(objection="About another page.")
    done = make_dispute(objection="Decided long ago.")
    decide_dispute(dispute=done, by=make_user("editor"), outcome=DisputeOutcome.REJECTED, answer=ANSWER)
    listing = reverse("admin:reviews_dispute_changelist")
    shown = {
        chosen: [
            text for text in ("my own", "another", "long ago") if text in text_of(client.get(listing, {"open": chosen}))
        ]
        for chosen in ("yes", "mine", "no")
    }
    assert shown == {"yes": ["my own", "another"], "mine": ["another"], "no": ["long ago"]}
    assert own.state == DisputeState.RECEIVED
    assert "1disputes that you may decide" in text_of(client.get("/admin/"))


def test_review_publication_and_desk_show_disputes(client: Client, editor: User) -> None:
    dispute = make_dispute()
    publication = dispute.publication
    for row in (publication, publication.review):
        page = client.get(address(row)).content.decode()
        assert OBJECTION in page
        assert address(dispute) in page
    client.force_login(publication.author)
    desk = f"/desk/reviews/{publication.review_id}/"
    page = client.get(desk).content.decode()
    assert OBJECTION in page
    assert address(dispute) not in page
    decide_dispute(dispute=dispute, by=editor, outcome=DisputeOutcome.REJECTED, answer=ANSWER)
    assert '<h2 id="disputes-title">' not in client.get(desk).content.decode()


def test_linking_a_request_to_a_published_claim_answers_it_at_once(client: Client, editor: User) -> None:
    publication = make_publication()
    request = receive_request(statement="Were 120 bridges closed?")
    assert "A verdict on it is public" in told(client, take(client, request, "take-up", claim=publication.claim_id))
    request.refresh_from_db()
    assert request.state == RequestState.ANSWERED


def test_a_request_is_fetched_or_brought_in_from_its_page(
    client: Client, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    request = receive_request(statement="More than 120 bridges were closed in 2021.", address="https://post.example/1")
    assert "being fetched" in told(client, take(client, request, "fetch"))
    assert "Taken up. The statement is article" in told(client, take(client, request, "bring-in"))
    request.refresh_from_db()
    assert request.state == RequestState.ACCEPTED
    assert request.job is not None and request.article is not None
    page = text_of(client.get(address(request)))
    assert "A reader’s request" in page
