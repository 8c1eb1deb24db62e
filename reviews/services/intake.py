"""Reviews pull: every accepted claim gets its review, once, however often and from wherever this is called."""

from django.db import connection, transaction
from django.utils import timezone

from claims.enums import ClaimStatus
from claims.models import Claim
from claims.services.history import because
from reviews.enums import EventKind, Stage
from reviews.models import Review
from reviews.services.events import record_event

# SKIP LOCKED: who holds such a claim's row is taking it in, or changing it and will find it at the next sweep.
_PULL = """
    INSERT INTO reviews_review (claim_id, uuid, stage, lease_number, priority, score, wait_for, close_reason,
                                close_note, event_count, head_hash, created_at, stage_changed_at)
    SELECT c.id, gen_random_uuid(), %s, 0, c.priority, c.score, '', '', '', 0, '',
           statement_timestamp(), statement_timestamp()
      FROM claims_claim c
     WHERE c.status = %s
       AND NOT EXISTS (SELECT 1 FROM reviews_review r WHERE r.claim_id = c.id)
     ORDER BY c.id
       FOR NO KEY UPDATE OF c SKIP LOCKED
        ON CONFLICT (claim_id) DO NOTHING
    RETURNING id
"""


@transaction.atomic
def pull_accepted_claims() -> int:
    """Take in every accepted claim that has no review, freeze it, log it. Returns how many were taken in."""
    with connection.cursor() as cursor:
        cursor.execute(_PULL, [Stage.WAITING, ClaimStatus.ACCEPTED])
        ids = [row[0] for row in cursor.fetchall()]
    reviews = list(Review.objects.filter(pk__in=ids).select_related("claim").order_by("id"))
    with because("taken in for review"):
        Claim.objects.filter(pk__in=[review.claim_id for review in reviews]).update(frozen_at=timezone.now())
    for review in reviews:
        record_event(
            review=review,
            kind=EventKind.TAKEN_IN,
            actor=None,
            payload={"claim": review.claim_id, "wording": review.claim.wording},
        )
    return len(reviews)
