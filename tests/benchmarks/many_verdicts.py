"""A newsroom with many verdicts: `python -m tests.benchmarks.many_verdicts [COUNT]`, 100,000 by default.

A few dozen verdicts go the whole way through the services; the others are copies of their rows under other numbers,
with other words, people, sources and dates in the row and in its payload, written with COPY. That takes a few
minutes, and a second call adds what is missing. The folder is that of `own_database`; remove it when you are done.
"""

from __future__ import annotations

import sys
import time
from typing import Any

import psycopg
from psycopg import sql
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

from config.embedded import server
from config.embedded.paths import data_folder
from tests.benchmarks.own_database import open_database

COUNT = 100_000
CHUNK = 2_000
"""Verdicts made in memory before they are written."""

Row = dict[str, Any]
Rows = dict[str, list[Row]]

TABLES = (
    "claims_article",
    "claims_articletext",
    "claims_claim",
    "claims_anchor",
    "reviews_review",
    "reviews_verdict",
    "reviews_finding",
    "reviews_evidence",
    "reviews_publication",
    "reviews_publishedsighting",
    "reviews_publishedsource",
    "reviews_correction",
)


def load(count: int = COUNT) -> int:
    """Until there are so many copies. Django must be set up. Returns how many were added."""
    from tests.benchmarks.verdict_copies import COPIES, Copies, make_templates  # noqa: PLC0415 needs Django's models

    with _administrator() as connection:
        have = _number_of_copies(connection, COPIES)
        if have >= count:
            return 0
        copies = Copies(connection, make_templates())
        # Copies of rows that were lawful when they were made; the triggers would ask each for its own history.
        connection.execute("SET session_replication_role = replica")
        for first in range(have, count, CHUNK):
            write(connection, copies.rows(range(first, min(first + CHUNK, count)), count))
        connection.execute("RESET session_replication_role")
        connection.execute("VACUUM ANALYZE")
        return count - have


def write(connection: psycopg.Connection[Any], rows: Rows) -> None:
    for table in TABLES:
        if rows.get(table):
            names = list(rows[table][0])
            columns = sql.SQL(", ").join(map(sql.Identifier, names))
            statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), columns)
            with connection.cursor() as cursor, cursor.copy(statement) as copy:
                for row in rows[table]:
                    copy.write_row([Jsonb(value) if isinstance(value, dict) else value for value in row.values()])


def _number_of_copies(connection: psycopg.Connection[Row], first: int) -> int:
    row = connection.execute("SELECT count(*) AS count FROM reviews_publication WHERE id >= %s", [first]).fetchone()
    return int(row["count"]) if row else 0


def _administrator() -> psycopg.Connection[Row]:
    socket = str(server.ensure_running())
    return psycopg.connect(host=socket, user="postgres", dbname="claimdesk", autocommit=True, row_factory=dict_row)


def main() -> None:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    open_database()
    began = time.monotonic()
    added = load(wanted)
    print(f"{added:,} verdicts added in {time.monotonic() - began:.0f} s, {wanted:,} in all, in {data_folder().root}")


if __name__ == "__main__":
    main()
