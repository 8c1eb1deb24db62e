"""Google's own client, unchanged, pointed at us: the discovery document that it carries, our address."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import pytest
from googleapiclient.discovery import Resource, build
from googleapiclient.errors import HttpError
from pytest_django import Settings

from tests.reviews.factories import make_publication


@pytest.fixture
def google(live_site: str, settings: Settings) -> Iterator[Any]:
    options = {"api_endpoint": live_site}
    service: Resource = build("factchecktools", "v1alpha1", developerKey="any", client_options=options)
    with service:
        yield service.claims()


def test_its_results_pages_and_errors_are_understood(google: Any, settings: Settings) -> None:
    publications = [make_publication() for _ in range(3)]
    request = google.search(query="bridges", languageCode="en-GB", maxAgeDays=30, pageSize=2)
    pages = []
    while request is not None:
        pages.append(request.execute())
        request = google.search_next(request, pages[-1])
    assert [len(page["claims"]) for page in pages] == [2, 1]
    reviews = [review for page in pages for claim in page["claims"] for review in claim["claimReview"]]
    assert sorted(review["title"] for review in reviews) == sorted(item.headline for item in publications)
    assert {review["publisher"]["name"] for review in reviews} == {settings.SITE_NAME}

    assert google.search(query="zeppelin").execute() == {}
    assert len(google.search(reviewPublisherSiteFilter="127.0.0.1", offset=1).execute()["claims"]) == 2

    with pytest.raises(HttpError) as nothing_asked:
        google.search().execute()
    assert nothing_asked.value.status_code == HTTPStatus.BAD_REQUEST
    assert "reviewPublisherSiteFilter" in nothing_asked.value.reason
    with pytest.raises(HttpError) as negative:
        google.search(query="bridges", pageSize=-1).execute()
    assert negative.value.error_details[0]["fieldViolations"][0]["field"] == "pageSize"

    # It sends more than 2048 characters as a form that means GET.
    with pytest.raises(HttpError) as too_long:
        google.search(query="bridge " * 400).execute()
    assert too_long.value.status_code == HTTPStatus.BAD_REQUEST
    assert "200" in too_long.value.reason

    settings.CLAIMDESK_API_RATE = 0
    with pytest.raises(HttpError) as too_many:
        google.search(query="bridges").execute()
    assert too_many.value.status_code == HTTPStatus.TOO_MANY_REQUESTS
