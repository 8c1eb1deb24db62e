"""Answers by mail to readers who left an address, in the language of their form.

Each is sent once, outside any transaction, and tried again a few times while it fails, like notifications.
"""

from typing import Any

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext, ngettext, override

from claims.models import Request
from reviews.enums import DisputeState
from reviews.models import Dispute
from reviews.services.mailing import WAITS, absolute, send_mail


def requests_to_mail() -> QuerySet[Request]:
    return Request.objects.filter(_untried(), answered_at__isnull=False)


def disputes_to_mail() -> QuerySet[Dispute]:
    return Dispute.objects.filter(_untried(), state=DisputeState.DECIDED)


def mail_request_answer(*, request_id: int) -> bool:
    """Whether a mail was sent now; a second call sends none. Raises OSError where the mail server fails or refuses."""
    due = requests_to_mail().filter(pk=request_id)
    if not due.update(**_tried_now()):
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
    if not due.update(**_tried_now()):
        return False
    row = Dispute.objects.select_related("decision").get(pk=dispute_id)
    with override(row.language):
        says = f"{gettext(row.decision.get_outcome_display())}.\n\n{row.decision.answer}"
        path = reverse("public:disputed", args=[row.token])
        _send(row.mail, gettext("Your dispute of a verdict"), says, path)
    Dispute.objects.filter(pk=dispute_id).update(mailed_at=Now())
    return True


def _untried() -> Q:
    """Never tried, or so often and so long ago that the next try is due; after the last one it stays unsent."""
    due = Q(mail_tries=0)
    for tries, wait in enumerate(WAITS, start=1):
        due |= Q(mail_tries=tries, mail_tried_at__lt=Now() - wait)
    return ~Q(mail="") & Q(mailed_at=None) & due


def _tried_now() -> dict[str, Any]:
    return {"mail_tried_at": Now(), "mail_tries": F("mail_tries") + 1}


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
