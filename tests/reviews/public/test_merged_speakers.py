"""Speakers whose records were merged are one: in lists, filters, counts and for programs. Pages keep their words."""

from http import HTTPStatus

import pytest
from django.test import Client

from claims.enums import ClaimStatus, SpeakerKind
from claims.models import Speaker
from claims.services.records import merge_records
from reviews.evidence_facts import current_ratings
from reviews.facets import count_found
from reviews.models import MergedSpeaker, Publication
from reviews.public.statistics import queries
from reviews.selectors import published
from tests.claims.factories import make_claim, make_user
from tests.reviews.factories import make_publication, make_review
from tests.reviews.public.addresses import verdict_of
from tests.reviews.public.everything import body

pytestmark = pytest.mark.django_db


def said_by(speaker: Speaker) -> Publication:
    return make_publication(make_review(make_claim(status=ClaimStatus.ACCEPTED, speaker=speaker)))


def figure(name: str, kind: SpeakerKind = SpeakerKind.PUBLIC_FIGURE) -> Speaker:
    return Speaker.objects.create(name=name, kind=kind)


@pytest.fixture
def both() -> tuple[Publication, Publication]:
    """Of one speaker, under the name that was merged, and under the one that took its place."""
    gone, kept = figure("T. Quillmark"), figure("Tamsin Quill-Mark")
    first, second = said_by(gone), said_by(kept)
    merge_records(records=[gone], into=kept, by=make_user("editor"))
    return first, second


@pytest.mark.parametrize("name", ["Tamsin Quill-Mark", "tamsin", "T. Quillmark"])
def test_either_name_finds_what_was_published_under_both(
    client: Client, both: tuple[Publication, Publication], name: str
) -> None:
    said_by(figure("Somebody Else"))
    assert set(client.get("/", {"speaker": name}).context["rows"]) == set(both)
    found = client.get("/api/v1/verdicts/", {"speaker": name}).json()
    assert {item["claim_id"] for item in found["results"]} == {item.claim_id for item in both}
    feed = client.get("/feeds/verdicts.atom", {"speaker": name}).content.decode()
    assert all(verdict_of(item) in feed for item in both)


def test_they_are_counted_as_one_by_the_name_that_stands(
    client: Client, both: tuple[Publication, Publication], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [(item.value, item.count) for item in count_found(published()).facets["speaker"]] == [
        ("Tamsin Quill-Mark", 2)
    ]
    monkeypatch.setattr(queries, "COUNTED_FROM", 2)
    codes = [rating.code for rating in current_ratings()]
    [counted] = queries.speakers(codes, sample=False)
    assert (counted.name, counted.verdicts) == ("Tamsin Quill-Mark", 2)
    assert "T. Quillmark" in body(client, verdict_of(both[0]))


def test_a_list_that_was_asked_for_before_the_merger_is_not_confirmed(client: Client) -> None:
    gone, kept = figure("T. Quillmark"), figure("Tamsin Quill-Mark")
    said_by(gone)
    addresses = [f"{path}?speaker=tamsin" for path in ("/", "/api/v1/verdicts/", "/feeds/verdicts.atom")]
    before = {address: client.get(address).headers["ETag"] for address in addresses}
    merge_records(records=[gone], into=kept, by=make_user("editor"))
    for address, etag in before.items():
        assert client.get(address, HTTP_IF_NONE_MATCH=etag).status_code == HTTPStatus.OK, address


@pytest.mark.parametrize("kind", [SpeakerKind.PRIVATE_PERSON, SpeakerKind.ANONYMOUS, SpeakerKind.UNCLASSIFIED])
def test_of_others_than_public_figures_and_bodies_no_name_is_to_be_read(kind: SpeakerKind) -> None:
    gone, kept = figure("A Neighbour", kind), figure("The Neighbour", kind)
    merge_records(records=[gone], into=kept, by=make_user("editor"))
    assert not MergedSpeaker.objects.exists()


def test_a_name_that_another_record_bears_now_is_that_ones() -> None:
    gone, kept = figure("T. Quillmark"), figure("Tamsin Quill-Mark")
    merge_records(records=[gone], into=kept, by=make_user("editor"))
    assert [(item.name, item.kept) for item in MergedSpeaker.objects.all()] == [("T. Quillmark", "Tamsin Quill-Mark")]
    figure("T. Quillmark")
    assert not MergedSpeaker.objects.exists()
