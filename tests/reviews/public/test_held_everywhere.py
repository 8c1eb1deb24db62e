"""What is held back before its time comes is in no public output: each is asked, as on its day too."""

from collections.abc import Callable
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from django.utils import timezone

from claims.models import Article
from reviews.enums import HoldKind
from reviews.errors import TransitionRefused
from reviews.models import Hold, Publication, Review, Verdict
from reviews.public.selectors import corrections_of
from reviews.selectors import publication_on
from reviews.services.holds import lift_hold, place_hold
from reviews.services.publishing import retract_publication
from reviews.services.reopening import reopen_review
from tests.claims.factories import make_user
from tests.reviews.factories import approve, make_next_verdict, make_publication, make_submitted_verdict
from tests.reviews.public.addresses import verdict_of
from tests.reviews.public.everything import body, outputs
from tests.reviews.services.test_approval import wait_for_the_databases_clock

pytestmark = pytest.mark.django_db

WORD, KNOWN = "zyxembargo", "qorvafirst"
LISTS = ("machines:assessors-file", "public:corrections", "public:corrections-feed", "api:corrections")


def review_of(publication: Publication) -> Review:
    return publication.review


def article_of(publication: Publication) -> Article:
    return publication.claim.article


def soon(verdict: Verdict) -> Publication:
    """Approved, to come out when a hold can have been placed."""
    return approve(verdict, publish_at=timezone.now() + timedelta(seconds=6))


def showing(client: Client, publication: Publication, says: str = WORD) -> set[str]:
    """Names of the outputs in which the word stands; an address that leads nowhere repeats itself."""
    told = outputs(publication, word="nothing", token="00000000-0000-0000-0000-000000000000")
    return {
        name
        for name, addresses in told.items()
        for address in addresses
        if says in body(client, address).replace(publication.slug, "").lower()
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


def followed(*, hold_until: timedelta | None = None) -> tuple[Publication, Publication, Hold]:
    """A page that readers know, the one that is set to follow it, and the hold on that one: its time has come."""
    by = make_user("editor")
    first = make_publication(headline=f"{KNOWN} of the bridges", code="true")
    review = reopen_review(review=Review.objects.get(pk=first.review_id), by=by, reason="News.")
    second = soon(make_next_verdict(review, first.author, headline=f"{WORD} of the bridges", code="false"))
    until = second.valid_from + hold_until if hold_until else None
    hold = place_hold(on=second.review, kind=HoldKind.LEGAL, by=by, reason="A court looks at it.", until=until)
    wait_for_the_databases_clock(second)
    return first, second, hold


def test_a_page_is_the_current_one_everywhere_until_what_follows_it_is_let_out(client: Client) -> None:
    first, second, hold = followed()
    assert showing(client, second) == set()
    told = showing(client, first, KNOWN)
    assert {"public:verdict", "public:verdicts", "public:article", "public:embed", "public:source"} <= told
    assert {"public:verdicts-feed", "machines:claim-reviews", "machines:assessors-file", "machines:oembed"} <= told
    assert {"api:verdict", "api:verdicts", "api:article", "api:claims-search"} <= told
    assert verdict_of(first) in body(client, "/sitemap.xml")
    assert ",in force," in body(client, "/statistics/verdicts.csv")
    today = f"{verdict_of(first)}?on={timezone.localdate()}"
    assert KNOWN in client.get(today).content.decode()
    unchanged = client.get(verdict_of(first)).headers["ETag"]
    lift_hold(hold=hold, by=make_user("editor"))
    assert client.get(verdict_of(first), HTTP_IF_NONE_MATCH=unchanged).status_code == HTTPStatus.OK
    assert set(LISTS) <= showing(client, second)
    assert showing(client, first, KNOWN) == {"machines:assessors-file"}
    second.refresh_from_db()
    assert [item.told_at for item in corrections_of(second)] == [second.valid_from]  # type: ignore[attr-defined]
    just_before = second.valid_from - timedelta(microseconds=1)
    assert second.set_for and second.set_for < just_before
    assert publication_on(first.claim_id, just_before) == first


def test_what_a_hold_stops_until_a_time_comes_out_by_itself_then(client: Client) -> None:
    first, second, hold = followed(hold_until=timedelta(seconds=4))
    assert KNOWN in body(client, verdict_of(first))
    feed = client.get("/feeds/verdicts.atom").headers["ETag"]
    second.refresh_from_db()
    assert second.valid_from == hold.until
    wait_for_the_databases_clock(second)
    assert WORD in body(client, verdict_of(first))
    assert client.get("/feeds/verdicts.atom", HTTP_IF_NONE_MATCH=feed).status_code == HTTPStatus.OK


def test_what_is_held_back_is_called_off_and_never_retracted(client: Client) -> None:
    first, second, hold = followed()
    by = make_user("editor")
    with pytest.raises(TransitionRefused, match="no reader has seen it: reopen the review"):
        retract_publication(publication=second, by=by, was="124 bridges", now="142 bridges")
    reopen_review(review=Review.objects.get(pk=second.review_id), by=by, reason="It was wrong.")
    lift_hold(hold=hold, by=by)
    assert showing(client, second) == set()
    assert KNOWN in body(client, verdict_of(first))
    assert Publication.objects.get(pk=first.pk).valid_until is None
