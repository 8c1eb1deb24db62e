"""The fixtures that all other tests stand on."""

import threading

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from playwright.sync_api import Page

from tests.fixtures.databases import PrivateDatabase


@pytest.mark.django_db
def test_the_application_owns_no_table_and_may_not_truncate() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, count(*) FROM pg_tables WHERE tableowner = current_user GROUP BY 1")
        assert cursor.fetchone() is None
        cursor.execute(
            "SELECT bool_or(has_table_privilege(format('public.%I', tablename), 'TRUNCATE'))"
            " FROM pg_tables WHERE schemaname = 'public'"
        )
        assert cursor.fetchone() == (False,)


def test_another_thread_sees_what_was_committed(committing_db: PrivateDatabase) -> None:
    User.objects.create(username="seen")
    seen: list[bool] = []

    def look() -> None:
        seen.append(User.objects.filter(username="seen").exists())
        connection.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen == [True]


@pytest.mark.parametrize("turn", [1, 2])
def test_each_committing_test_starts_from_the_seeded_database(committing_db: PrivateDatabase, turn: int) -> None:
    assert not User.objects.exists()
    User.objects.create(username=f"turn {turn}")
    with committing_db.connect() as other:
        assert other.execute("SELECT count(*) FROM auth_user").fetchone() == (1,)


def test_the_browser_reaches_the_site(page: Page, live_site: str) -> None:
    response = page.goto(f"{live_site}/readyz")
    assert response is not None and response.ok
    assert "ok" in page.content()
    assert not Group.objects.filter(name="nobody").exists()
