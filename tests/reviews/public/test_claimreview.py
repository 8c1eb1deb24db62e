import json
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from claims.enums import ClaimStatus, LinkPolicy, SpeakerKind, Treatment
from claims.models import Claim, Source, Speaker
from claims.services.triage import mark_sighting
from reviews.drafting import FindingInput
from reviews.models import Publication
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.factories import make_publication, make_review
from tests.reviews.public.addresses import article_of, verdict_of

pytestmark = pytest.mark.django_db

SITE = "https://facts.example"


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
