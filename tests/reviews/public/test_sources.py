from http import HTTPStatus

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from claims.enums import ClaimStatus, Control, Treatment
from claims.models import Source
from claims.services.triage import mark_sighting
from reviews.models import Publication
from reviews.public import sources
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.factories import make_evidence_input, make_publication, make_review
from tests.reviews.public.pages import text_of

pytestmark = pytest.mark.django_db

TITLES = ("What it asserted", "What it reported", "What it disputed", "What we cite it for")


def publish(by: Source, *, treatment: str = Treatment.ASSERTS, cited: Source | None = None) -> Publication:
    """A statement that somebody else asserts and `by` treats so; the evidence cites `cited`."""
    claim = make_claim(status=ClaimStatus.ACCEPTED)
    sighting = make_claim(make_article(source=by))
    mark_sighting(claim=sighting, canonical=claim, treatment=treatment, by=make_user())
    return make_publication(make_review(claim), evidence=(make_evidence_input(cited), make_evidence_input()))


def lists_of(client: Client, source: Source) -> dict[str, str]:
    """The text of each list on a source's page, by its title."""
    page = text_of(client, f"/sources/{source.pk}/")
    places = sorted((page.index(title), title) for title in TITLES if title in page)
    ends = [place for place, _ in places[1:]] + [len(page)]
    return {title: page[place:end] for (place, title), end in zip(places, ends, strict=True)}


def test_what_it_asserted_reported_disputed_and_is_cited_for_are_separate_lists(client: Client) -> None:
    source = make_source()
    asserted = publish(source)
    reported = publish(source, treatment=Treatment.REPORTS)
    disputed = publish(source, treatment=Treatment.DISPUTES)
    cited = publish(make_source(), cited=source)
    lists = lists_of(client, source)
    assert list(lists) == list(TITLES)
    for title, own in zip(TITLES, (asserted, reported, disputed, cited), strict=True):
        for publication in (asserted, reported, disputed, cited):
            assert (publication.headline in lists[title]) == (publication == own), (title, publication)


def test_owner_control_and_interests_are_disclosed(client: Client) -> None:
    source = make_source(
        "The Ferry Gazette",
        owner=make_source("Ferry Holding"),
        control=Control.STATE_CONTROLLED,
        control_reference="Law 12 of 1999",
        interests="Owns two ferries.",
    )
    publish(source)
    page = text_of(client, f"/sources/{source.pk}/")
    for words in ("State-controlled According to Law 12 of 1999", "Ferry Holding", "Owns two ferries."):
        assert words in page, words
    listed = text_of(client, "/sources/")
    assert "The Ferry Gazette Newspaper or news site · state-controlled · owned by Ferry Holding" in listed


def test_what_is_not_on_file_is_said_to_be_not_on_file(client: Client) -> None:
    source = make_source()
    publish(source)
    page = text_of(client, f"/sources/{source.pk}/")
    assert "Control Not established" in page
    assert "Owner None on file" in page
    assert "Interests None on file" in page


def test_the_day_of_the_last_look_at_the_control_is_said(client: Client) -> None:
    source = make_source(control=Control.PRIVATE, control_reference="Annual report 2024")
    publish(source)
    address = f"/sources/{source.pk}/"
    assert "According to Annual report 2024; the day when somebody last looked is not on file" in text_of(
        client, address
    )
    Source.objects.filter(pk=source.pk).update(control_checked_on="2026-05-03")
    assert "According to Annual report 2024, looked up 3 May 2026" in text_of(client, address)


def test_the_owners_control_is_said_and_its_page_linked_once_it_has_one(client: Client) -> None:
    owner = make_source("Ferry Holding", control=Control.STATE_CONTROLLED, control_reference="Law 12")
    source = make_source(owner=owner)
    publish(source)
    address, link = f"/sources/{source.pk}/", f'href="/sources/{owner.pk}/"'
    before = client.get(address)
    assert "Ferry Holding (state-controlled)" in text_of(client, address)
    assert link not in before.content.decode()
    publish(owner)
    after = client.get(address, HTTP_IF_NONE_MATCH=before.headers["ETag"])
    assert link in after.content.decode()
    assert client.get(f"/sources/{owner.pk}/").status_code == HTTPStatus.OK


def test_sources_of_unpublished_work_are_not_listed(client: Client) -> None:
    source = make_source("Nobody cites me")
    make_article(source=source)
    assert "Nobody cites me" not in client.get("/sources/").content.decode()


def test_a_merged_record_leads_to_the_one_that_it_was_merged_into(client: Client) -> None:
    kept = make_source()
    publish(kept)
    merged = make_source(merged_into=kept)
    response = client.get(f"/sources/{merged.pk}/")
    assert response.status_code == HTTPStatus.MOVED_PERMANENTLY
    assert response.headers["Location"] == f"/sources/{kept.pk}/"


def test_a_long_list_goes_on_in_the_filtered_front_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "NEWEST", 1)
    source = make_source()
    publications = [publish(source), publish(source)]
    page = client.get(f"/sources/{source.pk}/").content.decode()
    assert publications[0].headline not in page
    more = f"/?source={source.pk}&role=asserted"
    assert more.replace("&", "&amp;") in page
    assert [item.headline for item in client.get(more).context["rows"]] == [
        publication.headline for publication in reversed(publications)
    ]


def test_the_number_of_queries_does_not_grow_with_the_lists(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    source = make_source()
    for _ in range(2):
        publish(source)
        with django_assert_num_queries(6):
            client.get(f"/sources/{source.pk}/")
        with django_assert_num_queries(2):
            client.get("/sources/")
