"""The name of a protected source is refused in every text that becomes public or goes into the log."""

from collections.abc import Callable
from datetime import timedelta
from functools import cache, partial
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from django.utils.timezone import localdate

from claims.enums import Treatment
from reviews.enums import CloseReason, ContactWay, CorrectionKind, DisputeOutcome, DisputeSender, HoldKind
from reviews.errors import ReviewsError
from reviews.models import Comment, Contact, Event, Publication, Review, SecondOpinion, SecondVerdict, Verdict
from reviews.services.assignment import close_review
from reviews.services.change_notices import ChangeNotice
from reviews.services.comments import answer_comment, comment_on
from reviews.services.contacts import record_answer, record_contact, withdraw_contact
from reviews.services.corrections import Notice
from reviews.services.disputes import decide_dispute, receive_dispute
from reviews.services.full_stories import set_full_story
from reviews.services.holds import place_hold
from reviews.services.identities import look_at_identity
from reviews.services.merging import merge_review
from reviews.services.minor_corrections import Wording, submit_minor_correction
from reviews.services.publishing import record_correction, reopen_review, retract_publication, suspend_publication
from reviews.services.rechecks import confirm_still_right, plan_recheck
from reviews.services.seconds import ask_second, call_off_second, save_second_draft, submit_second
from reviews.services.skips import skip_review
from reviews.services.verdicts import request_changes
from reviews.services.waiting import wait_for_answer
from reviews.services.withholding import ask_withholding
from tests.claims.factories import make_user
from tests.reviews.database.test_four_eyes import check_deferred
from tests.reviews.factories import (
    approve,
    make_next_verdict,
    make_publication,
    make_review,
    make_second_body,
    make_submitted_verdict,
    make_taken_review,
)
from tests.reviews.services.test_identities import NAME, holding, protect

pytestmark = pytest.mark.django_db

Act = Callable[[str], object]
Stage = Callable[[Review, User], dict[str, Act]]

WORDING = {"headline": "Bridges", "summary": "Closed ones.", "explanation": "Two registers."}
NOTICE = {"was": "Bridge", "now": "Bridges", "cause": "A slip."}


def in_hand(review: Review, reviewer: User) -> dict[str, Act]:
    held: dict[str, Any] = {"review": review, "reviewer": reviewer, "lease_number": review.lease_number}
    ask = partial(record_contact, review=review, by=reviewer, way=ContactWay.MAIL, asked_on=localdate())
    editor = make_user("editor")

    @cache
    def asked() -> Contact:
        return ask(whom="The port", role="Operator")

    @cache
    def opinion() -> SecondOpinion:
        return ask_second(review=review, by=editor, why="Much hangs on it.")

    return {
        "skip": lambda text: skip_review(**held, reason=text),
        "wait": lambda text: wait_for_answer(**held, what=text, until=timezone.now() + timedelta(days=1)),
        "contact, name": lambda text: ask(whom=text),
        "contact, role": lambda text: ask(whom="The port", role=text),
        "contact, answer": lambda text: record_answer(
            contact=asked(), by=reviewer, answered_on=localdate(), answer=text
        ),
        "contact, withdrawal": lambda text: withdraw_contact(contact=asked(), by=reviewer, because=text),
        "close": lambda text: close_review(review=review, reason=CloseReason.OVERTAKEN, note=text, by=editor),
        "merge": lambda text: merge_review(
            review=make_review(), into=review, treatment=Treatment.REPORTS, reason=text, by=editor
        ),
        "hold": lambda text: place_hold(on=review, kind=HoldKind.LEGAL, by=editor, reason=text),
        "hold on the article": lambda text: place_hold(
            on=review.claim.article, kind=HoldKind.LEGAL, by=editor, reason=text
        ),
        "ask for a second": lambda text: ask_second(review=review, by=editor, why=text),
        "call off a second": lambda text: call_off_second(opinion=opinion(), by=editor, reason=text),
        "another identity": lambda text: protect(review, reviewer, name="Ottokar Blunzenstrick", because=text),
        "look": lambda text: look_at_identity(protected=review.protected_sources.first(), by=editor, purpose=text),  # type: ignore[arg-type]
    }


def awaiting_approval(review: Review, reviewer: User) -> dict[str, Act]:
    verdict, editor = make_submitted_verdict(review, reviewer), make_user("editor")

    @cache
    def comment() -> Comment:
        made = comment_on(verdict=verdict, part="summary", text="Say how many.", by=editor)
        request_changes(verdict=verdict, by=editor, reason="See the comment.")
        return made

    return {
        "changes": lambda text: request_changes(verdict=verdict, by=editor, reason=text),
        "comment": lambda text: comment_on(verdict=verdict, part="summary", text=text, by=editor),
        "answer to a comment": lambda text: answer_comment(comment=comment(), text=text, by=reviewer),
    }


def published(review: Review, reviewer: User) -> dict[str, Act]:
    publication, editor = make_publication(review, reviewer), make_user("editor")
    check_deferred()
    on_it: dict[str, Any] = {"publication": publication, "by": editor}
    correct = partial(record_correction, **on_it, kind=CorrectionKind.MINOR)

    @cache
    def reopened() -> Verdict:
        reopen_review(review=publication.review, by=editor, reason="A new register.")
        return make_next_verdict(publication.review, reviewer)

    def changed(text: str) -> object:
        return approve(reopened(), change=ChangeNotice(CorrectionKind.UPDATE, Notice("It was 124.", text)))

    return {
        "suspend": lambda text: suspend_publication(**on_it, reason=text),
        "retract": lambda text: retract_publication(**on_it, was=text, now="Nothing."),
        "correction, was": lambda text: correct(was=text, now="Bridges"),
        "correction, now": lambda text: correct(was="Bridge", now=text),
        "correction, cause": lambda text: correct(was="Bridge", now="Bridges", cause=text),
        "correction, who noticed": lambda text: correct(was="Bridge", now="Bridges", noticed_by=text),
        "reopen": lambda text: reopen_review(review=publication.review, by=editor, reason=text),
        "plan a re-check": lambda text: plan_recheck(**on_it, due_on=localdate(), note=text),
        "still right": lambda text: confirm_still_right(**on_it, note=text),
        "full story": lambda text: set_full_story(
            **on_it, address=f"https://paper.example/{text.lower().replace(' ', '-')}"
        ),
        "withholding": lambda text: ask_withholding(target=publication.verdict, legal_basis=text, by=editor),
        "dispute": lambda text: dispute(publication, text),
        "change that is announced": changed,
        **{
            f"minor correction, {field}": partial(minor, publication, editor, field)
            for field in ("headline", "summary", "explanation", "was", "now", "cause", "noticed_by")
        },
    }


def dispute(publication: Publication, text: str) -> object:
    """What a reader writes is not looked at: it would tell anybody whether a name is right."""
    sent = receive_dispute(
        publication=publication, sender=DisputeSender.READER, objection="Wrong.", grounds="A register."
    )
    return decide_dispute(dispute=sent, by=make_user("editor"), outcome=DisputeOutcome.REJECTED, answer=text)


def minor(publication: Publication, editor: User, field: str, text: str) -> object:
    told = WORDING | NOTICE | {"noticed_by": ""} | {field: text}
    wording = Wording(**{name: told[name] for name in WORDING})
    notice = Notice(told["was"], told["now"], told["cause"], told["noticed_by"])
    return submit_minor_correction(publication=publication, wording=wording, notice=notice, by=editor)


STAGES: dict[Stage, tuple[str, ...]] = {
    in_hand: (
        *("skip", "wait", "contact, name", "contact, role", "contact, answer", "contact, withdrawal", "close", "merge"),
        *("hold", "hold on the article", "ask for a second", "call off a second"),
        *("another identity", "look"),
    ),
    awaiting_approval: ("changes", "comment", "answer to a comment"),
    published: (
        *("suspend", "retract", "correction, was", "correction, now", "correction, cause", "correction, who noticed"),
        *("reopen", "plan a re-check", "still right", "full story", "withholding", "dispute"),
        *("change that is announced", "minor correction, headline", "minor correction, summary"),
        *("minor correction, explanation", "minor correction, was", "minor correction, now"),
        *("minor correction, cause", "minor correction, noticed_by"),
    ),
}


@pytest.mark.parametrize(("stage", "name"), [(stage, name) for stage, names in STAGES.items() for name in names])
def test_the_name_is_refused_unsaid_and_kept_nowhere(
    stage: Callable[[Review, User], dict[str, Act]], name: str
) -> None:
    reviewer = make_user("reviewer")
    review = make_taken_review(reviewer)
    protect(review, reviewer)
    acts = stage(review, reviewer)
    assert set(acts) == set(STAGES[stage])
    with pytest.raises(ReviewsError, match="gives away a protected source") as refusal:
        acts[name](f"As {NAME} told us")
    assert not any(part in str(refusal.value) for part in NAME.split())
    assert holding("Quastenflosser") == {"reviews_protectedidentity"}
    before = Event.objects.count()
    acts[name]("As somebody told us")
    assert Event.objects.count() > before


def test_a_second_verdict_that_holds_it_is_not_submitted() -> None:
    protect(review := make_taken_review(reviewer := make_user("reviewer")), reviewer)
    other = make_user("reviewer")
    opinion = ask_second(review=review, by=make_user("editor"), why="Much hangs on it.", to=other)
    body = make_second_body(review, reasoning=f"As {NAME} told us.")
    draft = save_second_draft(opinion=opinion, author=other, body=body, version=1)
    with pytest.raises(ReviewsError, match="gives away a protected source"):
        submit_second(opinion=opinion, author=other, version=draft.version)
    assert not SecondVerdict.objects.exists()


def test_a_claim_without_a_protected_source_may_name_anybody() -> None:
    protect(make_taken_review(reviewer := make_user("reviewer")), reviewer)
    suspend_publication(publication=make_publication(), by=make_user("editor"), reason=f"{NAME} called.")
