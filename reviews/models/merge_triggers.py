"""Merged reviews as the database keeps them: once, without loops, by somebody who wrote neither, and done in full."""

import pgtrigger

from claims.models.triggers import body, checked_at_commit, refuse_if

MERGED_ONCE_WITHOUT_LOOPS = pgtrigger.Trigger(
    name="merged_once_without_loops",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func=body(
        # Both rows, in one order: of two merges in opposite directions one waits, and sees the other.
        "PERFORM 1 FROM reviews_review WHERE id IN (NEW.loser_id, NEW.winner_id) ORDER BY id FOR UPDATE;",
        refuse_if(
            "EXISTS (SELECT 1 FROM reviews_merge WHERE loser_id = NEW.winner_id)",
            "merge_winner_is_not_merged_itself",
            "review % was merged into another one: merge into that",
            "NEW.winner_id",
        ),
        refuse_if(
            """EXISTS (SELECT 1 FROM reviews_publication WHERE review_id = NEW.loser_id
                        AND valid_until IS NULL AND id IS DISTINCT FROM NEW.ended_id)
            OR EXISTS (SELECT 1 FROM reviews_publication WHERE id = NEW.ended_id
                        AND (review_id <> NEW.loser_id OR valid_from > statement_timestamp()))""",
            "merge_ends_the_publication",
            "review %: another publication than that of the merge is open",
            "NEW.loser_id",
        ),
        refuse_if(
            """NEW.ended_id IS NOT NULL
               AND EXISTS (SELECT 1 FROM reviews_draft
                            WHERE review_id IN (NEW.loser_id, NEW.winner_id) AND author_id = NEW.merged_by_id)""",
            "merge_has_four_eyes",
            "user % saved a draft of one of the two reviews, so does not merge them",
            "NEW.merged_by_id",
        ),
        refuse_if(
            """NEW.ended_id IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM reviews_publication
                                WHERE review_id = NEW.winner_id AND valid_until IS NULL AND suspended_at IS NULL
                                  AND valid_from <= statement_timestamp())""",
            "merge_leads_to_a_public_page",
            "review % has no page to which readers could be led",
            "NEW.winner_id",
        ),
    ),
)

MERGE_IS_DONE = checked_at_commit(
    "merge_is_done",
    # Checked at commit: the page, the stage, the claim and both logs follow in the same transaction.
    refuse_if(
        """NOT EXISTS (SELECT 1 FROM reviews_review
                            WHERE id = NEW.loser_id AND stage = 'closed' AND close_reason = 'merged')
            OR EXISTS (SELECT 1 FROM reviews_publication WHERE review_id = NEW.loser_id AND valid_until IS NULL)
            OR NOT EXISTS (SELECT 1 FROM claims_claim c
                             JOIN reviews_review loser ON loser.claim_id = c.id
                             JOIN reviews_review winner ON winner.claim_id = c.canonical_id
                            WHERE loser.id = NEW.loser_id AND winner.id = NEW.winner_id)""",
        "merge_is_done",
        "review %: its page, its stage or its claim does not follow the merge",
        "NEW.loser_id",
    ),
    refuse_if(
        """EXISTS (SELECT 1 FROM unnest(ARRAY[NEW.loser_id, NEW.winner_id]) AS merged(id)
                        WHERE (SELECT count(*) FROM reviews_event e WHERE e.review_id = merged.id AND e.kind = 'merged')
                            < (SELECT count(*) FROM reviews_merge m WHERE merged.id IN (m.loser_id, m.winner_id)))""",
        "merge_is_in_the_log",
        "review %: a decision log does not know of the merge",
        "NEW.loser_id",
    ),
)
