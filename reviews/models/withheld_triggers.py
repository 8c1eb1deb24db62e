"""The one opening in frozen rows: texts that two people withheld are emptied, nothing else changes, nothing comes back.

A court may order that a text be gone; the digests of the decision log and of the page stay, and prove the rest.
"""

from collections.abc import Sequence

import pgtrigger

from claims.models.triggers import APPEND_ONLY, body, refuse_if

WITHHELD = "Withheld"
"""What stands in a column that must not be empty."""

PLAIN_SLUG = "claim"
"""The words of an address that says nothing of its page."""

OF_THE_VERDICT = "w.verdict_id = OLD.verdict_id"
OF_THE_SECOND_VERDICT = "w.second_id = OLD.id"
OF_THE_PUBLICATION = "w.verdict_id = (SELECT p.verdict_id FROM reviews_publication p WHERE p.id = OLD.publication_id)"

# A correction's event repeats its words, so it is withheld together with the page that was corrected.
OF_THE_EVENT = """(w.event_id = OLD.event_id OR EXISTS (
    SELECT 1 FROM reviews_event e JOIN reviews_verdict v ON v.review_id = e.review_id
     WHERE e.id = OLD.event_id AND v.id = w.verdict_id AND e.kind IN ('corrected', 'retracted')))"""


def of_the_event_about(name: str, kinds: str, rows: str) -> str:
    """The withholding is of an event of these kinds whose payload names, as `name`, an id among `rows` (SQL)."""
    # CASE, not AND: an emptied payload is no JSON, and AND promises no order.
    return f"""EXISTS (
    SELECT 1 FROM reviews_event e JOIN reviews_eventpayload t ON t.event_id = e.id
     WHERE e.id = w.event_id AND e.kind IN ({kinds})
       AND CASE WHEN t.text = '' THEN NULL ELSE t.text::jsonb #>> '{{data,{name}}}' END IN ({rows}))"""  # noqa: S608 constants


# A public notice repeats what its event says: it goes with the event, too, while the page that it is of stays.
OF_THE_CORRECTION = of_the_event_about("correction", "'corrected', 'retracted'", "OLD.id::text")
OF_THE_MINOR_CORRECTION = of_the_event_about(
    "correction",
    "'corrected'",
    """SELECT c.id::text FROM reviews_correction c JOIN reviews_publication p ON p.id = c.publication_id
        WHERE p.verdict_id = OLD.verdict_id AND c.kind = 'minor'""",
)
OF_THE_ANSWER = of_the_event_about("dispute", "'dispute_decided'", "OLD.dispute_id::text")
# What an approver says of two verdicts that differ speaks of both, so it goes with either of them.
OF_THE_RESOLUTION = f"""(w.verdict_id = OLD.verdict_id
    OR w.second_id IN (SELECT s.id FROM reviews_secondverdict s WHERE s.opinion_id = OLD.opinion_id)
    OR {of_the_event_about("verdict", "'approved'", "OLD.verdict_id::text")})"""  # noqa: S608 constants


def frozen_but_for_withholding(
    whose: str, texts: Sequence[str], *, documents: Sequence[str] = (), free: Sequence[str] = (), also: str = ""
) -> tuple[pgtrigger.Trigger, ...]:
    """Rows that stand, but for `texts` (emptied or “Withheld”) and JSON `documents` (emptied), once confirmed.

    `whose` is the SQL by which a withholding `w` is of the row OLD; `free` are columns that other rules govern; `also`
    is the SQL of a further change that is let through.
    """
    blank = [f"NEW.{name} IN (OLD.{name}, '', '{WITHHELD}', lower('{WITHHELD}'))" for name in texts]
    blank += [f"NEW.{name} IN (OLD.{name}, '{{}}'::jsonb)" for name in documents]
    confirmed = f"SELECT 1 FROM reviews_withholding w WHERE w.confirmed_at IS NOT NULL AND {whose}"  # noqa: S608 constants
    let_through = f" AND NOT ({also})" if also else ""
    condition = f"""{_differs(free)}{let_through}
            AND ({_differs([*free, *texts, *documents])} OR NOT ({" AND ".join(blank)})
                 OR NOT EXISTS ({confirmed}))"""
    read_only = pgtrigger.Trigger(
        name="read_only",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        func=body(
            refuse_if(
                condition,
                "frozen_row_stands",
                "Cannot update rows from % table: it is frozen, but for texts that two people withheld",
                "TG_TABLE_NAME",
            )
        ),
    )
    return (read_only, *APPEND_ONLY)


def _differs(but_for: Sequence[str]) -> str:
    names = ", ".join(f"'{name}'" for name in but_for)
    return f"(to_jsonb(NEW) - ARRAY[{names}]::text[]) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY[{names}]::text[])"


def loses_its_slug(free: Sequence[str]) -> str:
    """Another edition of a withheld page, whose address repeats the headline that had to go."""
    return f"""NOT {_differs([*free, "slug"])} AND NEW.slug = '{PLAIN_SLUG}'
            AND EXISTS (SELECT 1 FROM reviews_withholding w WHERE w.confirmed_at IS NOT NULL
                           AND w.verdict_id IS NOT NULL AND w.review_id = OLD.review_id)"""  # noqa: S608 constants


TARGET_IS_OF_ITS_REVIEW = pgtrigger.Trigger(
    name="target_is_of_its_review",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func=body(
        "PERFORM 1 FROM reviews_review WHERE id = NEW.review_id FOR UPDATE;",
        refuse_if(
            """NOT EXISTS (SELECT 1 FROM reviews_verdict WHERE id = NEW.verdict_id AND review_id = NEW.review_id)
           AND NOT EXISTS (SELECT 1 FROM reviews_event WHERE id = NEW.event_id AND review_id = NEW.review_id)
           AND NOT EXISTS (SELECT 1 FROM reviews_secondverdict s JOIN reviews_secondopinion o ON o.id = s.opinion_id
                            WHERE s.id = NEW.second_id AND o.review_id = NEW.review_id)""",
            "withholding_target_is_of_its_review",
            "what is to be withheld does not belong to review %",
            "NEW.review_id",
        ),
        refuse_if(
            "NEW.confirmed_at IS NOT NULL OR NEW.declined_at IS NOT NULL",
            "withholding_begins_asked",
            "review %: a withholding is asked for before it is confirmed",
            "NEW.review_id",
        ),
        refuse_if(
            "EXISTS (SELECT 1 FROM reviews_event WHERE id = NEW.event_id AND kind = 'withheld')",
            "withholding_itself_stays_in_the_log",
            "review %: that something was withheld is not withheld",
            "NEW.review_id",
        ),
    ),
)

DECIDED_ONCE = pgtrigger.Trigger(
    name="decided_once",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    condition=pgtrigger.Condition("OLD.* IS DISTINCT FROM NEW.*"),
    func=body(
        refuse_if(
            "OLD.confirmed_at IS NOT NULL OR OLD.declined_at IS NOT NULL",
            "withholding_is_decided_once",
            "withholding % is decided already",
            "OLD.id",
        )
    ),
)

TEXT_IS_GONE = pgtrigger.Trigger(
    name="text_is_gone",
    when=pgtrigger.After,
    operation=pgtrigger.Update,
    # Checked at commit: the texts are emptied, and the log learns of it, in the same transaction.
    timing=pgtrigger.Deferred,
    condition=pgtrigger.Condition("NEW.confirmed_at IS NOT NULL"),
    func=body(
        refuse_if(
            f"""EXISTS (SELECT 1 FROM reviews_verdict WHERE id = NEW.verdict_id AND explanation <> '{WITHHELD}')
             OR EXISTS (SELECT 1 FROM reviews_publication
                         WHERE verdict_id = NEW.verdict_id AND payload <> '{{}}'::jsonb)
             OR EXISTS (SELECT 1 FROM reviews_secondverdict
                         WHERE id = NEW.second_id AND (reasoning <> '{WITHHELD}' OR sources <> '{WITHHELD}'))
             OR EXISTS (SELECT 1 FROM reviews_resolution n JOIN reviews_secondopinion o ON o.id = n.opinion_id
                          LEFT JOIN reviews_secondverdict s ON s.opinion_id = o.id
                         WHERE (n.verdict_id = NEW.verdict_id OR s.id = NEW.second_id) AND n.how <> '{WITHHELD}')
             OR EXISTS (SELECT 1 FROM reviews_eventpayload WHERE event_id = NEW.event_id AND text <> '')""",  # noqa: S608 constants
            "withholding_confirmed_empties_the_text",
            "withholding %: the text is still there",
            "NEW.id",
        ),
        refuse_if(
            """(SELECT count(*) FROM reviews_withholding WHERE review_id = NEW.review_id AND confirmed_at IS NOT NULL)
             > (SELECT count(*) FROM reviews_event WHERE review_id = NEW.review_id AND kind = 'withheld')""",
            "withholding_is_in_the_log",
            "withholding %: the decision log does not know it",
            "NEW.id",
        ),
        returns="NULL",
    ),
)
