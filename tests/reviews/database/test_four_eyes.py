"""Four eyes against raw SQL, bulk writes and the shell: the database refuses what the services would have refused."""

from collections.abc import Callable

import pgtrigger
import pytest
from django.db import DatabaseError, connection, transaction
from django.db.models import Model
from django.utils import timezone

from claims.enums import ClaimKind
from reviews.enums import HoldKind
from reviews.models import Draft, Evidence, Finding, Publication, PublishedSource, Rating, Review, Verdict
from reviews.services.assignment import assign_review
from reviews.services.publishing import place_hold, reopen_review
from reviews.services.queue import take_review
from reviews.services.verdicts import submit_verdict
from tests.claims.factories import make_source, make_user
from tests.fixtures.databases import PrivateDatabase
from tests.reviews.factories import (
    approve,
    make_draft,
    make_publication,
    make_review,
    make_submitted_verdict,
    make_taken_review,
    rating,
)
from tests.reviews.threads import at_once


def publication_row(verdict: Verdict, **values: object) -> Publication:
    """As somebody would write it by hand, past every service."""
    now = timezone.now()
    defaults: dict[str, object] = {
        "verdict": verdict,
        "review": verdict.review,
        "claim_id": verdict.review.claim_id,
        "author": verdict.author,
        "approver": make_user("editor"),
        "valid_from": now,
        "changed_at": now,
        "slug": "by-hand",
        "payload": {},
        "payload_sha256": "0" * 64,
        "headline": verdict.headline,
        "wording": "x",
        "summary": "x",
        "kind": ClaimKind.EVENT,
        "rating_code": "true",
        "label": "True",
    }
    return Publication(**(defaults | values))


def refused(action: Callable[[], object], says: str) -> None:
    with pytest.raises(DatabaseError, match=says), transaction.atomic():
        action()
        check_deferred()


def check_deferred() -> None:
    """What the database checks at commit, now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def execute(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.django_db
class TestPublishing:
    def test_the_author_is_not_the_approver(self) -> None:
        verdict = make_submitted_verdict()
        row = publication_row(verdict, approver=verdict.author)
        refused(lambda: Publication.objects.bulk_create([row]), "saved a draft|approver_is_not_its_author")

    def test_somebody_else_is_not_put_down_as_the_author(self) -> None:
        verdict = make_submitted_verdict()
        row = publication_row(verdict, author=make_user("reviewer"), approver=verdict.author)
        refused(row.save, "saved a draft|author_wrote_the_verdict")
        row = publication_row(verdict, author=make_user("reviewer"))
        refused(row.save, "author_wrote_the_verdict")

    def test_who_handed_a_draft_over_is_not_the_approver(self) -> None:
        first, second = make_user("reviewer"), make_user("reviewer")
        draft = make_draft(author=first)
        assign_review(review=draft.review, to=second, by=make_user("editor"), hand_over_draft=True)
        taken = take_review(review=draft.review, reviewer=second)
        verdict = submit_verdict(review=taken, author=second, lease_number=taken.lease_number, version=1)
        refused(publication_row(verdict, approver=first).save, "saved a draft")

    def test_a_verdict_of_another_review_is_not_published_under_this_one(self) -> None:
        verdict, other = make_submitted_verdict(), make_submitted_verdict()
        row = publication_row(verdict, review=other.review, claim_id=other.review.claim_id)
        refused(row.save, "does not belong to review")

    def test_another_claim_is_not_put_under_the_verdict(self) -> None:
        verdict = make_submitted_verdict()
        refused(publication_row(verdict, claim_id=make_review().claim_id).save, "about another claim")

    def test_nothing_is_published_while_its_review_is_not_submitted(self) -> None:
        publication = make_publication()
        reopen_review(review=publication.review, by=make_user("editor"), reason="A new figure.")
        refused(publication_row(publication.verdict).save, "awaits no approval")

    def test_a_publication_begins_open(self) -> None:
        verdict = make_submitted_verdict()
        refused(publication_row(verdict, valid_until=timezone.now()).save, "begins open")

    def test_a_hold_stops_raw_inserts_too(self) -> None:
        verdict = make_submitted_verdict()
        place_hold(on=verdict.review, kind=HoldKind.LEGAL, by=make_user("editor"), reason="Lawyers.")
        refused(publication_row(verdict).save, "a hold forbids publishing")

    def test_a_publication_that_the_log_does_not_know_is_not_committed(self) -> None:
        refused(publication_row(make_submitted_verdict()).save, "does not know it")

    def test_nothing_is_added_to_an_approved_page(self) -> None:
        publication = make_publication()
        late = PublishedSource(publication=publication, source=make_source(), role="evidence")
        refused(lambda: PublishedSource.objects.bulk_create([late]), "nothing is added to it")

    def test_an_ended_publication_is_not_brought_back(self) -> None:
        publication = make_publication()
        Publication.objects.filter(pk=publication.pk).update(valid_until=timezone.now())
        refused(lambda: Publication.objects.update(valid_until=None), "not brought back")


FROZEN_COLUMNS = [
    ("reviews_publication", "approver_id = (SELECT max(id) FROM auth_user)"),
    ("reviews_publication", "author_id = approver_id"),
    ("reviews_publication", "review_id = review_id + 1"),
    ("reviews_publication", "payload = '{}'"),
    ("reviews_publication", "rating_code = 'false'"),
    ("reviews_publication", "verdict_id = verdict_id + 1"),
    ("reviews_verdict", "author_id = (SELECT max(id) FROM auth_user)"),
    ("reviews_verdict", "review_id = review_id + 1"),
    ("reviews_verdict", "rating_id = rating_id + 1"),
    ("reviews_draft", "author_id = (SELECT max(id) FROM auth_user)"),
    ("reviews_draft", "review_id = review_id + 1"),
    ("reviews_draft", "id = id + 1000"),
    ("reviews_draft", "descends_from_id = id"),
    ("reviews_review", "claim_id = claim_id + 1"),
    ("reviews_review", "uuid = gen_random_uuid()"),
    ("reviews_finding", "value = 'not_said'"),
    ("reviews_evidence", "title = 'Another title'"),
    ("reviews_event", "actor_id = NULL"),
    ("reviews_eventpayload", "text = '{}'"),
    ("reviews_rating", "label = 'Very true'"),
    ("reviews_scale", "name = 'Another scale'"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("table", "change"), FROZEN_COLUMNS)
def test_what_was_submitted_and_published_is_not_rewritten(table: str, change: str) -> None:
    make_publication()
    make_user("editor")
    refused(lambda: execute(f"UPDATE {table} SET {change}"), "Cannot update rows")


NEVER_REMOVED: list[type[Model]] = [Draft, Review, Verdict, Evidence, Finding, Publication, PublishedSource, Rating]


@pytest.mark.django_db
@pytest.mark.parametrize("model", NEVER_REMOVED)
def test_rows_are_never_removed(model: type[Model]) -> None:
    make_publication()
    table = model._meta.db_table
    refused(lambda: execute(f"DELETE FROM {table}"), "Cannot delete rows")
    refused(lambda: execute(f"TRUNCATE {table} CASCADE"), "permission denied|never removed")


@pytest.mark.django_db
class TestVerdicts:
    def test_nobody_without_a_draft_is_the_author(self) -> None:
        taken = make_taken_review()
        row = verdict_row(taken, author=make_user("reviewer"))
        refused(row.save, "has saved no draft")

    def test_a_verdict_needs_evidence_at_commit(self) -> None:
        draft = make_draft()
        refused(verdict_row(draft.review, author=draft.author).save, "needs evidence")

    def test_a_verdict_is_submitted_only_while_the_review_is_being_checked(self) -> None:
        first = make_submitted_verdict()
        refused(verdict_row(first.review, author=first.author, number=2).save, "while it is being checked")

    def test_verdicts_are_numbered_without_a_gap(self) -> None:
        draft = make_draft()
        refused(verdict_row(draft.review, author=draft.author, number=2).save, "not the number of its next verdict")

    def test_nothing_is_added_to_a_submitted_verdict(self) -> None:
        verdict = make_submitted_verdict()
        evidence = verdict.evidence.first()
        assert evidence is not None
        evidence.pk, evidence.position = None, 9
        refused(lambda: Evidence.objects.bulk_create([evidence]), "nothing is added to it")
        finding = Finding(verdict=verdict, claim=make_review().claim, value="said")
        refused(finding.save, "nothing is added to it")
        sql = "INSERT INTO reviews_evidenceorigin (evidence_id, source_id) SELECT id, source_id FROM reviews_evidence"
        refused(lambda: execute(sql), "nothing is added to it")

    def test_a_scale_in_use_gets_no_further_rating(self) -> None:
        scale = make_submitted_verdict().rating.scale
        row = Rating(scale=scale, code="new", label="New", definition="x", criteria="x", position=99)
        refused(row.save, "is in use")


@pytest.mark.django_db
def test_a_draft_descends_only_from_one_of_the_same_review() -> None:
    foreign = make_draft()
    row = Draft(review=make_review(), author=make_user("reviewer"), descends_from=foreign)
    refused(row.save, "of another review")


@pytest.mark.django_db
def test_the_applications_role_does_not_switch_triggers_off() -> None:
    verdict = make_submitted_verdict()
    row = publication_row(verdict, approver=verdict.author)
    with pgtrigger.ignore("reviews.Publication:four_eyes"):
        refused(row.save, "saved a draft")
    refused(lambda: execute("ALTER TABLE reviews_publication DISABLE TRIGGER USER"), "must be owner")
    refused(lambda: execute("SET session_replication_role = replica"), "permission denied")


def test_a_draft_being_saved_elsewhere_bars_its_author_too(committing_db: PrivateDatabase) -> None:
    """The insert of the publication waits for the open transaction with the draft, then sees it."""
    verdict = make_submitted_verdict()
    approver = make_user("editor")
    with committing_db.connect() as other:
        other.execute(
            "INSERT INTO reviews_draft (review_id, author_id, body, version, created_at, updated_at)"
            " VALUES (%s, %s, '{}', 1, now(), now())",
            [verdict.review_id, approver.pk],
        )
        watcher = committing_db.connect()

        def commit_when_the_other_waits() -> None:
            waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
            for _ in range(200):
                watcher.rollback()
                if watcher.execute(waiting).fetchone():
                    break
                watcher.execute("SELECT pg_sleep(0.02)")
            other.commit()

        answers = at_once([lambda: approve(verdict, approver), commit_when_the_other_waits])
        watcher.close()
    assert "saved a draft" in str(answers[0]).lower()
    assert not Publication.objects.exists()


def verdict_row(review: Review, **values: object) -> Verdict:
    defaults: dict[str, object] = {
        "review": review,
        "number": 1,
        "rating": rating("true"),
        "headline": "By hand",
        "summary": "x",
        "explanation": "x",
    }
    return Verdict(**(defaults | values))
