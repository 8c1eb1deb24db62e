"""Two editors, or an editor and a worker, at the same moment over two connections."""

from functools import partial

from django.contrib.auth.models import User

from claims.enums import ClaimStatus, Treatment
from claims.errors import ClaimInvalid, TransitionRefused
from claims.models import Claim, Job
from claims.services.extract import queue_extraction, work_on_extraction
from claims.services.jobs import claim_job
from claims.services.triage import (
    accept_claims,
    accept_these_set_aside_the_rest,
    edit_claim,
    mark_sighting,
    set_aside_claims,
    write_claim,
)
from reviews.models import Review
from reviews.services.intake import pull_accepted_claims
from tests.claims.factories import make_article, make_claim, make_user
from tests.claims.races import at_once
from tests.fixtures.databases import PrivateDatabase

TIMES = 4
"""Rounds; one would pass by luck."""


def sight(claim: Claim, canonical: Claim, by: User) -> Claim:
    return mark_sighting(claim=claim, canonical=canonical, treatment=Treatment.ASSERTS, by=by)


def test_two_claims_never_become_sightings_of_each_other(committing_db: PrivateDatabase) -> None:
    by = make_user()
    for _ in range(TIMES):
        one, other = make_claim(by=by), make_claim(by=by)
        results = at_once(partial(sight, one, other, by), partial(sight, other, one, by))
        assert sorted(isinstance(result, TransitionRefused) for result in results) == [False, True]
        assert Claim.objects.filter(pk__in=[one.pk, other.pk], status=ClaimStatus.DUPLICATE).count() == 1


def test_the_same_claim_written_twice_at_once_is_written_once(committing_db: PrivateDatabase) -> None:
    by = make_user()
    for _ in range(TIMES):
        article = make_article()
        write = partial(write_claim, article=article, start=0, end=8, wording="Bridges were counted.", by=by)
        results = at_once(write, write)
        assert sorted(isinstance(result, ClaimInvalid) for result in results) == [False, True]
        assert article.claims.count() == 1


def test_a_claim_that_is_taken_in_at_the_moment_of_an_edit_is_not_changed_afterwards(
    committing_db: PrivateDatabase,
) -> None:
    by = make_user()
    for _ in range(TIMES):
        claim = make_claim(by=by, status=ClaimStatus.ACCEPTED)
        _, edited = at_once(pull_accepted_claims, partial(edit_claim, claim=claim, by=by, wording=f"New {claim.pk}."))
        stored = Claim.objects.get(pk=claim.pk)
        # Intake passes over a claim that is being edited; what it took in is frozen.
        assert (stored.frozen_at is not None) == Review.objects.filter(claim=claim).exists()
        # Whoever came second saw the first: an edit after the freeze is refused, one before it stands.
        assert (stored.wording == f"New {claim.pk}.") == isinstance(edited, Claim)


def test_opposite_decisions_on_many_claims_do_not_deadlock(committing_db: PrivateDatabase) -> None:
    by, article = make_user(), make_article()
    claims = [make_claim(article, by=by) for _ in range(6)]
    ids = [claim.pk for claim in claims]
    for _ in range(TIMES):
        results = at_once(
            partial(accept_claims, claims=ids, by=by),
            partial(set_aside_claims, claims=ids[::-1], by=by),
            partial(accept_these_set_aside_the_rest, article=article, accepted_ids=ids[:3], by=by),
        )
        assert not [result for result in results if isinstance(result, Exception)]
        assert set(article.claims.values_list("status", flat=True)) <= {ClaimStatus.ACCEPTED, ClaimStatus.SET_ASIDE}


def test_a_decision_during_extraction_stands(committing_db: PrivateDatabase) -> None:
    by, article = make_user(), make_article()
    work(queue_extraction(article=article))
    for _ in range(TIMES):
        claim = article.claims.order_by("pk").first()
        assert claim is not None
        Claim.objects.filter(pk=claim.pk).update(touched_at=None, status=ClaimStatus.PROPOSED, score=0.01)
        job = queue_extraction(article=article)
        at_once(partial(work, job), partial(accept_claims, claims=[claim], by=by))
        claim.refresh_from_db()
        assert claim.status == ClaimStatus.ACCEPTED
        job.refresh_from_db()
        assert job.state == "done"


def work(job: Job) -> None:
    claimed = claim_job(job_id=job.pk)
    assert claimed is not None
    work_on_extraction(job=claimed)
