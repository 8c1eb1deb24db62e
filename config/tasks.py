"""Doors for the worker that belong to accounts, and to what is made of public pages: reviews' own tasks know none."""

import logging
from importlib import import_module

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.account.utils import filter_users_by_email, user_pk_to_url_str
from celery import shared_task
from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection
from django.urls import reverse

from reviews.public.statistics.catalogue import recounted
from reviews.services.kept_counts import keep_counts

log = logging.getLogger(__name__)


@shared_task
def mail_password_reset(email: str) -> int:
    """Mails a link to every active account with this address; returns to how many.

    Nobody rings again for what was lost: the person who waits for the mail asks once more. A second call mails a second
    link; the first stays good until the password is changed.
    """
    people: list[User] = filter_users_by_email(email, is_active=True, prefer_verified=True)
    for person in people:
        _mail_reset(person, email)
    return len(people)


@shared_task
def forget_ended_sessions() -> None:
    """Removes the rows of sessions that no browser can use any more."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


@shared_task
def forget_expired_counts() -> int:
    """Removes what has expired in the cache, such as counts of failed sign-ins; returns how many rows went."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM config_cache WHERE expires < now()")
        removed: int = cursor.rowcount
    return removed


@shared_task
def keep_statistics() -> bool:
    """Counts what the statistics page shows and keeps it, if anything changed. Returns whether it counted."""
    found = recounted()
    if found is None:
        return False
    mark, counts = found
    keep_counts(mark=mark, counts=counts)
    return True


def _mail_reset(person: User, email: str) -> None:
    token = app_settings.PASSWORD_RESET_TOKEN_GENERATOR().make_token(person)
    key = {"uidb36": user_pk_to_url_str(person), "key": token}
    address = f"{settings.SITE_URL}{reverse('account_reset_password_from_key', kwargs=key)}"
    context = {"person": person, "address": address, "minutes": settings.PASSWORD_RESET_TIMEOUT // 60}
    try:
        get_adapter().render_mail("account/email/password_reset_key", email, context).send()
    except OSError:  # SMTPException is one.
        log.exception("A password reset could not be mailed to the account %s.", person.pk)
