"""“My interests” and protected sources, as pages."""

from http import HTTPStatus

import pytest
from django.test import Client
from django.urls import reverse

from reviews.models import Interest, ProtectedSource
from reviews.services.identities import protect_source
from tests.claims.factories import make_source, make_user
from tests.reviews.desk.pages import address, open_form, text_of
from tests.reviews.factories import make_review, make_taken_review

pytestmark = pytest.mark.django_db

PAGE = "/desk/interests/"


def test_declared_by_name_or_alias_listed_and_ended(client: Client) -> None:
    person, source = make_user("editor"), make_source("Zenith Statistics Office", aliases=["ZSO"])
    client.force_login(person)
    typed = {"kind": "source", "name": "ZSO", "note": "I worked there."}
    assert client.post(PAGE, typed).status_code == HTTPStatus.FOUND
    interest = Interest.objects.get()
    assert (interest.person, interest.source) == (person, source)
    assert "I worked there." in text_of(client.get(PAGE))
    client.post(reverse("desk:interest_end", args=[interest.pk]))
    interest.refresh_from_db()
    assert interest.until is not None


def test_a_name_that_nobody_has_is_said_and_kept(client: Client) -> None:
    client.force_login(make_user("reviewer"))
    answer = client.post(PAGE, {"kind": "speaker", "name": "Nobody", "note": "A cousin."})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "No speaker on record is called “Nobody”." in text_of(answer)
    assert "A cousin." in answer.content.decode()


def test_nobody_sees_or_ends_another_persons(client: Client) -> None:
    person = make_user("reviewer")
    client.force_login(person)
    client.post(PAGE, {"kind": "source", "name": make_source("Zenith").name, "note": "Shares."}, follow=True)
    client.force_login(make_user("reviewer"))
    assert "Zenith" not in text_of(client.get(PAGE))
    ended = client.post(reverse("desk:interest_end", args=[Interest.objects.get().pk]))
    assert ended.status_code == HTTPStatus.NOT_FOUND
    client.force_login(make_user("editor"))
    assert "Zenith" in text_of(client.get("/admin/reviews/interest/"))


def test_the_claims_page_leads_there_and_says_why_it_cannot_be_taken(client: Client) -> None:
    review = make_review()
    client.force_login(make_user("reviewer"))
    source = review.claim.article.source
    assert source is not None
    assert (
        f"/desk/interests/?kind=source&amp;name={source.name.replace(' ', '%20')}"
        in client.get(address("review", review)).content.decode()
    )
    client.post(PAGE, {"kind": "source", "name": source.name, "note": "Shares."})
    page = client.get(address("review", review))
    assert "You have declared an interest in the source" in text_of(page)
    taken = client.post(address("take", review), follow=True)
    assert "You have declared an interest" in text_of(taken)
    assert "interests that you declared" in text_of(client.post(address("next"), follow=True))


def test_a_protected_source_is_recorded_and_chosen_at_the_evidence(client: Client) -> None:
    reviewer = make_user("reviewer")
    review = make_taken_review(reviewer)
    client.force_login(reviewer)
    told = {"name": "Erna Geheim", "details": "A friend.", "description": "A clerk", "because": "Her job."}
    assert client.post(address("identities", review), told).status_code == HTTPStatus.FOUND
    protected = ProtectedSource.objects.get()
    assert "Erna" not in text_of(client.get(address("identities", review)))
    form = open_form(client, review)
    typed = {"evidence-0-protected": str(protected.pk), "evidence-0-title": "What she saw", "evidence-0-source": "Erna"}
    client.post(address("draft", review), form | typed)
    [row] = review.drafts.get().body["evidence"]
    assert row["protected"] == protected.pk
    assert row["source_typed"] == ""
    assert "Erna" not in client.get(address("review", review)).content.decode()


def test_an_identity_is_shown_on_the_answer_to_the_purpose_alone(client: Client) -> None:
    reviewer, editor = make_user("reviewer"), make_user("editor")
    review = make_taken_review(reviewer)
    protected = protect_source(
        review=review, by=reviewer, name="Erna Geheim", description="A clerk", because="Her job."
    )
    client.force_login(editor)
    page = reverse("desk:identity", args=[review.pk, protected.pk])
    assert "Erna" not in text_of(client.get(page))
    assert "Erna" not in text_of(client.post(page, {"purpose": ""}))
    answer = client.post(page, {"purpose": "To approve it."})
    assert "Erna Geheim" in text_of(answer)
    assert "no-store" in answer.headers["Cache-Control"]
    assert "Erna" not in text_of(client.get(page))
    client.force_login(reviewer)
    assert client.get(page).status_code == HTTPStatus.FORBIDDEN
