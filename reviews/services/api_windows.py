"""Counts of requests to the API: a fixed window of a minute for each client, counted in one statement.

Not in Django's cache: with a table behind it a count costs five statements that two requests at once can mix up, and
its clean-up would throw out the counts of failed sign-ins that it also keeps.
"""

from django.db import connection

# The window is the database's minute, so that every process agrees on it.
_COUNT = """
    INSERT INTO reviews_api_window AS known (client, began_at, requests)
         VALUES (%(client)s, date_trunc('minute', statement_timestamp()), 1)
    ON CONFLICT (client) DO UPDATE
            SET began_at = EXCLUDED.began_at,
                requests = CASE WHEN known.began_at = EXCLUDED.began_at THEN known.requests + 1 ELSE 1 END
      RETURNING requests, 60 - floor(extract(second FROM statement_timestamp()))::int
"""

_FORGET = "DELETE FROM reviews_api_window WHERE began_at < statement_timestamp() - interval '1 hour'"


def count_request(client: str) -> tuple[int, int]:
    """(requests of this client in this minute, this one among them; seconds until the next minute)."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, {"client": client})
        requests, resets_in = cursor.fetchone()
    return requests, resets_in


def forget_old_windows() -> int:
    """Removes what is older than an hour. Returns how many."""
    with connection.cursor() as cursor:
        cursor.execute(_FORGET)
        return int(cursor.rowcount)
