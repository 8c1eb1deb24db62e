"""Disputes against raw SQL, bulk writes and the shell."""

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from reviews.enums import DisputeOutcome, DisputeState
from reviews.models import Dispute, DisputeDecision, Publication
from reviews.services.disputes import consider_dispute, decide_dispute
from tests.claims.factories import make_user
from tests.reviews.database.test_four_eyes import execute, refused
from tests.reviews.factories import make_publication
from tests.reviews.services.test_disputes import make_dispute

pytestmark = pytest.mark.django_db


def decision_row(dispute: Dispute, by: User, **values: object) -> DisputeDecision:
    """As somebody would write it by hand, past every service."""
    publication = dispute.publication
    defaults: dict[str, object] = {
        "dispute": dispute,
        "publication": publication,
        "author_id": publication.author_id,
        "approver_id": publication.approver_id,
        "decided_by": by,
        "outcome": DisputeOutcome.REJECTED,
        "answer": "No.",
    }
    return DisputeDecision(**(defaults | values))


@pytest.mark.parametrize("who", ["author", "approver"])
def test_neither_author_nor_approver_is_put_down_as_who_decided(who: str) -> None:
    dispute = make_dispute()
    person = getattr(dispute.publication, who)
    row = decision_row(dispute, person)
    refused(lambda: DisputeDecision.objects.bulk_create([row]), "had a hand in the page|neither_author_nor_approver")


@pytest.mark.parametrize("who", ["author", "approver"])
def test_naming_other_people_as_author_and_approver_does_not_help(who: str) -> None:
    dispute = make_dispute()
    person, stranger = getattr(dispute.publication, who), make_user("editor")
    row = decision_row(dispute, person, **{f"{who}_id": stranger.pk})
    refused(row.save, "had a hand in the page")
    row = decision_row(dispute, make_user("editor"), **{f"{who}_id": stranger.pk})
    refused(row.save, "names_author_and_approver")


def test_the_constraint_alone_holds_where_the_trigger_is_gone() -> None:
    """Each line of defence by itself: the check and the composite key are the database's, not the trigger's."""
    names = "SELECT conname FROM pg_constraint WHERE conrelid = 'reviews_disputedecision'::regclass"
    dispute = make_dispute()
    rows = DisputeDecision.objects.raw(f"SELECT 1 AS id, conname AS answer FROM ({names}) c")
    assert {
        "dispute_is_decided_by_neither_author_nor_approver",
        "dispute_decision_names_author_and_approver",
        "dispute_decision_is_about_its_publication",
    } <= {row.answer for row in rows}
    checks = DisputeDecision._meta.constraints
    broken = decision_row(dispute, dispute.publication.approver)
    [rule] = [item for item in checks if item.name == "dispute_is_decided_by_neither_author_nor_approver"]
    with pytest.raises(Exception, match="neither_author_nor_approver"):
        rule.validate(DisputeDecision, broken)


def test_who_saved_a_draft_of_the_review_does_not_decide() -> None:
    dispute, person = make_dispute(), make_user("editor")
    dispute.publication.review.drafts.create(author=person, body={})
    refused(decision_row(dispute, person).save, "had a hand in the page")


def test_a_decision_about_another_page_is_refused() -> None:
    dispute, other = make_dispute(), make_publication()
    row = decision_row(
        dispute, make_user("editor"), publication=other, author_id=other.author_id, approver_id=other.approver_id
    )
    refused(row.save, "is_about_its_publication")


def test_a_decision_that_state_or_log_do_not_know_is_not_committed() -> None:
    dispute = make_dispute()
    refused(decision_row(dispute, make_user("editor")).save, "does not know this decision")

    def both_without_the_log() -> None:
        decision_row(dispute, make_user("editor")).save()
        Dispute.objects.update(state=DisputeState.DECIDED)

    refused(both_without_the_log, "does not know this decision")


def test_a_dispute_that_the_log_does_not_know_is_not_committed() -> None:
    row = Dispute(publication=make_publication(), sender="reader", objection="x", grounds="y")
    refused(row.save, "the decision log does not know it")


def test_decided_needs_a_decision_and_there_is_no_way_back() -> None:
    dispute = make_dispute()
    refused(lambda: Dispute.objects.update(state="decided"), "needs a decision with an answer")
    considered = consider_dispute(dispute=dispute, by=make_user("editor"))
    refused(
        lambda: Dispute.objects.update(state="received", considered_by=None, considered_at=None), "Invalid transition"
    )
    decide_dispute(dispute=considered, by=make_user("editor"), outcome=DisputeOutcome.REJECTED, answer="No.")
    refused(lambda: Dispute.objects.update(state="considered"), "Invalid transition")


CHANGES = [
    ("reviews_dispute", "objection = 'Nothing is wrong.'", "Cannot update rows"),
    ("reviews_dispute", "publication_id = publication_id + 1", "Cannot update rows"),
    ("reviews_dispute", "token = gen_random_uuid()", "Cannot update rows"),
    ("reviews_dispute", "digest = ''", "Cannot update rows"),
    ("reviews_dispute", "mail = 'other@reader.example'", "only removed"),
    ("reviews_dispute", "forgotten_at = now()", "forgotten_has_no_mail"),
    ("reviews_disputedecision", "answer = 'Yes.'", "Cannot update rows"),
    ("reviews_disputedecision", "outcome = 'upheld'", "Cannot update rows"),
    ("reviews_disputedecision", "decided_by_id = author_id", "Cannot update rows"),
]


@pytest.mark.parametrize(("table", "change", "says"), CHANGES)
def test_what_was_sent_and_answered_is_not_rewritten(table: str, change: str, says: str) -> None:
    dispute = make_dispute(mail="ann@reader.example")
    decide_dispute(dispute=dispute, by=make_user("editor"), outcome=DisputeOutcome.REJECTED, answer="No.")
    refused(lambda: execute(f"UPDATE {table} SET {change}"), says)


@pytest.mark.parametrize("table", ["reviews_dispute", "reviews_disputedecision"])
def test_rows_are_never_removed(table: str) -> None:
    dispute = make_dispute()
    decide_dispute(dispute=dispute, by=make_user("editor"), outcome=DisputeOutcome.REJECTED, answer="No.")
    refused(lambda: execute(f"DELETE FROM {table}"), "Cannot delete rows")
    refused(lambda: execute(f"TRUNCATE {table} CASCADE"), "permission denied|never removed")


def test_a_mail_address_goes_and_says_when() -> None:
    make_dispute(mail="ann@reader.example")
    Dispute.objects.update(mail="", forgotten_at=timezone.now())
    assert not Dispute.objects.exclude(mail="").exists()
    assert Publication.objects.count() == 1
