"""Two people at once after publication, over real connections: one change is made, the log holds."""

from collections.abc import Callable, Sequence
from functools import partial

from reviews.enums import CorrectionKind, RecheckOutcome, Stage
from reviews.errors import TransitionRefused
from reviews.log_check import faulty_rows
from reviews.models import Correction, Merge, Publication, Recheck, Review, Verdict
from reviews.selectors import published
from reviews.services.publishing import (
    confirm_still_right,
    merge_review,
    plan_recheck,
    record_correction,
    reopen_review,
    retract_publication,
    suspend_publication,
)
from reviews.services.withholding import ask_withholding, confirm_withholding, decline_withholding
from tests.claims.factories import make_user
from tests.fixtures.databases import PrivateDatabase
from tests.reviews.factories import approve, make_publication
from tests.reviews.rechecks import make_due
from tests.reviews.services.test_minor_corrections import NOTICE, correct, wording_of
from tests.reviews.services.test_rechecks import soon
from tests.reviews.threads import at_once

BASIS = "Regional court of Norhaven, 4 C 12/26."


def names(actions: Sequence[Callable[[], object]]) -> list[str]:
    """Sorted: what each returned or raised. The log holds afterwards."""
    answers = at_once(actions)
    assert not list(faulty_rows({}))
    return sorted(type(answer).__name__ for answer in answers)


def merging(loser: Publication, winner: Publication) -> Callable[[], object]:
    return partial(
        merge_review,
        review=loser.review,
        into=winner.review,
        treatment="asserts",
        reason="They say the same.",
        by=make_user("editor"),
    )


def test_two_merges_in_opposite_directions_do_not_deadlock_and_one_is_made(committing_db: PrivateDatabase) -> None:
    first, second = make_publication(), make_publication()
    assert names([merging(first, second), merging(second, first)]) == ["Merge", "TransitionRefused"]
    assert Merge.objects.count() == 1
    assert published().count() == 1


def test_merges_around_a_ring_leave_one_page_that_stands(committing_db: PrivateDatabase) -> None:
    pages = [make_publication() for _ in range(4)]
    ring = [merging(page, pages[(place + 1) % 4]) for place, page in enumerate(pages)]
    answers = names(ring)
    assert set(answers) <= {"Merge", "TransitionRefused"}
    assert published().count() == 4 - answers.count("Merge") >= 1
    assert not Merge.objects.filter(winner__in=Merge.objects.values("loser")).filter(loser__in=[]).exists()


def test_merging_while_the_other_page_is_suspended_leads_nobody_to_a_page_without_a_rating(
    committing_db: PrivateDatabase,
) -> None:
    loser, winner = make_publication(), make_publication()
    suspending = partial(suspend_publication, publication=winner, by=make_user("editor"), reason="New figures.")
    answers = names([merging(loser, winner), suspending])
    # Either it was suspended before, and the merge is refused, or after, when it stood.
    assert answers in (["Merge", "Publication"], ["Publication", "TransitionRefused"])
    assert Merge.objects.exists() == (answers[0] == "Merge")


def test_two_minor_corrections_at_once_are_one(committing_db: PrivateDatabase) -> None:
    publication = make_publication()
    both = [partial(correct, publication, make_user("editor")) for _ in range(2)]
    assert names(both) == ["TransitionRefused", "Verdict"]
    assert Verdict.objects.count() == 2


def test_a_minor_correction_and_a_reopening_at_once_are_one(committing_db: PrivateDatabase) -> None:
    publication = make_publication()
    reopening = partial(reopen_review, review=publication.review, by=make_user("editor"), reason="New figures.")
    answers = names([partial(correct, publication, make_user("editor")), reopening])
    assert answers in (["TransitionRefused", "Verdict"], ["Review", "TransitionRefused"])
    assert wording_of(publication).headline == publication.headline
    stage = Review.objects.get(pk=publication.review_id).stage
    assert stage == (Stage.SUBMITTED if "Verdict" in answers else Stage.IN_REVIEW)


def test_a_minor_correction_approved_twice_tells_readers_once(committing_db: PrivateDatabase) -> None:
    verdict = correct(make_publication())
    both = [partial(approve, verdict, make_user("editor")) for _ in range(2)]
    assert names(both) == ["Publication", "TransitionRefused"]
    assert Correction.objects.get().was == NOTICE.was


def test_confirming_and_postponing_at_once_leave_one_day_open_at_most(committing_db: PrivateDatabase) -> None:
    publication = make_due()
    actions: list[Callable[[], object]] = [
        *(partial(confirm_still_right, publication=publication, by=make_user("editor")) for _ in range(2)),
        *(partial(plan_recheck, publication=publication, due_on=soon(days), by=make_user("editor")) for days in (5, 6)),
    ]
    assert set(names(actions)) <= {"Recheck", "NoneType"}
    assert Recheck.objects.filter(outcome="").count() <= 1
    assert Recheck.objects.filter(outcome=RecheckOutcome.CONFIRMED).count() == 2


def test_of_two_retractions_one_is_made_and_a_correction_beside_it_is_whole_or_refused(
    committing_db: PrivateDatabase,
) -> None:
    publication = make_publication()
    actions: list[Callable[[], object]] = [
        *(
            partial(retract_publication, publication=publication, by=make_user("editor"), was="124", now="142")
            for _ in range(2)
        ),
        partial(
            record_correction,
            publication=publication,
            kind=CorrectionKind.UPDATE,
            by=make_user("editor"),
            was="124",
            now="142",
        ),
    ]
    answers = names(actions)
    assert Correction.objects.filter(kind=CorrectionKind.RETRACTION).count() == 1
    assert Correction.objects.count() == answers.count("Correction")
    assert not published().exists()


def test_confirmed_and_declined_at_once_a_withholding_is_one_of_the_two(committing_db: PrivateDatabase) -> None:
    publication = make_publication()
    asked = ask_withholding(target=publication.verdict, legal_basis=BASIS, by=make_user("editor"))
    decide: list[Callable[[], object]] = [
        partial(confirm_withholding, withholding=asked, by=make_user("editor")),
        partial(confirm_withholding, withholding=asked, by=make_user("administrator")),
        partial(decline_withholding, withholding=asked, by=make_user("editor")),
    ]
    assert names(decide) == ["TransitionRefused", "TransitionRefused", "Withholding"]
    asked.refresh_from_db()
    gone = Verdict.objects.get(pk=publication.verdict_id).headline == "Withheld"
    assert gone == (asked.confirmed_at is not None) == (asked.declined_at is None)


def test_two_who_ask_at_once_ask_once(committing_db: PrivateDatabase) -> None:
    publication = make_publication()
    ask = [
        partial(ask_withholding, target=publication.verdict, legal_basis=BASIS, by=make_user("editor"))
        for _ in range(2)
    ]
    assert names(ask) == ["TransitionRefused", "Withholding"]


def test_a_correction_recorded_while_its_page_is_withheld_keeps_no_word(committing_db: PrivateDatabase) -> None:
    publication = make_publication()
    asked = ask_withholding(target=publication.verdict, legal_basis=BASIS, by=make_user("editor"))
    actions: list[Callable[[], object]] = [
        partial(confirm_withholding, withholding=asked, by=make_user("editor")),
        partial(
            record_correction,
            publication=publication,
            kind=CorrectionKind.CLARIFICATION,
            by=make_user("editor"),
            was="Zyxwas",
            now="Zyxnow",
        ),
    ]
    answers = names(actions)
    assert answers in (["Correction", "Withholding"], ["TransitionRefused", "Withholding"])
    assert not Correction.objects.filter(was="Zyxwas").exists()


def test_what_was_refused_says_why(committing_db: PrivateDatabase) -> None:
    publication = make_publication()
    both = [
        partial(retract_publication, publication=publication, by=make_user("editor"), was="124", now="142")
        for _ in range(2)
    ]
    [refusal] = [answer for answer in at_once(both) if isinstance(answer, TransitionRefused)]
    assert "has ended" in str(refusal)
