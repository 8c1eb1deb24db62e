"""Two claims under review that say the same: one becomes a sighting of the other, and its sightings follow."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from claims.enums import ClaimStatus, Treatment
from claims.errors import ClaimInvalid, TransitionRefused
from claims.models import Claim
from claims.services.history import because
from claims.services.locks import lock_claims
from claims.workflow import CANONICAL_STATUSES


@transaction.atomic
def merge_claims(*, claim: Claim, into: Claim, treatment: str, by: User) -> list[Claim]:
    """`claim` and the sightings linked to it become sightings of `into`; returns them. Only reviews' services call it.

    Frozen claims stay frozen: what a verdict was published about is not unlinked again by triage.
    """
    if treatment not in Treatment.values:
        raise ClaimInvalid("Choose how the article treats the statement: asserts, reports or disputes it.")
    if claim.pk == into.pk:
        raise ClaimInvalid("A claim is not merged into itself: choose another claim.")
    rows = _lock_with_sightings(claim, into)
    target = next(row for row in rows if row.pk == into.pk)
    if target.status not in CANONICAL_STATUSES:
        raise TransitionRefused(f"“{target.wording}” is {target.get_status_display().lower()}: choose its own claim.")
    moved = [row for row in rows if row.pk != target.pk]
    with because(f"merged into claim {target.pk}", by):
        for row in moved:
            _link(row, target, treatment if row.pk == claim.pk else row.treatment)
    return moved


def _lock_with_sightings(claim: Claim, into: Claim) -> list[Claim]:
    """Both claims and the sightings of the first, locked. Once it is locked itself, no sighting is added to it."""
    rows = lock_claims([claim, into, *claim.sightings.all()])
    added = claim.sightings.exclude(pk__in=[row.pk for row in rows])
    return [*rows, *(lock_claims(added) if added else [])]


def _link(row: Claim, target: Claim, treatment: str) -> None:
    frozen_at = row.frozen_at
    if frozen_at is not None:
        # Thawing is a statement of its own: nothing else may change with it.
        row.frozen_at = None
        row.save(update_fields=["frozen_at"])
    row.status, row.canonical, row.treatment = ClaimStatus.DUPLICATE, target, treatment
    row.touched_at, row.frozen_at = timezone.now(), frozen_at
    row.save(update_fields=["status", "canonical", "treatment", "touched_at", "frozen_at"])
