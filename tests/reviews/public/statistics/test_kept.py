"""Counts that are kept: the same as those that are made anew, and never of another day's publications."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from claims.enums import SpeakerKind
from claims.models import Speaker
from config.tasks import keep_statistics
from reviews.models import KeptCounts
from reviews.public.statistics import queries
from reviews.public.statistics.catalogue import MAKERS
from reviews.public.statistics.counts import Named, Rated, Times
from reviews.public.statistics.kept import CountedBefore, read, written
from reviews.services.publishing import retract_publication, suspend_publication
from tests.claims.factories import make_user
from tests.reviews.factories import make_publication, make_review
from tests.reviews.public.statistics.files import PAGE, sheet

COUNTS = CountedBefore(
    rated=[Rated(date(2026, 5, 1), "true", 3, 3, 2)],
    times=Times(3, timedelta(days=2, microseconds=1), (1, 2, 0)),
    firsts=[(date(2026, 5, 1), 3)],
    speakers=[Named("=Ada Marsh", 10, (10, 0))],
    parties=[],
)


def test_what_is_kept_is_read_as_it_was_counted() -> None:
    assert read(written(COUNTS)) == COUNTS


def test_without_a_time_there_is_none_when_it_is_read() -> None:
    kept = written(CountedBefore([], Times(0, None, (0,)), [], [], []))
    assert read(kept).times == Times(0, None, (0,))


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two are enough to be counted by name."""
    monkeypatch.setattr(queries, "COUNTED_FROM", 2)


@pytest.mark.django_db
def test_kept_counts_show_what_counting_shows_and_no_longer_than_they_are_true(client: Client, two: None) -> None:
    speaker = Speaker.objects.create(name="Ada Marsh", kind=SpeakerKind.PUBLIC_FIGURE, party="Bridge Party")
    made = [make_publication(make_review(speaker=speaker), code=code) for code in ("true", "false", "true")]
    counted = {name: sheet(client, name) for name in MAKERS}
    assert keep_statistics() is True
    assert keep_statistics() is False
    assert {name: sheet(client, name) for name in MAKERS} == counted
    assert counted["speakers"][0]["verdicts"] == "3"

    by = make_user("editor")
    suspend_publication(publication=made[0], by=by, reason="A new register was found.")
    assert [row["all"] for row in sheet(client, "ratings")] == ["2"]
    retract_publication(publication=made[1], by=by, was="124 bridges", now="142 bridges")
    assert [row["all"] for row in sheet(client, "ratings")] == ["1"]
    assert sheet(client, "speakers") == sheet(client, "parties") == []
    assert keep_statistics() is True
    assert KeptCounts.objects.get().counts["speakers"] == []


@pytest.mark.django_db
def test_counts_are_not_taken_from_what_was_kept_for_others(client: Client) -> None:
    make_publication(code="true")
    keep_statistics()
    KeptCounts.objects.update(mark="0" * 64, counts=written(COUNTS))
    assert [row["all"] for row in sheet(client, "ratings")] == ["1"]


@pytest.mark.django_db
def test_kept_counts_spare_the_page_five_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_publication()
    with django_assert_num_queries(12):
        client.get(PAGE)
    keep_statistics()
    with django_assert_num_queries(7):
        page = client.get(PAGE)
    with django_assert_num_queries(4):
        client.get(PAGE, headers={"If-None-Match": page.headers["ETag"]})
    for name in MAKERS:
        # None is needed for sources, which are always counted anew; corrections are counted besides what is kept.
        with django_assert_num_queries(6 if name in {"corrections", "sources"} else 5):
            sheet(client, name)


@pytest.mark.django_db
def test_there_is_one_row_at_most() -> None:
    with pytest.raises(IntegrityError, match="kept_counts_are_one_row"), transaction.atomic():
        KeptCounts.objects.create(pk=2, mark="x", counts={})
