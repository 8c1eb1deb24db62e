from collections.abc import Iterable
from http import HTTPStatus
from typing import Any
from xml.etree import ElementTree

import html5lib
import pytest
from django.http import Http404, HttpResponse
from django.test import Client, RequestFactory
from pytest_django import DjangoAssertNumQueries, Settings

from claims.models import Source
from reviews.models import Publication
from reviews.public.sitemap import PER_FILE, STANDING, sitemap
from reviews.services.publishing import suspend_publication
from tests.claims.factories import make_user
from tests.reviews.factories import make_publication
from tests.reviews.public.addresses import article_of, verdict_of

pytestmark = pytest.mark.django_db

SITE = "https://facts.example"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(autouse=True)
def _site(settings: Settings) -> None:
    settings.SITE_URL = SITE


def asked(rf: RequestFactory, address: str, per_file: int = PER_FILE) -> HttpResponse:
    """The answer as it is when all of it has been sent."""
    return HttpResponse(content_of(sitemap(rf.get(address), per_file=per_file)))


def content_of(response: Any) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else bytes(response.content)


def locations(response: Any) -> list[str]:
    root = ElementTree.fromstring(content_of(response))
    return [str(item.text).removeprefix(SITE) for item in root.iter(f"{MAP}loc")]


def addresses_of(publication: Publication) -> list[str]:
    source = publication.payload["article"]["source"]["id"]
    return both([f"/sources/{source}/", article_of(publication), verdict_of(publication)])


def both(addresses: Iterable[str]) -> list[str]:
    """Each address in English and in French."""
    return [path for address in addresses for path in (address, f"/fr{address}")]


def test_it_names_every_public_page(client: Client) -> None:
    publication = make_publication()
    sent = HttpResponse(content_of(client.get("/sitemap.xml")))
    found = locations(sent)
    assert found[: 2 * len(STANDING)] == both(STANDING)
    assert {*addresses_of(publication)} <= {*found}
    assert len(found) == len({*found})
    for address in found:
        assert client.get(address).status_code == HTTPStatus.OK, address
    changed = [item.text for item in ElementTree.fromstring(sent.content).iter(f"{MAP}lastmod")]
    assert changed == [publication.changed_at.isoformat(timespec="seconds")] * 2
    assert f"Sitemap: {SITE}/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_each_entry_names_the_page_in_every_language_as_the_page_itself_does(client: Client) -> None:
    """Search engines use alternates that name each other and are the pages' own canonical addresses, and no others."""
    make_publication()
    entries = list(ElementTree.fromstring(content_of(client.get("/sitemap.xml"))).iter(f"{MAP}url"))
    assert len(entries) == 2 * (len(STANDING) + len(("source", "cited", "cited", "article", "verdict")))
    for entry in entries:
        place = str(entry.findtext(f"{MAP}loc"))
        named = {str(link.get("hreflang")): str(link.get("href")) for link in entry.iter(f"{XHTML}link")}
        page = html5lib.parse(client.get(place.removeprefix(SITE)).content.decode(), namespaceHTMLElements=False)
        links = {(link.get("rel"), link.get("hreflang")): link.get("href") for link in page.iter("link")}
        assert links["canonical", None] == place
        assert named == {code: links["alternate", code] for code in ("en", "fr", "x-default")}
        assert place in {named["en"], named["fr"]}
        assert page.find(".//meta[@name='robots']") is None, place


def test_what_has_no_verdict_in_force_is_not_named(client: Client) -> None:
    publication = make_publication()
    suspend_publication(publication=publication, by=make_user("editor"), reason="A new register.")
    assert locations(client.get("/sitemap.xml")) == both(STANDING)


def test_a_source_that_was_merged_is_named_by_its_new_page_only(client: Client) -> None:
    publication = make_publication()
    source = Source.objects.get(pk=publication.payload["article"]["source"]["id"])
    Source.objects.filter(pk=source.pk).update(merged_into=Source.objects.exclude(pk=source.pk)[0])
    assert not {*both([f"/sources/{source.pk}/"])} & {*locations(client.get("/sitemap.xml"))}


@pytest.mark.parametrize("per_file", [2, 3, 10, 12])
def test_more_addresses_than_fit_make_an_index_of_files_that_do(rf: RequestFactory, per_file: int) -> None:
    publications = [make_publication() for _ in range(3)]
    whole = locations(asked(rf, "/sitemap.xml"))
    index = asked(rf, "/sitemap.xml", per_file)
    assert ElementTree.fromstring(index.content).tag == f"{MAP}sitemapindex"
    listed = []
    for part in locations(index):
        found = locations(asked(rf, part, per_file))
        assert 1 <= len(found) <= per_file, part
        listed += found
    assert listed == whole
    assert {address for item in publications for address in addresses_of(item)} <= {*listed}


def test_it_becomes_an_index_with_the_first_address_too_many(rf: RequestFactory) -> None:
    make_publication()
    fits = len(locations(asked(rf, "/sitemap.xml")))
    for per_file, root in ((fits, "urlset"), (fits - 2, "sitemapindex")):
        assert ElementTree.fromstring(asked(rf, "/sitemap.xml", per_file).content).tag == f"{MAP}{root}"


@pytest.mark.parametrize(
    "part", ["0", "1", "verdicts", "verdicts-0", "verdicts-2", "verdicts-²", "drafts-1", "pages-01"]
)
def test_other_parts_are_not_found(rf: RequestFactory, part: str) -> None:
    make_publication()
    with pytest.raises(Http404):
        asked(rf, f"/sitemap.xml?part={part}")


def test_the_number_of_queries_does_not_grow(
    rf: RequestFactory, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(2):
        make_publication()
        for address, per_file, queries in (
            ("/sitemap.xml", PER_FILE, 7),
            ("/sitemap.xml", 4, 4),
            ("/sitemap.xml?part=verdicts-1", 4, 3),
        ):
            with django_assert_num_queries(queries):
                asked(rf, address, per_file)


def test_a_head_is_answered_without_the_entries(client: Client) -> None:
    make_publication()
    response = client.head("/sitemap.xml")
    assert response.status_code == HTTPStatus.OK
    assert content_of(response) == b""
    known = response.headers["ETag"]
    assert client.get("/sitemap.xml", headers={"If-None-Match": known}).status_code == HTTPStatus.NOT_MODIFIED
