"""An article's page: its claims marked in place, and everything an editor does there."""

from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from lxml import html

from claims.enums import ClaimStatus, DateOrigin, JobState
from claims.models import Article, Claim, Job
from claims.services.extract import work_on_extraction
from claims.services.jobs import claim_job, fail_job
from tests.claims.admin.pages import address, take, text_of, told
from tests.claims.factories import QUOTE, TEXT, make_article, make_claim, make_source, make_user

pytestmark = pytest.mark.django_db


def marked_text(client: Client, article: Article) -> Any:
    return html.fromstring(client.get(address(article)).content.decode()).get_element_by_id("article-text")


def test_the_text_is_shown_whole_with_each_claim_marked_where_it_stands(client: Client, editor: User) -> None:
    article = make_article()
    claim = make_claim(article, quote=QUOTE)
    shown = marked_text(client, article)
    assert shown.text_content() == article.texts.get().text
    [mark] = shown.xpath(".//mark")
    assert mark.text_content() == QUOTE
    assert mark.xpath("./a")[0].get("href") == f"#claim-{claim.pk}"


def test_overlapping_claims_are_marked_together_where_they_overlap(client: Client, editor: User) -> None:
    article = make_article()
    make_claim(article, quote="More than 120 bridges were closed")
    make_claim(article, quote="bridges were closed in 2021")
    shown = marked_text(client, article)
    marks = [mark.text_content() for mark in shown.xpath(".//mark")]
    assert marks == ["More than 120 ", "bridges were closed", " in 2021"]
    [overlap] = shown.xpath('.//mark[contains(@class, "overlap")]')
    assert overlap.text_content() == "bridges were closed"


def test_the_credit_line_is_grey(client: Client, editor: User) -> None:
    grey = [part.text_content() for part in marked_text(client, make_article(TEXT)).xpath('.//*[@class="zone"]')]
    assert "With reporting by Reuters and AFP" in grey


def test_a_text_full_of_markup_is_text(client: Client, editor: User) -> None:
    text = "<script>alert(1)</script> & more than 5 towns were flooded on Monday, the mayor said."
    article = make_article(text)
    assert marked_text(client, article).text_content() == article.texts.get().text


def test_these_are_accepted_and_the_rest_set_aside_in_one_action(client: Client, editor: User) -> None:
    article = make_article()
    chosen, rest = make_claim(article), make_claim(article)
    response = take(client, article, "choose", claims=[chosen.pk])
    assert told(client, response) == "1 claim accepted, 1 claim set aside."
    chosen.refresh_from_db()
    rest.refresh_from_db()
    assert (chosen.status, rest.status) == (ClaimStatus.ACCEPTED, ClaimStatus.SET_ASIDE)
    article.refresh_from_db()
    assert article.triager == editor


@pytest.mark.parametrize(("step", "status"), [("accept", ClaimStatus.ACCEPTED), ("set-aside", ClaimStatus.SET_ASIDE)])
def test_the_ticked_claims_alone(client: Client, editor: User, step: str, status: str) -> None:
    article = make_article()
    ticked, other = make_claim(article), make_claim(article)
    take(client, article, step, claims=[ticked.pk])
    ticked.refresh_from_db()
    other.refresh_from_db()
    assert (ticked.status, other.status) == (status, ClaimStatus.PROPOSED)


def test_ticking_nothing_is_told(client: Client, editor: User) -> None:
    article = make_article()
    make_claim(article)
    assert "Nothing was changed" in text_of(take(client, article, "accept"))
    assert not Claim.objects.exclude(status=ClaimStatus.PROPOSED).exists()


def test_a_claim_of_another_article_cannot_be_ticked(client: Client, editor: User) -> None:
    stranger = make_claim()
    response = take(client, make_article(), "choose", claims=[stranger.pk])
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    stranger.refresh_from_db()
    assert stranger.status == ClaimStatus.PROPOSED


def test_reading_again_queues_a_job_and_shows_what_changed(client: Client, editor: User) -> None:
    article = make_article()
    job = claim_job(job_id=Job.objects.get().pk)
    assert job is not None
    work_on_extraction(job=job)
    first = text_of(client.get(address(article)))
    assert "What the last reading changed:" in first
    assert "the article will be read again" in told(client, take(client, article, "extract")).lower()
    newest = Job.objects.order_by("-pk").first()
    assert newest is not None
    assert (newest.state, newest.requested_by) == (JobState.QUEUED, editor)


def test_a_failed_extraction_says_why(client: Client, editor: User) -> None:
    article = make_article()
    job = claim_job(job_id=Job.objects.get().pk)
    assert job is not None
    fail_job(job=job, error="The text is in no known language.", retry=False)
    page = text_of(client.get(address(article)))
    assert "Extraction Failed" in page
    assert "The text is in no known language." in page


def test_the_facts_are_edited_by_a_service_which_notes_where_the_date_came_from(client: Client, editor: User) -> None:
    article = make_article()
    source = make_source("Harbour Post")
    response = take(
        client,
        article,
        "edit",
        title="New title",
        source="Harbour Post",
        byline="A. Writer",
        published_on="2021-12-06",
        wire_id="",
        language="en",
    )
    assert told(client, response) == "Saved."
    article.refresh_from_db()
    assert (article.title, article.source, article.byline) == ("New title", source, "A. Writer")
    assert article.published_origin == DateOrigin.ENTERED


def test_an_article_cannot_become_a_second_one_of_the_same_source_and_text(client: Client, editor: User) -> None:
    first = make_article(TEXT, make_source("One"))
    second = make_article(TEXT, make_source("Two"))
    response = take(
        client, second, "edit", title="", source="One", byline="", published_on="", wire_id="", language="en"
    )
    assert "has an article with this text already" in told(client, response)
    second.refresh_from_db()
    assert second.source != first.source


@pytest.mark.parametrize("role", ["reviewer", "administrator"])
@pytest.mark.parametrize("step", ["choose", "accept", "set-aside", "extract", "edit", "write"])
def test_who_has_not_the_right_is_refused(client: Client, role: str, step: str) -> None:
    claim = make_claim()
    client.force_login(make_user(role))
    assert take(client, claim.article, step, claims=[claim.pk]).status_code == HTTPStatus.FORBIDDEN
    claim.refresh_from_db()
    assert claim.status == ClaimStatus.PROPOSED


def test_the_page_itself_takes_no_posts_and_nothing_is_deleted(client: Client) -> None:
    article = make_article()
    client.force_login(make_user("superuser"))
    assert client.post(address(article), {"title": "Hacked"}).status_code == HTTPStatus.FORBIDDEN
    assert client.post(address(article, "delete"), {"post": "yes"}).status_code == HTTPStatus.FORBIDDEN
    assert client.get(address(article, "choose")).status_code == HTTPStatus.METHOD_NOT_ALLOWED
    article.refresh_from_db()
    assert article.title != "Hacked"
