from datetime import timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from claims.enums import ClaimStatus, LinkPolicy, SpeakerKind, Treatment
from claims.models import Source, Speaker
from claims.services.triage import mark_sighting
from reviews.drafting import FindingInput, OriginInput
from reviews.enums import CorrectionKind
from reviews.models import Draft, Review
from reviews.services.drafts import save_draft
from reviews.services.publishing import (
    record_correction,
    reopen_review,
    retract_publication,
    suspend_publication,
)
from reviews.services.queue import take_review
from reviews.services.verdicts import submit_verdict
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.factories import approve, make_draft_body, make_evidence_input, make_publication, make_review
from tests.reviews.public.addresses import article_of, source_of, verdict_of
from tests.reviews.public.pages import text_of

pytestmark = pytest.mark.django_db


def test_it_says_what_was_said_by_whom_and_what_we_found(client: Client) -> None:
    speaker = Speaker.objects.create(name="Ada Marsh", kind=SpeakerKind.PUBLIC_FIGURE)
    office = Speaker.objects.create(name="The minister's office", kind=SpeakerKind.BODY)
    source = make_source("The Harbour Post")
    article = make_article(source=source, title="Bridges of the north", published_on="2021-05-03")
    claim = make_claim(article, status=ClaimStatus.ACCEPTED, speaker=speaker, via=office, stated_on="2021-05")
    ministry = make_source("Ministry of Transport")
    register = make_evidence_input(title="Register of bridges", rests_on=(OriginInput(source=ministry.pk),))
    publication = make_publication(
        make_review(claim),
        code="mostly_true",
        headline="Bridges closed in the north",
        evidence=(register, make_evidence_input()),
    )
    page = text_of(client, verdict_of(publication))
    for words in (
        "Bridges closed in the north",
        "Mostly true",
        "Ada Marsh said so, as passed on by The minister's office, according to The Harbour Post, on 3 May 2021",
        "Did Ada Marsh say in May 2021 that",
        "Is it so that",
        "Two registers count 124 closed bridges for the year.",
        "the auditors count the same 124 bridges",
        "Register of bridges",
        "Rests on Ministry of Transport",
        "2 independent origins behind 2 citations",
        "Chosen by an editor",
        "Bridges of the north",
        "How to cite",
    ):
        assert words in page, words


def test_a_reader_may_choose_the_day_as_of_which_the_page_is_shown(client: Client) -> None:
    publication = make_publication()
    page = client.get(verdict_of(publication)).content.decode()
    first = timezone.localdate(publication.valid_from)
    assert f'<input type="date" id="on" name="on" min="{first:%Y-%m-%d}" required>' in page
    assert "As it stood on" in text_of(client, f"{verdict_of(publication)}?on={timezone.localdate():%Y-%m-%d}")


def test_markdown_of_the_explanation_becomes_html(client: Client) -> None:
    page = client.get(verdict_of(make_publication())).content.decode()
    assert "<strong>ministry's register</strong>" in page.replace("&#x27;", "'")


def test_a_false_attribution_is_labelled_so_whatever_the_substance(client: Client) -> None:
    claim = make_claim(status=ClaimStatus.ACCEPTED)
    findings = {claim.pk: FindingInput("not_said", "The recording does not have it.")}
    publication = make_publication(make_review(claim), code="true", findings=findings)
    page = text_of(client, verdict_of(publication))
    assert "False attribution" in page
    assert "The recording does not have it." in page
    assert "on our scale" not in page


def test_another_slug_leads_to_the_page_and_so_does_none(client: Client) -> None:
    publication = make_publication()
    for address in (f"/claims/{publication.claim_id}-wrong/", f"/claims/{publication.claim_id}/"):
        response = client.get(address)
        assert response.status_code == HTTPStatus.MOVED_PERMANENTLY
        assert response.headers["Location"] == verdict_of(publication)
        as_of = client.get(f"{address}?on={timezone.localdate()}")
        assert as_of.headers["Location"] == f"{verdict_of(publication)}?on={timezone.localdate()}"


def test_sightings_show_how_each_article_treats_the_statement(client: Client) -> None:
    claim = make_claim(status=ClaimStatus.ACCEPTED)
    by = make_user()
    debunking = make_claim(make_article(source=make_source("The Doubter"), title="Doubts"))
    late = make_claim(make_article(source=make_source("The Late"), published_on="2024-02-02"))
    mark_sighting(claim=debunking, canonical=claim, treatment=Treatment.DISPUTES, by=by)
    mark_sighting(claim=late, canonical=claim, treatment=Treatment.ASSERTS, by=by)
    page = text_of(client, verdict_of(make_publication(make_review(claim), period_from="2021", period_to="2022")))
    assert "The Doubter: Doubts Disputes it Said so" in page
    assert "Asserts it Said so Not checked for this date" in page
    assert page.count("Not checked for this date") == 1


def test_the_statement_that_was_checked_is_covered_whatever_the_period_of_the_event(client: Client) -> None:
    claim = make_claim(make_article(published_on="2024-02-02"), status=ClaimStatus.ACCEPTED)
    publication = make_publication(make_review(claim), period_from="2021", period_to="2021")
    for address in (verdict_of(publication), article_of(publication)):
        page = text_of(client, address)
        assert "Not checked for this date" not in page
        assert "True" in page


def test_a_publisher_that_quotes_somebody_reports_it(client: Client) -> None:
    speaker = Speaker.objects.create(name="Ada Marsh", kind=SpeakerKind.PUBLIC_FIGURE)
    publication = make_publication(make_review(speaker=speaker))
    assert "Reports it" in text_of(client, verdict_of(publication))
    page = text_of(client, source_of(publication))
    asserted, _, reported = page.partition("What it reported")
    assert publication.headline not in asserted
    assert publication.headline in reported


def test_links_go_only_where_the_source_allows(client: Client) -> None:
    publication = make_publication()
    link = f'href="{publication.payload["evidence"][0]["address"]}"'
    assert link in client.get(verdict_of(publication)).content.decode()
    for policy in (LinkPolicy.NO_LINK, LinkPolicy.ARCHIVE_ONLY):
        Source.objects.filter(pk=publication.payload["evidence"][0]["source"]["id"]).update(link_policy=policy)
        page = client.get(verdict_of(publication)).content.decode()
        assert link not in page
        assert publication.payload["evidence"][0]["title"] in page


def test_quotations_keep_to_a_limit_set_after_publishing(client: Client) -> None:
    publication = make_publication()
    before = text_of(client, verdict_of(publication))
    assert "the transport ministry said" in before
    article_source = publication.payload["article"]["source"]["id"]
    Source.objects.filter(pk=article_source).update(quoting_limit=3)
    for address in (verdict_of(publication), article_of(publication)):
        page = text_of(client, address)
        assert "More than 120 …" in page, address
        assert "the transport ministry said" not in page, address


def test_the_context_of_a_quotation_is_its_own_paragraph(client: Client) -> None:
    page = text_of(client, verdict_of(make_publication()))
    assert "Repairs cost 3.5 million euros" in page
    assert "With reporting by" not in page


def test_a_suspended_verdict_has_no_rating_anywhere(client: Client) -> None:
    publication = make_publication(code="false")
    suspend_publication(publication=publication, by=make_user("editor"), reason="A new register.")
    for address in (verdict_of(publication), f"{verdict_of(publication)}?on={timezone.localdate()}"):
        page = client.get(address).content.decode()
        assert "Under re-examination since" in page
        assert "rating-text" not in page
        assert publication.summary not in page
        assert "application/ld+json" not in page
    assert publication.headline not in client.get("/").content.decode()
    assert client.get(article_of(publication)).status_code == HTTPStatus.NOT_FOUND


def test_a_retracted_verdict_keeps_its_page_with_the_notice(client: Client) -> None:
    publication = make_publication(code="false")
    retract_publication(
        publication=publication, by=make_user("editor"), was="124 bridges", now="142 bridges", cause="A typing error"
    )
    response = client.get(verdict_of(publication))
    assert response.status_code == HTTPStatus.OK
    page = response.content.decode()
    assert "Retracted on" in page
    for words in ("124 bridges", "142 bridges", "A typing error"):
        assert words in page
    assert "rating-text" not in page
    assert "application/ld+json" not in page
    assert publication.headline not in client.get("/").content.decode()


def test_corrections_stand_on_the_page(client: Client) -> None:
    publication = make_publication()
    by = make_user("editor")
    record_correction(
        publication=publication, kind=CorrectionKind.CLARIFICATION, by=by, was="Bridges", now="Road bridges"
    )
    page = text_of(client, verdict_of(publication))
    assert "Clarification Was Bridges Now Road bridges" in page


def test_the_page_as_it_stood_on_a_day(client: Client) -> None:
    first = make_publication(headline="The first headline of this verdict", code="true")
    review = reopen_review(review=Review.objects.get(pk=first.review_id), by=make_user("editor"), reason="News.")
    author = first.author
    taken = take_review(review=review, reviewer=author)
    body = make_draft_body(taken, headline="The second headline of this verdict", code="false")
    draft = Draft.objects.get(review=review, author=author)
    lease = taken.lease_number
    draft = save_draft(review=taken, author=author, body=body, version=draft.version, lease_number=lease)
    verdict = submit_verdict(review=taken, author=author, lease_number=lease, version=draft.version)
    second = approve(verdict, publish_at=timezone.now() + timedelta(days=1))
    address = verdict_of(first)
    assert second.slug == first.slug
    today = client.get(f"{address}?on={timezone.localdate()}").content.decode()
    assert "The first headline of this verdict" in today
    assert "As it stood on" in today
    assert '<meta name="robots" content="noindex">' in today
    assert "application/ld+json" not in today
    now = client.get(address).content.decode()
    assert "The first headline of this verdict" in now
    assert "As it stood on" not in now


@pytest.mark.parametrize("day", ["1999-01-01", "0001-01-01", "9999-12-31", "yesterday", "2021-13-45", ""])
def test_a_day_without_a_page_or_no_day_at_all_is_not_found(client: Client, day: str) -> None:
    publication = make_publication()
    assert client.get(f"{verdict_of(publication)}?on={day}").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    ("day", "says"), [("1999-01-02", "2 January 1999"), ("9999-12-31", "has come"), ("", "has come")]
)
def test_a_day_without_a_page_leads_on_to_the_page_of_today(client: Client, day: str, says: str) -> None:
    publication = make_publication()
    page = client.get(f"{verdict_of(publication)}?on={day}").content.decode()
    assert says in page
    assert f'href="{verdict_of(publication)}"' in page
    assert publication.headline not in page
    assert "No page on that day" not in client.get(f"/claims/999999-none/?on={day}").content.decode()


def test_sample_data_says_so_and_stays_out_of_search_engines(client: Client) -> None:
    article = make_article(is_sample=True)
    publication = make_publication(make_review(make_claim(article, status=ClaimStatus.ACCEPTED)))
    for address in (verdict_of(publication), article_of(publication)):
        page = client.get(address).content.decode()
        assert "Sample data" in page, address
        assert '<meta name="robots" content="noindex">' in page
        assert "application/ld+json" not in page
    assert "Sample data" in client.get("/").content.decode()


def test_credits_are_the_publishers_line_and_stand_beside_no_claim(client: Client) -> None:
    publication = make_publication()
    page = text_of(client, verdict_of(publication))
    assert "Reuters" not in page
    assert "AFP" not in page


def test_the_number_of_queries_does_not_grow_with_the_evidence(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    small = make_publication()
    large = make_publication(evidence=tuple(make_evidence_input() for _ in range(12)))
    for publication in (small, large):
        with django_assert_num_queries(6):
            client.get(verdict_of(publication))
