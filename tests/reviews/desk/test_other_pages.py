"""What the workspace shows of other pages: what was published of similar claims, and why a page is disputed."""

import pytest
from django.db import connection
from django.test import Client
from lxml import html

from claims.enums import ClaimStatus
from reviews.models import Review
from reviews.services.publishing import reopen_review
from reviews.services.queue import take_review
from tests.claims.factories import make_claim, make_user
from tests.reviews.desk.pages import address, text_of
from tests.reviews.factories import make_publication, make_review, make_taken_review
from tests.reviews.services.test_disputes import make_dispute

pytestmark = pytest.mark.django_db


def test_what_was_published_of_a_claim_is_shown_for_its_sightings_and_once(client: Client) -> None:
    wording = "Harbourmasters counted seventeen sunken ferries near Norhaven"
    page = make_publication(make_review(wording=f"{wording}."))
    make_claim(wording=f"{wording} again.", status=ClaimStatus.DUPLICATE, canonical=page.claim)
    reviewer = make_user("reviewer")
    taken = make_taken_review(reviewer, make_review(wording=f"{wording} again today."))
    client.force_login(reviewer)
    shown = html.fromstring(client.get(address("review", taken)).content.decode())
    [similar] = shown.xpath("//section[@aria-labelledby='similar-title']//li")
    assert page.headline in similar.text_content()
    assert "not published" not in similar.text_content()


def test_a_reviewer_reads_why_the_page_is_disputed(client: Client) -> None:
    publication = make_publication()
    dispute = make_dispute(publication)
    connection.check_constraints()
    reopen_review(review=publication.review, by=make_user("editor"), reason="A reader is right.")
    take_review(review=Review.objects.get(), reviewer=publication.author)
    client.force_login(publication.author)
    assert dispute.grounds in text_of(client.get(address("review", publication.review)))


@pytest.mark.parametrize("query", ["q=zq%00zq", "address=https://a%00.invalid/"])
def test_a_name_with_a_nul_is_looked_for_without_it(client: Client, query: str) -> None:
    client.force_login(make_user("reviewer"))
    assert client.get(f"{address('sources')}?{query}").json() == {"names": []}


def test_earlier_evidence_is_looked_for_without_a_nul(client: Client) -> None:
    reviewer = make_user("reviewer")
    taken = make_taken_review(reviewer)
    client.force_login(reviewer)
    page = client.get(address("review", taken), {"reuse": "regis\0ter"})
    assert b'value="register"' in page.content
