"""Days pass in tests by moving rows into the past, never by waiting."""

from datetime import timedelta

from psycopg import sql

from tests.fixtures.databases import PrivateDatabase

MOMENTS = {
    "claims_claim": ("created_at",),
    "reviews_contact": ("asked_on", "deadline"),
    "reviews_draft": ("created_at", "updated_at"),
    "reviews_publication": ("valid_from", "valid_until", "changed_at", "approved_at"),
    "reviews_review": ("created_at", "stage_changed_at", "lease_until", "wait_until", "due_on"),
    "reviews_verdict": ("submitted_at",),
}
"""Moments and days that pages show or decide by. The decision log keeps its own: its hashes hold them."""


def let_pass(database: PrivateDatabase, **time: int) -> None:
    """As if so much time had gone by since everything that is there: `let_pass(db, days=14)`.

    As PostgreSQL's administrator and past the triggers: nobody in the newsroom could do that.
    """
    moved = timedelta(**time)
    with database.connect(user="postgres") as connection:
        connection.execute("SET session_replication_role = replica")
        for table, columns in MOMENTS.items():
            changes = [_earlier(column, is_day=column.endswith("_on") or column == "deadline") for column in columns]
            query = sql.SQL("UPDATE {} SET {}").format(sql.Identifier(table), sql.SQL(", ").join(changes))
            connection.execute(query, {"moved": moved})


def _earlier(column: str, *, is_day: bool) -> sql.Composed:
    shape = "{0} = ({0} - %(moved)s::interval)::date" if is_day else "{0} = {0} - %(moved)s::interval"
    return sql.SQL(shape).format(sql.Identifier(column))
