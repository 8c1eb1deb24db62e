"""Answers by mail to readers who left an address, in the language of their form.

Each is sent once, outside any transaction, and tried again while it fails.
"""

from datetime import timedelta
from typing import Final

from django.conf import settings
from django.db.models import Q, QuerySet
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext, ngettext, override

from claims.models import Request
from reviews.enums import DisputeState
from reviews.models import Dispute
from reviews.services.mailing import absolute, send_mail

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
    with override(row.language):
        says = row.answer or gettext("We have checked it and published what we found.")
        path = reverse("public:submitted", args=[row.token])
        _send(row.mail, gettext("Your request for a check"), says, path)
    Request.objects.filter(pk=request_id).update(mailed_at=Now())
    return True


def mail_dispute_answer(*, dispute_id: int) -> bool:
    """As `mail_request_answer`."""
    due = disputes_to_mail().filter(pk=dispute_id)
    if not due.update(mail_tried_at=Now()):
        return False
    row = Dispute.objects.select_related("decision").get(pk=dispute_id)
    with override(row.language):
        says = f"{gettext(row.decision.get_outcome_display())}.\n\n{row.decision.answer}"
        path = reverse("public:disputed", args=[row.token])
        _send(row.mail, gettext("Your dispute of a verdict"), says, path)
    Dispute.objects.filter(pk=dispute_id).update(mailed_at=Now())
    return True


def _untried() -> Q:
    not_lately = Q(mail_tried_at=None) | Q(mail_tried_at__lt=Now() - RETRY)
    return ~Q(mail="") & Q(mailed_at=None) & not_lately


def _send(to: str, subject: str, says: str, path: str) -> None:
    """Only our own words and an address of ours: whoever fills in a form can't make us write theirs to a stranger."""
    days = settings.CLAIMDESK_READER_DAYS
    where = gettext("What became of it stands here; only you have this address:")
    why = gettext("You get this mail because this address was entered in a form of %(site)s.")
    deleted = ngettext(
        "We delete it %(days)s day after the answer and write to it no more.",
        "We delete it %(days)s days after the answer and write to it no more.",
        days,
    )
    end = f"{why % {'site': settings.SITE_NAME}} {deleted % {'days': days}}"
    body = f"{says}\n\n{where}\n{absolute(path)}\n\n{end}\n"
    send_mail(to, subject, body)
