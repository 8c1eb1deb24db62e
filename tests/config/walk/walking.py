"""Asks for an address as somebody, and says what came of it: how it answered, and which tables were written to."""

import re
import time
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any, Final

from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client

VERBS: Final = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")

DOORS: Final = re.compile(r"^(/accounts/login/|/admin/login/)")
"""Where whoever is not signed in is sent."""

MACHINERY: Final = {"django_session", "config_cache", "reviews_api_window"}
"""Tables that any request may write to: sessions and counts of requests."""

WRITTEN: Final = """
SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables
 WHERE n_tup_ins + n_tup_upd + n_tup_del > 0"""


@dataclass(frozen=True, slots=True)
class Answer:
    """`outcome`: in, out (403, or sent to sign in), no verb (405), or failed (5xx)."""

    status: int
    outcome: str
    written: frozenset[str]


class Walker:
    """One person's browser (None: nobody's), who has just said the password once more.

    Whatever a request does is undone after it, so that each finds the world as it was.
    """

    def __init__(self, person: User | None) -> None:
        self.client = Client(raise_request_exception=False)
        if person is not None:
            self.client.force_login(person)
            session = self.client.session
            session["account_authentication_methods"] = [
                {"method": "password", "at": time.time() + 3600, "reauthenticated": True}
            ]
            session.save()
        self._cookies = self.client.cookies.output(header="", sep=";")
        self._counts = _counts()

    def ask(self, verb: str, path: str) -> Answer:
        self.client.cookies = SimpleCookie(self._cookies)
        with transaction.atomic():
            # As a browser says where a form was sent from, which the readers' forms look at.
            response = self.client.generic(
                verb, path, content_type="application/x-www-form-urlencoded", headers={"Origin": settings.SITE_URL}
            )
            transaction.set_rollback(True)
        before, self._counts = self._counts, _counts()
        written = {table for table, count in self._counts.items() if count != before.get(table, 0)}
        return Answer(response.status_code, _outcome(response), frozenset(written - MACHINERY))


def _counts() -> dict[str, int]:
    """Rows written in this transaction so far, undone ones included, by table. The database's own count."""
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN)
        return dict(cursor.fetchall())


def _outcome(response: Any) -> str:
    if response.status_code >= 500:
        return "failed"
    if response.status_code == 405:
        return "no verb"
    if response.status_code in {401, 403} or DOORS.match(response.headers.get("Location", "")):
        return "out"
    return "in"
