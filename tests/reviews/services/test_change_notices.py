"""A verdict that takes the place of one that readers know: they are told what changed, or it is not published."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.utils import timezone

from reviews.enums import CorrectionKind, EventKind
from reviews.errors import ChangeUnexplained, CorrectionRefused
from reviews.models import Correction, Publication, Verdict
from reviews.payload import build_payload, payload_sha256
from reviews.replacing import EVIDENCE, FINDING, PERIOD, RATING, judged_anew
from reviews.services.change_notices import ChangeNotice
from reviews.services.corrections import Notice
from reviews.services.publishing import approve_verdict, record_correction, reopen_review
from reviews.verdict_bodies import body_of
from tests.claims.admin.pages import address, text_of
from tests.claims.factories import make_user
from tests.reviews.database.test_four_eyes import refused
from tests.reviews.factories import LOW, UPDATE, approve, make_next_verdict, make_publication, rating

pytestmark = pytest.mark.django_db

NOTICE = UPDATE.notice


@pytest.fixture
def editor(client: Client) -> User:
    """Signed in."""
    person = make_user("editor")
    client.force_login(person)
    return person


def next_verdict(publication: Publication, **values: Any) -> Verdict:
    """Reopened and submitted again as it was, but for `values`."""
    connection.check_constraints()  # As its own commit would: the review goes on in the same transaction here.
    reopen_review(review=publication.review, by=make_user("editor"), reason="A new register.")
    body = body_of(publication.verdict)
    kept = {name: getattr(body, name) for name in ("evidence", "findings", "rating", "headline", "summary")}
    return make_next_verdict(publication.review, publication.author, **kept | values)


def publish(verdict: Verdict, change: ChangeNotice | None) -> Publication:
    seen = payload_sha256(build_payload(verdict))
    return approve_verdict(verdict=verdict, approver=make_user("editor"), payload_sha256=seen, change=change)


def test_another_rating_is_published_with_what_changed_or_not_at_all() -> None:
    publication = make_publication()
    verdict = next_verdict(publication, rating=rating("mostly_true").pk)
    with pytest.raises(ChangeUnexplained, match="the rating changed"):
        publish(verdict, None)
    publication.refresh_from_db()
    assert (publication.valid_until, Correction.objects.exists()) == (None, False)
    now = publish(verdict, UPDATE)
    made = Correction.objects.get()
    assert (made.publication, made.kind, made.made_by) == (now, CorrectionKind.UPDATE, now.approver)
    assert (made.was, made.fixed_on) == (NOTICE.was, timezone.localdate(now.valid_from))
    assert now.review.events.filter(kind=EventKind.CORRECTED).count() == 1
    connection.check_constraints()


def test_other_evidence_or_another_period_is_told_too_but_words_need_not_be() -> None:
    publication = make_publication()
    same = next_verdict(publication, headline="Put in other words")
    second = publish(same, None)
    assert not Correction.objects.exists()
    other = next_verdict(second, evidence=tuple(reversed(body_of(same).evidence)), period_to="2030")
    with pytest.raises(ChangeUnexplained, match="the period it holds for and the evidence"):
        publish(other, None)
    publish(other, ChangeNotice(CorrectionKind.MINOR, NOTICE))
    assert Correction.objects.get().kind == CorrectionKind.MINOR


@pytest.mark.parametrize("kind", [CorrectionKind.CLARIFICATION, CorrectionKind.MINOR, CorrectionKind.RETRACTION])
def test_another_rating_is_no_trifle(kind: CorrectionKind) -> None:
    verdict = next_verdict(make_publication(), rating=rating("mostly_true").pk)
    with pytest.raises(ChangeUnexplained):
        publish(verdict, ChangeNotice(kind, NOTICE))
    assert Publication.objects.count() == 1


def test_what_was_put_on_record_since_the_reopening_is_not_asked_for_twice() -> None:
    publication = make_publication()
    record_correction(publication=publication, kind=CorrectionKind.UPDATE, by=make_user("editor"), was="x", now="y")
    verdict = next_verdict(publication, rating=rating("mostly_true").pk)
    publication.refresh_from_db()
    with pytest.raises(ChangeUnexplained):
        publish(verdict, None)
    record_correction(
        publication=publication, kind=CorrectionKind.SUBSTANTIVE, by=make_user("editor"), was="a", now="b"
    )
    publish(verdict, None)
    connection.check_constraints()


def test_wrong_dates_publish_nothing() -> None:
    verdict = next_verdict(make_publication(), rating=rating("mostly_true").pk)
    ahead = Notice("x", "y", reported_on=timezone.localdate() + timedelta(days=3))
    with pytest.raises(CorrectionRefused):
        publish(verdict, ChangeNotice(CorrectionKind.UPDATE, ahead))
    assert Publication.objects.count() == 1


def test_the_database_refuses_another_rating_that_nothing_explains(monkeypatch: pytest.MonkeyPatch) -> None:
    verdict = next_verdict(make_publication(), rating=rating("mostly_true").pk)
    monkeypatch.setattr("reviews.services.approval.announce_change", lambda *told: None)
    refused(lambda: publish(verdict, None), "readers know another rating, and no correction says what changed")


def test_nothing_is_asked_where_no_reader_knows_a_page(client: Client, editor: User) -> None:
    later = timezone.now() + timedelta(days=2)
    first = make_publication()
    assert "What readers are told" not in text_of(client.get(address(first.verdict, "approve")))
    connection.check_constraints()
    scheduled = approve(next_verdict(first, headline="For later"), publish_at=later)
    again = next_verdict(scheduled, rating=rating(LOW[0]).pk, contact_exception="The speaker has died.")
    page = text_of(client.get(address(again, "approve")))
    assert "Changed since: the rating." in page  # Of the first one, which readers have again.


def test_the_page_of_approval_asks_and_shows_it_to_the_public(client: Client, editor: User) -> None:
    verdict = next_verdict(make_publication(), rating=rating("mostly_true").pk)
    sent = {"payload_sha256": payload_sha256(build_payload(verdict))}
    response = client.post(address(verdict, "approve"), sent | {"change-was": "It said 120."})
    assert response.status_code == 422
    assert "This field is required." in text_of(response)
    assert "It said 120." in text_of(response)
    told = {
        "change-kind": "substantive",
        "change-was": "It said 120.",
        "change-now": "It is 124.",
        "change-cause": "A slip.",
    }
    response = client.post(address(verdict, "approve"), sent | told)
    assert response.status_code == 302
    now = Publication.objects.get(valid_until=None)
    public = text_of(client.get(f"/claims/{now.claim_id}-{now.slug}/"))
    for words in ("Substantive correction", "It said 120.", "It is 124.", "A slip."):
        assert words in public
    assert "It is 124." in text_of(client.get("/corrections/"))


def test_what_is_judged_anew_is_named() -> None:
    payload = build_payload(make_publication().verdict)
    claim = payload["sightings"][0]
    for change, what in (
        ({"rating": payload["rating"] | {"code": "false"}}, RATING),
        ({"sightings": [claim | {"finding": "not_said"}]}, FINDING),
        ({"period": {"from": "1999", "to": ""}}, PERIOD),
        ({"evidence": payload["evidence"][:1]}, EVIDENCE),
    ):
        assert judged_anew(payload, payload | change) == [what]
    assert judged_anew(payload, payload | {"headline": "x", "sightings": [claim, claim | {"claim_id": 0}]}) == []
