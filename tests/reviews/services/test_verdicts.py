from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from claims.enums import ClaimStatus
from reviews.drafting import FindingInput, OriginInput
from reviews.enums import FindingValue, Stage, Stance
from reviews.errors import DraftConflict, LeaseLost, NotAllowed, ReasonMissing, TransitionRefused, VerdictIncomplete
from reviews.models import Draft, Review, Verdict
from reviews.services.drafts import save_draft
from reviews.services.queue import take_review
from reviews.services.verdicts import request_changes, submit_verdict
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.factories import (
    make_draft,
    make_draft_body,
    make_evidence_input,
    make_review,
    make_submitted_verdict,
    make_taken_review,
)

pytestmark = pytest.mark.django_db


def submit(draft: Draft) -> Verdict:
    lease_number = Review.objects.get(pk=draft.review_id).lease_number
    return submit_verdict(review=draft.review, author=draft.author, lease_number=lease_number, version=draft.version)


def problems(draft: Draft) -> dict[str, str]:
    with pytest.raises(VerdictIncomplete) as refusal:
        submit(draft)
    return refusal.value.problems


def test_a_submitted_verdict_has_what_the_draft_said() -> None:
    rests_on = OriginInput(source=make_source("Interior ministry").pk)
    evidence = make_evidence_input(
        figure_value="12,800",
        figure_upper="13000",
        figure_as_of="2018-12",
        rests_on=(rests_on,),
        stance=Stance.SUPPORTS,
    )
    review = make_review()
    taken = make_taken_review(author := make_user("reviewer"), review)
    body = replace(make_draft_body(taken), evidence=(evidence, make_evidence_input()))
    draft = save_draft(review=taken, author=author, body=body, version=0, lease_number=taken.lease_number)
    verdict = submit(draft)
    assert (verdict.number, verdict.author, verdict.headline) == (1, author, body.headline)
    assert [finding.value for finding in verdict.findings.all()] == [FindingValue.SAID]
    first, second = verdict.evidence.order_by("position")
    assert (first.figure_value, first.figure_upper, first.figure_as_of) == (Decimal(12800), Decimal(13000), "2018-12")
    assert [origin.source_id for origin in first.origins.all()] == [rests_on.source]
    assert second.position == 2
    review.refresh_from_db()
    assert (review.stage, review.last_author, review.lease_holder) == (Stage.SUBMITTED, author, None)


def test_every_problem_is_named_at_its_field() -> None:
    found = problems(make_draft(code="true", headline="", summary=" ", explanation="", findings={}, evidence=()))
    assert {"headline", "summary", "explanation", "evidence"} <= set(found)
    assert any(field.startswith("findings-") for field in found)
    assert not Verdict.objects.exists()


INCOMPLETE: list[tuple[dict[str, Any], str, str]] = [
    ({"rating": None}, "rating", "Choose a rating"),
    ({"rating": 987_654}, "rating", "not on the current scale"),
    ({"headline": "x" * 76}, "headline", "76 characters"),
    ({"headline": "Bridges: mostly TRUE, says the register"}, "headline", "“Mostly true”"),
    ({"headline": "A false count of bridges"}, "headline", "“False”"),
    ({"headline": "Why the count is not checkable"}, "headline", "“Not checkable”"),
    ({"summary": "x" * 601}, "summary", "601 characters"),
    ({"period_from": "2021-13"}, "period_from", "YYYY"),
    ({"period_from": "2021-02-30"}, "period_from", "YYYY"),
    ({"period_from": "2021", "period_to": "2020-12-31"}, "period_to", "ends before it begins"),
]


@pytest.mark.parametrize(("values", "field", "says"), INCOMPLETE)
def test_an_incomplete_verdict_is_refused_at_its_field(values: dict[str, Any], field: str, says: str) -> None:
    assert says in problems(make_draft(**values))[field]


@pytest.mark.parametrize("headline", ["Untrue rumours about bridges", "What falsehoods say of bridges", "x" * 75])
def test_words_that_only_contain_a_rating_are_fine_in_a_headline(headline: str) -> None:
    assert submit(make_draft(headline=headline)).headline == headline


EVIDENCE: list[tuple[dict[str, Any], str]] = [
    ({"source": None}, "source"),
    ({"title": ""}, "title"),
    ({"stance": ""}, "stance"),
    ({"address": "javascript:alert(1)"}, "address"),
    ({"address": "", "excerpt": ""}, "excerpt"),
    ({"published_on": "yesterday"}, "published_on"),
    ({"figure_value": "many"}, "figure_value"),
    ({"figure_value": "20", "figure_upper": "10"}, "figure_upper"),
    ({"figure_upper": "10"}, "figure_upper"),
    ({"figure_as_of": "2018-00"}, "figure_as_of"),
    ({"rests_on": (OriginInput(source=987_654),)}, "rests_on"),
]


@pytest.mark.parametrize(("values", "field"), EVIDENCE)
def test_an_incomplete_piece_of_evidence_is_refused_at_its_field(values: dict[str, Any], field: str) -> None:
    evidence = (make_evidence_input(), replace(make_evidence_input(), **values))
    assert f"evidence-1-{field}" in problems(make_draft(evidence=evidence))


def test_every_sighting_needs_its_own_finding() -> None:
    canonical = make_claim(status=ClaimStatus.ACCEPTED)
    sighting = make_claim(make_article(), status=ClaimStatus.DUPLICATE, canonical=canonical)
    said = {canonical.pk: FindingInput(FindingValue.SAID.value)}
    draft = make_draft(make_review(canonical), findings=said)
    assert list(problems(draft)) == [f"findings-{sighting.pk}"]


def test_one_origin_is_not_enough_for_a_rating_on_the_scale() -> None:
    source = make_source()
    evidence = (make_evidence_input(source), make_evidence_input(source))
    found = problems(make_draft(evidence=evidence))
    assert list(found) == ["origins_exception"]
    assert "this evidence has 1" in found["origins_exception"]


def test_two_wire_pieces_that_rest_on_one_ministry_are_one_origin() -> None:
    rests_on = (OriginInput(source=make_source().pk),)
    evidence = (make_evidence_input(rests_on=rests_on), make_evidence_input(rests_on=rests_on))
    assert list(problems(make_draft(evidence=evidence))) == ["origins_exception"]


def test_one_origin_is_enough_with_a_written_exception() -> None:
    exception = "The register is kept by law and there is no other count."
    draft = make_draft(evidence=(make_evidence_input(),), origins_exception=exception)
    assert submit(draft).origins_exception == exception


@pytest.mark.parametrize("code", ["unverifiable", "not_checkable"])
def test_a_rating_off_the_scale_needs_one_piece_of_evidence_only(code: str) -> None:
    assert submit(make_draft(code=code, evidence=(make_evidence_input(),))).rating.number is None


def test_the_publisher_of_an_unattributed_statement_is_no_independent_origin() -> None:
    publisher = make_source("Daily Bridge")
    claim = make_claim(make_article(source=publisher), status=ClaimStatus.ACCEPTED)
    evidence = (make_evidence_input(publisher), make_evidence_input())
    assert list(problems(make_draft(make_review(claim), evidence=evidence))) == ["origins_exception"]


def test_submitting_after_the_lease_ended_is_refused_and_the_draft_stays() -> None:
    draft = make_draft()
    Review.objects.filter(pk=draft.review_id).update(lease_until=timezone.now() - timedelta(seconds=1))
    with pytest.raises(LeaseLost):
        submit(draft)
    assert Draft.objects.get() == draft
    assert not Verdict.objects.exists()


def test_submitting_another_version_than_the_stored_one_is_refused() -> None:
    draft = make_draft()
    draft.version = 7
    with pytest.raises(DraftConflict, match="version 1"):
        submit(draft)


def test_submitting_without_a_draft_is_refused() -> None:
    taken = make_taken_review(author := make_user("reviewer"))
    with pytest.raises(DraftConflict, match="Nothing is saved yet"):
        submit_verdict(review=taken, author=author, lease_number=taken.lease_number, version=0)


def test_changes_are_requested_with_a_reason_and_the_author_gets_it_back() -> None:
    verdict = make_submitted_verdict()
    review = request_changes(verdict=verdict, by=make_user("editor"), reason="Which register?")
    assert (review.stage, review.assignee) == (Stage.IN_REVIEW, verdict.author)
    assert "Which register?" in review.events.order_by("sequence").last().payload.text  # type: ignore[union-attr]


def test_the_next_submission_is_a_new_verdict_and_the_old_one_stands() -> None:
    first = make_submitted_verdict()
    request_changes(verdict=first, by=make_user("editor"), reason="Which register?")
    taken = take_review(review=first.review, reviewer=first.author)
    body = make_draft_body(taken, headline="Bridges closed in 2021, by the auditors' count")
    draft = save_draft(review=taken, author=first.author, body=body, version=1, lease_number=taken.lease_number)
    second = submit(draft)
    assert (second.number, Verdict.objects.get(number=1).headline) == (2, first.headline)
    with pytest.raises(TransitionRefused, match="Verdict 2"):
        request_changes(verdict=first, by=make_user("editor"), reason="Too late.")


def test_changes_are_not_requested_without_a_reason_or_the_right() -> None:
    verdict = make_submitted_verdict()
    with pytest.raises(ReasonMissing):
        request_changes(verdict=verdict, by=make_user("editor"), reason="")
    with pytest.raises(NotAllowed):
        request_changes(verdict=verdict, by=make_user("reviewer"), reason="Which register?")
