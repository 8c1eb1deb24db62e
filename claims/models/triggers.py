"""Rules that hold against raw SQL too; every message tells the person at the other end what happened."""

import pgtrigger


def refuse_if(condition: str, constraint: str, message: str, *values: str) -> str:
    """The SQL of one refusal: `message` has a % for each of `values` (SQL expressions); the error carries the name."""
    arguments = "".join(f", {value}" for value in values)
    return f"""
        IF {condition} THEN
            RAISE EXCEPTION '{message}'{arguments} USING ERRCODE = 'check_violation', CONSTRAINT = '{constraint}';
        END IF;"""


def body(*parts: str, returns: str = "NEW") -> str:
    """A trigger function's body: `parts` one after the other, then the row (NULL after the fact) that it returns."""
    return "".join(parts) + f"RETURN {returns};"


def checked_at_commit(name: str, *checks: str) -> pgtrigger.Trigger:
    """`checks` of a new row when its transaction ends: what belongs to it, such as its event, follows the row."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.After,
        operation=pgtrigger.Insert,
        timing=pgtrigger.Deferred,
        func=body(*checks, returns="NULL"),
    )


APPEND_ONLY = (
    pgtrigger.Protect(name="no_delete", operation=pgtrigger.Delete),
    # Row triggers do not see TRUNCATE; this one does.
    pgtrigger.Trigger(
        name="no_truncate",
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        func="RAISE EXCEPTION 'rows of % are never removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
    ),
)
"""Rows are never removed."""

FROZEN = (pgtrigger.ReadOnly(name="read_only"), *APPEND_ONLY)
"""Rows are never changed or removed after their insert."""

QUOTE_IS_THE_SLICE = pgtrigger.Trigger(
    name="quote_is_the_slice",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    # substr counts characters from 1; spans are code points from 0, half-open.
    func="""
        IF NEW.state <> 'gone' AND NOT EXISTS (
            SELECT 1 FROM claims_articletext t
             WHERE t.id = NEW.article_text_id
               AND substr(t.text, NEW.start + 1, NEW."end" - NEW.start) = NEW.quote
        ) THEN
            RAISE EXCEPTION 'anchor of claim %: the quote is not text[%:%]', NEW.claim_id, NEW.start, NEW."end"
                USING ERRCODE = 'check_violation', CONSTRAINT = 'anchor_quote_is_the_slice';
        END IF;
        RETURN NEW;
    """,
)

FROZEN_CLAIM = pgtrigger.Trigger(
    name="frozen_claim_stands",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    condition=pgtrigger.Condition("OLD.frozen_at IS NOT NULL AND OLD.* IS DISTINCT FROM NEW.*"),
    func=body(
        refuse_if(
            # Thawing passes, but nothing else may change in the same statement.
            "NEW.frozen_at IS NOT NULL OR to_jsonb(NEW) - 'frozen_at' <> to_jsonb(OLD) - 'frozen_at'",
            "claim_frozen_stands",
            "claim % is under review since %: it cannot be changed",
            "OLD.id",
            "OLD.frozen_at",
        )
    ),
)

FROZEN_CLAIM_DETAILS = pgtrigger.Trigger(
    name="details_of_frozen_claim_stand",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    func=body(
        refuse_if(
            # Both ends: a figure neither leaves a frozen claim nor comes to one.
            "EXISTS (SELECT 1 FROM claims_claim WHERE id IN (NEW.claim_id, OLD.claim_id) AND frozen_at IS NOT NULL)",
            "claim_frozen_stands",
            "claim % is under review: its figures cannot be changed",
            "COALESCE(OLD.claim_id, NEW.claim_id)",
        ),
        returns="COALESCE(NEW, OLD)",
    ),
)
