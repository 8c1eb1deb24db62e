"""Withholding against raw SQL: two people, once, in full, and no other way to empty or change a frozen text."""

import pytest
from django.utils import timezone

from reviews.models import Event, Withholding
from reviews.services.withholding import ask_withholding, confirm_withholding, decline_withholding
from tests.claims.factories import make_user
from tests.reviews.database.test_four_eyes import execute, refused
from tests.reviews.factories import make_publication

pytestmark = pytest.mark.django_db

BASIS = "Regional court of Norhaven, 4 C 12/26."


def asked() -> Withholding:
    return ask_withholding(target=make_publication().verdict, legal_basis=BASIS, by=make_user("editor"))


def confirmed_by(person: int) -> str:
    return f"UPDATE reviews_withholding SET confirmed_by_id = {person}, confirmed_at = now()"


FROZEN = [
    "reviews_verdict SET headline = 'Withheld'",
    "reviews_verdict SET explanation = ''",
    "reviews_evidence SET title = 'Withheld'",
    "reviews_finding SET note = 'x'",
    "reviews_publication SET payload = '{}'",
    "reviews_publication SET headline = 'Withheld'",
    "reviews_publication SET slug = 'claim'",
    "reviews_publishedsighting SET quote = ''",
    "reviews_eventpayload SET text = ''",
]


@pytest.mark.parametrize("change", FROZEN)
def test_no_frozen_text_is_emptied_without_two_people(change: str) -> None:
    asked()
    refused(lambda: execute(f"UPDATE {change}"), "frozen")


def test_nor_changed_into_another_once_they_have() -> None:
    withholding = asked()
    confirm_withholding(withholding=withholding, by=make_user("editor"))
    verdict = withholding.verdict_id
    for change in (
        f"reviews_verdict SET headline = 'Something else' WHERE id = {verdict}",
        f"reviews_verdict SET rating_id = rating_id + 1 WHERE id = {verdict}",
        f'reviews_publication SET payload = \'{{"headline": "x"}}\' WHERE verdict_id = {verdict}',
        f"reviews_publication SET label = '' WHERE verdict_id = {verdict}",
        f"reviews_evidence SET title = 'x' WHERE verdict_id = {verdict}",
    ):
        refused(lambda change=change: execute(f"UPDATE {change}"), "frozen|foreign key")  # type: ignore[misc]


def test_one_persons_withholding_opens_nothing_of_another_verdict() -> None:
    confirm_withholding(withholding=asked(), by=make_user("editor"))
    other = make_publication()
    refused(
        lambda: execute(f"UPDATE reviews_verdict SET headline = 'Withheld' WHERE id = {other.verdict_id}"), "frozen"
    )


def test_who_asked_is_not_put_down_as_confirming() -> None:
    withholding = asked()
    refused(lambda: execute(confirmed_by(withholding.asked_by_id)), "confirmed_by_a_second_person")


def test_a_confirmation_without_the_emptying_or_without_the_log_is_refused() -> None:
    asked()
    refused(lambda: execute(confirmed_by(make_user("editor").pk)), "the text is still there")


def test_it_is_decided_once_and_not_both_ways() -> None:
    withholding = asked()
    decline_withholding(withholding=withholding, by=make_user("editor"))
    refused(lambda: execute(confirmed_by(make_user("editor").pk)), "decided already|confirmed_says_by_whom")
    refused(
        lambda: execute("UPDATE reviews_withholding SET declined_by_id = NULL, declined_at = NULL"), "decided already"
    )


def test_it_begins_asked_for_names_one_text_of_its_review_and_a_basis() -> None:
    publication, other = make_publication(), make_publication()
    common = {"review": publication.review, "asked_by": make_user("editor"), "legal_basis": BASIS}
    second = {"confirmed_by": make_user("editor"), "confirmed_at": timezone.now()}
    event = Event.objects.filter(review=publication.review).first()
    for values, says in (
        ({**common, "verdict": publication.verdict, **second}, "asked for before"),
        ({**common, "verdict": other.verdict}, "does not belong"),
        ({**common, "verdict": publication.verdict, "event": event}, "is_of_one_text"),
        ({**common}, "does not belong|is_of_one_text"),
        ({**common, "verdict": publication.verdict, "legal_basis": ""}, "has_a_legal_basis"),
    ):
        refused(Withholding(**values).save, says)


def test_basis_and_person_are_not_rewritten_and_no_row_goes() -> None:
    asked()
    refused(lambda: execute("UPDATE reviews_withholding SET legal_basis = 'Other.'"), "Cannot update rows")
    refused(lambda: execute("DELETE FROM reviews_withholding"), "Cannot delete rows")


def test_that_something_was_withheld_is_not_withheld() -> None:
    withholding = asked()
    confirm_withholding(withholding=withholding, by=make_user("editor"))
    event = withholding.review.events.get(kind="withheld")
    row = Withholding(review=withholding.review, event=event, legal_basis=BASIS, asked_by=make_user("editor"))
    refused(row.save, "is not withheld")
