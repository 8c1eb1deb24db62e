"""A cache before us is told what changed, over HTTP, and again until it confirms."""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from config.checks import the_cache_can_be_told
from reviews.enums import CorrectionKind
from reviews.models import Publication, Purge
from reviews.public.caching import CACHE_CONTROL, KEPT_BY_SHARED_CACHES
from reviews.purge_list import SHEETS, Changed, changed_paths
from reviews.services.publishing import (
    lift_suspension,
    record_correction,
    retract_publication,
    suspend_publication,
)
from reviews.services.purging import PurgeFailed, purge_changed
from reviews.services.withholding import ask_withholding, confirm_withholding
from reviews.tasks import purge
from tests.claims.factories import make_user
from tests.reviews.factories import approve, make_publication, make_submitted_verdict
from tests.reviews.public.addresses import article_of, pages_of, source_of, verdict_of
from tests.reviews.services.test_approval import second_verdict

pytestmark = pytest.mark.django_db


class Cache:
    """What stands before the site: it notes what it was told, and answers with `status`."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str, dict[str, str], Any]] = []
        self.status = HTTPStatus.OK
        cache = self

        class Handler(BaseHTTPRequestHandler):
            def do_PURGE(self) -> None:
                length = int(self.headers.get("Content-Length") or 0)
                body = json.loads(self.rfile.read(length)) if length else None
                cache.told.append((self.command, self.path, dict(self.headers), body))
                self.send_response(cache.status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            do_POST = do_PURGE

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    @property
    def paths(self) -> list[str]:
        return [path for _, path, _, _ in self.told]


@pytest.fixture
def cache(settings: Settings) -> Iterator[Cache]:
    cache = Cache()
    settings.CLAIMDESK_PURGE_URL = cache.url
    settings.SITE_URL = "https://facts.example"
    yield cache
    cache.server.shutdown()
    cache.server.server_close()


def suspend(publication: Publication) -> None:
    suspend_publication(publication=publication, by=make_user("editor"), reason="A new register was found.")


def lift(publication: Publication) -> None:
    suspend(publication)
    lift_suspension(publication=publication, by=make_user("editor"))


def retract(publication: Publication) -> None:
    retract_publication(publication=publication, by=make_user("editor"), was="124 bridges", now="142 bridges")


def correct(publication: Publication) -> None:
    by = make_user("editor")
    record_correction(publication=publication, kind=CorrectionKind.MINOR, by=by, was="Bridge", now="Bridges")


def withhold(publication: Publication) -> None:
    asked = ask_withholding(target=publication.verdict, by=make_user("editor"), legal_basis="Order 1 C 2/26")
    confirm_withholding(withholding=asked, by=make_user("administrator"))


@pytest.mark.parametrize("change", [suspend, lift, retract, correct, withhold])
def test_every_change_purges_each_page_that_shows_it(cache: Cache, change: Callable[[Publication], None]) -> None:
    publication = make_publication()
    assert purge() == len(cache.told) > 0
    cache.told.clear()
    change(publication)
    purge()
    publication.refresh_from_db()
    claim = publication.claim_id
    lists = ("/", "/sources/", "/corrections/", "/statistics/", "/feeds/verdicts.atom", "/api/v1/verdicts/")
    own = (verdict_of(publication), f"/claims/{claim}/", f"/embed/{claim}/", f"/claims/{claim}/share.png")
    assert {*lists, *own, f"/api/v1/verdicts/{claim}/"} < set(cache.paths)
    assert {method for method, _, _, _ in cache.told} == {"PURGE"}
    assert {headers["Host"] for _, _, headers, _ in cache.told} == {"facts.example"}
    assert not Purge.objects.exists()


def test_a_withheld_page_is_purged_under_the_address_that_it_had(cache: Cache) -> None:
    publication = make_publication()
    purge()
    cache.told.clear()
    former = verdict_of(publication)
    withhold(publication)
    publication.refresh_from_db()
    assert publication.slug not in former
    purge()
    assert {former, f"/fr{former}", verdict_of(publication), f"/fr{verdict_of(publication)}"} < set(cache.paths)
    # The words of that address are in no row any more.
    assert not Purge.objects.exists()


def test_so_are_later_editions_whose_address_loses_the_words(cache: Cache) -> None:
    first = make_publication()
    later = approve(second_verdict(first))
    purge()
    cache.told.clear()
    former = verdict_of(later)
    withhold(first)
    purge()
    later.refresh_from_db()
    assert verdict_of(later) != former
    assert {former, f"/fr{former}", verdict_of(later)} < set(cache.paths)


def test_the_pages_of_the_article_and_of_every_source_are_among_them(cache: Cache) -> None:
    publication = make_publication()
    purge()
    cited = {f"/sources/{item['source']['id']}/" for item in publication.payload["evidence"]}
    assert {article_of(publication), source_of(publication), *cited} < set(cache.paths)


def test_what_comes_out_later_is_purged_when_it_does(cache: Cache) -> None:
    later = approve(make_submitted_verdict(), publish_at=timezone.now() + timedelta(hours=1))
    assert purge() == 0 and not cache.told
    Purge.objects.update(due_at=timezone.now() - timedelta(seconds=1))
    assert purge() and verdict_of(later) in cache.paths


def test_a_cache_that_does_not_confirm_is_told_again(cache: Cache) -> None:
    make_publication()
    cache.status = HTTPStatus.SERVICE_UNAVAILABLE
    with pytest.raises(PurgeFailed, match="answered 503"):
        purge_changed()
    cache.status = HTTPStatus.OK
    assert purge() == 0  # Not at once: another worker may be about it.
    Purge.objects.update(tried_at=timezone.now() - timedelta(minutes=1))
    assert purge() > 0
    assert purge() == 0
    assert not Purge.objects.exists()


def test_a_cache_that_is_not_there_breaks_nothing(settings: Settings) -> None:
    settings.CLAIMDESK_PURGE_URL = "http://127.0.0.1:9"
    make_publication()
    assert purge() == 0
    assert Purge.objects.exists()


def test_one_post_names_every_address_and_carries_the_token(cache: Cache, settings: Settings) -> None:
    settings.CLAIMDESK_PURGE_METHOD, settings.CLAIMDESK_PURGE_TOKEN = "POST", "a-token"
    publication = make_publication()
    purge()
    [(method, path, headers, body)] = cache.told
    assert (method, path, headers["Authorization"]) == ("POST", "/", "Bearer a-token")
    assert f"https://facts.example{verdict_of(publication)}" in body["urls"]


def test_without_a_cache_nothing_is_kept_and_nothing_piles_up(client: Client, settings: Settings) -> None:
    settings.CLAIMDESK_PURGE_URL = ""
    addresses = pages_of(make_publication())
    assert {client.get(address).headers["Cache-Control"] for address in addresses} == {CACHE_CONTROL}
    assert purge() == 0
    assert not Purge.objects.exists()


def test_only_what_a_purge_reaches_may_be_kept(client: Client, cache: Cache) -> None:
    publication = make_publication()
    purge()
    for path in cache.paths:
        response = client.get(path)
        kept = response.headers.get("Cache-Control")
        assert response.status_code in {HTTPStatus.OK, HTTPStatus.MOVED_PERMANENTLY}, path
        assert kept == (KEPT_BY_SHARED_CACHES if response.status_code == HTTPStatus.OK else CACHE_CONTROL), path
    for path in ("/methodology/", "/?q=registers", f"{verdict_of(publication)}?on=2026-01-01", "/api/v1/scale/"):
        assert client.get(path).headers["Cache-Control"] == CACHE_CONTROL, path


def test_the_list_is_pure_and_names_each_path_once() -> None:
    page = Changed(claim_id=7, slug="herons", articles=(3,), sources=(1, 2))
    paths = changed_paths([page, page])
    assert paths[0] == "/claims/7-herons/"
    assert len(paths) == len(set(paths))
    assert {"/articles/3/", "/sources/1/", "/api/v1/sources/2/", "/sitemap.xml"} < set(paths)
    assert [path for path in paths if path.endswith(".csv")][: len(SHEETS)] == [f"/statistics/{n}.csv" for n in SHEETS]
    assert changed_paths([]) == []


@pytest.mark.parametrize(
    ("url", "method", "expected"), [("ftp://x", "PURGE", "config.E009"), ("", "BAN", "config.E010")]
)
def test_settings_that_cannot_be_are_refused(settings: Settings, url: str, method: str, expected: str) -> None:
    settings.CLAIMDESK_PURGE_URL, settings.CLAIMDESK_PURGE_METHOD = url, method
    assert [problem.id for problem in the_cache_can_be_told()] == [expected]
