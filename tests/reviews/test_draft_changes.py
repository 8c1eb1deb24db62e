"""What differs between two states of a verdict, in words."""

from dataclasses import replace

import pytest
from pytest_django import DjangoAssertNumQueries

from reviews.draft_changes import FieldChange, changes_between
from reviews.draft_words import EVIDENCE, PLAIN, names_for, row_in_words
from reviews.drafting import DraftBody, EvidenceInput, FindingInput, OriginInput
from reviews.verdict_bodies import body_of
from tests.claims.factories import make_source
from tests.reviews.factories import make_draft_body, make_evidence_input, make_review, make_submitted_verdict, rating

pytestmark = pytest.mark.django_db


def test_the_same_twice_differs_in_nothing() -> None:
    body = body_of(make_submitted_verdict())
    assert changes_between(body, body) == []


def test_each_field_is_named_as_the_form_names_it() -> None:
    review = make_review()
    before = make_draft_body(review)
    [claim] = before.findings
    after = replace(
        before,
        rating=rating("mostly_true").pk,
        headline="Other words",
        period_to="2022-03",
        findings={claim: FindingInput("not_said", "Heard at 12:40.")},
    )
    changed = {change.label: (change.before, change.after) for change in changes_between(before, after)}
    assert changed == {
        f"Was it said: {review.claim.article}": ("Said so.", "Did not say so. Heard at 12:40."),
        "Rating": ("True", "Mostly true"),
        "Headline": (before.headline, "Other words"),
        "Holds until": ("2021", "March 2022"),
    }


def test_evidence_is_known_again_by_its_document_wherever_it_stands() -> None:
    first, second, third = (make_evidence_input() for _ in range(3))
    before = DraftBody(evidence=(first, second))
    assert changes_between(before, DraftBody(evidence=(second, first))) == []
    after = DraftBody(evidence=(third, replace(second, figure_value="124")))
    labels = [(change.label, bool(change.before), bool(change.after)) for change in changes_between(before, after)]
    assert labels == [("Evidence 1", False, True), ("Evidence 2", True, True), ("Evidence 1, removed", True, False)]


def test_a_row_is_told_in_the_words_of_the_form() -> None:
    ministry, wire = make_source("The Ministry"), make_source("The Wire")
    row = EvidenceInput(
        source=wire.pk,
        title="Toll",
        published_on="2019-01",
        figure_value="12800",
        figure_upper="13000",
        figure_basis="per_side",
        rests_on=(OriginInput(source=ministry.pk), OriginInput(article=7)),
        rests_on_typed="somebody",
    )
    assert row_in_words(row, names_for([DraftBody(evidence=(row,))])).splitlines() == [
        "Source: The Wire",
        "Title: Toll",
        "Date: January 2019",
        "Kind: Document",
        "Answers: Is it so?",
        "Stance: Supports",
        "Its own figure: 12800",
        "to: 13000",
        "Counted: Per side",
        "Rests on: The Ministry; article 7; somebody",
    ]


def test_what_is_no_date_is_told_as_it_was_typed() -> None:
    changed = changes_between(DraftBody(), DraftBody(period_from="soon"))
    assert changed == [FieldChange("Holds from", "", "soon")]


def test_no_field_is_forgotten() -> None:
    """Every field of a draft and of its rows has words; the names typed for a record are told with the record's."""
    told = {*PLAIN, "rating", "findings", "evidence"}
    assert told == set(DraftBody.__dataclass_fields__)
    assert {*EVIDENCE, "source_typed", "rests_on_typed"} == set(EvidenceInput.__dataclass_fields__)


def test_the_number_of_queries_does_not_grow(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    body = make_draft_body(make_review())
    many = replace(body, headline="More", evidence=body.evidence * 10)
    with django_assert_num_queries(3):  # Nobody is protected in it.
        changes_between(body, many)


def test_a_number_written_in_another_way_is_no_change() -> None:
    typed = DraftBody(evidence=(EvidenceInput(title="Count", figure_value="13,000", figure_upper="13,200.0"),))
    stored = DraftBody(evidence=(EvidenceInput(title="Count", figure_value="13000", figure_upper="13200"),))
    assert changes_between(stored, typed) == []
