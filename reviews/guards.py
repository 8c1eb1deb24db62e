"""After each migrate: only who owns the tables may switch triggers off, so the application's role never can."""

from typing import Any

from django.db import connections

# django-pgtrigger makes this function with every trigger that it installs, and lets anybody who can set a variable
# of the session ignore triggers by name. The owner still can: a migration that rewrites protected rows needs it.
_ONLY_THE_OWNER = """
    CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name NAME) RETURNS BOOLEAN LANGUAGE plpgsql AS $$
    BEGIN
        RETURN COALESCE(trigger_name = ANY(NULLIF(current_setting('pgtrigger.ignore', TRUE), '')::text[]), FALSE)
           AND pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = 'reviews_review'::regclass),
                           'MEMBER');
    END;
    $$;
"""


def let_only_the_owner_ignore_triggers(sender: Any, using: str = "default", **_: Any) -> None:
    """post_migrate, when the last trigger of this run is installed; twice changes nothing."""
    with connections[using].cursor() as cursor:
        cursor.execute(_ONLY_THE_OWNER)
