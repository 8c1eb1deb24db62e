"""Public pages read as a database role that sees nothing but what is published."""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory
from django.urls import path

from claims.models import Article, ArticleText, Source
from config.embedded.paths import data_folder
from reviews.models import Draft
from reviews.public.reading_role import public_role, reads_as_the_public
from reviews.public_role import READABLE, ROLE
from tests.claims.factories import make_article, make_source
from tests.fixtures.databases import PrivateDatabase
from tests.reviews.factories import make_draft, make_publication
from tests.reviews.public.addresses import pages_of

OWN = "claimdesk"


def value(statement: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0]


def who() -> tuple[str, int]:
    """The role, and the number of the connection's server process."""
    return str(value("SELECT current_user")), int(value("SELECT pg_backend_pid()"))


def is_refused(statement: str) -> bool:
    try:
        with transaction.atomic(), public_role(), connection.cursor() as cursor:
            cursor.execute(statement)
    except ProgrammingError as error:
        return "permission denied" in str(error)
    return False


def read_a_draft(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(Draft.objects.count()))


def say_who(request: HttpRequest) -> HttpResponse:
    return HttpResponse("{} {}".format(*who()))


def say_who_while_it_is_sent(request: HttpRequest) -> HttpResponse:
    def lines() -> Iterator[str]:
        for _ in range(3):
            yield "{} {}\n".format(*who())

    return StreamingHttpResponse(lines())  # type: ignore[return-value]


def find_nothing(request: HttpRequest) -> HttpResponse:
    raise Http404(str(who()))


def break_down(request: HttpRequest) -> HttpResponse:
    raise ValueError(str(who()))


urlpatterns = [
    path("draft/", read_a_draft),
    path("who/", say_who),
    path("stream/", say_who_while_it_is_sent),
    path("nothing/", find_nothing),
    path("broken/", break_down),
    path("desk/who/", say_who),
]


@pytest.mark.urls(__name__)
def test_a_public_view_that_asks_for_a_draft_breaks_and_the_connection_is_what_it_was(
    committing_db: PrivateDatabase,
) -> None:
    make_draft()
    before = who()
    client = Client(raise_request_exception=False)
    assert client.get("/draft/").status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    with pytest.raises(ProgrammingError, match="permission denied for table reviews_draft"):
        Client().get("/draft/")
    assert (who(), Draft.objects.count()) == (before, 1)


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("address", ["/who/", "/stream/", "/nothing/", "/broken/", "/nowhere/"])
def test_the_role_is_given_back_on_the_same_connection(committing_db: PrivateDatabase, address: str) -> None:
    client = Client(raise_request_exception=False)
    before = who()
    response = client.get(address)
    if response.status_code == HTTPStatus.OK:
        seen = response.getvalue().decode().split()
        assert set(seen) == {ROLE, str(before[1])}
    assert who() == before == (OWN, before[1])
    assert not connection.in_atomic_block
    assert client.get("/desk/who/").content.decode() == f"{OWN} {before[1]}"


@pytest.mark.urls(__name__)
def test_a_reader_who_goes_away_in_the_middle_takes_no_role_along(committing_db: PrivateDatabase) -> None:
    before = who()
    response = Client().get("/stream/")
    body = iter(response.streaming_content)  # type: ignore[attr-defined]
    assert next(body).decode().startswith(ROLE)
    assert connection.in_atomic_block
    response.close()
    assert who()[0] == before[0] == OWN
    assert not connection.in_atomic_block


@pytest.mark.django_db
def test_of_all_tables_only_those_of_the_list_can_be_read() -> None:
    tables = set(connection.introspection.table_names(include_views=True))
    assert set(READABLE) < tables
    assert {"auth_user", "reviews_draft", "reviews_verdict", "reviews_event", "claims_request"} < tables - set(READABLE)
    for table in tables - set(READABLE):
        assert is_refused(f'SELECT 1 FROM "{table}"'), table


@pytest.mark.django_db
def test_of_a_table_that_is_granted_by_columns_the_others_cannot_be_read() -> None:
    with connection.cursor() as cursor:
        for table, columns in READABLE.items():
            every = {column.name for column in connection.introspection.get_table_description(cursor, table)}
            assert set(columns) < every
            for column in every - set(columns) if columns else ():
                assert is_refused(f'SELECT "{column}" FROM "{table}"'), (table, column)


@pytest.mark.django_db
def test_the_role_changes_nothing() -> None:
    # A view of two tables takes no change from anybody, with another error.
    for table in set(READABLE) - {"reviews_mergedspeaker"}:
        assert is_refused(f"DELETE FROM {table}"), table
        key = "word" if table == "reviews_searchword" else "id"
        assert is_refused(f"UPDATE {table} SET {key} = {key}"), table
        assert is_refused(f"INSERT INTO {table} DEFAULT VALUES"), table
    assert is_refused("SELECT nextval('reviews_publication_id_seq')")
    assert is_refused("CREATE TABLE mine (id int)")


@pytest.mark.django_db
def test_articles_and_texts_that_are_not_public_are_not_there() -> None:
    hidden, shown = make_article(source=make_source(full_text_allowed=True)), make_publication().claim.article
    with public_role():
        assert list(Article.objects.order_by("pk").values_list("pk", flat=True)) == [shown.pk]
        assert not ArticleText.objects.order_by("id").values_list("text").exists()
    assert Article.objects.count() == 2
    Source.objects.filter(articles=shown).update(full_text_allowed=True)
    with public_role():
        assert list(ArticleText.objects.order_by("id").values_list("article", flat=True)) == [shown.pk]
    assert ArticleText.objects.filter(article=hidden).exists()


@pytest.mark.parametrize(
    ("method", "address", "expected"),
    [
        ("GET", "/", True),
        ("HEAD", "/feeds/claimreview.json", True),
        ("GET", "/submit/", True),
        ("GET", "/claims/1/dispute/", True),
        ("GET", "/api/v1/verdicts/", True),
        ("GET", "/v1alpha1/claims:search", True),
        ("GET", "/anything/else", True),
        ("POST", "/submit/", False),
        ("POST", "/claims/1/dispute/", False),
        ("GET", "/submit/0b0e6d8c-7d0c-4a53-9e5e-2f1c3d4e5f60/", False),
        ("GET", "/disputes/0b0e6d8c-7d0c-4a53-9e5e-2f1c3d4e5f60/", False),
        ("GET", "/fr/submit/0b0e6d8c-7d0c-4a53-9e5e-2f1c3d4e5f60/", False),
        ("GET", "/submit/verdicts/", True),
        ("GET", "/fr/submit/", True),
        ("POST", "/fr/submit/", False),
        ("GET", "/desk/", False),
        ("GET", "/readyz", False),
    ],
)
def test_everything_reads_as_the_public_but_what_is_named(method: str, address: str, *, expected: bool) -> None:
    assert reads_as_the_public(RequestFactory().generic(method, address)) is expected


def test_the_role_costs_one_statement_besides_the_transaction(committing_db: PrivateDatabase) -> None:
    addresses = ["/", *pages_of(make_publication())[:2]]
    etags = {address: Client().get(address).headers["ETag"] for address in addresses}
    with committing_db.connect(user="postgres") as administrator:
        administrator.execute(f"ALTER DATABASE {committing_db.name} SET log_statement = 'all'")
    connection.close()
    process = who()[1]
    for address in addresses:
        start = len(data_folder().log.read_text(errors="replace"))
        Client().get(address, headers={"If-None-Match": etags[address]})
        log = data_folder().log.read_text(errors="replace")[start:].splitlines()
        # SQL of our own begins on the line after.
        said = [(line.split(": ", 2)[-1].split() or ["SELECT"])[0] for line in log if f"[{process}] LOG:  " in line]
        assert said == ["BEGIN", "SET", "SELECT", "COMMIT"], address
