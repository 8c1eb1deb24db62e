"""A minor correction on one page: edited, looked at, submitted, sent back, submitted again, approved."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from reviews.enums import CorrectionKind, Stage
from reviews.models import Correction, MinorCorrection, Publication, Verdict
from reviews.services.publishing import reopen_review
from reviews.services.verdicts import request_changes
from tests.claims.admin.pages import address, text_of, told
from tests.claims.factories import make_user
from tests.reviews.factories import approve, make_publication

pytestmark = pytest.mark.django_db

SUMMARY = "Two registers count 124 closed bridges for 2021."


def typed(publication: Publication, **values: Any) -> dict[str, Any]:
    verdict = publication.verdict
    words = {"headline": verdict.headline, "summary": SUMMARY, "explanation": verdict.explanation}
    told_to_readers = {"was": "“for the year”", "now": "“for 2021”", "cause": "A slip.", "noticed_by": "A reader"}
    return words | told_to_readers | values


def submit(client: Client, publication: Publication, **values: Any) -> Any:
    return client.post(address(publication, "minor"), typed(publication, **values))


def test_it_is_edited_and_submitted_on_one_page_and_approved_by_somebody_else(client: Client, editor: User) -> None:
    publication = make_publication()
    page = client.get(address(publication, "minor")).content.decode()
    assert publication.summary in page
    assert f"{publication.verdict.rating.label}" in page
    assert 'name="rating"' not in page
    assert "Submitted" in told(client, submit(client, publication))
    verdict = Verdict.objects.latest("number")
    assert (verdict.author, verdict.summary, verdict.rating) == (editor, SUMMARY, publication.verdict.rating)
    own = text_of(client.get(address(verdict, "approve")))
    assert "You can’t approve it" in own
    client.force_login(make_user("editor"))
    page = text_of(client.get(address(verdict, "approve")))
    assert "A minor correction: only words change" in page
    assert "“for 2021”" in page
    seen = client.get(address(verdict, "approve")).context["sha256"]
    assert "Approved" in told(client, client.post(address(verdict, "approve"), {"payload_sha256": seen}))
    correction = Correction.objects.get()
    assert (correction.kind, correction.now, correction.made_by) == (CorrectionKind.MINOR, "“for 2021”", editor)


def test_the_words_are_looked_at_before_and_nothing_is_saved(client: Client, editor: User) -> None:
    publication = make_publication()
    answer = submit(client, publication, preview="1", headline="Bridges closed in 2021, counted twice")
    assert answer.status_code == HTTPStatus.OK
    shown = answer.content.decode()
    assert shown.count("Bridges closed in 2021, counted twice") == 2  # In the field and on the page.
    assert "The page in these words" in shown
    assert Verdict.objects.count() == 1


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"summary": "Two registers count 124 closed bridges for the year."}, "Nothing is changed"),
        ({"was": " "}, "required"),
        ({"now": ""}, "required"),
        ({"cause": ""}, "required"),
        ({"headline": "True: bridges closed in 2021"}, "The headline contains the rating"),
        ({"headline": "x" * 76}, "at most 75"),
        ({"explanation": ""}, "required"),
        ({"reported_on": "2999-01-01"}, "still to come"),
        ({"reported_on": "soon"}, "valid date"),
    ],
    ids=str,
)
def test_what_is_wrong_stands_at_its_field_and_what_was_typed_stays(
    client: Client, editor: User, values: dict[str, str], says: str
) -> None:
    publication = make_publication()
    answer = submit(client, publication, **({"noticed_by": "Erna the reader"} | values))
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    page = answer.content.decode()
    assert says in page
    assert "Erna the reader" in page
    assert Verdict.objects.count() == 1


def test_while_the_review_is_in_somebodys_hands_it_waits_and_says_so(client: Client, editor: User) -> None:
    publication = make_publication()
    reopen_review(review=publication.review, by=make_user("editor"), reason="New figures.")
    answer = submit(client, publication)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Being checked" in text_of(answer)
    assert SUMMARY in answer.content.decode()


def test_sent_back_it_waits_for_its_author_with_the_reason_and_goes_on_with_its_words(
    client: Client, editor: User
) -> None:
    publication = make_publication()
    submit(client, publication)
    verdict, second = Verdict.objects.latest("number"), make_user("editor")
    request_changes(verdict=verdict, by=second, reason="Say which register.")
    assert "1minor corrections sent back to you" in text_of(client.get(reverse("admin:index")))
    page = client.get(address(publication.review)).content.decode()
    assert address(publication, "minor") in page
    form = client.get(address(publication, "minor")).content.decode()
    for part in ("Say which register.", SUMMARY, "“for 2021”", "A reader"):
        assert part in form
    better = "The ministry’s register counts 124 closed bridges for 2021."
    assert "Submitted" in told(client, submit(client, publication, summary=better))
    published = approve(Verdict.objects.latest("number"), second)
    assert published.summary == better
    assert MinorCorrection.objects.count() == 2
    assert Correction.objects.get().publication == published
    assert publication.review.__class__.objects.get(pk=publication.review_id).stage == Stage.APPROVED


@pytest.mark.parametrize("role", ["reviewer", "administrator"])
def test_who_has_not_the_right_is_refused(client: Client, role: str) -> None:
    publication = make_publication()
    client.force_login(make_user(role))
    assert client.get(address(publication, "minor")).status_code == HTTPStatus.FORBIDDEN
    assert submit(client, publication).status_code == HTTPStatus.FORBIDDEN
    assert Verdict.objects.count() == 1


def test_it_is_not_offered_while_another_page_is_to_follow_at_a_set_time(client: Client, editor: User) -> None:
    publication = make_publication()
    assert "Correct the wording" in text_of(client.get(address(publication)))
    submit(client, publication)
    follows = approve(Verdict.objects.latest("number"), publish_at=timezone.now() + timedelta(days=2))
    assert "Correct the wording" not in text_of(client.get(address(publication)))
    refused = submit(client, publication, headline="Bridges closed in 2021, counted twice")
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Another page is to follow at a set time" in text_of(refused)
    follows.refresh_from_db()
    assert not follows.called_off
