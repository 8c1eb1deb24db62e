"""The workflow's promises on reviews, drafts and verdicts that hold against raw SQL too."""

import pgtrigger

from claims.models.triggers import body, checked_at_commit, refuse_if
from reviews.workflow import stage_changes

LEGAL_STAGES = pgtrigger.FSM(name="stage_changes_are_legal", field="stage", transitions=stage_changes())

APPROVED_HAS_A_PUBLICATION = pgtrigger.Trigger(
    name="approved_has_a_publication",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    condition=pgtrigger.Condition("NEW.stage = 'approved'"),
    func=body(
        refuse_if(
            """NOT EXISTS (SELECT 1 FROM reviews_publication p JOIN reviews_verdict v ON v.id = p.verdict_id
                        WHERE v.review_id = NEW.id
                          AND v.number = (SELECT max(number) FROM reviews_verdict WHERE review_id = NEW.id))""",
            "review_approved_has_a_publication",
            "review %: approved needs a publication of its latest verdict, with author and approver",
            "NEW.id",
        )
    ),
)

SUBMITTED_HAS_A_VERDICT = pgtrigger.Trigger(
    name="submitted_has_a_verdict",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    condition=pgtrigger.Condition("NEW.stage = 'submitted'"),
    func=body(
        refuse_if(
            """NOT EXISTS (SELECT 1 FROM reviews_verdict v
                        WHERE v.review_id = NEW.id AND v.author_id = NEW.last_author_id
                          AND v.number = (SELECT max(number) FROM reviews_verdict WHERE review_id = NEW.id)
                          AND NOT EXISTS (SELECT 1 FROM reviews_publication p WHERE p.verdict_id = v.id))""",
            "review_submitted_has_a_verdict",
            "review %: submitted needs a verdict of its last author that is not published yet",
            "NEW.id",
        )
    ),
)

DESCENDS_WITHIN_ITS_REVIEW = pgtrigger.Trigger(
    name="descends_within_its_review",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    # The lock: Django's foreign keys are checked at commit only, and a publication must wait for an unfinished draft.
    func=body(
        "PERFORM 1 FROM reviews_review WHERE id = NEW.review_id FOR KEY SHARE;",
        # All drafts of a review bar their authors from approving it; one from elsewhere would escape that.
        refuse_if(
            """NEW.descends_from_id IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM reviews_draft
                                WHERE id = NEW.descends_from_id AND review_id = NEW.review_id)""",
            "draft_descends_within_its_review",
            "draft of review %: the draft that it descends from is of another review",
            "NEW.review_id",
        ),
    ),
)

AUTHOR_SAVED_A_DRAFT = pgtrigger.Trigger(
    name="author_saved_a_draft",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func=body(
        refuse_if(
            "NOT EXISTS (SELECT 1 FROM reviews_draft WHERE review_id = NEW.review_id AND author_id = NEW.author_id)",
            "verdict_author_saved_a_draft",
            "review %: user % has saved no draft, so cannot be the author",
            "NEW.review_id",
            "NEW.author_id",
        )
    ),
)

NEXT_OF_ITS_REVIEW = pgtrigger.Trigger(
    name="next_of_its_review",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    declare=[("stage_now", "text")],
    func=body(
        "SELECT stage INTO stage_now FROM reviews_review WHERE id = NEW.review_id FOR UPDATE;",
        refuse_if(
            "stage_now <> 'in_review'",
            "verdict_is_of_a_review_being_checked",
            "review % is %: a verdict is submitted while it is being checked",
            "NEW.review_id",
            "stage_now",
        ),
        refuse_if(
            "NEW.number <> 1 + (SELECT COALESCE(max(number), 0) FROM reviews_verdict WHERE review_id = NEW.review_id)",
            "verdict_number_is_the_next",
            "review %: % is not the number of its next verdict",
            "NEW.review_id",
            "NEW.number",
        ),
    ),
)

HAS_EVIDENCE = checked_at_commit(
    "has_evidence",
    # Checked at commit: evidence and event follow the verdict in the same transaction.
    refuse_if(
        "NOT EXISTS (SELECT 1 FROM reviews_evidence WHERE verdict_id = NEW.id)",
        "verdict_has_evidence",
        "verdict %: a verdict needs evidence",
        "NEW.id",
    ),
    refuse_if(
        """NEW.number > (SELECT count(*) FROM reviews_event
                          WHERE review_id = NEW.review_id AND kind = 'submitted')""",
        "verdict_is_in_the_log",
        "verdict %: the decision log does not know it",
        "NEW.id",
    ),
)

_SUBMITTED_BEFORE = """EXISTS (SELECT 1 FROM reviews_verdict v
                        WHERE v.id = {verdict}
                          AND v.number <= (SELECT count(*) FROM reviews_event e
                                            WHERE e.review_id = v.review_id AND e.kind = 'submitted'))"""


def comes_with_its_verdict(verdict: str) -> pgtrigger.Trigger:
    """Findings and evidence are inserted with their verdict; once the log says “submitted”, none is added.

    `verdict` is the SQL for the verdict's id of the row NEW.
    """
    return pgtrigger.Trigger(
        name="comes_with_its_verdict",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=body(
            refuse_if(
                _SUBMITTED_BEFORE.format(verdict=verdict),
                "verdict_is_complete_when_submitted",
                "verdict % is submitted: nothing is added to it",
                verdict,
            )
        ),
    )


PROTECTED_WITHIN_ITS_REVIEW = pgtrigger.Trigger(
    name="protected_within_its_review",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    condition=pgtrigger.Condition("NEW.protected_id IS NOT NULL"),
    func=body(
        refuse_if(
            """NOT EXISTS (SELECT 1 FROM reviews_protectedsource p JOIN reviews_verdict v ON v.review_id = p.review_id
                            WHERE p.id = NEW.protected_id AND v.id = NEW.verdict_id)""",
            "evidence_protected_source_is_of_its_review",
            "evidence of verdict %: its protected source belongs to another review",
            "NEW.verdict_id",
        )
    ),
)

SCALE_IS_NOT_IN_USE = pgtrigger.Trigger(
    name="scale_is_not_in_use",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func=body(
        refuse_if(
            """EXISTS (SELECT 1 FROM reviews_verdict v JOIN reviews_rating r ON r.id = v.rating_id
                    WHERE r.scale_id = NEW.scale_id)""",
            "scale_stands_once_used",
            "scale % is in use: a change of it is a new revision",
            "NEW.scale_id",
        )
    ),
)
