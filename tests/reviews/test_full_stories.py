"""Where the full story lives, and with it the one ClaimReview: on a page of the newsroom's own site, or here."""

import json
from http import HTTPStatus

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import Settings

from reviews.enums import EventKind
from reviews.errors import NotAllowed, ReviewsError, TransitionRefused
from reviews.full_stories import full_story_of
from reviews.models import FullStory, Publication
from reviews.services.publishing import retract_publication, set_full_story, suspend_publication
from tests.claims.admin.pages import address, take, text_of, told
from tests.claims.factories import make_user
from tests.reviews.database.test_four_eyes import execute, refused
from tests.reviews.factories import make_publication
from tests.reviews.public.addresses import verdict_of

pytestmark = pytest.mark.django_db

STORY = "https://www.newsroom.example/2026/bridges"
SCRIPT = "application/ld+json"


@pytest.fixture(autouse=True)
def _site(settings: Settings) -> None:
    settings.SITE_URL = "https://facts.newsroom.example"


def place(publication: Publication, story: str = STORY, by: User | None = None) -> FullStory:
    return set_full_story(publication=publication, address=story, by=by or make_user("editor"))


def test_the_claim_review_is_there_or_here_and_never_both(client: Client) -> None:
    publication = make_publication()
    api = f"/api/v1/verdicts/{publication.claim_id}/"

    def outputs() -> tuple[bool, bool, bool]:
        feed = json.loads(b"".join(client.get("/feeds/claimreview.json")))
        answer = client.get(api).json()
        assert answer["full_story"] == full_story_of(publication)
        page = client.get(verdict_of(publication)).content.decode()
        assert (f'href="{STORY}"' in page) is bool(answer["full_story"])
        return SCRIPT in page, bool(feed["dataFeedElement"][0]["item"]), bool(answer["claim_review"])

    assert outputs() == (True, True, True)
    place(publication)
    assert outputs() == (False, False, False)
    place(publication, "")
    assert outputs() == (True, True, True)


def test_caches_are_told(client: Client) -> None:
    publication = make_publication()
    addresses = (verdict_of(publication), f"/api/v1/verdicts/{publication.claim_id}/", "/feeds/claimreview.json")
    known = {item: client.get(item).headers["ETag"] for item in addresses}
    place(publication)
    for item in addresses:
        assert client.get(item, HTTP_IF_NONE_MATCH=known[item]).status_code == HTTPStatus.OK, item


def test_what_is_under_re_examination_does_not_lead_to_the_story(client: Client) -> None:
    publication = make_publication()
    place(publication)
    suspend_publication(publication=publication, by=make_user("editor"), reason="A new register.")
    assert STORY not in client.get(verdict_of(publication)).content.decode()
    assert client.get(f"/api/v1/verdicts/{publication.claim_id}/").json()["full_story"] == ""


def test_it_is_in_the_log_with_who_placed_it() -> None:
    publication, editor = make_publication(), make_user("editor")
    place(publication, f" {STORY} ", editor)
    event = publication.review.events.get(kind=EventKind.FULL_STORY_SET)
    assert event.actor == editor
    assert json.loads(event.payload.text)["data"] == {"publication": publication.pk, "address": STORY}


@pytest.mark.parametrize(
    ("story", "says"),
    [
        ("", "nothing would change"),
        ("www.newsroom.example/story", "whole address"),
        ("javascript:alert(1)", "whole address"),
        ("https://facts.newsroom.example/claims/1-x/", "of this site"),
        (f"https://newsroom.example/{'a' * 2000}", "too long|whole address"),
    ],
)
def test_other_addresses_are_refused(story: str, says: str) -> None:
    publication = make_publication()
    with pytest.raises(TransitionRefused, match=says):
        place(publication, story)
    assert full_story_of(publication) == ""


def test_only_editors_place_it_and_only_of_what_stands() -> None:
    publication = make_publication()
    with pytest.raises(NotAllowed):
        place(publication, by=make_user("reviewer"))
    retract_publication(publication=publication, by=make_user("editor"), was="124", now="142")
    with pytest.raises(ReviewsError, match="has ended"):
        place(publication)


def test_editors_place_it_on_the_publications_page(client: Client) -> None:
    publication = make_publication()
    client.force_login(make_user("editor"))
    assert "links to the full story" in told(client, take(client, publication, "full-story", address=STORY))
    assert STORY in text_of(client.get(address(publication)))
    assert "whole address" in told(client, take(client, publication, "full-story", address="newsroom"))
    assert "carries the ClaimReview again" in told(client, take(client, publication, "full-story", address=""))


def test_the_database_keeps_every_row_and_knows_its_event() -> None:
    publication = make_publication()
    story = place(publication)
    refused(lambda: execute("UPDATE reviews_fullstory SET address = ''"), "Cannot update rows")
    refused(lambda: execute("DELETE FROM reviews_fullstory"), "Cannot delete rows")
    values = {"publication": publication, "set_by": story.set_by}
    refused(lambda: FullStory.objects.create(address="javascript:alert(1)", **values), "full_story_has_a_web_address")
    silently = {"address": "https://other.example/", **values}
    refused(lambda: FullStory.objects.create(**silently), "does not know where its full story lives")
