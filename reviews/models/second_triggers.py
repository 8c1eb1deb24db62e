"""The blind second verdict, as the database keeps it: who gives it, when both are opened, what approval waits for."""

import pgtrigger

from claims.models.triggers import body, refuse_if

# Every trigger here locks the review first: a draft, a submission and an approval of it take turns.
_LOCK = "PERFORM 1 FROM reviews_review WHERE id = NEW.review_id FOR UPDATE;"
_FIND_REVIEW = """SELECT r.* INTO review FROM reviews_review r
    JOIN reviews_secondopinion o ON o.review_id = r.id WHERE o.id = NEW.opinion_id FOR UPDATE OF r;"""
_REVIEW = [("review", "reviews_review%ROWTYPE")]

BEGINS_SEALED = pgtrigger.Trigger(
    name="begins_sealed",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func=body(
        _LOCK,
        refuse_if(
            """NEW.opened_at IS NOT NULL OR NEW.called_off_at IS NOT NULL
           OR EXISTS (SELECT 1 FROM reviews_review WHERE id = NEW.review_id AND stage IN ('approved', 'closed'))""",
            "second_opinion_is_asked_before_approval",
            "review %: a second verdict is asked for before approval, and begins sealed",
            "NEW.review_id",
        ),
        refuse_if(
            """NEW.after <> (SELECT COALESCE(max(v.number), 0) FROM reviews_verdict v
                          JOIN reviews_publication p ON p.verdict_id = v.id WHERE v.review_id = NEW.review_id)""",
            "second_opinion_follows_the_last_publication",
            "review %: the second verdict is about what comes after the last published one",
            "NEW.review_id",
        ),
    ),
)

OPENS_ONCE_BOTH_ARE_IN = pgtrigger.Trigger(
    name="opens_once_both_are_in",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    func=body(
        _LOCK,
        refuse_if(
            """OLD.opened_at IS NOT NULL AND OLD.* IS DISTINCT FROM NEW.*
           OR OLD.called_off_at IS NOT NULL AND OLD.* IS DISTINCT FROM NEW.*""",
            "second_opinion_ended_stands",
            "second opinion %: it was opened or called off, and stands",
            "OLD.id",
        ),
        refuse_if(
            """NEW.opened_at IS NOT NULL
           AND (NOT EXISTS (SELECT 1 FROM reviews_secondverdict WHERE opinion_id = NEW.id)
             OR NOT EXISTS (SELECT 1 FROM reviews_review r JOIN reviews_verdict v ON v.review_id = r.id
                             WHERE r.id = NEW.review_id AND r.stage = 'submitted' AND v.id = NEW.first_id
                               AND v.number = (SELECT max(number) FROM reviews_verdict WHERE review_id = r.id)))""",
            "second_opinion_opens_once_both_are_in",
            "second opinion %: both verdicts are opened once both are in",
            "NEW.id",
        ),
        refuse_if(
            """EXISTS (SELECT 1 FROM reviews_secondverdict WHERE opinion_id = NEW.id)
           AND (NEW.called_off_at IS NOT NULL OR NEW.reviewer_id IS DISTINCT FROM OLD.reviewer_id)""",
            "second_opinion_given_stands",
            "second opinion %: its verdict is in, so it is neither called off nor given to somebody else",
            "NEW.id",
        ),
        refuse_if(
            """NEW.reviewer_id IS NOT NULL
           AND NOT EXISTS (SELECT 1 FROM reviews_seconddraft
                            WHERE opinion_id = NEW.id AND author_id = NEW.reviewer_id)""",
            "second_opinion_reviewer_has_a_draft",
            "second opinion %: whoever takes it has a draft of it, which bars them from approving",
            "NEW.id",
        ),
    ),
)

NO_HAND_IN_THE_FIRST = pgtrigger.Trigger(
    name="no_hand_in_the_first",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    declare=_REVIEW,
    func=body(
        _FIND_REVIEW,
        refuse_if(
            """EXISTS (SELECT 1 FROM reviews_draft WHERE review_id = review.id AND author_id = NEW.author_id)
           OR NEW.author_id IN (review.assignee_id, review.lease_holder_id)""",
            "second_verdict_is_a_second_persons",
            "review %: user % has a hand in the first verdict, so cannot give the second",
            "review.id",
            "NEW.author_id",
        ),
    ),
)

NO_HAND_IN_THE_SECOND = pgtrigger.Trigger(
    name="no_hand_in_the_second",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func=body(
        "PERFORM 1 FROM reviews_review WHERE id = NEW.review_id FOR KEY SHARE;",
        refuse_if(
            """EXISTS (SELECT 1 FROM reviews_seconddraft d JOIN reviews_secondopinion o ON o.id = d.opinion_id
                    WHERE o.review_id = NEW.review_id AND d.author_id = NEW.author_id)""",
            "draft_is_not_the_second_persons",
            "review %: user % took its second verdict, so drafts nothing on the first",
            "NEW.review_id",
            "NEW.author_id",
        ),
    ),
)

GIVEN_BY_ITS_REVIEWER = pgtrigger.Trigger(
    name="given_by_its_reviewer",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    declare=_REVIEW,
    func=body(
        _FIND_REVIEW,
        refuse_if(
            """review.stage IN ('approved', 'closed')
           OR NOT EXISTS (SELECT 1 FROM reviews_secondopinion WHERE id = NEW.opinion_id AND reviewer_id = NEW.author_id
                             AND opened_at IS NULL AND called_off_at IS NULL)""",
            "second_verdict_is_given_by_its_reviewer",
            "review %: user % has not been given its second verdict, or it is over",
            "review.id",
            "NEW.author_id",
        ),
    ),
)

WAITS_FOR_THE_SECOND = pgtrigger.Trigger(
    name="waits_for_the_second",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func=body(
        _LOCK,
        refuse_if(
            """EXISTS (SELECT 1 FROM reviews_secondopinion
                    WHERE review_id = NEW.review_id AND opened_at IS NULL AND called_off_at IS NULL)""",
            "publication_waits_for_the_second_verdict",
            "review %: a second verdict was asked for, and both are not in",
            "NEW.review_id",
        ),
        refuse_if(
            """EXISTS (SELECT 1 FROM reviews_seconddraft d JOIN reviews_secondopinion o ON o.id = d.opinion_id
                    WHERE o.review_id = NEW.review_id AND d.author_id = NEW.approver_id)""",
            "publication_approver_did_not_take_the_second_verdict",
            "review %: user % took its second verdict, so cannot approve it",
            "NEW.review_id",
            "NEW.approver_id",
        ),
        # The same as `reviews.second_opinions.differences`.
        refuse_if(
            """EXISTS (SELECT 1 FROM reviews_secondopinion o
                      JOIN reviews_secondverdict s ON s.opinion_id = o.id
                      JOIN reviews_verdict v ON v.id = NEW.verdict_id
                     WHERE o.review_id = NEW.review_id AND o.opened_at IS NOT NULL
                       AND o.after = (SELECT COALESCE(max(w.number), 0) FROM reviews_verdict w
                                        JOIN reviews_publication p ON p.verdict_id = w.id
                                       WHERE w.review_id = NEW.review_id)
                       AND ((SELECT code FROM reviews_rating WHERE id = s.rating_id)
                              <> (SELECT code FROM reviews_rating WHERE id = v.rating_id)
                         OR EXISTS (SELECT 1 FROM reviews_finding f
                                     WHERE f.verdict_id = v.id AND s.findings ->> f.claim_id::text <> f.value))
                       AND NOT EXISTS (SELECT 1 FROM reviews_resolution r
                                        WHERE r.opinion_id = o.id AND r.verdict_id = v.id
                                          AND r.resolved_by_id = NEW.approver_id))""",
            "publication_resolves_the_difference",
            "review %: the two verdicts differ, and its approver has not said how that was resolved",
            "NEW.review_id",
        ),
    ),
)
