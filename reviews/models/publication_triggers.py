"""Four eyes and the order of publishing, as the database keeps them against raw SQL too."""

import pgtrigger

from claims.models.triggers import body, checked_at_commit, refuse_if
from reviews.conflicts import conflict_sql

FOUR_EYES = pgtrigger.Trigger(
    name="four_eyes",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    # The lock makes a draft that another transaction is saving wait, or be seen: it locks the review too.
    func=body(
        "PERFORM 1 FROM reviews_review WHERE id = NEW.review_id FOR UPDATE;",
        refuse_if(
            "EXISTS (SELECT 1 FROM reviews_draft WHERE review_id = NEW.review_id AND author_id = NEW.approver_id)",
            "publication_has_four_eyes",
            "review %: user % saved a draft of it, so cannot approve it",
            "NEW.review_id",
            "NEW.approver_id",
        ),
        refuse_if(
            "NOT EXISTS (SELECT 1 FROM reviews_verdict WHERE id = NEW.verdict_id AND review_id = NEW.review_id)",
            "publication_verdict_is_of_its_review",
            "verdict % does not belong to review %",
            "NEW.verdict_id",
            "NEW.review_id",
        ),
    ),
)

APPROVER_IS_FREE = pgtrigger.Trigger(
    name="approver_is_free",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func=body(
        refuse_if(
            conflict_sql("NEW.approver_id", "NEW.claim_id"),
            "publication_approver_has_no_interest",
            "review %: user % declared an interest in what it is about, so cannot approve it",
            "NEW.review_id",
            "NEW.approver_id",
        ),
        refuse_if(
            "EXISTS (SELECT 1 FROM reviews_contact WHERE review_id = NEW.review_id AND made_by_id = NEW.approver_id)",
            "publication_approver_made_no_contact",
            "review %: user % asked for a reply in its name, so cannot approve it",
            "NEW.review_id",
            "NEW.approver_id",
        ),
    ),
)

FOLLOWS_A_SUBMISSION = pgtrigger.Trigger(
    name="follows_a_submission",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func=body(
        refuse_if(
            """NOT EXISTS (SELECT 1 FROM reviews_review
                        WHERE id = NEW.review_id AND stage = 'submitted' AND claim_id = NEW.claim_id)""",
            "publication_follows_a_submission",
            "review % awaits no approval, or is about another claim than %",
            "NEW.review_id",
            "NEW.claim_id",
        ),
        refuse_if(
            """EXISTS (SELECT 1 FROM reviews_verdict v JOIN reviews_verdict later ON later.review_id = v.review_id
                    WHERE v.id = NEW.verdict_id AND later.number > v.number)""",
            "publication_is_of_the_latest_verdict",
            "verdict % is not the latest of its review",
            "NEW.verdict_id",
        ),
        refuse_if(
            """NEW.valid_until IS NOT NULL OR NEW.suspended_at IS NOT NULL
           OR NEW.valid_from > statement_timestamp() AND NEW.set_for IS DISTINCT FROM NEW.valid_from""",
            "publication_begins_open",
            "verdict %: a publication begins open, at the time set for it",
            "NEW.verdict_id",
        ),
    ),
)

IN_THE_LOG = checked_at_commit(
    "in_the_log",
    # Checked at commit: the stage and the event follow the publication in the same transaction.
    refuse_if(
        """EXISTS (SELECT 1 FROM reviews_review WHERE id = NEW.review_id AND stage = 'submitted')
           OR (SELECT count(*) FROM reviews_publication WHERE review_id = NEW.review_id)
            > (SELECT count(*) FROM reviews_event WHERE review_id = NEW.review_id AND kind = 'approved')""",
        "publication_is_in_the_log",
        "publication %: the stage of its review or the decision log does not know it",
        "NEW.id",
    ),
)

CHANGE_IS_EXPLAINED = checked_at_commit(
    "change_is_explained",
    # Checked at commit: the correction follows the publication in the same transaction.
    refuse_if(
        """EXISTS (SELECT 1 FROM reviews_publication known
                     WHERE known.review_id = NEW.review_id AND known.id <> NEW.id
                       AND known.valid_until = NEW.valid_from AND known.valid_from < known.valid_until
                       AND known.payload <> '{}'::jsonb
                       AND (known.rating_code <> NEW.rating_code OR known.label <> NEW.label)
                       AND NOT EXISTS (SELECT 1 FROM reviews_correction
                                        WHERE publication_id IN (known.id, NEW.id)))""",
        "publication_explains_another_rating",
        "publication %: readers know another rating, and no correction says what changed",
        "NEW.id",
    ),
)

ENDED_STAYS_ENDED = pgtrigger.Trigger(
    name="ended_stays_ended",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    condition=pgtrigger.Condition("OLD.valid_until IS DISTINCT FROM NEW.valid_until"),
    func=body(
        refuse_if(
            "OLD.valid_until <= statement_timestamp()",
            "publication_ended_stays_ended",
            "publication % ended at %: it is not brought back",
            "OLD.id",
            "OLD.valid_until",
        )
    ),
)

COMES_WITH_ITS_PUBLICATION = pgtrigger.Trigger(
    name="comes_with_its_publication",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    # Once the log says “approved”, nothing is added to what was approved.
    func=body(
        refuse_if(
            """(SELECT count(*) FROM reviews_publication p JOIN reviews_publication own ON own.review_id = p.review_id
             WHERE own.id = NEW.publication_id)
        <= (SELECT count(*) FROM reviews_event e JOIN reviews_publication own ON own.review_id = e.review_id
             WHERE own.id = NEW.publication_id AND e.kind = 'approved')""",
            "publication_is_complete_when_approved",
            "publication % is approved: nothing is added to it",
            "NEW.publication_id",
        )
    ),
)

SUSPENSION_IS_ON_RECORD = pgtrigger.Trigger(
    name="suspension_is_on_record",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    condition=pgtrigger.Condition(
        "ROW(OLD.suspended_at, OLD.suspended_by_id, OLD.suspension_reason)"
        " IS DISTINCT FROM ROW(NEW.suspended_at, NEW.suspended_by_id, NEW.suspension_reason)"
    ),
    # The row of the suspension says who lifted it; the publication's columns only follow that row.
    func=body(
        refuse_if(
            """NEW.suspended_at IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM reviews_suspension
                            WHERE publication_id = NEW.id AND lifted_at IS NULL AND suspended_at = NEW.suspended_at
                              AND suspended_by_id = NEW.suspended_by_id AND reason = NEW.suspension_reason)""",
            "publication_suspension_is_on_record",
            "publication %: no open suspension says so",
            "NEW.id",
        ),
        refuse_if(
            """NEW.suspended_at IS NULL
           AND EXISTS (SELECT 1 FROM reviews_suspension WHERE publication_id = NEW.id AND lifted_at IS NULL)""",
            "publication_suspension_is_lifted_by_a_second_person",
            "publication %: its suspension was not lifted by a second person",
            "NEW.id",
        ),
    ),
)
