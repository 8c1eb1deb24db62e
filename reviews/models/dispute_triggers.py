"""Disputes as the database keeps them: decided once, by somebody who had no hand in the page, and in the log."""

import pgtrigger

from claims.models.triggers import body, checked_at_commit, refuse_if
from reviews.enums import DisputeState

DISPUTE_STATES = pgtrigger.FSM(
    name="states_follow",
    field="state",
    transitions=[
        (DisputeState.RECEIVED.value, DisputeState.CONSIDERED.value),
        (DisputeState.RECEIVED.value, DisputeState.DECIDED.value),
        (DisputeState.CONSIDERED.value, DisputeState.DECIDED.value),
    ],
)

HAS_A_DECISION = pgtrigger.Trigger(
    name="has_a_decision",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    condition=pgtrigger.Condition("NEW.state = 'decided'"),
    func=body(
        refuse_if(
            "NOT EXISTS (SELECT 1 FROM reviews_disputedecision WHERE dispute_id = NEW.id)",
            "dispute_decided_has_a_decision",
            "dispute %: decided needs a decision with an answer",
            "NEW.id",
        )
    ),
)

MAIL_IS_ONLY_REMOVED = pgtrigger.Trigger(
    name="mail_is_only_removed",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    condition=pgtrigger.Condition("OLD.mail <> NEW.mail"),
    func=body(
        refuse_if(
            "NEW.mail <> ''",
            "dispute_mail_is_only_removed",
            "dispute %: the address of whoever sent it is not changed, only removed",
            "NEW.id",
        )
    ),
)

DISPUTE_IS_IN_THE_LOG = checked_at_commit(
    "in_the_log",
    # Checked at commit: the event follows in the same transaction.
    refuse_if(
        """(SELECT count(*) FROM reviews_dispute d JOIN reviews_publication p ON p.id = d.publication_id
                 WHERE p.review_id = (SELECT review_id FROM reviews_publication WHERE id = NEW.publication_id))
             > (SELECT count(*) FROM reviews_event
                 WHERE kind = 'dispute_received'
                   AND review_id = (SELECT review_id FROM reviews_publication WHERE id = NEW.publication_id))""",
        "dispute_is_in_the_log",
        "dispute %: the decision log does not know it",
        "NEW.id",
    ),
)

DECIDED_BY_SOMEBODY_ELSE = pgtrigger.Trigger(
    name="decided_by_somebody_else",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    declare=[("review", "bigint")],
    # The lock makes a draft or an approval that is being saved elsewhere wait, or be seen.
    func=body(
        "SELECT review_id INTO review FROM reviews_publication WHERE id = NEW.publication_id;",
        "PERFORM 1 FROM reviews_review WHERE id = review FOR UPDATE;",
        refuse_if(
            """EXISTS (SELECT 1 FROM reviews_draft WHERE review_id = review AND author_id = NEW.decided_by_id)
               OR EXISTS (SELECT 1 FROM reviews_publication
                           WHERE review_id = review AND NEW.decided_by_id IN (author_id, approver_id))""",
            "dispute_is_decided_by_somebody_else",
            "dispute %: user % had a hand in the page, so cannot decide",
            "NEW.dispute_id",
            "NEW.decided_by_id",
        ),
    ),
)

DECISION_IS_IN_THE_LOG = checked_at_commit(
    "in_the_log",
    # Checked at commit: the dispute's state and the event follow in the same transaction.
    refuse_if(
        """NOT EXISTS (SELECT 1 FROM reviews_dispute WHERE id = NEW.dispute_id AND state = 'decided')
            OR (SELECT count(*) FROM reviews_disputedecision d JOIN reviews_publication p ON p.id = d.publication_id
                 WHERE p.review_id = (SELECT review_id FROM reviews_publication WHERE id = NEW.publication_id))
             > (SELECT count(*) FROM reviews_event
                 WHERE kind = 'dispute_decided'
                   AND review_id = (SELECT review_id FROM reviews_publication WHERE id = NEW.publication_id))""",
        "dispute_decision_is_in_the_log",
        "dispute %: its state or the decision log does not know this decision",
        "NEW.dispute_id",
    ),
)
