"""One screen for one claim, and the buttons that lead away from it."""

from http import HTTPStatus

import pytest
from django.contrib.auth.models import User
from django.test import Client
from lxml import html
from pytest_django import DjangoAssertNumQueries

from claims.enums import ClaimStatus
from claims.models import Figure
from claims.services.triage import accept_claims
from reviews.enums import EventKind, Stage
from reviews.models import Draft, Review, Verdict
from reviews.services.queue import take_review
from reviews.services.verdicts import request_changes
from tests.claims.factories import QUOTE, make_article, make_claim, make_source, make_user
from tests.reviews.desk.pages import address, form_values, open_form, text_of
from tests.reviews.factories import (
    make_draft,
    make_draft_body,
    make_next_verdict,
    make_publication,
    make_review,
    make_submitted_verdict,
    make_taken_review,
    rating,
)

pytestmark = pytest.mark.django_db


def test_it_shows_the_claim_its_quote_the_article_and_both_questions(client: Client, reviewer: User) -> None:
    article = make_article(source=make_source("The Courier"), title="Bridges", byline="Ann Author")
    claim = make_claim(article, wording="More than 120 bridges were closed in 2021.")
    Figure.objects.create(claim=claim, value=120, bound="more_than", counted="bridges")
    [claim] = accept_claims(claims=[claim], by=make_user("editor"))
    review = make_taken_review(reviewer, make_review(claim))
    text = text_of(client.get(address("review", review)))
    questions = ("Did The Courier report that “More than 120", "Is it so that “More than 120 bridges")
    for expected in ("Ann Author", "Bridges", QUOTE, "more than 120 bridges", *questions):
        assert expected in text


def test_credits_are_named_as_the_publishers_and_never_as_evidence(client: Client, reviewer: User) -> None:
    article = make_article(title="Bridges")
    article.credits.create(name="Reuters")
    review = make_taken_review(reviewer, make_review(article=article))
    text = text_of(client.get(address("review", review)))
    assert "Reuters. The publisher's own credit line; it says nothing about this claim and is not evidence." in text
    assert "Reuters" not in "".join(open_form(client, review).values())


def test_every_sighting_has_its_own_question(client: Client, reviewer: User) -> None:
    review = make_review()
    sighting = make_claim(status=ClaimStatus.DUPLICATE, canonical=review.claim)
    make_taken_review(reviewer, review)
    page = client.get(address("review", review))
    assert f'name="findings-{review.claim_id}-value"' in page.content.decode()
    assert f'name="findings-{sighting.pk}-value"' in page.content.decode()


def test_a_complete_verdict_is_submitted(client: Client, reviewer: User) -> None:
    draft = make_draft(author=reviewer)
    answer = client.post(address("submit", draft.review), open_form(client, draft.review))
    assert answer.headers["Location"] == address("home")
    assert Verdict.objects.get().author == reviewer
    assert Review.objects.get(pk=draft.review_id).stage == Stage.SUBMITTED


def test_what_is_on_the_page_is_submitted_not_what_was_saved_before(client: Client, reviewer: User) -> None:
    draft = make_draft(author=reviewer)
    client.post(address("submit", draft.review), open_form(client, draft.review) | {"headline": "Written just now"})
    assert Verdict.objects.get().headline == "Written just now"


def test_a_verdict_without_evidence_is_refused_and_its_text_kept(client: Client, reviewer: User) -> None:
    review = make_taken_review(reviewer)
    values = open_form(client, review) | {"rating": rating("true").pk, "headline": "A headline", "summary": "Short."}
    answer = client.post(address("submit", review), values)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "no verdict is submitted without a source" in text_of(answer)
    assert form_values(answer)["headline"] == "A headline"
    assert not Verdict.objects.exists()
    assert Draft.objects.get().body["headline"] == "A headline"


def test_each_problem_stands_at_its_field(client: Client, reviewer: User) -> None:
    review = make_taken_review(reviewer)
    values = open_form(client, review) | {
        "headline": "x" * 76,
        "evidence-TOTAL_FORMS": "2",
        "evidence-1-title": "Second",
    }
    page = client.post(address("submit", review), values).content.decode()
    for field in ("id_headline", "id_summary", "id_explanation", "id_evidence-1-source", "id_evidence-1-excerpt"):
        assert f'id="{field}_error"' in page, field
    assert 'id="id_evidence-0-source_error"' not in page


def test_the_refused_page_can_be_mended_and_submitted(client: Client, reviewer: User) -> None:
    draft = make_draft(author=reviewer)
    refused = client.post(address("submit", draft.review), open_form(client, draft.review) | {"headline": ""})
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    client.post(address("submit", draft.review), form_values(refused) | {"headline": "Mended"})
    assert Verdict.objects.get().headline == "Mended"


def test_too_few_origins_are_refused_until_the_exception_is_written(client: Client, reviewer: User) -> None:
    review = make_taken_review(reviewer)
    one = make_draft_body(review).evidence[:1]
    draft = make_draft(review, reviewer, evidence=one)
    refused = client.post(address("submit", review), open_form(client, review))
    assert "needs 2 origins" in text_of(refused)
    assert "1 citation, 1 independent origin" in text_of(refused)
    client.post(address("submit", review), form_values(refused) | {"origins_exception": "There is one register."})
    assert Verdict.objects.get().origins_exception == "There is one register."
    assert draft.author == reviewer


def test_what_editors_asked_for_stands_on_top(client: Client, reviewer: User) -> None:
    verdict = make_submitted_verdict(author=reviewer)
    request_changes(verdict=verdict, by=make_user("editor", "eddie"), reason="Name the register.")
    client.post(address("take", verdict.review))
    text = text_of(client.get(address("review", verdict.review)))
    assert "Changes requested Name the register. eddie" in text
    assert open_form(client, verdict.review)["headline"] == verdict.headline


def test_a_submitted_verdict_is_read_not_written(client: Client, reviewer: User) -> None:
    verdict = make_submitted_verdict(author=reviewer, explanation="**Bold** <script>alert(1)</script>")
    page = client.get(address("review", verdict.review))
    assert verdict.headline in text_of(page)
    assert "<strong>Bold</strong>" in page.content.decode()
    assert "<script>alert" not in page.content.decode()
    assert 'id="verdict"' not in page.content.decode()


def test_an_approved_verdict_is_read_by_every_reviewer(client: Client, reviewer: User) -> None:
    publication = make_publication()
    assert publication.headline in text_of(client.get(address("review", publication.review)))


def test_releasing_keeps_what_is_on_the_page(client: Client, reviewer: User) -> None:
    review = make_taken_review(reviewer)
    client.post(address("release", review), open_form(client, review) | {"summary": "Half a thought"})
    review.refresh_from_db()
    assert (review.stage, review.assignee) == (Stage.WAITING, None)
    assert Draft.objects.get().body["summary"] == "Half a thought"


def test_releasing_without_a_word_leaves_no_draft_to_bar_the_reviewer(client: Client, reviewer: User) -> None:
    review = make_taken_review(reviewer)
    client.post(address("release", review), open_form(client, review))
    assert not Draft.objects.exists()
    review.refresh_from_db()
    assert review.stage == Stage.WAITING


def test_skipping_needs_a_reason_and_logs_it(client: Client, reviewer: User) -> None:
    review = make_taken_review(reviewer)
    values = open_form(client, review)
    assert "Say why" in text_of(client.post(address("skip", review), values, follow=True))
    client.post(address("skip", review), values | {"reason": "I know the speaker."})
    review.refresh_from_db()
    assert review.stage == Stage.WAITING
    event = review.events.get(kind=EventKind.SKIPPED)
    assert "I know the speaker." in event.payload.text


@pytest.mark.parametrize("button", ["release", "skip", "renew"])
def test_a_button_that_is_refused_loses_no_text(client: Client, reviewer: User, button: str) -> None:
    """An older window gives the claim back: neither text is lost, and the claim stays in hand."""
    review = make_taken_review(reviewer)
    older = open_form(client, review)
    client.post(address("draft", review), older | {"summary": "From the other window"})
    answer = client.post(address(button, review), older | {"summary": "From this window", "reason": "Enough."})
    assert answer.status_code == HTTPStatus.CONFLICT
    assert form_values(answer)["summary"] == "From this window"
    assert "From the other window" in text_of(answer)
    review.refresh_from_db()
    assert review.stage == Stage.IN_REVIEW


@pytest.mark.parametrize("button", ["release", "skip", "renew", "submit"])
def test_a_button_does_not_choke_on_what_cannot_be_stored(client: Client, reviewer: User, button: str) -> None:
    review = make_taken_review(reviewer)
    answer = client.post(
        address(button, review), open_form(client, review) | {"headline": "x" * 301, "reason": "Enough."}
    )
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert form_values(answer)["headline"] == "x" * 301


def test_a_page_of_an_earlier_taking_releases_nothing(client: Client, reviewer: User) -> None:
    review = make_taken_review(reviewer)
    old = open_form(client, review)
    client.post(address("take", review))
    client.post(address("release", review), old)
    review.refresh_from_db()
    assert review.stage == Stage.IN_REVIEW


def test_renewing_answers_the_script_in_seconds_and_people_with_the_page(client: Client, reviewer: User) -> None:
    review = make_taken_review(reviewer)
    values = open_form(client, review)
    by_script = client.post(address("renew", review), values, headers={"accept": "application/json"})
    assert 1790 <= by_script.json()["seconds"] <= 1800
    assert client.post(address("renew", review), values).headers["Location"] == address("review", review)
    late = client.post(address("renew", review), values | {"lease_number": 99}, headers={"accept": "application/json"})
    assert late.status_code == HTTPStatus.CONFLICT


def test_the_preview_is_what_the_public_page_will_show(client: Client, reviewer: User) -> None:
    shown = client.post(address("preview"), {"explanation": "A **word** <b>raw</b> [x](javascript:alert(1))"})
    assert "<strong>word</strong>" in shown.content.decode()
    assert "<b>" not in shown.content.decode()
    assert "href" not in shown.content.decode()


def test_names_of_sources_are_found_by_part_by_alias_and_by_address(client: Client, reviewer: User) -> None:
    make_source("Zenith Statistics Office", aliases=["ZSO"], domains=["zso.example"])
    ask = address("sources")
    assert client.get(ask, {"q": "nith stat"}).json()["names"] == ["Zenith Statistics Office"]
    assert client.get(ask, {"q": "ZSO"}).json()["names"] == ["Zenith Statistics Office"]
    assert client.get(ask, {"address": "https://data.zso.example/x"}).json()["names"] == ["Zenith Statistics Office"]
    assert client.get(ask, {"address": "http://["}).json()["names"] == []
    assert len(client.get(ask, {"q": ""}).json()["names"]) <= 20


def test_the_history_tells_who_did_what_and_why(client: Client, reviewer: User) -> None:
    verdict = make_submitted_verdict(author=reviewer)
    request_changes(verdict=verdict, by=make_user("editor", "eddie"), reason="Name the register.")
    text = text_of(client.get(address("review", verdict.review)))
    assert "eddie: changes requested Name the register." in text
    assert f"{reviewer}: verdict submitted" in text


def test_the_history_shows_what_each_verdict_changed_and_the_draft_since(client: Client, reviewer: User) -> None:
    verdict = make_submitted_verdict(author=reviewer, summary="It counts 124 bridges.")
    request_changes(verdict=verdict, by=make_user("editor"), reason="Name the register.")
    second = make_next_verdict(verdict.review, reviewer, summary="The register counts 124 bridges.")
    request_changes(verdict=second, by=make_user("editor"), reason="Which one?")
    review = take_review(review=verdict.review, reviewer=reviewer)
    page = client.get(address("review", review))
    assert "Nothing is changed since" in text_of(page)
    values = form_values(page) | {"headline": "Named now"}
    client.post(address("draft", review), values)
    page = client.get(address("review", review))
    shown = html.fromstring(page.content.decode()).get_element_by_id("history")
    since = shown.get_element_by_id("since").text_content()
    assert "Your draft against verdict 2" in since
    assert "Named now" in since
    assert [piece.text for piece in shown.findall(".//ol//ins")][:1] != []
    assert "The register" in shown.find(".//ol").text_content()
    assert "What you have changed since: 1 field" in text_of(page)


def test_nobody_reads_in_the_history_what_a_draft_of_others_says(client: Client, reviewer: User) -> None:
    author = make_user("reviewer")
    verdict = make_submitted_verdict(author=author)
    request_changes(verdict=verdict, by=make_user("editor"), reason="More.")
    assert "Your draft against" not in text_of(client.get(address("review", verdict.review)))


def test_the_number_of_queries_does_not_grow_with_the_evidence(
    client: Client, reviewer: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    review = make_taken_review(reviewer)
    body = make_draft_body(review)
    make_draft(review, reviewer, evidence=body.evidence * 10)
    with django_assert_max_num_queries(51):
        assert client.get(address("review", review)).status_code == HTTPStatus.OK


def test_a_review_that_does_not_exist_is_404(client: Client, reviewer: User) -> None:
    assert client.get("/desk/reviews/999999/").status_code == HTTPStatus.NOT_FOUND
