"""What editors decide about proposed claims. Each step: lock, guard (`claims.workflow`), change, history row."""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from claims.enums import ClaimStatus, DismissalReason, Priority, Treatment
from claims.errors import ClaimInvalid, TransitionRefused
from claims.models import Article, Claim
from claims.services.editing import edit_claim, write_claim
from claims.services.freezing import thaw_claim
from claims.services.history import because
from claims.services.locks import lock_claim, lock_claims, refuse_frozen, refuse_illegal
from claims.workflow import CANONICAL_STATUSES, Step, target

# Everything that changes a claim can be had from here.
__all__ = [
    "accept_claims",
    "accept_these_set_aside_the_rest",
    "dismiss_claim",
    "edit_claim",
    "mark_ambiguous",
    "mark_sighting",
    "repropose_claim",
    "set_aside_claims",
    "set_priority",
    "thaw_claim",
    "unlink_sighting",
    "write_claim",
]


@transaction.atomic
def accept_claims(*, claims: Iterable[Claim | int], by: User) -> list[Claim]:
    """Chooses claims for checking; those accepted already are left as they are. All or none."""
    return _step_each(claims, Step.ACCEPT, by)


@transaction.atomic
def set_aside_claims(*, claims: Iterable[Claim | int], by: User) -> list[Claim]:
    """Does not choose them; needs no reason and can be taken back. All or none."""
    return _step_each(claims, Step.SET_ASIDE, by)


@transaction.atomic
def accept_these_set_aside_the_rest(
    *, article: Article, accepted_ids: Iterable[int], by: User
) -> tuple[list[Claim], list[Claim]]:
    """One action for an article: these are accepted, what is still proposed is set aside. (accepted, set aside)"""
    chosen = set(accepted_ids)
    own = lock_claims(article.claims.values_list("pk", flat=True))
    strangers = chosen - {claim.pk for claim in own}
    if strangers:
        raise ClaimInvalid(f"Claim {min(strangers)} does not belong to “{article}”: reload the page and choose again.")
    rest = [claim for claim in own if claim.pk not in chosen and claim.status == ClaimStatus.PROPOSED]
    accepted = _step_each(chosen, Step.ACCEPT, by)
    return accepted, _step_each(rest, Step.SET_ASIDE, by)


@transaction.atomic
def dismiss_claim(*, claim: Claim, reason: str, note: str = "", by: User) -> Claim:
    """It is not a claim; `reason` is one of DismissalReason, and `other` needs a note."""
    if reason not in DismissalReason.values:
        raise ClaimInvalid("Choose a reason for the dismissal.")
    note = note.strip()
    if reason == DismissalReason.OTHER and not note:
        raise ClaimInvalid("Write in the note why this is not a claim.")
    claim = _guarded(claim, Step.DISMISS)
    claim.dismissal_reason, claim.dismissal_note = reason, note
    return _take(claim, Step.DISMISS, by)


@transaction.atomic
def mark_ambiguous(*, claim: Claim, readings: Iterable[str], by: User) -> Claim:
    """Keeps both readings and guesses none of them."""
    kept = list(dict.fromkeys(" ".join(reading.split()) for reading in readings if reading.strip()))
    if len(kept) < 2:
        raise ClaimInvalid("An ambiguous claim needs at least two different readings: write out each of them.")
    claim = _guarded(claim, Step.MARK_AMBIGUOUS)
    claim.readings = kept
    return _take(claim, Step.MARK_AMBIGUOUS, by)


@transaction.atomic
def mark_sighting(*, claim: Claim, canonical: Claim, treatment: str, by: User) -> Claim:
    """Links a claim to the one that says the same; `treatment` says how its article treats the statement.

    The canonical claim may be under review: a further sighting does not change it.
    """
    if treatment not in Treatment.values:
        raise ClaimInvalid("Choose how the article treats the statement: asserts, reports or disputes it.")
    if claim.pk == canonical.pk:
        raise ClaimInvalid("A claim is not a sighting of itself: choose another claim.")
    by_id = {row.pk: row for row in lock_claims([claim, canonical])}
    claim, canonical = by_id[claim.pk], by_id[canonical.pk]
    refuse_illegal(claim, Step.MARK_SIGHTING)
    if canonical.status not in CANONICAL_STATUSES:
        raise TransitionRefused(
            f"“{canonical.wording}” is {canonical.get_status_display().lower()}: it can have no sightings."
        )
    if claim.sightings.exists():
        raise TransitionRefused(f"“{claim.wording}” has sightings of its own: link those to the other claim first.")
    claim.canonical, claim.treatment = canonical, treatment
    return _take(claim, Step.MARK_SIGHTING, by)


@transaction.atomic
def unlink_sighting(*, claim: Claim, by: User) -> Claim:
    """The two do not say the same after all; the claim is proposed again."""
    claim = _guarded(claim, Step.UNLINK_SIGHTING)
    claim.canonical = None
    return _take(claim, Step.UNLINK_SIGHTING, by)


@transaction.atomic
def repropose_claim(*, claim: Claim, by: User) -> Claim:
    """Takes a decision back."""
    claim = _guarded(claim, Step.REPROPOSE)
    claim.dismissal_reason = claim.dismissal_note = ""
    return _take(claim, Step.REPROPOSE, by)


@transaction.atomic
def set_priority(*, claims: Iterable[Claim | int], priority: int, by: User) -> list[Claim]:
    """Orders the queue; a claim under review has its priority on the review."""
    if priority not in Priority.values:
        raise ClaimInvalid("Choose a priority: low, normal, high or urgent.")
    rows = lock_claims(claims)
    with because(f"priority {Priority(priority).label.lower()}", by):
        for claim in rows:
            refuse_frozen(claim)
            claim.priority, claim.touched_at = priority, timezone.now()
            claim.save(update_fields=["priority", "touched_at"])
    return rows


def _step_each(claims: Iterable[Claim | int], step: Step, by: User) -> list[Claim]:
    waiting = [claim for claim in lock_claims(claims) if claim.status != target(step)]
    for claim in waiting:
        refuse_illegal(claim, step)
    return [_take(claim, step, by) for claim in waiting]


def _guarded(claim: Claim, step: Step) -> Claim:
    claim = lock_claim(claim)
    refuse_illegal(claim, step)
    return claim


def _take(claim: Claim, step: Step, by: User) -> Claim:
    claim.status, claim.touched_at = target(step), timezone.now()
    with because(step.value.replace("_", " "), by):
        claim.save()
        Article.objects.filter(pk=claim.article_id).update(triager=by, triaged_at=Now())
    return claim
