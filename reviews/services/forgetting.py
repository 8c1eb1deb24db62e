"""What readers trusted us with goes again: some days after the answer, after a year where there is none."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Q

from claims.models import Request
from reviews.enums import DisputeState
from reviews.models import Dispute

UNANSWERED: Final = timedelta(days=365)
"""What nobody answered within a year will hardly be answered by mail."""


@transaction.atomic
def forget_readers(*, days: int, now: datetime) -> int:
    """Empties what could name a reader where the answer is `days` old. Returns how many rows that were. Twice is once.

    The statement that was asked about and the objection stay: they are what the answer is an answer to.
    """
    answered, too_old = now - timedelta(days=days), now - UNANSWERED
    requests = Request.objects.filter(
        Q(answered_at__lte=answered) | Q(answered_at=None, created_at__lte=too_old), forgotten_at=None
    )
    disputes = Dispute.objects.filter(
        Q(decision__decided_at__lte=answered) | ~Q(state=DisputeState.DECIDED) & Q(received_at__lte=too_old),
        forgotten_at=None,
    )
    gone = requests.update(mail="", note="", seen_at="", forgotten_at=now)
    return gone + Dispute.objects.filter(pk__in=disputes.values("pk")).update(mail="", forgotten_at=now)
