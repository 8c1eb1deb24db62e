"""Holds and the time of what is set, as the database keeps them: a page that is stopped begins when its hold ends."""

import pgtrigger

from claims.models.triggers import body, checked_at_commit, refuse_if

IN_FORCE = "h.lifted_at IS NULL AND (h.until IS NULL OR h.until > statement_timestamp())"
"""Of a hold `h`."""

STOPS_REVIEW = """(h.review_id = r.id OR h.article_id = c.article_id
            OR h.article_id IN (SELECT s.article_id FROM claims_claim s WHERE s.canonical_id = c.id))"""
"""A hold `h` on the review `r` of claim `c`, or on an article that its next page would quote."""


def _stops_page(page: str) -> str:
    """A hold `h` on the review `r` of claim `c`, or on an article that this page quotes, linked or not any more."""
    return f"""(h.review_id = r.id OR h.article_id = c.article_id
            OR h.article_id IN (SELECT q.article_id FROM reviews_publishedsighting q
                                 WHERE q.publication_id = {page}.id))"""  # noqa: S608 constants


def _of_the_new_page(stops: str) -> str:
    """FROM and WHERE: the holds in force that stop it."""
    return f"""reviews_hold h
                     JOIN reviews_review r ON r.id = NEW.review_id
                     JOIN claims_claim c ON c.id = r.claim_id
                    WHERE {IN_FORCE} AND {stops}"""


# The time is reviews.models.holds.WHEN_LIFTED.
_END = "COALESCE(h.until, timestamptz '9999-01-01 00:00+00')"

_STOPPING_WHAT_IS_SET = _of_the_new_page(_stops_page("NEW"))

NOT_HELD = pgtrigger.Trigger(
    name="not_held",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func=body(
        refuse_if(
            f"EXISTS (SELECT 1 FROM {_of_the_new_page(STOPS_REVIEW)})",  # noqa: S608 constants
            "publication_is_not_held",
            "review %: a hold forbids publishing",
            "NEW.review_id",
        )
    ),
)

BEGINS_AS_SET = pgtrigger.Trigger(
    name="begins_as_set",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    condition=pgtrigger.Condition("OLD.valid_from IS DISTINCT FROM NEW.valid_from"),
    func=body(
        refuse_if(
            "OLD.valid_from <= statement_timestamp()",
            "publication_begun_stays_begun",
            "publication % began at %: that is not changed",
            "OLD.id",
            "OLD.valid_from",
        ),
        # At its set time, or when the last hold ends, or now, as one was lifted after it; called off: at its set time.
        refuse_if(
            f"""NEW.set_for IS NULL
           OR NEW.valid_until IS NOT NULL AND (NEW.valid_until <> NEW.valid_from OR NEW.valid_from <> NEW.set_for)
           OR NEW.valid_until IS NULL
              AND (NEW.valid_from < transaction_timestamp()
                   OR NEW.valid_from <> GREATEST(NEW.set_for, (SELECT max({_END}) FROM {_STOPPING_WHAT_IS_SET}),
                                                 LEAST(NEW.valid_from, statement_timestamp())))""",  # noqa: S608 constants
            "publication_begins_as_set",
            "publication %: it begins at the time set for it, or when what holds it back ends",
            "OLD.id",
        ),
    ),
)

STOPS_WHAT_IS_SET = checked_at_commit(
    "stops_what_is_set",
    # Checked at commit: the publication follows its hold in the same transaction.
    refuse_if(
        f"""EXISTS (
               SELECT 1 FROM reviews_publication p
                 JOIN reviews_review r ON r.id = p.review_id
                 JOIN claims_claim c ON c.id = r.claim_id
                 JOIN reviews_hold h ON h.id = NEW.id AND h.lifted_at IS NULL
                WHERE {_stops_page("p")}
                  AND p.valid_until IS NULL AND p.valid_from > statement_timestamp() AND p.valid_from < {_END})""",  # noqa: S608 constants
        "hold_stops_what_is_set",
        "hold %: a publication would come out while it lasts",
        "NEW.id",
    ),
)
