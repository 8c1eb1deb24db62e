"""What every mail of ours has in common: plain text, our name before its subject, addresses of our own site, and how
often one that fails is tried again."""

from datetime import timedelta
from typing import Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext

WAITS: Final = tuple(timedelta(minutes=10) * 2**tries for tries in range(7))
"""After each try but the last, before the next: its worker died, or the mail server was down or refused. 10, 20, 40 …
minutes: the last try is some 21 hours after the first, a night without a mail server."""

MOST_TRIES: Final = len(WAITS) + 1


def send_mail(to: str, subject: str, body: str) -> None:
    """Raises OSError where the mail server fails or refuses (SMTPException is one)."""
    title = gettext("%(site)s: %(subject)s") % {"site": settings.SITE_NAME, "subject": subject}
    EmailMessage(title, body, to=[to]).send()


def absolute(path: str) -> str:
    """The address of a page of ours for a reader elsewhere; from SITE_URL, as no request is at hand."""
    return f"{settings.SITE_URL}{path}"
