"""Refusals before anything is written."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

from config.encryption import is_key
from reviews.public_role import ROLE as PUBLIC_ROLE

MINIMUM_VERSION = 16_00_00
APPLICATION = "claimdesk"


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


@register(Tags.security, deploy=True)
def second_factors_have_a_key(**_: Any) -> list[CheckMessage]:
    if settings.EMBEDDED or settings.CLAIMDESK_MFA_KEYS:
        return []
    hint = (
        "Without it they are under a key made from SECRET_KEY, and nobody could sign in once that is changed. Make one:"
        ' python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())"'
    )
    return [Error("CLAIMDESK_MFA_KEYS must name a key for second factors.", hint=hint, id="config.E011")]


@register
def keys_of_second_factors_are_keys(**_: Any) -> list[CheckMessage]:
    if all(is_key(key) for key in settings.CLAIMDESK_MFA_KEYS):
        return []
    hint = "Each is 44 characters as Fernet.generate_key makes them; several are separated by commas, the newest first."
    return [Error("CLAIMDESK_MFA_KEYS holds something that is no key.", hint=hint, id="config.E012")]


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


@register
def the_cache_can_be_told(**_: Any) -> list[CheckMessage]:
    url, method = settings.CLAIMDESK_PURGE_URL, settings.CLAIMDESK_PURGE_METHOD
    problems: list[CheckMessage] = []
    if url and not url.startswith(("http://", "https://")):
        problems.append(Error("CLAIMDESK_PURGE_URL must begin with http:// or https://.", id="config.E009"))
    if method not in {"PURGE", "POST"}:
        hint = "PURGE asks for each address; POST sends the addresses as JSON."
        problems.append(Error("CLAIMDESK_PURGE_METHOD must be PURGE or POST.", hint=hint, id="config.E010"))
    return problems


def _problems(alias: str) -> list[CheckMessage]:
    connection = connections[alias]
    if connection.vendor != "postgresql":
        return [Error("Claimdesk needs PostgreSQL.", hint="Name one in DATABASE_URL.", id="config.E001")]
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int, lower('É') = 'é'")
        version, folds_case = cursor.fetchone()
    if version < MINIMUM_VERSION:
        return [Error("Claimdesk needs PostgreSQL 16 or newer.", id="config.E002")]
    problems: list[CheckMessage] = [*public_role_problems(alias), *_temporary_table_problems(alias)]
    if not folds_case:
        problems.append(
            Error(
                "This database does not fold case beyond ASCII: lower('É') is not 'é', so search would miss names.",
                hint="Make it again with a UTF-8 locale, e.g. TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'.",
                id="config.E003",
            )
        )
    return problems


def public_role_problems(alias: str) -> list[CheckMessage]:
    """Public pages read as a role of their own; without it they would answer nothing but errors."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT oid FROM pg_roles WHERE rolname = %s", [PUBLIC_ROLE])
        role = cursor.fetchone()
        if role is None:
            return [
                Error(
                    f"There is no role {PUBLIC_ROLE} on this server, as which public pages read.",
                    hint=f"As administrator: CREATE ROLE {PUBLIC_ROLE} NOLOGIN; then run config/deploy/database.sql.",
                    id="config.E007",
                )
            ]
        # The owner, who migrates, gives the role its rights and need not be able to become it.
        cursor.execute(
            "SELECT 1 FROM pg_roles WHERE rolname = %s AND NOT pg_has_role(oid, %s::oid, 'SET')", [APPLICATION, *role]
        )
        if cursor.fetchone() is None:
            return []
    return [
        Error(
            f"The role {APPLICATION} may not become {PUBLIC_ROLE}, as which public pages read.",
            hint="Run config/deploy/database.sql again, as the database's administrator.",
            id="config.E008",
        )
    ]


def _temporary_table_problems(alias: str) -> list[CheckMessage]:
    """A temporary table with the name of ours would be what a trigger reads, were its search path ever lost."""
    with connections[alias].cursor() as cursor:
        cursor.execute(
            "SELECT rolname FROM pg_roles WHERE rolname IN (%s, %s)"
            " AND has_database_privilege(oid, current_database(), 'TEMPORARY') ORDER BY rolname",
            [APPLICATION, PUBLIC_ROLE],
        )
        able = [name for (name,) in cursor.fetchall()]
    if not able:
        return []
    return [
        Error(
            f"Temporary tables can be made in this database by {' and '.join(able)}.",
            hint="Run config/deploy/database.sql again, as the database's administrator.",
            id="config.E013",
        )
    ]
