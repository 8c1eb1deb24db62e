"""PostgreSQL looks among a session's temporary tables first: no trigger is shown one in place of ours."""

import pgtrigger
import pytest
from django.db import connection
from psycopg import sql

from reviews.guards import SEARCH_PATH
from reviews.models import Publication
from reviews.services.assignment import assign_review
from reviews.services.queue import take_review
from reviews.services.verdicts import submit_verdict
from tests.claims.factories import make_user
from tests.fixtures.databases import PrivateDatabase
from tests.reviews.database.test_four_eyes import execute, publication_row, refused
from tests.reviews.factories import make_draft

EMPTY_DRAFTS = "CREATE TEMP TABLE reviews_draft (review_id bigint, author_id bigint)"
OWNED_BY_US = """
    CREATE TEMP TABLE pg_class (oid oid, relowner oid);
    INSERT INTO pg_temp.pg_class SELECT 'public.reviews_review'::regclass::oid, 'claimdesk'::regrole::oid;
"""


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["claimdesk", "claimdesk_public"])
def test_the_applications_roles_make_no_temporary_table(role: str) -> None:
    refused(lambda: execute(f"SET LOCAL ROLE {role}; {EMPTY_DRAFTS}"), "permission denied to create temporary tables")


@pytest.mark.django_db
def test_every_trigger_says_where_its_tables_are() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT proname, proconfig FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
            " AND (prorettype = 'trigger'::regtype OR proname = '_pgtrigger_should_ignore')"
        )
        settings = dict(cursor.fetchall())
    assert len(settings) > 40
    assert {name for name, made in settings.items() if made != [f"search_path={SEARCH_PATH}"]} == set()


def by_who_wrote_the_first_draft() -> Publication:
    """Not yet saved: a verdict of the second author, with the first as its approver."""
    first, second = make_user("reviewer"), make_user("reviewer")
    draft = make_draft(author=first)
    assign_review(review=draft.review, to=second, by=make_user("editor"), hand_over_draft=True)
    taken = take_review(review=draft.review, reviewer=second)
    verdict = submit_verdict(review=taken, author=second, lease_number=taken.lease_number, version=1)
    return publication_row(verdict, approver=first)


@pytest.fixture
def row(committing_db: PrivateDatabase) -> Publication:
    """Where the revocation was forgotten, and for a session in which no trigger has planned its queries yet."""
    unsaved = by_who_wrote_the_first_draft()
    with committing_db.connect(user="postgres") as administrator:
        grant = sql.SQL("GRANT TEMPORARY ON DATABASE {} TO claimdesk").format(sql.Identifier(committing_db.name))
        administrator.execute(grant)
    connection.close()
    return unsaved


def test_a_temporary_table_of_drafts_hides_no_author(row: Publication) -> None:
    execute(EMPTY_DRAFTS)
    refused(row.save, "saved a draft")


def test_a_temporary_catalogue_makes_nobody_the_owner(row: Publication) -> None:
    execute(OWNED_BY_US)
    with pgtrigger.ignore("reviews.Publication:four_eyes"):
        refused(row.save, "saved a draft")
