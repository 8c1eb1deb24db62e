"""What comes after publication."""

from datetime import timedelta
from typing import Any

from django.utils.timezone import localdate
from hypothesis import strategies as st
from hypothesis.stateful import rule

from claims.enums import Treatment
from reviews.enums import CorrectionKind, DisputeOutcome, DisputeSender
from reviews.models import Dispute, Publication, Withholding
from reviews.selectors import latest_verdict
from reviews.services.brake import lift_suspension, suspend_publication
from reviews.services.corrections import Notice, record_correction, retract_publication
from reviews.services.disputes import consider_dispute, decide_dispute, receive_dispute
from reviews.services.merging import merge_review
from reviews.services.minor_corrections import Wording, submit_minor_correction
from reviews.services.rechecks import confirm_still_right, plan_recheck
from reviews.services.withholding import ask_withholding, confirm_withholding, decline_withholding
from tests.reviews.workflow.any_order.editor_rules import Editors
from tests.reviews.workflow.any_order.newsroom import somebody

AFTER = ["suspend", "lift", "correct", "plan", "confirm", "minor", "retract"]


class Afterwards(Editors):
    @rule(who=somebody, what=st.sampled_from(AFTER), rare=st.integers(0, 3))
    def touch_the_page(self, who: int, what: str, rare: int) -> None:
        page, by = self.page(), self.people[who]
        if page is None or (what == "retract" and rare):
            return
        soon = localdate() + timedelta(days=3)
        told: dict[str, Any] = {"was": "One.", "now": "Two."}
        steps = {
            "suspend": lambda: suspend_publication(publication=page, by=by, reason="New figures."),
            "lift": lambda: lift_suspension(publication=page, by=by),
            "correct": lambda: record_correction(publication=page, kind=CorrectionKind.UPDATE, by=by, **told),
            "plan": lambda: plan_recheck(publication=page, due_on=soon, by=by),
            "confirm": lambda: confirm_still_right(publication=page, by=by, again_on=soon),
            "minor": lambda: submit_minor_correction(
                publication=page, wording=reworded(page), notice=Notice("One.", "Two.", "A slip."), by=by
            ),
            "retract": lambda: retract_publication(publication=page, by=by, **told),
        }
        self.attempt(steps[what])

    @rule(who=somebody, what=st.sampled_from(["receive", "consider", "uphold", "reject"]))
    def dispute(self, who: int, what: str) -> None:
        page, by = self.page(), self.people[who]
        dispute = Dispute.objects.filter(publication__review=self.review).order_by("-pk").first()
        if what == "receive" and page is not None:
            texts = {"objection": "The figure is old.", "grounds": "A register says so."}
            self.attempt(lambda: receive_dispute(publication=page, sender=DisputeSender.READER, **texts))
        if what == "consider" and dispute is not None:
            self.attempt(lambda: consider_dispute(dispute=dispute, by=by))
        if what in {"uphold", "reject"} and dispute is not None:
            outcome = DisputeOutcome.UPHELD if what == "uphold" else DisputeOutcome.REJECTED
            self.attempt(lambda: decide_dispute(dispute=dispute, by=by, outcome=outcome, answer="We looked again."))

    @rule(who=somebody, forth=st.booleans(), rare=st.integers(0, 7))
    def merge(self, who: int, forth: bool, rare: int) -> None:
        if rare:
            return
        loser, winner = (self.review, self.other) if forth else (self.other, self.review)
        by, how = self.people[who], {"treatment": Treatment.ASSERTS, "reason": "The same figure."}
        self.attempt(lambda: merge_review(review=loser, into=winner, by=by, **how))

    @rule(who=somebody, what=st.sampled_from(["ask", "confirm", "decline"]), rare=st.integers(0, 3))
    def withhold(self, who: int, what: str, rare: int) -> None:
        verdict, by = latest_verdict(self.review), self.people[who]
        asked = Withholding.objects.filter(review=self.review).order_by("-pk").first()
        if what == "ask" and verdict is not None and not rare:
            self.attempt(lambda: ask_withholding(target=verdict, legal_basis="Order 7 of the court.", by=by))
        if asked is not None and what == "confirm" and not rare:
            self.attempt(lambda: confirm_withholding(withholding=asked, by=by))
        if asked is not None and what == "decline":
            self.attempt(lambda: decline_withholding(withholding=asked, by=by))


def reworded(page: Publication) -> Wording:
    verdict = page.verdict
    return Wording(headline=verdict.headline, summary=f"{verdict.summary} So it is.", explanation=verdict.explanation)
