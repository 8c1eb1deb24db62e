"""An article's page changes after we published: the newsroom is told, sees both wordings, reopens, and is done."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from claims.enums import ClaimStatus
from claims.services.extract import work_on_extraction
from claims.services.ingest import ingest_html
from claims.services.jobs import claim_job
from claims.services.triage import accept_claims
from reviews.models import Review
from tests.claims.admin.pages import address, take, text_of, told
from tests.claims.factories import QUOTE, make_claim, make_user
from tests.reviews.changed_texts import (
    REWORDED,
    article_saying,
    change,
    page_saying,
    published_claim,
    resubmit,
    with_a_sighting,
)
from tests.reviews.desk.pages import address as desk_address
from tests.reviews.factories import approve, make_publication, make_review, make_submitted_verdict

pytestmark = pytest.mark.django_db

CARD = "reviews whose article’s text changed"
NOTICE = "The article’s text changed"


def waiting(client: Client) -> tuple[int, str]:
    """(count on the newsroom's first page, address of its list)"""
    page = html.fromstring(client.get(reverse("admin:index")).content.decode())
    [card] = page.xpath(f'//ul[@class="waits"]/li/a[span="{CARD}"]')
    return int(card.xpath("./strong")[0].text_content()), card.get("href")


def listed(client: Client, list_address: str) -> set[Any]:
    page: Any = client.get(list_address)
    return set(page.context["cl"].result_list)


def test_from_a_changed_page_to_a_newer_verdict(client: Client, editor: User) -> None:
    at = "https://gazette.example/bridges-of-the-north"
    said = "The transport ministry said more than 120 bridges were closed in 2021."
    now = said.replace("120", "130")
    first = ingest_html(html=page_saying(said), address=at)
    job = claim_job(job_id=first.job.pk) if first.job else None
    assert job is not None
    work_on_extraction(job=job)
    claim = first.article.claims.get(wording__contains="120 bridges")
    accept_claims(claims=[claim], by=editor)
    publication = make_publication(make_review(claim))
    was = publication.quote
    assert waiting(client)[0] == 0
    assert not ingest_html(html=page_saying(now), address=at).created
    count, its_list = waiting(client)
    assert (count, listed(client, its_list)) == (1, {publication.review})
    for page in (publication, publication.review):
        text = text_of(client.get(address(page)))
        assert NOTICE in text
        assert was in text
        assert was.replace("120", "130") in text
        assert "reopen the review" in text
    assert "Reopened" in told(client, take(client, publication.review, "reopen", reason="The figure was changed."))
    newer = approve(resubmit(publication.review, publication.author))
    assert newer.quote == was.replace("120", "130")
    assert waiting(client)[0] == 0
    for row in (newer, publication, Review.objects.get(pk=publication.review_id)):
        assert NOTICE not in text_of(client.get(address(row)))


def test_both_lists_can_be_narrowed_to_what_changed(client: Client, editor: User) -> None:
    publication = published_claim()
    published_claim()
    claim, sighting = with_a_sighting()
    unfinished = make_review(claim)
    change(publication.claim.article, "")
    change(sighting.article, REWORDED)
    assert waiting(client)[0] == 2
    assert listed(client, f"{reverse('admin:reviews_review_changelist')}?text=changed") == {
        publication.review,
        unfinished,
    }
    publications = reverse("admin:reviews_publication_changelist")
    assert listed(client, f"{publications}?text=changed") == {publication}
    assert len(listed(client, publications)) == 2
    assert "Article&#x27;s text changed" in client.get(publications).content.decode()


def test_a_passage_that_is_gone_is_called_so(client: Client, editor: User) -> None:
    publication = published_claim()
    change(publication.claim.article, "")
    text = text_of(client.get(address(publication)))
    assert f"Was{QUOTE} NowGone: the article says it no longer." in text


def test_who_approves_a_verdict_made_before_the_change_is_told(client: Client, editor: User) -> None:
    review = make_review(make_claim(article_saying(), status=ClaimStatus.ACCEPTED))
    verdict = make_submitted_verdict(review)
    assert NOTICE not in text_of(client.get(address(verdict, "approve")))
    change(review.claim.article, REWORDED)
    assert "before it is approved" in text_of(client.get(address(review)))
    page = text_of(client.get(address(verdict, "approve")))
    assert f"Was{QUOTE} Now{REWORDED}" in page


def test_the_workspace_shows_a_reviewer_both_wordings(client: Client) -> None:
    reviewer = make_user("reviewer")
    client.force_login(reviewer)
    publication = published_claim()
    before = text_of(client.get(desk_address("review", publication.review)))
    assert NOTICE not in before
    change(publication.claim.article, REWORDED)
    text = text_of(client.get(desk_address("review", publication.review)))
    assert f"Was{QUOTE} Now{REWORDED}" in text
    assert "ask an editor to reopen the review" in text
    unfinished = make_review(make_claim(article_saying(), status=ClaimStatus.ACCEPTED))
    change(unfinished.claim.article, REWORDED)
    assert "Check the verdict and its findings" in text_of(client.get(desk_address("review", unfinished)))


def test_the_lists_take_no_query_for_each_row(client: Client, editor: User) -> None:
    for path in ("reviews_review", "reviews_publication"):
        its_list = f"{reverse(f'admin:{path}_changelist')}?text=changed"
        change(published_claim().claim.article, REWORDED)
        client.get(its_list)
        with CaptureQueriesContext(connection) as few:
            client.get(its_list)
        for _ in range(3):
            change(published_claim().claim.article, "")
        with CaptureQueriesContext(connection) as many:
            assert len(listed(client, its_list)) >= 4
        assert len(many) == len(few)
