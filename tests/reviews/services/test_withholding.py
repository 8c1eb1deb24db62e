"""Withholding: one asks, another confirms, the text is gone from every row, and the log still holds."""

from typing import Any

import pytest
from django.db import connection

from reviews.drafting import FindingInput
from reviews.enums import CorrectionKind, EventKind, FindingValue, Stage
from reviews.errors import FourEyesRefused, NotAllowed, ReasonMissing, TransitionRefused
from reviews.log_check import faulty_rows
from reviews.models import Correction, Draft, Publication, Review, Verdict, Withholding
from reviews.selectors import page_of_claim, published
from reviews.services.publishing import record_correction, reopen_review, retract_publication
from reviews.services.purging import purge_changed
from reviews.services.verdicts import request_changes
from reviews.services.withholding import ask_withholding, confirm_withholding, decline_withholding
from tests.claims.factories import make_user
from tests.reviews.changed_texts import publish_again, resubmit
from tests.reviews.database.test_four_eyes import check_deferred
from tests.reviews.factories import (
    make_draft,
    make_evidence_input,
    make_publication,
    make_review,
    make_submitted_verdict,
)

pytestmark = pytest.mark.django_db

BASIS = "Regional court of Norhaven, 4 C 12/26, order of 3 November 2026."
WORDS: dict[str, Any] = {
    "headline": "Zyxheadline of the bridges",
    "summary": "Zyxsummary of two registers.",
    "explanation": "Zyxexplanation, at length.",
    "origins_exception": "Zyxexception of the origins.",
    "contact_exception": "Zyxexception of the contacts.",
}


def telling() -> Publication:
    """A publication whose every text holds the word zyx…"""
    review = make_review()
    evidence = (
        make_evidence_input(title="Zyxtitle", excerpt="Zyxexcerpt of the register", address="https://zyx.example/1"),
        make_evidence_input(title="Zyxother", excerpt_translation="Zyxtranslation"),
    )
    findings = {review.claim_id: FindingInput(FindingValue.SAID.value, "Zyxnote of the finding")}
    return make_publication(review, evidence=evidence, findings=findings, **WORDS)


def withheld(publication: Publication) -> Withholding:
    asked = ask_withholding(target=publication.verdict, legal_basis=BASIS, by=make_user("editor"))
    return confirm_withholding(withholding=asked, by=make_user("administrator"))


def rows_with(word: str) -> list[str]:
    """Tables of ours in which the word stands anywhere, whatever the column."""
    found = []
    with connection.cursor() as cursor:
        tables = [name for name in connection.introspection.table_names(cursor) if name.startswith("reviews_")]
        for table in tables:
            cursor.execute(f"SELECT count(*) FROM {table} t WHERE lower(t::text) LIKE %s", [f"%{word.lower()}%"])
            if cursor.fetchone()[0]:
                found.append(table)
    return sorted(found)


def test_asking_alone_takes_nothing_away() -> None:
    publication, editor = make_publication(), make_user("editor")
    asked = ask_withholding(target=publication.verdict, legal_basis=BASIS, by=editor)
    assert (asked.asked_by, asked.confirmed_at, asked.legal_basis) == (editor, None, BASIS)
    assert list(published()) == [publication]
    assert publication.review.events.filter(kind=EventKind.WITHHOLDING_ASKED).count() == 1


def test_confirmed_the_words_are_in_no_row_of_ours_and_the_log_holds() -> None:
    publication = telling()
    record_correction(
        publication=publication, kind=CorrectionKind.CLARIFICATION, by=make_user("editor"),
        was="Zyxwas", now="Zyxnow", cause="Zyxcause", noticed_by="Zyxreader",
    )  # fmt: skip
    assert {"reviews_verdict", "reviews_draft", "reviews_publication", "reviews_correction"} <= set(rows_with("zyx"))
    done = withheld(publication)
    # The address, until the cache before us has let go of it.
    assert rows_with("zyx") == ["reviews_purge"]
    purge_changed()
    assert rows_with("zyx") == []
    assert not published().exists()
    assert page_of_claim(publication.claim_id) == publication
    assert done.confirmed_at is not None
    assert Publication.objects.get(pk=publication.pk).changed_at == done.confirmed_at
    assert not list(faulty_rows({}))


def test_rating_author_and_dates_stay_and_so_does_the_digest() -> None:
    publication = telling()
    withheld(publication)
    verdict = Verdict.objects.get(pk=publication.verdict_id)
    assert (verdict.rating, verdict.author) == (publication.verdict.rating, publication.author)
    assert verdict.evidence.count() == 2
    assert Publication.objects.get(pk=publication.pk).payload_sha256 == publication.payload_sha256


def test_a_draft_in_which_somebody_writes_keeps_what_is_not_of_it() -> None:
    publication = telling()
    reopen_review(review=publication.review, by=make_user("editor"), reason="A new figure.")
    draft = Draft.objects.get(review=publication.review)
    body = dict(draft.body) | {"headline": "My own new headline", "explanation": "Now: Zyxexplanation, at length. And."}
    Draft.objects.filter(pk=draft.pk).update(body=body)
    withheld(publication)
    after = Draft.objects.get(pk=draft.pk)
    assert (after.body["headline"], after.body["summary"], after.body["explanation"]) == ("My own new headline", "", "")
    assert after.version == draft.version + 1


def test_other_editions_stand_until_they_are_asked_for_too() -> None:
    first = telling()
    second = publish_again(first)
    withheld(first)
    assert list(published()) == [second]
    assert Verdict.objects.get(pk=second.verdict_id).headline == second.headline


def test_a_new_verdict_may_follow_a_withheld_one() -> None:
    publication = telling()
    withheld(publication)
    check_deferred()
    reopen_review(review=publication.review, by=make_user("editor"), reason="In other words.")
    verdict = resubmit(publication.review, publication.author)
    assert verdict.headline != "Withheld"
    assert Review.objects.get(pk=publication.review_id).stage == Stage.SUBMITTED


@pytest.mark.parametrize("kind", ["asked", "wrote"])
def test_who_asked_and_who_wrote_it_do_not_confirm(kind: str) -> None:
    person = make_user("superuser")
    publication = make_publication(author=person if kind == "wrote" else None)
    asked = ask_withholding(
        target=publication.verdict, legal_basis=BASIS, by=person if kind == "asked" else make_user("editor")
    )
    with pytest.raises(FourEyesRefused):
        confirm_withholding(withholding=asked, by=person)
    assert list(published()) == [publication]


def test_it_is_decided_once_and_asked_for_once_until_it_is_declined() -> None:
    publication, first, second = make_publication(), make_user("editor"), make_user("editor")
    asked = ask_withholding(target=publication.verdict, legal_basis=BASIS, by=first)
    with pytest.raises(TransitionRefused, match="asked for already"):
        ask_withholding(target=publication.verdict, legal_basis="Again.", by=second)
    assert decline_withholding(withholding=asked, by=first).declined_by == first
    for refused in (confirm_withholding, decline_withholding):
        with pytest.raises(TransitionRefused, match=f"declined already, by {first}"):
            refused(withholding=asked, by=second)
    again = ask_withholding(target=publication.verdict, legal_basis="A second letter.", by=first)
    confirm_withholding(withholding=again, by=second)
    with pytest.raises(TransitionRefused, match="withheld already"):
        ask_withholding(target=publication.verdict, legal_basis="A third.", by=first)
    kinds = publication.review.events.filter(kind__startswith="with").order_by("sequence")
    assert list(kinds.values_list("kind", flat=True)) == [
        EventKind.WITHHOLDING_ASKED, EventKind.WITHHOLDING_DECLINED, EventKind.WITHHOLDING_ASKED, EventKind.WITHHELD,
    ]  # fmt: skip


def test_it_names_its_legal_basis_and_the_log_does_not_repeat_it() -> None:
    publication = make_publication()
    with pytest.raises(ReasonMissing, match="legal basis"):
        ask_withholding(target=publication.verdict, legal_basis=" ", by=make_user("editor"))
    withheld(publication)
    assert "Norhaven" not in "".join(publication.review.events.values_list("payload__text", flat=True))


def test_while_a_verdict_awaits_approval_nothing_is_withheld_under_the_approvers_eyes() -> None:
    verdict = make_submitted_verdict()
    asked = ask_withholding(target=verdict, legal_basis=BASIS, by=make_user("editor"))
    with pytest.raises(TransitionRefused, match="awaits approval"):
        confirm_withholding(withholding=asked, by=make_user("editor"))
    request_changes(verdict=verdict, by=make_user("editor"), reason="It has to go.")
    confirm_withholding(withholding=asked, by=make_user("editor"))
    assert Verdict.objects.get(pk=verdict.pk).headline == "Withheld"


def test_a_withheld_page_is_neither_corrected_nor_retracted() -> None:
    publication = make_publication()
    withheld(publication)
    with pytest.raises(TransitionRefused, match="withheld"):
        record_correction(
            publication=publication, kind=CorrectionKind.MINOR, by=make_user("editor"), was="Zyx", now="Other."
        )
    with pytest.raises(TransitionRefused, match="withheld"):
        retract_publication(publication=publication, by=make_user("editor"), was="Zyx", now="Other.")
    assert not Correction.objects.exists()


class TestEvents:
    def test_what_an_event_says_goes_and_who_what_and_when_stay_proven(self) -> None:
        review = make_draft().review
        event = review.events.get(kind=EventKind.DRAFT_STARTED)
        asked = ask_withholding(target=event, legal_basis=BASIS, by=make_user("editor"))
        confirm_withholding(withholding=asked, by=make_user("editor"))
        event.refresh_from_db()
        assert event.payload.text == ""
        assert not list(faulty_rows({}))

    def test_that_something_was_withheld_is_not_withheld(self) -> None:
        publication = make_publication()
        withheld(publication)
        event = publication.review.events.get(kind=EventKind.WITHHELD)
        with pytest.raises(TransitionRefused, match="stays in the log"):
            ask_withholding(target=event, legal_basis=BASIS, by=make_user("editor"))


@pytest.mark.parametrize("role", ["reviewer", None])
def test_it_is_a_right_of_editors_and_administrators(role: str | None) -> None:
    publication, somebody = make_publication(), make_user(role)
    asked = ask_withholding(target=publication.verdict, legal_basis=BASIS, by=make_user("administrator"))
    with pytest.raises(NotAllowed):
        ask_withholding(target=publication.verdict, legal_basis=BASIS, by=somebody)
    for refused in (confirm_withholding, decline_withholding):
        with pytest.raises(NotAllowed):
            refused(withholding=asked, by=somebody)
