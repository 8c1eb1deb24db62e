import pytest
from django.utils import timezone

from claims.enums import ClaimStatus, Priority
from claims.models import Claim
from claims.services.triage import set_priority
from reviews.enums import Stage
from reviews.models import Review
from reviews.services.intake import pull_accepted_claims
from reviews.tasks import pull_claims
from tests.claims.factories import make_claim, make_user

pytestmark = pytest.mark.django_db


def test_an_accepted_claim_gets_a_waiting_review_is_frozen_and_logged() -> None:
    claim = make_claim(status=ClaimStatus.ACCEPTED)
    pull_accepted_claims()
    review = Review.objects.get(claim=claim)
    assert review.stage == Stage.WAITING
    assert Claim.objects.get(pk=claim.pk).frozen_at is not None
    [event] = review.events.all()
    assert (event.kind, event.actor) == ("taken_in", None)


def test_the_second_call_takes_in_nothing() -> None:
    make_claim(status=ClaimStatus.ACCEPTED)
    pull_accepted_claims()
    assert pull_accepted_claims() == 0
    assert Review.objects.count() == 1


@pytest.mark.parametrize("status", [status for status in ClaimStatus if status != ClaimStatus.ACCEPTED])
def test_claims_that_are_not_accepted_stay_out(status: ClaimStatus) -> None:
    claim = make_claim(status=status)
    pull_accepted_claims()
    assert not Review.objects.filter(claim=claim).exists()


def test_the_review_takes_over_the_claims_priority_and_check_worthiness() -> None:
    claim = make_claim()
    set_priority(claims=[claim], priority=Priority.URGENT, by=make_user())
    Claim.objects.filter(pk=claim.pk).update(status=ClaimStatus.ACCEPTED, score=0.83, touched_at=timezone.now())
    pull_accepted_claims()
    review = Review.objects.get(claim=claim)
    assert (review.priority, review.score) == (Priority.URGENT, 0.83)


def test_the_sweep_takes_in_what_nobody_pulled_and_a_second_run_changes_nothing() -> None:
    claim = make_claim(status=ClaimStatus.ACCEPTED)
    assert pull_claims() == 1
    before = Review.objects.filter(claim=claim).values().get()
    assert pull_claims() == 0
    assert Review.objects.filter(claim=claim).values().get() == before
