"""What is held back before its time comes is in no public output: each is asked, as on its day too."""

from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from django.utils import timezone

from claims.models import Article
from reviews.enums import HoldKind
from reviews.models import Publication, Review, Verdict
from reviews.services.holds import lift_hold, place_hold
from reviews.services.publishing import retract_publication
from reviews.services.reopening import reopen_review
from tests.claims.factories import make_user
from tests.reviews.factories import approve, make_next_verdict, make_publication, make_submitted_verdict
from tests.reviews.public.addresses import verdict_of
from tests.reviews.public.everything import body, outputs
from tests.reviews.services.test_approval import wait_for_the_databases_clock

pytestmark = pytest.mark.django_db

WORD = "zyxembargo"
LISTS = ("machines:assessors-file", "public:corrections", "public:corrections-feed", "api:corrections")


def review_of(publication: Publication) -> Review:
    return publication.review


def article_of(publication: Publication) -> Article:
    return publication.claim.article


def soon(verdict: Verdict) -> Publication:
    """Approved, to come out when a hold can have been placed."""
    return approve(verdict, publish_at=timezone.now() + timedelta(seconds=6))


def showing(client: Client, publication: Publication) -> set[str]:
    """Names of the outputs in which the word stands; an address that leads nowhere repeats itself."""
    told = outputs(publication, word="nothing", token="00000000-0000-0000-0000-000000000000")
    return {
        name
        for name, addresses in told.items()
        for address in addresses
        if WORD in body(client, address).replace(publication.slug, "").lower()
    }


@pytest.mark.parametrize("on", [review_of, article_of])
def test_what_is_held_back_before_its_time_is_in_no_output_until_the_hold_is_lifted(
    client: Client, on: Callable[[Publication], Review | Article]
) -> None:
    by = make_user("editor")
    scheduled = soon(make_submitted_verdict(headline=f"{WORD} of the bridges"))
    hold = place_hold(on=on(scheduled), kind=HoldKind.EMBARGO, by=by, reason="Until noon.")
    wait_for_the_databases_clock(scheduled)
    assert showing(client, scheduled) == set()
    lift_hold(hold=hold, by=by)
    assert {"public:verdict", "api:verdict", "machines:assessors-file"} <= showing(client, scheduled)


def test_a_new_edition_that_is_held_back_is_told_nowhere_and_days_before_it_keep_the_old_one(client: Client) -> None:
    by = make_user("editor")
    first = make_publication(headline="The first one of the bridges", code="true")
    review = reopen_review(review=Review.objects.get(pk=first.review_id), by=by, reason="News.")
    verdict = make_next_verdict(review, first.author, headline=f"{WORD} of the bridges", code="false")
    second = soon(verdict)
    hold = place_hold(on=second.review, kind=HoldKind.LEGAL, by=by, reason="A court looks at it.")
    wait_for_the_databases_clock(second)
    assert showing(client, second) == set()
    as_of = client.get(f"{verdict_of(first)}?on={timezone.localdate()}")
    assert (as_of.status_code, "The first one" in as_of.content.decode()) == (HTTPStatus.OK, True)
    lift_hold(hold=hold, by=by)
    assert set(LISTS) <= showing(client, second)


def test_what_was_taken_back_while_it_was_held_was_never_public(client: Client) -> None:
    by = make_user("editor")
    scheduled = soon(make_submitted_verdict(headline=f"{WORD} of the bridges"))
    hold = place_hold(on=scheduled.review, kind=HoldKind.SAFETY, by=by, reason="A source is in danger.")
    wait_for_the_databases_clock(scheduled)
    retract_publication(publication=scheduled, by=by, was="124 bridges", now="142 bridges")
    assert showing(client, scheduled) == set()
    lift_hold(hold=hold, by=by)
    assert showing(client, scheduled) == set()
    assert client.get(verdict_of(scheduled)).status_code == HTTPStatus.NOT_FOUND
