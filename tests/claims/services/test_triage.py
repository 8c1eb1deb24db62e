"""Every step on every status, frozen or not, against the table in `claims.workflow`."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User

from claims.enums import ClaimStatus, DismissalReason, Priority, Treatment
from claims.errors import ClaimFrozen, ClaimInvalid, TransitionRefused
from claims.models import Article, Claim
from claims.services import triage
from claims.workflow import RULES, Step, target
from reviews.services.intake import pull_accepted_claims
from tests.claims.factories import make_article, make_claim, make_user

pytestmark = pytest.mark.django_db

SERVICES: dict[Step, Callable[[Claim, User], object]] = {
    Step.ACCEPT: lambda claim, by: triage.accept_claims(claims=[claim], by=by),
    Step.SET_ASIDE: lambda claim, by: triage.set_aside_claims(claims=[claim], by=by),
    Step.DISMISS: lambda claim, by: triage.dismiss_claim(claim=claim, reason=DismissalReason.OPINION, by=by),
    Step.MARK_AMBIGUOUS: lambda claim, by: triage.mark_ambiguous(claim=claim, readings=["One.", "Two."], by=by),
    Step.MARK_SIGHTING: lambda claim, by: triage.mark_sighting(
        claim=claim, canonical=make_claim(by=by), treatment=Treatment.REPORTS, by=by
    ),
    Step.UNLINK_SIGHTING: lambda claim, by: triage.unlink_sighting(claim=claim, by=by),
    Step.REPROPOSE: lambda claim, by: triage.repropose_claim(claim=claim, by=by),
}
# A repeated bulk step is no error: two editors who accept the same claim agree.
REPEATABLE = {(Step.ACCEPT, ClaimStatus.ACCEPTED), (Step.SET_ASIDE, ClaimStatus.SET_ASIDE)}


def stored(claim: Claim) -> dict[str, Any]:
    return dict(Claim.objects.filter(pk=claim.pk).values().get())


@pytest.mark.parametrize(("step", "status"), list(itertools.product(Step, ClaimStatus)))
def test_a_step_leads_where_the_table_says_or_changes_nothing(step: Step, status: ClaimStatus) -> None:
    by = make_user()
    claim = make_claim(status=status)
    before = stored(claim)
    if status in RULES[step].sources:
        SERVICES[step](claim, by)
        claim.refresh_from_db()
        assert claim.status == target(step)
        assert claim.touched_at > before["touched_at"]
        claim.article.refresh_from_db()
        assert claim.article.triager == by
        return
    if (step, status) in REPEATABLE:
        SERVICES[step](claim, by)
    else:
        with pytest.raises(TransitionRefused, match="this step needs a claim that is"):
            SERVICES[step](claim, by)
    assert stored(claim) == before


@pytest.mark.parametrize("step", Step)
def test_a_frozen_claim_takes_no_step(step: Step) -> None:
    by = make_user()
    claim = make_claim(status=ClaimStatus.ACCEPTED)
    pull_accepted_claims()
    before = stored(claim)
    if step is Step.ACCEPT:
        SERVICES[step](claim, by)  # Accepted already, and so left as it is.
    else:
        with pytest.raises(ClaimFrozen, match="under review"):
            SERVICES[step](claim, by)
    assert stored(claim) == before


def test_a_frozen_claim_is_neither_edited_nor_reordered_until_it_is_thawed() -> None:
    by = make_user()
    claim = make_claim(status=ClaimStatus.ACCEPTED)
    pull_accepted_claims()
    with pytest.raises(ClaimFrozen):
        triage.edit_claim(claim=claim, by=by, wording="Another wording.")
    with pytest.raises(ClaimFrozen):
        triage.set_priority(claims=[claim], priority=Priority.HIGH, by=by)
    triage.thaw_claim(claim=claim, by=by)
    assert triage.edit_claim(claim=claim, by=by, wording="Another wording.").wording == "Another wording."


def test_one_illegal_claim_in_a_bulk_step_stops_all_of_it() -> None:
    by = make_user()
    good, bad = make_claim(), make_claim(status=ClaimStatus.DISMISSED)
    with pytest.raises(TransitionRefused):
        triage.accept_claims(claims=[good, bad], by=by)
    assert stored(good)["status"] == ClaimStatus.PROPOSED


def test_accepting_these_sets_only_proposed_ones_of_the_rest_aside() -> None:
    by, article = make_user(), make_article()
    chosen, rest = make_claim(article), make_claim(article)
    dismissed = make_claim(article, status=ClaimStatus.DISMISSED)
    accepted, set_aside = triage.accept_these_set_aside_the_rest(article=article, accepted_ids=[chosen.pk], by=by)
    assert (accepted, set_aside) == ([chosen], [rest])
    assert stored(dismissed)["status"] == ClaimStatus.DISMISSED
    assert Article.objects.get(pk=article.pk).triager == by


def test_claims_of_another_article_are_not_accepted_with_this_one() -> None:
    by, article, stranger = make_user(), make_article(), make_claim()
    own = make_claim(article)
    with pytest.raises(ClaimInvalid, match="does not belong"):
        triage.accept_these_set_aside_the_rest(article=article, accepted_ids=[own.pk, stranger.pk], by=by)
    assert stored(own)["status"] == stored(stranger)["status"] == ClaimStatus.PROPOSED


def test_a_dismissal_needs_a_reason_and_another_reason_needs_a_note() -> None:
    by, claim = make_user(), make_claim()
    for reason, note in (("", ""), ("boredom", ""), (DismissalReason.OTHER, "  ")):
        with pytest.raises(ClaimInvalid):
            triage.dismiss_claim(claim=claim, reason=reason, note=note, by=by)
    assert triage.dismiss_claim(claim=claim, reason=DismissalReason.OTHER, note="A joke.", by=by).dismissal_note


def test_taking_a_dismissal_back_clears_its_reason() -> None:
    claim = triage.repropose_claim(claim=make_claim(status=ClaimStatus.DISMISSED), by=make_user())
    assert (claim.status, claim.dismissal_reason, claim.dismissal_note) == (ClaimStatus.PROPOSED, "", "")


@pytest.mark.parametrize("readings", [[], ["One."], ["One.", " One. "], ["One.", "  "]])
def test_an_ambiguous_claim_needs_two_different_readings(readings: list[str]) -> None:
    claim = make_claim()
    with pytest.raises(ClaimInvalid, match="two different readings"):
        triage.mark_ambiguous(claim=claim, readings=readings, by=make_user())
    assert stored(claim)["status"] == ClaimStatus.PROPOSED


@pytest.mark.parametrize("status", [ClaimStatus.DISMISSED, ClaimStatus.DUPLICATE])
def test_a_dismissed_claim_or_a_sighting_has_no_sightings(status: ClaimStatus) -> None:
    canonical = make_claim(status=status)
    with pytest.raises(TransitionRefused, match="can have no sightings"):
        triage.mark_sighting(claim=make_claim(), canonical=canonical, treatment=Treatment.ASSERTS, by=make_user())


def test_sightings_make_no_chains_and_no_claim_sights_itself() -> None:
    by, canonical = make_user(), make_claim()
    make_claim(status=ClaimStatus.DUPLICATE, canonical=canonical)
    with pytest.raises(TransitionRefused, match="sightings of its own"):
        triage.mark_sighting(claim=canonical, canonical=make_claim(), treatment=Treatment.ASSERTS, by=by)
    with pytest.raises(ClaimInvalid, match="not a sighting of itself"):
        triage.mark_sighting(claim=canonical, canonical=canonical, treatment=Treatment.ASSERTS, by=by)
    with pytest.raises(ClaimInvalid, match="treats the statement"):
        triage.mark_sighting(claim=make_claim(), canonical=canonical, treatment="praises", by=by)


def test_a_claim_under_review_can_get_another_sighting() -> None:
    canonical = make_claim(status=ClaimStatus.ACCEPTED)
    pull_accepted_claims()
    claim = triage.mark_sighting(claim=make_claim(), canonical=canonical, treatment=Treatment.DISPUTES, by=make_user())
    assert (claim.canonical, claim.treatment) == (canonical, Treatment.DISPUTES)


def test_each_step_leaves_its_reason_and_person_in_the_history() -> None:
    by = make_user()
    claim = make_claim()
    triage.set_priority(claims=[claim], priority=Priority.URGENT, by=by)
    triage.accept_claims(claims=[claim], by=by)
    rows = apps.get_model("claims", "ClaimHistory").objects.filter(pgh_obj=claim).order_by("pgh_id")
    contexts = [row.pgh_context.metadata for row in rows]
    assert [context["reason"] for context in contexts][-2:] == ["priority urgent", "accept"]
    assert contexts[-1]["user"] == by.pk


def test_an_unknown_claim_or_priority_is_refused() -> None:
    by = make_user()
    with pytest.raises(ClaimInvalid, match="There is no claim"):
        triage.accept_claims(claims=[10**9], by=by)
    with pytest.raises(ClaimInvalid, match="Choose a priority"):
        triage.set_priority(claims=[make_claim()], priority=7, by=by)
