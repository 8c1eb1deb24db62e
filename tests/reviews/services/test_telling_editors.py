"""What editors and the people of a page are told of, and until when."""

import pytest

from reviews.enums import (
    DisputeOutcome,
    HoldKind,
    NotificationKind,
)
from reviews.services.disputes import decide_dispute
from reviews.services.holds import lift_hold, place_hold
from reviews.services.merging import merge_review
from reviews.services.publishing import (
    lift_suspension,
    retract_publication,
    suspend_publication,
)
from reviews.services.skips import put_back
from reviews.services.withholding import ask_withholding, confirm_withholding, decline_withholding
from tests.claims.factories import make_user
from tests.reviews.factories import (
    make_draft,
    make_publication,
    make_skipped_for_all,
)
from tests.reviews.notified import newest, told, told_of
from tests.reviews.services.test_disputes import make_dispute

pytestmark = pytest.mark.django_db


def test_a_claim_skipped_for_everybody_is_told_to_editors_until_one_decides() -> None:
    editor = make_user("editor")
    review = make_skipped_for_all()
    assert told(editor) == [NotificationKind.SKIPPED]
    put_back(review=review, by=make_user("editor"))
    assert told(editor) == []
    assert told(editor, unread_only=False) == [NotificationKind.SKIPPED]


def test_a_dispute_is_told_to_those_who_may_decide_it_until_it_is_decided() -> None:
    publication = make_publication()
    editor, other = make_user("editor"), make_user("editor")
    first, second = make_dispute(publication), make_dispute(publication, objection="The headline is wrong.")
    assert told(editor) == told(other) == [NotificationKind.DISPUTE] * 2
    assert NotificationKind.DISPUTE not in told(publication.approver)
    for dispute, left in ((first, 2), (second, 0)):
        decide_dispute(
            dispute=dispute, by=other, outcome=DisputeOutcome.REJECTED, answer="The register counts repairs."
        )
        assert len(told(editor)) == left


def test_the_brake_tells_author_approver_and_those_who_may_lift_it() -> None:
    publication, editor, other = make_publication(), make_user("editor"), make_user("editor")
    suspend_publication(publication=publication, by=editor, reason="New figures.")
    people = (publication.author, publication.approver, editor, other)
    assert told_of(NotificationKind.STOPPED, *people) == {*people} - {editor}
    lift_suspension(publication=publication, by=other)
    assert newest(publication.author) == f"{other} lifted the suspension: the page stands again."
    retract_publication(publication=publication, by=other, was="124 bridges", now="The register was forged.")
    assert newest(publication.approver) == f"{other} retracted the page."


def test_a_hold_tells_who_is_at_work_and_the_people_of_the_page() -> None:
    editor = make_user("editor")
    publication, draft = make_publication(), make_draft()
    hold = place_hold(on=draft.review, kind=HoldKind.LEGAL, by=editor, reason="A court asks.")
    assert told_of(NotificationKind.STOPPED, draft.author, publication.author, editor) == {draft.author}
    lift_hold(hold=hold, by=editor)
    assert newest(draft.author) == f"{editor} lifted a hold."
    place_hold(on=publication.review.claim.article, kind=HoldKind.AGENCY_KILL, by=editor, reason="Withdrawn.")
    people = (publication.author, publication.approver, editor)
    assert told_of(NotificationKind.STOPPED, *people) == {*people} - {editor}


def test_a_merge_tells_those_whose_page_or_work_ends() -> None:
    winner, loser, editor = make_publication(), make_publication(), make_user("editor")
    merge_review(review=loser.review, into=winner.review, treatment="reports", reason="The same.", by=editor)
    assert newest(loser.author) == f"{editor} merged the page into another one."
    assert told(winner.author) == [NotificationKind.APPROVED]


def test_a_withholding_is_told_to_the_second_person_and_its_end_to_who_asked() -> None:
    verdict = make_publication().verdict
    asker, administrator = make_user("editor"), make_user("administrator")
    for decide in (decline_withholding, confirm_withholding):
        withholding = ask_withholding(target=verdict, legal_basis="Court order 7/2026.", by=asker)
        assert told_of(NotificationKind.WITHHOLDING, administrator, verdict.author) == {administrator}
        decide(withholding=withholding, by=administrator)
        assert told(administrator) == []
        assert told(asker)[-1] == NotificationKind.WITHHOLDING
    assert newest(asker) == f"{administrator} confirmed the withholding that you asked for."
