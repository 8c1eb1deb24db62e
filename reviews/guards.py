"""After each migrate: only who owns the tables may switch triggers off, and no temporary table deceives them."""

from typing import Any, Final

from django.db import connections

# PostgreSQL looks for tables and types among a session's temporary ones first, before its own catalogue, unless the
# path says where they come. Last here: whoever may make temporary tables hides none of ours from a trigger.
SEARCH_PATH: Final = "pg_catalog, public, pg_temp"

# django-pgtrigger makes this function with every trigger that it installs, and lets anybody who can set a variable
# of the session ignore triggers by name. The owner still can: a migration that rewrites protected rows needs it.
_ONLY_THE_OWNER = f"""
    CREATE OR REPLACE FUNCTION public._pgtrigger_should_ignore(trigger_name NAME) RETURNS BOOLEAN LANGUAGE plpgsql
    SET search_path = {SEARCH_PATH} AS $$
    BEGIN
        RETURN COALESCE(trigger_name = ANY(NULLIF(current_setting('pgtrigger.ignore', TRUE), '')::text[]), FALSE)
           AND pg_has_role(
               current_user,
               (SELECT relowner FROM pg_catalog.pg_class WHERE oid = 'public.reviews_review'::regclass),
               'MEMBER'
           );
    END;
    $$;
"""  # noqa: S608 a constant of ours

# Functions of extensions are their makers'.
_PINNED = f"""
    DO $$
    DECLARE
        made regprocedure;
    BEGIN
        FOR made IN
            SELECT oid FROM pg_proc
             WHERE pronamespace = 'public'::regnamespace AND prorettype = 'trigger'::regtype
               AND NOT 'search_path={SEARCH_PATH}' = ANY(COALESCE(proconfig, '{{}}'))
               AND NOT EXISTS (SELECT 1 FROM pg_depend
                                WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype = 'e')
        LOOP
            EXECUTE format('ALTER FUNCTION %s SET search_path = {SEARCH_PATH}', made);
        END LOOP;
    END;
    $$;
"""  # noqa: S608 a constant of ours


def let_only_the_owner_ignore_triggers(sender: Any, using: str = "default", **_: Any) -> None:
    """post_migrate, when the last trigger of this run is installed; twice changes nothing."""
    with connections[using].cursor() as cursor:
        cursor.execute(_ONLY_THE_OWNER)


def let_triggers_read_our_own_tables(sender: Any, using: str = "default", **_: Any) -> None:
    """post_migrate, as a trigger installed anew has no search path of its own; twice changes nothing."""
    with connections[using].cursor() as cursor:
        cursor.execute(_PINNED)
