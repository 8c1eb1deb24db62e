"""Notifications by mail: what is due for one person is one mail, sent outside any transaction, tried a few times.

A mail that is wanted at once is due when its notification is written, one for the digest at the digest's hour; whatever
is due together is one mail. Claiming is one conditional UPDATE that also sets when the next try is due, so two workers
never send the same, and what a dead worker or a mail server that is down left undone is found by the sweep.
"""

from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby
from typing import Any, Final

from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import QuerySet
from django.db.models.functions import Now
from django.urls import reverse

from reviews.models import Notification
from reviews.notices import kinds_for, sentence
from reviews.services.mailing import WAITS, absolute, send_mail

MOST_IN_ONE: Final = 50
"""Listed in one mail; of more it says how many there are at the desk."""

TOO_OLD: Final = timedelta(days=7)
"""Nobody wants the mail of a month in which their account had no address, or the newsroom no worker."""

_CLAIM = """
    UPDATE reviews_notification SET
           mail_tries = mail_tries + 1,
           -- Beyond the last wait stands NULL: it is not due again.
           mail_after = statement_timestamp() + (%(waits)s::interval[])[mail_tries + 1]
     WHERE id IN (SELECT id FROM reviews_notification
                   WHERE person_id = %(person)s AND mail_after <= statement_timestamp()
                     AND mailed_at IS NULL AND read_at IS NULL AND created_at > statement_timestamp() - %(too_old)s
                   ORDER BY id FOR UPDATE SKIP LOCKED)
    RETURNING id
"""


def due_mails() -> QuerySet[Notification]:
    """Unread, wanted by mail by now, and somebody is there to get it."""
    due = Notification.objects.filter(mail_after__lte=Now(), mailed_at=None, read_at=None)
    return due.filter(created_at__gt=Now() - TOO_OLD, person__is_active=True).exclude(person__email="")


def people_to_mail(*, just_written: bool = False) -> list[int]:
    """Ids of people for whom a mail is due. `just_written`: only for what nobody has tried yet, within a minute."""
    due = due_mails()
    if just_written:
        due = due.filter(mail_tries=0, created_at__gt=Now() - timedelta(minutes=1))
    return list(due.order_by("person").values_list("person", flat=True).distinct())


def mail_notifications(*, person_id: int) -> int:
    """How many notifications the mail sent now told of; 0 sends none, and so does a second call.

    Raises OSError where the mail server fails or refuses; they are due again later, until `mailing.MOST_TRIES`.
    """
    person = User.objects.filter(pk=person_id, is_active=True).exclude(email="").first()
    if person is None:
        return 0
    claimed = _claim(person)
    rows = list(_readable(person).filter(pk__in=claimed))
    if rows:
        send_mail(person.email, _subject(rows), _body(rows))
        Notification.objects.filter(pk__in=[row.pk for row in rows]).update(mailed_at=Now(), mail_after=None)
    # What the person may not be told any more is not due again.
    Notification.objects.filter(pk__in=claimed, mailed_at=None).update(mail_after=None)
    return len(rows)


def _claim(person: User) -> list[int]:
    params: dict[str, Any] = {"person": person.pk, "waits": list(WAITS), "too_old": TOO_OLD}
    with connection.cursor() as cursor:
        cursor.execute(_CLAIM, params)
        return [pk for (pk,) in cursor.fetchall()]


def _readable(person: User) -> QuerySet[Notification]:
    """Of kinds that the person still has a right for, kind by kind, the newest first."""
    rows = Notification.objects.filter(person=person, kind__in=kinds_for(person))
    return rows.select_related("event__actor", "review__claim").order_by("kind", "-id")


def _subject(rows: Sequence[Notification]) -> str:
    """No word of a claim: subjects stand on locked screens."""
    return rows[0].get_kind_display() if len(rows) == 1 else f"{len(rows)} notifications"


def _body(rows: Sequence[Notification]) -> str:
    parts = [f"{kind}\n\n{_lines(list(group))}" for kind, group in groupby(rows[:MOST_IN_ONE], _kind)]
    more = len(rows) - MOST_IN_ONE
    if more > 0:
        parts.append(f"And {more} more: {absolute(reverse('desk:notifications'))}")
    parts.append(
        f"-- \nYou get this mail because of your account at {settings.SITE_NAME}. What is mailed, and when, you choose"
        f" here:\n{absolute(reverse('desk:notification_choices'))}\n"
    )
    return "\n\n".join(parts)


def _lines(rows: list[Notification]) -> str:
    return "\n\n".join(
        f"{sentence(row)}\n“{row.review.claim}”\n{absolute(reverse('desk:notification', args=[row.pk]))}"
        for row in rows
    )


def _kind(row: Notification) -> str:
    return row.get_kind_display()
