"""Saving from the workspace: all that was typed is kept, and two windows do not overwrite each other."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db.models import F
from django.test import Client

from reviews.drafting import DraftBody, EvidenceInput, OriginInput
from reviews.enums import CloseReason
from reviews.models import Draft, Review
from reviews.services.assignment import close_review
from reviews.services.queue import take_review
from tests.claims.factories import make_source, make_user
from tests.reviews.desk.pages import address, form_values, open_form, text_of
from tests.reviews.factories import make_draft, make_draft_body, make_evidence_input, make_taken_review, rating

pytestmark = pytest.mark.django_db


def _save(client: Client, review: Review, values: dict[str, Any], **headers: str) -> Any:
    return client.post(address("draft", review), values, headers=headers)


def test_the_first_save_makes_its_author_the_assignee(client: Client, review: Review, reviewer: User) -> None:
    answer = _save(client, review, open_form(client, review) | {"headline": "Bridges"})
    assert answer.status_code == HTTPStatus.FOUND
    review.refresh_from_db()
    assert review.assignee == reviewer
    assert Draft.objects.get(review=review).body["headline"] == "Bridges"


def test_a_stored_draft_comes_back_from_its_page_unchanged(client: Client, reviewer: User) -> None:
    """Everything a body can hold: through the page's form and back, nothing is added, lost or changed."""
    review = make_taken_review(reviewer)
    source = make_source("Registry of Ünusual Nämes")
    body = make_draft_body(
        review,
        code="half_true",
        summary="Two lines\nof summary",
        origins_exception="Only one register exists.",
        evidence=(
            make_evidence_input(
                source, figure_value="12,800", figure_upper="13,000", figure_basis="total", figure_as_of="2018-12",
                rests_on=(OriginInput(source=make_source().pk), OriginInput(article=review.claim.article_id)),
                stance="refutes", question="attribution", kind="dataset", language="uk", primary=False,
                excerpt_translation="All in all",
            ),
            EvidenceInput(source_typed="Nobody knows it", rests_on_typed="An unknown office"),
        ),
    )  # fmt: skip
    draft = make_draft(review, reviewer)
    Draft.objects.filter(pk=draft.pk).update(body=body.as_json())
    assert _save(client, review, open_form(client, review)).status_code == HTTPStatus.FOUND
    draft.refresh_from_db()
    assert draft.version == 2
    assert DraftBody.from_json(draft.body) == body


def test_unfinished_words_are_kept_as_typed(client: Client, review: Review) -> None:
    typed = {
        "period_from": "spring 2014",
        "evidence-0-source": "The Registry of I forgot",
        "evidence-0-published_on": "20",
        "evidence-0-figure_value": "about 13",
        "evidence-0-rests_on": "Somebody; article 999999",
    }
    _save(client, review, open_form(client, review) | typed)
    again = open_form(client, review)
    assert {name: again[name] for name in typed} == typed


def test_lines_end_as_everywhere_whatever_the_browser_sends(client: Client, review: Review) -> None:
    _save(client, review, open_form(client, review) | {"explanation": "One\r\n\r\nTwo\rThree"})
    assert Draft.objects.get().body["explanation"] == "One\n\nTwo\nThree"


def test_names_find_their_sources_by_alias_and_case_too(client: Client, review: Review) -> None:
    ohchr = make_source("Office of Human Rights", aliases=["OHRX"])
    names = {"evidence-0-source": "OHRX", "evidence-0-rests_on": "office OF human rights"}
    _save(client, review, open_form(client, review) | names)
    row = DraftBody.from_json(Draft.objects.get().body).evidence[0]
    assert (row.source, row.rests_on) == (ohchr.pk, (OriginInput(source=ohchr.pk),))


def test_a_merged_source_leads_to_the_one_that_took_its_place(client: Client, review: Review) -> None:
    kept = make_source("Kept Agency")
    make_source("Old Agency", merged_into=kept)
    _save(client, review, open_form(client, review) | {"evidence-0-source": "Old Agency"})
    assert DraftBody.from_json(Draft.objects.get().body).evidence[0].source == kept.pk


def test_the_older_window_is_refused_and_shown_both_texts(client: Client, review: Review) -> None:
    older = open_form(client, review)
    _save(client, review, older | {"headline": "From the other window"})
    answer = _save(client, review, older | {"headline": "From this window"})
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "From the other window" in text_of(answer)
    assert form_values(answer)["headline"] == "From this window"
    assert Draft.objects.get().body["headline"] == "From the other window"


def test_the_refused_page_can_be_saved_over_the_other_on_purpose(client: Client, review: Review) -> None:
    older = open_form(client, review)
    _save(client, review, older | {"headline": "From the other window"})
    refused = _save(client, review, older | {"headline": "From this window"})
    _save(client, review, form_values(refused))
    assert Draft.objects.get().body["headline"] == "From this window"


def test_the_script_is_told_the_new_version_and_where_the_draft_stands(client: Client, review: Review) -> None:
    values = open_form(client, review) | {"evidence-0-source": make_source("One Register").name}
    answer = _save(client, review, values, accept="application/json").json()
    assert answer["version"] == 1
    assert 0 < answer["seconds"] <= 1800
    assert "1 citation, 1 independent origin" in " ".join(answer["standing"].split())


def test_a_late_answer_is_refused_and_its_text_kept(client: Client, review: Review, reviewer: User) -> None:
    values = open_form(client, review) | {"summary": "Written too late."}
    Review.objects.filter(pk=review.pk).update(lease_until=F("lease_until") - timedelta(hours=1))
    other = make_user("reviewer", "quicker")
    take_review(review=review, reviewer=other)
    answer = _save(client, review, values)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert "quicker has it now" in text_of(answer)
    assert "Written too late." in text_of(answer)
    assert Draft.objects.get(author=reviewer).body["summary"] == "Written too late."
    review.refresh_from_db()
    assert (review.lease_holder, review.assignee) == (other, None)


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_a_late_answer_to_a_closed_claim_is_kept_and_not_told_to_take_it_again(
    client: Client, review: Review, reviewer: User, accept: str
) -> None:
    values = open_form(client, review) | {"summary": "Written too late."}
    close_review(review=review, by=make_user("editor"), reason=CloseReason.OVERTAKEN, note="It is over.")
    answer = _save(client, review, values, accept=accept)
    assert answer.status_code == HTTPStatus.CONFLICT
    shown = answer.json()["html"] if accept == "application/json" else answer.content.decode()
    assert "in the stage “Closed” now" in shown
    assert "Take it again" not in shown
    assert Draft.objects.get(author=reviewer).body["summary"] == "Written too late."


def test_the_kept_text_opens_again_when_the_claim_is_retaken(client: Client, review: Review) -> None:
    values = open_form(client, review) | {"summary": "Written too late."}
    Review.objects.filter(pk=review.pk).update(lease_until=F("lease_until") - timedelta(hours=1))
    _save(client, review, values)
    client.post(address("take", review))
    assert open_form(client, review)["summary"] == "Written too late."


def test_a_text_beyond_all_bounds_is_refused_at_its_field_and_stays_on_the_page(client: Client, review: Review) -> None:
    answer = _save(client, review, open_form(client, review) | {"headline": "x" * 301})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert form_values(answer)["headline"] == "x" * 301
    assert not Draft.objects.exists()


def test_forty_rows_are_the_most(client: Client, review: Review) -> None:
    values = open_form(client, review) | {"evidence-TOTAL_FORMS": "41"}
    values |= {f"evidence-{row}-title": f"Title {row}" for row in range(41)}
    answer = _save(client, review, values)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert not Draft.objects.exists()


def test_a_page_refused_after_somebody_else_took_the_claim_counts_no_time_as_yours(
    client: Client, review: Review, reviewer: User
) -> None:
    values = open_form(client, review) | {"headline": "Bridges"}
    make_draft(review, reviewer)
    Review.objects.filter(pk=review.pk).update(lease_until=F("lease_until") - timedelta(hours=1), assignee=None)
    take_review(review=review, reviewer=make_user("reviewer"))
    answer = _save(client, review, values)
    assert answer.status_code == HTTPStatus.CONFLICT
    assert 'data-countdown="0"' in answer.content.decode()


@pytest.mark.parametrize(
    "numbers", [{"version": "one"}, {"lease_number": ""}, {"version": "99999999999"}, {"version": "٣"}]
)
def test_a_form_without_its_numbers_is_malformed(client: Client, review: Review, numbers: dict[str, str]) -> None:
    assert _save(client, review, open_form(client, review) | numbers).status_code == HTTPStatus.BAD_REQUEST


def test_a_rating_of_another_scale_is_refused(client: Client, review: Review) -> None:
    answer = _save(client, review, open_form(client, review) | {"rating": "999999"})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


@pytest.mark.parametrize(
    ("button", "titles"),
    [
        ("up-1", ["B", "A", "C"]),
        ("down-1", ["A", "C", "B"]),
        ("remove-1", ["A", "C"]),
        ("up-0", ["A", "B", "C"]),
        ("down-2", ["A", "B", "C"]),
        ("remove-7", ["A", "B", "C"]),
        ("explode-1", ["A", "B", "C"]),
    ],
)
def test_rows_are_moved_and_removed_without_scripts(
    client: Client, review: Review, reviewer: User, button: str, titles: list[str]
) -> None:
    rows = tuple(make_evidence_input(title=title) for title in "ABC")
    body = make_draft_body(review, evidence=rows)
    draft = make_draft(review, reviewer)
    Draft.objects.filter(pk=draft.pk).update(body=body.as_json())
    _save(client, review, open_form(client, review) | {"row": button})
    draft.refresh_from_db()
    assert [row["title"] for row in draft.body["evidence"]] == titles


def test_a_row_is_added_without_scripts(client: Client, review: Review) -> None:
    values = open_form(client, review) | {"evidence-0-title": "First", "row": "add"}
    answer = _save(client, review, values)
    again = form_values(client.get(answer.headers["Location"]))
    assert (again["evidence-TOTAL_FORMS"], again["evidence-0-title"]) == ("2", "First")


def test_moving_counts_the_rows_of_the_page_blank_ones_included(client: Client, review: Review) -> None:
    values = open_form(client, review) | {"evidence-TOTAL_FORMS": "3", "row": "up-2"}
    values |= {"evidence-0-title": "A", "evidence-2-title": "C"}
    _save(client, review, values)
    assert [row["title"] for row in Draft.objects.get().body["evidence"]] == ["C", "A"]


def test_ratings_and_findings_are_stored_by_their_ids(client: Client, review: Review) -> None:
    true = rating("true")
    values = {"rating": true.pk, f"findings-{review.claim_id}-value": "said"}
    _save(client, review, open_form(client, review) | values)
    body = DraftBody.from_json(Draft.objects.get().body)
    assert body.rating == true.pk
    assert body.findings[review.claim_id].value == "said"


def test_what_keeps_a_page_from_being_stored_is_named_field_by_field(client: Client, review: Review) -> None:
    values = open_form(client, review) | {"headline": "x" * 301}
    answer = _save(client, review, values, accept="application/json").json()
    assert answer["kind"] == "out_of_bounds"
    assert "Headline: Ensure this value has at most 300 characters" in answer["html"]
