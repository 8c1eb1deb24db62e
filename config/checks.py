"""Refusals before anything is written."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

MINIMUM_VERSION = 16_00_00


@register(Tags.database)
def database_is_fit(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """Runs where a command looks at the database (`migrate`, `check --database default`)."""
    return [problem for alias in databases or [] for problem in _problems(alias)]


@register
def readers_are_answered_before_they_are_forgotten(**_: Any) -> list[CheckMessage]:
    if settings.CLAIMDESK_READER_DAYS >= 1:
        return []
    hint = "With less, a reader's mail address could be deleted before the answer is sent."
    return [Error("CLAIMDESK_READER_DAYS must be at least 1.", hint=hint, id="config.E004")]


@register
def sessions_last(**_: Any) -> list[CheckMessage]:
    if settings.CLAIMDESK_SESSION_HOURS >= 1 and settings.CLAIMDESK_SESSION_IDLE_MINUTES >= 1:
        return []
    hint = "With less, everybody would be signed out on their first page."
    return [
        Error(
            "CLAIMDESK_SESSION_HOURS and CLAIMDESK_SESSION_IDLE_MINUTES must be at least 1.",
            hint=hint,
            id="config.E005",
        )
    ]


@register
def digest_has_an_hour(**_: Any) -> list[CheckMessage]:
    if 0 <= settings.CLAIMDESK_DIGEST_HOUR <= 23:
        return []
    return [Error("CLAIMDESK_DIGEST_HOUR must be from 0 to 23.", hint="It is an hour of the day.", id="config.E006")]


def _problems(alias: str) -> list[CheckMessage]:
    problems: list[CheckMessage] = []
    connection = connections[alias]
    if connection.vendor != "postgresql":
        return [Error("Claimdesk needs PostgreSQL.", hint="Name one in DATABASE_URL.", id="config.E001")]
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int, lower('É') = 'é'")
        version, folds_case = cursor.fetchone()
    if version < MINIMUM_VERSION:
        problems.append(Error("Claimdesk needs PostgreSQL 16 or newer.", id="config.E002"))
    if not folds_case:
        problems.append(
            Error(
                "This database does not fold case beyond ASCII: lower('É') is not 'é', so search would miss names.",
                hint="Make it again with a UTF-8 locale, e.g. TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'.",
                id="config.E003",
            )
        )
    return problems
