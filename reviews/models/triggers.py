"""The workflow's promises that hold against raw SQL too (four eyes, legal stages, holds, evidence)."""

import pgtrigger

from reviews.workflow import stage_changes

LEGAL_STAGES = pgtrigger.FSM(name="stage_changes_are_legal", field="stage", transitions=stage_changes())

APPROVED_HAS_A_PUBLICATION = pgtrigger.Trigger(
    name="approved_has_a_publication",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    condition=pgtrigger.Condition("NEW.stage = 'approved'"),
    func="""
        IF NOT EXISTS (SELECT 1 FROM reviews_publication p WHERE p.review_id = NEW.id) THEN
            RAISE EXCEPTION 'review %: approved needs a publication with author and approver', NEW.id
                USING ERRCODE = 'check_violation', CONSTRAINT = 'review_approved_has_a_publication';
        END IF;
        RETURN NEW;
    """,
)

AUTHOR_SAVED_A_DRAFT = pgtrigger.Trigger(
    name="author_saved_a_draft",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func="""
        IF NOT EXISTS (SELECT 1 FROM reviews_draft d
                        WHERE d.review_id = NEW.review_id AND d.author_id = NEW.author_id) THEN
            RAISE EXCEPTION 'review %: user % has saved no draft, so cannot be the author', NEW.review_id, NEW.author_id
                USING ERRCODE = 'check_violation', CONSTRAINT = 'verdict_author_saved_a_draft';
        END IF;
        RETURN NEW;
    """,
)

HAS_EVIDENCE = pgtrigger.Trigger(
    name="has_evidence",
    when=pgtrigger.After,
    operation=pgtrigger.Insert,
    # Checked at commit: the evidence rows follow the verdict in the same transaction.
    timing=pgtrigger.Deferred,
    func="""
        IF NOT EXISTS (SELECT 1 FROM reviews_evidence e WHERE e.verdict_id = NEW.id) THEN
            RAISE EXCEPTION 'verdict %: a verdict needs evidence', NEW.id
                USING ERRCODE = 'check_violation', CONSTRAINT = 'verdict_has_evidence';
        END IF;
        RETURN NULL;
    """,
)

FOUR_EYES = pgtrigger.Trigger(
    name="four_eyes",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func="""
        IF EXISTS (SELECT 1 FROM reviews_draft d
                    WHERE d.review_id = NEW.review_id AND d.author_id = NEW.approver_id) THEN
            RAISE EXCEPTION 'review %: user % saved a draft of it, so cannot approve it', NEW.review_id, NEW.approver_id
                USING ERRCODE = 'check_violation', CONSTRAINT = 'publication_has_four_eyes';
        END IF;
        IF NOT EXISTS (SELECT 1 FROM reviews_verdict v
                        WHERE v.id = NEW.verdict_id AND v.review_id = NEW.review_id) THEN
            RAISE EXCEPTION 'verdict % does not belong to review %', NEW.verdict_id, NEW.review_id
                USING ERRCODE = 'check_violation', CONSTRAINT = 'publication_verdict_is_of_its_review';
        END IF;
        RETURN NEW;
    """,
)

NOT_HELD = pgtrigger.Trigger(
    name="not_held",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func="""
        IF EXISTS (
            SELECT 1 FROM reviews_hold h
              JOIN reviews_review r ON r.id = NEW.review_id
              JOIN claims_claim c ON c.id = r.claim_id
             WHERE h.lifted_at IS NULL AND (h.until IS NULL OR h.until > now())
               AND (h.review_id = r.id OR h.article_id = c.article_id)
        ) THEN
            RAISE EXCEPTION 'review %: a hold forbids publishing', NEW.review_id
                USING ERRCODE = 'check_violation', CONSTRAINT = 'publication_is_not_held';
        END IF;
        RETURN NEW;
    """,
)
