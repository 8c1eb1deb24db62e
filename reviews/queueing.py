"""Which claims a reviewer may be given, and in which order: the SQL that taking, counting and explaining share."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from reviews.conflicts import conflict_sql
from reviews.models.hold_triggers import IN_FORCE, STOPS_REVIEW


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """What a reviewer chose to see; None or empty: anything. `topic`, `source` and `article` are ids; due on
    `due_by` or before."""

    topic: int | None = None
    kind: str = ""
    source: int | None = None
    language: str = ""
    article: int | None = None
    due_by: date | None = None

    def as_sql(self) -> tuple[str, dict[str, Any]]:
        """Conditions over `r` (review), `c` (claim), `a` (article), each beginning with AND, with their parameters."""
        conditions = {
            "topic": "EXISTS (SELECT 1 FROM claims_claim_topics t WHERE t.claim_id = c.id AND t.topic_id = %(topic)s)",
            "kind": "c.kind = %(kind)s",
            "source": "a.source_id = %(source)s",
            "language": "c.language = %(language)s",
            "article": "c.article_id = %(article)s",
            "due_by": "r.due_on <= %(due_by)s",
        }
        chosen = {name: getattr(self, name) for name in conditions if getattr(self, name)}
        return "".join(f" AND {conditions[name]}" for name in chosen), chosen


ANY = QueueFilter()

JOINS = "reviews_review r JOIN claims_claim c ON c.id = r.claim_id JOIN claims_article a ON a.id = c.article_id"

OPEN = "r.stage IN ('waiting', 'in_review')"

# Leases are compared with the database's clock, so correctness waits for no sweeper.
FREE_NOW = f"""{OPEN}
    AND (r.lease_until IS NULL OR r.lease_until <= statement_timestamp())
    AND (r.wait_until IS NULL OR r.wait_until <= statement_timestamp())
    AND r.skipped_for_all_at IS NULL"""

FOR_EDITORS = "r.skipped_for_all_at IS NOT NULL"
"""Skipped for everybody: it is in nobody's hands and out of the queue."""

MINE = "r.assignee_id = %(me)s"

NOBODYS = "r.assignee_id IS NULL"

NOT_SKIPPED = "NOT EXISTS (SELECT 1 FROM reviews_skip s WHERE s.review_id = r.id AND s.reviewer_id = %(me)s)"

UNTOUCHED = f"NOT {conflict_sql('%(me)s', 'r.claim_id')}"
"""No interest that the reviewer declared is in it."""

NOT_SECOND = """NOT EXISTS (
    SELECT 1 FROM reviews_seconddraft s JOIN reviews_secondopinion o ON o.id = s.opinion_id
     WHERE o.review_id = r.id AND s.author_id = %(me)s)"""
"""Whoever took the second verdict of a claim does not get its first too."""

OFFERED = f"{NOT_SKIPPED} AND {UNTOUCHED} AND {NOT_SECOND}"

HELD_BACK = f"EXISTS (SELECT 1 FROM reviews_hold h WHERE {IN_FORCE} AND {STOPS_REVIEW})"  # noqa: S608 constants

WAIT_OVER = "(r.wait_until IS NOT NULL AND r.wait_until <= statement_timestamp())"
"""What somebody waited for is due: it comes first in their own work."""

ORDER = "r.priority DESC, r.score DESC, r.created_at, r.id"
"""Editor's priority, check-worthiness, age; the index `review_queue_order` has the same order."""
