import json
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from pytest_django import Settings

from claims.enums import ClaimStatus, LinkPolicy, SpeakerKind, Treatment
from claims.models import Article, Claim, Source, Speaker
from claims.services.triage import mark_sighting
from reviews.drafting import FindingInput
from reviews.models import Publication
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.factories import make_publication, make_review
from tests.reviews.public.addresses import article_of, verdict_of

pytestmark = pytest.mark.django_db

SITE = "https://facts.example"
ALWAYS = {
    *("@context", "@type", "url", "claimReviewed", "author", "datePublished", "dateModified", "inLanguage"),
    *("reviewRating", "itemReviewed"),
}
NUMBERS = {"ratingValue", "bestRating", "worstRating"}
CODES = ("true", "mostly_true", "half_true", "misleading", "false", "unverifiable", "not_checkable")


@pytest.fixture(autouse=True)
def _site(settings: Settings) -> None:
    settings.SITE_URL = SITE
    settings.SITE_NAME = "The Desk"


def claim_review(client: Client, publication: Publication) -> dict[str, Any]:
    page = client.get(verdict_of(publication)).content.decode()
    _, opening, rest = page.partition('<script type="application/ld+json">')
    assert opening
    assert "application/ld+json" not in rest, "one ClaimReview per page"
    data: dict[str, Any] = json.loads(rest.partition("</script>")[0])
    return data


def accepted_claim(**values: Any) -> Claim:
    source = make_source("The Harbour Post")
    article = make_article(
        source=source, title="Bridges of the north", address="https://harbour.example/1", published_on="2021-05-03"
    )
    return make_claim(article, status=ClaimStatus.ACCEPTED, **values)


def test_it_has_what_aggregators_need(client: Client) -> None:
    publication = make_publication(make_review(accepted_claim(stated_on="2021-05")), code="half_true")
    data = claim_review(client, publication)
    assert data["@context"] == "https://schema.org"
    assert data["@type"] == "ClaimReview"
    assert data["url"] == f"{SITE}{verdict_of(publication)}"
    assert data["claimReviewed"] == publication.headline
    assert data["author"] == {"@type": "Organization", "name": "The Desk", "url": f"{SITE}/"}
    assert data["datePublished"] == publication.valid_from.isoformat(timespec="seconds")
    assert data["inLanguage"] == "en"
    assert data["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "Half true",
        "ratingValue": 3,
        "bestRating": 5,
        "worstRating": 1,
    }
    assert data["itemReviewed"]["@type"] == "Claim"
    assert data["itemReviewed"]["datePublished"] == "2021-05"


@pytest.mark.parametrize(
    ("code", "value"),
    [("true", 5), ("mostly_true", 4), ("half_true", 3), ("misleading", 2), ("false", 1)],
)
def test_a_rating_on_the_scale_has_its_number(client: Client, code: str, value: int) -> None:
    rating = claim_review(client, make_publication(code=code))["reviewRating"]
    assert rating["ratingValue"] == value
    assert rating["worstRating"] <= value <= rating["bestRating"]


@pytest.mark.parametrize("speaker", [SpeakerKind.PUBLIC_FIGURE, SpeakerKind.BODY, SpeakerKind.ANONYMOUS, None])
@pytest.mark.parametrize("known", [True, False], ids=["dated", "without date, address and publisher"])
@pytest.mark.parametrize("code", CODES)
def test_whatever_the_rating_and_whatever_is_missing_it_keeps_the_rules(
    client: Client, code: str, known: bool, speaker: str | None
) -> None:
    """Required is there, nothing is empty, the number is on its scale, and every address is one."""
    values: dict[str, Any] = {"speaker": Speaker.objects.create(name="Ada Marsh", kind=speaker)} if speaker else {}
    claim = accepted_claim(**values) if known else make_claim(status=ClaimStatus.ACCEPTED, **values)
    if not known:
        Article.objects.filter(pk=claim.article_id).update(source=None, published_on=None, address="")
        claim.refresh_from_db()
    data = claim_review(client, make_publication(make_review(claim), code=code))
    assert {*data} == ALWAYS
    assert empty_within(data) == []
    rating, item = data["reviewRating"], data["itemReviewed"]
    assert {*rating} in ({"@type", "alternateName"}, {"@type", "alternateName", *NUMBERS})
    assert ("ratingValue" in rating) == (code not in {"unverifiable", "not_checkable"})
    if "ratingValue" in rating:
        assert all(isinstance(rating[name], int) for name in NUMBERS)
        assert 1 <= rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
    assert {*item} <= {"@type", "author", "datePublished", "appearance", "firstAppearance"}
    assert ("author" in item) == (speaker not in {None, SpeakerKind.ANONYMOUS} or (speaker is None and known))
    assert ("datePublished" in item) == known
    works = [*item.get("appearance", ()), *filter(None, [item.get("firstAppearance")])]
    assert all(urlsplit(work["url"]).scheme == "https" for work in works if "url" in work)
    for name in ("datePublished", "dateModified"):
        assert datetime.fromisoformat(data[name]).tzinfo is not None
    assert rating["alternateName"] not in data["claimReviewed"]


def empty_within(value: Any) -> list[Any]:
    """Everything inside that says nothing."""
    if isinstance(value, dict):
        return [found for item in value.values() for found in empty_within(item)]
    if isinstance(value, list):
        return [found for item in value for found in empty_within(item)] if value else [value]
    return [value] if value in ("", None) else []


@pytest.mark.parametrize("code", ["unverifiable", "not_checkable"])
def test_a_rating_off_the_scale_has_words_only(client: Client, code: str) -> None:
    publication = make_publication(code=code)
    assert claim_review(client, publication)["reviewRating"] == {"@type": "Rating", "alternateName": publication.label}


def test_a_false_attribution_has_no_number_even_if_the_substance_is_true(client: Client) -> None:
    claim = accepted_claim()
    publication = make_publication(make_review(claim), code="true", findings={claim.pk: FindingInput("not_said")})
    rating = claim_review(client, publication)["reviewRating"]
    assert rating == {"@type": "Rating", "alternateName": "False attribution"}


@pytest.mark.parametrize(
    ("kind", "author"),
    [
        (SpeakerKind.PUBLIC_FIGURE, {"@type": "Person", "sameAs": "https://www.wikidata.org/entity/Q42"}),
        (SpeakerKind.BODY, {"@type": "Organization", "sameAs": "https://www.wikidata.org/entity/Q42"}),
        (SpeakerKind.ANONYMOUS, None),
    ],
)
def test_the_claimant_is_the_speaker_and_nobody_where_none_is_named(
    client: Client, kind: str, author: dict[str, str] | None
) -> None:
    speaker = Speaker.objects.create(name="Ada Marsh", kind=kind, wikidata_id="Q42")
    item = claim_review(client, make_publication(make_review(accepted_claim(speaker=speaker))))["itemReviewed"]
    assert item.get("author") == (author and author | {"name": "Ada Marsh"})


def test_in_an_articles_own_voice_the_claimant_is_its_publisher(client: Client) -> None:
    item = claim_review(client, make_publication(make_review(accepted_claim())))["itemReviewed"]
    assert item["author"] == {"@type": "Organization", "name": "The Harbour Post"}


def test_a_publisher_on_file_is_the_one_in_wikidata(client: Client) -> None:
    publication = make_publication(make_review(accepted_claim()))
    Source.objects.filter(name="The Harbour Post").update(wikidata_id="Q64")
    post = {"@type": "Organization", "name": "The Harbour Post", "sameAs": "https://www.wikidata.org/entity/Q64"}
    item = claim_review(client, publication)["itemReviewed"]
    assert (item["author"], item["firstAppearance"]["publisher"]) == (post, post)


def test_only_articles_that_assert_the_statement_are_its_appearances(client: Client) -> None:
    claim = accepted_claim()
    earlier = make_claim(make_article(address="https://early.example/", published_on="2021-05-01"))
    debunking = make_claim(make_article(address="https://doubter.example/", published_on="2021-05-02"))
    mark_sighting(claim=earlier, canonical=claim, treatment=Treatment.ASSERTS, by=make_user())
    mark_sighting(claim=debunking, canonical=claim, treatment=Treatment.DISPUTES, by=make_user())
    item = claim_review(client, make_publication(make_review(claim)))["itemReviewed"]
    assert [work["url"] for work in item["appearance"]] == ["https://harbour.example/1", "https://early.example/"]
    assert item["firstAppearance"]["url"] == "https://early.example/"


def test_what_is_not_known_is_left_out(client: Client) -> None:
    item = claim_review(client, make_publication())["itemReviewed"]
    assert "datePublished" not in item
    assert "firstAppearance" not in item
    [appearance] = item["appearance"]
    assert "url" not in appearance


def test_it_links_to_no_source_that_is_not_to_be_linked(client: Client) -> None:
    publication = make_publication(make_review(accepted_claim()))
    Source.objects.filter(name="The Harbour Post").update(link_policy=LinkPolicy.NO_LINK)
    assert "harbour.example" not in json.dumps(claim_review(client, publication))


def test_only_the_verdicts_own_page_carries_it(client: Client) -> None:
    publication = make_publication(make_review(accepted_claim()))
    for address in ("/", article_of(publication), "/corrections/"):
        assert "ld+json" not in client.get(address).content.decode()


def test_no_text_can_end_the_script_element(client: Client) -> None:
    publication = make_publication(headline="</script><script>alert(1)</script><!-- & more")
    page = client.get(verdict_of(publication)).content.decode()
    script = page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert "<" not in script
    assert json.loads(script)["claimReviewed"] == publication.headline
