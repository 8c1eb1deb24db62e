from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from claims.enums import ClaimStatus, Treatment
from claims.services.triage import mark_sighting
from reviews.enums import HoldKind, SourceRole, Stage
from reviews.errors import FourEyesRefused, HeldBack, NotAllowed, PageChanged, TransitionRefused
from reviews.models import Publication, Review, Verdict
from reviews.payload import build_payload, payload_sha256
from reviews.selectors import page_of_claim, publication_on, published
from reviews.services.assignment import assign_review
from reviews.services.drafts import save_draft
from reviews.services.holds import lift_hold, place_hold
from reviews.services.publishing import approve_verdict, cancel_reopening, reopen_review, retract_publication
from reviews.services.queue import take_review
from reviews.services.verdicts import submit_verdict
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.factories import (
    approve,
    make_draft,
    make_draft_body,
    make_publication,
    make_review,
    make_submitted_verdict,
)

pytestmark = pytest.mark.django_db


def second_verdict(publication: Publication, **values: str) -> Verdict:
    review = reopen_review(review=publication.review, by=make_user("editor"), reason="A new figure.")
    taken = take_review(review=review, reviewer=publication.author)
    version = review.drafts.get(author=publication.author).version
    body = make_draft_body(taken, **values)
    draft = save_draft(
        review=taken, author=publication.author, body=body, version=version, lease_number=taken.lease_number
    )
    return submit_verdict(
        review=taken, author=publication.author, lease_number=taken.lease_number, version=draft.version
    )


def test_the_publication_is_the_page_that_the_approver_saw() -> None:
    verdict = make_submitted_verdict()
    payload = build_payload(verdict)
    publication = approve(verdict)
    publication.refresh_from_db()
    assert publication.payload == payload
    assert payload_sha256(publication.payload) == publication.payload_sha256 == payload_sha256(payload)
    assert Review.objects.get(pk=verdict.review_id).stage == Stage.APPROVED


def test_sightings_and_sources_are_frozen_with_their_roles() -> None:
    publisher, debunker = make_source("Daily Bridge"), make_source("Bridge Check")
    claim = make_claim(make_article(source=publisher), status=ClaimStatus.ACCEPTED)
    other = make_claim(make_article(source=debunker))
    mark_sighting(claim=other, canonical=claim, treatment=Treatment.DISPUTES, by=make_user())
    publication = make_publication(make_review(claim))
    assert {item.claim_id for item in publication.sightings.all()} == {claim.pk, other.pk}
    roles = {(item.source.name, item.role) for item in publication.sources.all()}
    assert {("Daily Bridge", SourceRole.ASSERTED), ("Bridge Check", SourceRole.DISPUTED)} < roles
    assert sum(role == SourceRole.EVIDENCE for _, role in roles) == 2


def test_a_page_that_changed_since_it_was_looked_at_is_not_published() -> None:
    verdict = make_submitted_verdict()
    seen = payload_sha256(build_payload(verdict))
    article = verdict.review.claim.article
    article.title = "Another title"
    article.save(update_fields=["title"])
    with pytest.raises(PageChanged):
        approve_verdict(verdict=verdict, approver=make_user("editor"), payload_sha256=seen)
    assert not Publication.objects.exists()


@pytest.mark.parametrize("role", ["editor", "superuser"])
def test_nobody_approves_a_verdict_that_they_wrote(role: str) -> None:
    author = make_user(role)
    author.groups.add(*make_user("reviewer").groups.all())
    with pytest.raises(FourEyesRefused, match="You wrote this verdict"):
        approve(make_submitted_verdict(author=author), author)


def test_nobody_approves_a_verdict_whose_draft_they_handed_over() -> None:
    first, second = make_user("superuser"), make_user("reviewer")
    draft = make_draft(author=first)
    assign_review(review=draft.review, to=second, by=make_user("editor"), hand_over_draft=True)
    taken = take_review(review=draft.review, reviewer=second)
    handed = taken.drafts.get(author=second)
    assert (handed.descends_from, handed.body) == (draft, draft.body)
    verdict = submit_verdict(review=taken, author=second, lease_number=taken.lease_number, version=1)
    with pytest.raises(FourEyesRefused, match=f"handed over to {second}"):
        approve(verdict, first)
    assert approve(verdict).author == second


def test_nobody_approves_after_saving_a_draft_that_was_never_submitted() -> None:
    first, second = make_user("superuser"), make_user("reviewer")
    draft = make_draft(author=first)
    assign_review(review=draft.review, to=second, by=make_user("editor"))
    verdict = make_submitted_verdict(draft.review, second)
    with pytest.raises(FourEyesRefused, match="You saved a draft"):
        approve(verdict, first)


@pytest.mark.parametrize("role", ["reviewer", "administrator", None])
def test_only_editors_approve(role: str | None) -> None:
    verdict = make_submitted_verdict()
    with pytest.raises(NotAllowed):
        approve(verdict, make_user(role))


def test_a_hold_on_the_review_stops_publishing_until_it_is_lifted() -> None:
    verdict, editor = make_submitted_verdict(), make_user("editor")
    hold = place_hold(on=verdict.review, kind=HoldKind.LEGAL, by=editor, reason="The lawyers read it.")
    with pytest.raises(HeldBack, match="The lawyers read it"):
        approve(verdict)
    lift_hold(hold=hold, by=editor)
    assert approve(verdict).verdict == verdict


def test_a_hold_on_the_article_stops_its_reviews_and_is_in_their_logs() -> None:
    verdict = make_submitted_verdict()
    place_hold(on=verdict.review.claim.article, kind=HoldKind.AGENCY_KILL, by=make_user("editor"), reason="Killed.")
    with pytest.raises(HeldBack):
        approve(verdict)
    assert verdict.review.events.filter(kind="held").exists()


def test_a_publication_at_a_set_time_is_not_public_before_it() -> None:
    verdict = make_submitted_verdict()
    publication = approve(verdict, publish_at=timezone.now() + timedelta(hours=2))
    assert not published().exists()
    assert page_of_claim(publication.claim_id) is None
    assert publication_on(publication.claim_id, timezone.now() + timedelta(hours=3)) == publication


def test_a_set_time_that_has_passed_is_refused() -> None:
    with pytest.raises(TransitionRefused, match="has passed"):
        approve(make_submitted_verdict(), publish_at=timezone.now() - timedelta(hours=1))


def test_the_next_publication_ends_the_one_before_and_keeps_its_address() -> None:
    first = make_publication()
    second = approve(second_verdict(first, headline="A new count of closed bridges"))
    first.refresh_from_db()
    assert first.valid_until == second.valid_from
    assert second.slug == first.slug
    assert list(published()) == [second]
    assert publication_on(first.claim_id, first.valid_from) == first


def test_the_page_before_stays_public_until_the_set_time_of_the_next() -> None:
    first = make_publication()
    approve(second_verdict(first), publish_at=timezone.now() + timedelta(days=1))
    assert list(published()) == [first]


def test_reopening_calls_off_what_is_scheduled_and_the_page_before_goes_on() -> None:
    first, editor = make_publication(), make_user("editor")
    second = approve(second_verdict(first), publish_at=timezone.now() + timedelta(days=1))
    with pytest.raises(TransitionRefused, match="not public yet"):
        retract_publication(publication=second, by=editor, was="a", now="b")
    review = reopen_review(review=first.review, by=editor, reason="Too early.")
    first.refresh_from_db()
    assert first.valid_until is None
    assert publication_on(first.claim_id, timezone.now() + timedelta(days=2)) == first
    with pytest.raises(TransitionRefused, match="no reopening to cancel"):
        cancel_reopening(review=review, by=editor)


def test_a_hold_placed_before_the_set_time_stops_what_is_scheduled() -> None:
    publication = approve(make_submitted_verdict(), publish_at=timezone.now() + timedelta(seconds=8))
    hold = place_hold(
        on=publication.review, kind=HoldKind.EMBARGO, by=(editor := make_user("editor")), reason="Until noon."
    )
    wait_for_the_databases_clock(publication)
    assert not published(include_suspended=True).exists()
    lift_hold(hold=hold, by=editor)
    assert list(published()) == [publication]


def wait_for_the_databases_clock(publication: Publication) -> None:
    """Until the set time has come, by the clock that decides it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_sleep(extract(epoch FROM greatest(%s - clock_timestamp(), interval '0')))",
            [publication.valid_from],
        )
