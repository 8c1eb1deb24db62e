"""Reviews take claims in and let them go again. Only the services of reviews call these."""

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from claims.enums import ClaimStatus
from claims.errors import TransitionRefused
from claims.models import Claim
from claims.services.history import because
from claims.services.locks import lock_claim, lock_claims


@transaction.atomic
def freeze_claims(*, claims: Iterable[Claim | int]) -> list[Claim]:
    """From now on nothing changes them but a thaw; those frozen already keep their moment. Accepted claims only."""
    rows = [claim for claim in lock_claims(claims) if claim.frozen_at is None]
    with because("taken in for review"):
        for claim in rows:
            if claim.status != ClaimStatus.ACCEPTED:
                raise TransitionRefused(f"“{claim.wording}” is not accepted: it cannot be taken in for review.")
            claim.frozen_at = timezone.now()
            claim.save(update_fields=["frozen_at"])
    return rows


@transaction.atomic
def thaw_claim(*, claim: Claim, by: User) -> Claim:
    """It can be edited and set aside again; a claim that is not frozen stays as it is."""
    claim = lock_claim(claim)
    if claim.frozen_at is not None:
        claim.frozen_at = None
        with because("released from review", by):
            claim.save(update_fields=["frozen_at"])
    return claim
