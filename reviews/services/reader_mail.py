"""Answers by mail to readers who left an address: each once, outside any transaction, tried again while it fails."""

from datetime import timedelta
from typing import Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.urls import reverse

from claims.models import Request
from reviews.enums import DisputeState
from reviews.models import Dispute

RETRY: Final = timedelta(minutes=10)
"""After this time a mail that was tried and not sent is tried again: its worker died, or the mail server was down."""


def requests_to_mail() -> QuerySet[Request]:
    return Request.objects.filter(_untried(), answered_at__isnull=False)


def disputes_to_mail() -> QuerySet[Dispute]:
    return Dispute.objects.filter(_untried(), state=DisputeState.DECIDED)


def mail_request_answer(*, request_id: int) -> bool:
    """Whether a mail was sent now; a second call sends none. Raises OSError where the mail server fails or refuses."""
    due = requests_to_mail().filter(pk=request_id)
    if not due.update(mail_tried_at=Now()):
        return False
    row = Request.objects.get(pk=request_id)
    says = row.answer or "We have checked it and published what we found."
    _send(row.mail, "Your request for a check", says, reverse("public:submitted", args=[row.token]))
    Request.objects.filter(pk=request_id).update(mailed_at=Now())
    return True


def mail_dispute_answer(*, dispute_id: int) -> bool:
    """As `mail_request_answer`."""
    due = disputes_to_mail().filter(pk=dispute_id)
    if not due.update(mail_tried_at=Now()):
        return False
    row = Dispute.objects.select_related("decision").get(pk=dispute_id)
    says = f"{row.decision.get_outcome_display()}.\n\n{row.decision.answer}"
    _send(row.mail, "Your dispute of a verdict", says, reverse("public:disputed", args=[row.token]))
    Dispute.objects.filter(pk=dispute_id).update(mailed_at=Now())
    return True


def _untried() -> Q:
    not_lately = Q(mail_tried_at=None) | Q(mail_tried_at__lt=Now() - RETRY)
    return ~Q(mail="") & Q(mailed_at=None) & not_lately


def _send(to: str, subject: str, says: str, path: str) -> None:
    """Only our own words and an address of ours: whoever fills in a form can't make us write theirs to a stranger."""
    body = (
        f"{says}\n\n"
        f"What became of it stands here; only you have this address:\n{settings.SITE_URL}{path}\n\n"
        f"You get this mail because this address was entered in a form of {settings.SITE_NAME}. "
        f"We delete it {settings.CLAIMDESK_READER_DAYS} days after the answer and write to it no more.\n"
    )
    EmailMessage(f"{settings.SITE_NAME}: {subject}", body, to=[to]).send()
