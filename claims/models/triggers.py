"""Rules that hold against raw SQL too; every message tells the person at the other end what happened."""

import pgtrigger

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
    # Thawing sets frozen_at to NULL in its own statement, so it passes here; nothing else does.
    condition=pgtrigger.Condition(
        "OLD.frozen_at IS NOT NULL AND NEW.frozen_at IS NOT NULL AND OLD.* IS DISTINCT FROM NEW.*"
    ),
    func="""
        RAISE EXCEPTION 'claim % is under review since %: it cannot be changed', OLD.id, OLD.frozen_at
            USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_frozen_stands';
    """,
)

FROZEN_CLAIM_DETAILS = pgtrigger.Trigger(
    name="details_of_frozen_claim_stand",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
    func="""
        IF EXISTS (SELECT 1 FROM claims_claim c
                    WHERE c.id = COALESCE(NEW.claim_id, OLD.claim_id) AND c.frozen_at IS NOT NULL) THEN
            RAISE EXCEPTION 'claim % is under review: its figures cannot be changed',
                COALESCE(NEW.claim_id, OLD.claim_id)
                USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_frozen_stands';
        END IF;
        RETURN COALESCE(NEW, OLD);
    """,
)
