"""What every mail of ours has in common: plain text, our name before its subject, addresses of our own site."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext


def send_mail(to: str, subject: str, body: str) -> None:
    """Raises OSError where the mail server fails or refuses (SMTPException is one)."""
    title = gettext("%(site)s: %(subject)s") % {"site": settings.SITE_NAME, "subject": subject}
    EmailMessage(title, body, to=[to]).send()


def absolute(path: str) -> str:
    """The address of a page of ours for a reader elsewhere; from SITE_URL, as no request is at hand."""
    return f"{settings.SITE_URL}{path}"
