"""Reviews freeze the claims that they take in (in their own statement) and let them go again by this."""

from django.contrib.auth.models import User
from django.db import transaction

from claims.models import Claim
from claims.services.history import because
from claims.services.locks import lock_claim


@transaction.atomic
def thaw_claim(*, claim: Claim, by: User) -> Claim:
    """It can be edited and set aside again; a claim that is not frozen stays as it is."""
    claim = lock_claim(claim)
    if claim.frozen_at is not None:
        claim.frozen_at = None
        with because("released from review", by):
            claim.save(update_fields=["frozen_at"])
    return claim
