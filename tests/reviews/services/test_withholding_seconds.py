"""Withholding of a second verdict's text: by two people, with the drafts that repeat it; the rest and the log stand."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from reviews.enums import EventKind
from reviews.errors import FourEyesRefused, NotAllowed, TransitionRefused
from reviews.log_check import faulty_rows
from reviews.models import Resolution, SecondDraft, SecondVerdict, Verdict, Withholding
from reviews.services.events import record_event
from reviews.services.withholding import ask_withholding, confirm_withholding
from tests.claims.admin.pages import address, take, text_of, told
from tests.claims.factories import make_user
from tests.reviews.database.test_four_eyes import check_deferred, execute, refused
from tests.reviews.factories import approve, make_second, make_submitted_verdict

pytestmark = pytest.mark.django_db

BASIS = "Regional court of Norhaven, 4 C 12/26."
WORDS: dict[str, Any] = {"reasoning": "Zyxreasoning of the auditors, at length.", "sources": "Zyxreport, 2021"}


def given() -> tuple[Verdict, SecondVerdict]:
    """Both in, so both are open."""
    verdict = make_submitted_verdict()
    return verdict, make_second(verdict.review, **WORDS)


def ask(second: SecondVerdict) -> Withholding:
    return ask_withholding(target=second, legal_basis=BASIS, by=make_user("editor"))


def test_the_text_goes_with_the_drafts_that_repeat_it_and_all_else_stands() -> None:
    verdict, second = given()
    kept = SecondVerdict.objects.values("rating", "findings", "author", "submitted_at").get()
    with pytest.raises(TransitionRefused, match="asked for already"):
        asked = ask(second)
        ask(second)
    confirm_withholding(withholding=asked, by=make_user("administrator"))
    check_deferred()
    second.refresh_from_db()
    assert (second.reasoning, second.sources) == ("Withheld", "Withheld")
    assert "Zyx" not in json.dumps(SecondDraft.objects.get().body)
    assert SecondVerdict.objects.values(*kept).get() == kept
    verdict.refresh_from_db()
    assert "Withheld" not in verdict.explanation
    assert list(faulty_rows({})) == []


def test_neither_who_asked_nor_who_gave_it_confirms() -> None:
    _, second = given()
    asked = ask(second)
    with pytest.raises(FourEyesRefused, match="asked"):
        confirm_withholding(withholding=asked, by=asked.asked_by)
    with pytest.raises(NotAllowed):
        confirm_withholding(withholding=asked, by=make_user("reviewer"))
    User.objects.filter(pk=second.author_id).update(is_superuser=True)
    with pytest.raises(FourEyesRefused, match="gave this second verdict"):
        confirm_withholding(withholding=asked, by=User.objects.get(pk=second.author_id))
    second.refresh_from_db()
    assert second.reasoning == WORDS["reasoning"]


def test_the_database_holds_it_against_raw_sql() -> None:
    verdict, second = given()
    refused(lambda: execute("UPDATE reviews_secondverdict SET reasoning = 'Withheld'"), "frozen")
    asked = ask(second)
    by = f"UPDATE reviews_withholding SET confirmed_by_id = {make_user('editor').pk}, confirmed_at = now()"
    refused(lambda: execute(by), "the text is still there")
    refused(lambda: execute(f"UPDATE reviews_withholding SET verdict_id = {verdict.pk}"), "Cannot update|of_one_text")
    other = Withholding(review=make_submitted_verdict().review, second=second, legal_basis="x", asked_by=asked.asked_by)
    refused(other.save, "does not belong")
    confirm_withholding(withholding=asked, by=make_user("editor"))
    refused(lambda: execute("UPDATE reviews_secondverdict SET reasoning = 'Other'"), "frozen")


def settled() -> tuple[Verdict, SecondVerdict]:
    """The two differ, and the approver says why, in words of both."""
    verdict = make_submitted_verdict()
    second = make_second(verdict.review, code="false", **WORDS)
    approve(verdict, resolution="The Zyxreport, 2021 is older than the first one’s register.")
    check_deferred()
    return verdict, second


@pytest.mark.parametrize("which", ["first", "second"])
def test_what_the_approver_said_of_both_goes_with_either_and_the_log_never_had_it(which: str, client: Client) -> None:
    verdict, second = settled()
    assert "Zyx" not in "".join(verdict.review.events.values_list("payload__text", flat=True))
    refused(lambda: execute("UPDATE reviews_resolution SET how = 'Withheld'"), "frozen")
    target = verdict if which == "first" else second
    asked = ask_withholding(target=target, legal_basis=BASIS, by=make_user("editor"))
    client.force_login(make_user("administrator"))
    assert "older than the first one’s register" in text_of(client.get(address(asked)))
    assert "Withheld" in told(client, take(client, asked, "confirm", sure="on"))
    check_deferred()
    assert Resolution.objects.get().how == "Withheld"
    assert list(faulty_rows({})) == []
    refused(lambda: execute("UPDATE reviews_resolution SET how = 'Other'"), "frozen")


def test_it_goes_with_the_approval_that_recorded_it_too() -> None:
    verdict, second = settled()
    event = verdict.review.events.get(kind=EventKind.APPROVED)
    asked = ask_withholding(target=event, legal_basis=BASIS, by=make_user("editor"))
    confirm_withholding(withholding=asked, by=make_user("editor"))
    check_deferred()
    assert Resolution.objects.get().how == "Withheld"
    second.refresh_from_db()
    assert second.reasoning == WORDS["reasoning"]
    assert list(faulty_rows({})) == []


def test_an_older_approval_that_holds_the_words_itself_is_named_beside_it(client: Client) -> None:
    verdict, second = settled()
    data = {"verdict": verdict.pk, "publication": verdict.publication.pk, "resolution": "Zyx, as it was logged before."}
    record_event(review=verdict.review, kind=EventKind.APPROVED, actor=make_user("editor"), payload=data)
    for target in (verdict, second):
        asked = ask_withholding(target=target, legal_basis=BASIS, by=make_user("editor"))
        client.force_login(make_user("administrator"))
        assert "Zyx, as it was logged before." in text_of(client.get(address(asked)))


def test_the_database_lets_no_second_verdict_go_without_it() -> None:
    _, second = settled()
    asked = ask(second)
    by = f"confirmed_by_id = {make_user('editor').pk}, confirmed_at = now() WHERE id = {asked.pk}"
    gone = "UPDATE reviews_secondverdict SET reasoning = 'Withheld', sources = 'Withheld'"
    refused(lambda: execute(f"UPDATE reviews_withholding SET {by}; {gone}"), "the text is still there")


def test_both_reviewers_read_how_the_difference_was_settled(client: Client) -> None:
    verdict, second = settled()
    for reader in (verdict.author, second.author):
        client.force_login(reader)
        page = text_of(client.get(reverse("desk:second", args=[second.opinion_id])))
        assert "How the difference was settled The Zyxreport, 2021 is older" in page


def test_it_is_asked_for_from_the_address_of_the_page_and_read_before_it_goes(client: Client) -> None:
    verdict, second = given()
    client.force_login(make_user("editor"))
    add = reverse("admin:reviews_withholding_add")
    page = text_of(client.get(add, {"page": verdict.review.claim_id}))
    assert f"The second verdict that {second.author} gave" in page
    sent = {"page": verdict.review.claim_id, "verdict": f"second-{second.pk}", "legal_basis": BASIS}
    assert client.post(add, sent | {"verdict": "second-0"}).status_code == 422
    assert "Asked for" in told(client, client.post(add, sent))
    withholding = Withholding.objects.get(second=second)
    client.force_login(make_user("administrator"))
    page = text_of(client.get(address(withholding)))
    assert WORDS["reasoning"] in page
    assert "The text of a second verdict" in page
    assert "Withheld" in told(client, take(client, withholding, "confirm", sure="on"))
    assert "Zyx" not in text_of(client.get(address(withholding)))
    client.force_login(make_user("editor"))
    assert "Zyx" not in text_of(client.get(address(verdict, "approve")))


def test_a_sealed_one_is_on_nobodys_list(client: Client) -> None:
    second = make_second(**WORDS)
    client.force_login(make_user("editor"))
    claim = second.opinion.review.claim_id
    assert "Zyx" not in text_of(client.get(reverse("admin:reviews_withholding_add"), {"page": claim}))
    asked = ask(second)
    page = text_of(client.get(address(asked)))
    assert "sealed for you" in page
    assert "Zyx" not in page
