"""Disputes over real connections."""

from functools import partial

from claims.models import Request
from claims.services.requests import receive_request
from reviews.enums import DisputeOutcome, DisputeSender, EventKind
from reviews.log_check import faulty_rows
from reviews.models import Dispute, DisputeDecision, ReaderWrite, ThrottleSalt
from reviews.services.disputes import consider_dispute, decide_dispute, receive_dispute
from reviews.services.throttle import LIMITS, count_write
from tests.claims.factories import make_user
from tests.fixtures.databases import PrivateDatabase
from tests.reviews.factories import make_publication
from tests.reviews.services.test_disputes import make_dispute
from tests.reviews.threads import at_once


def test_of_two_editors_one_decides(committing_db: PrivateDatabase) -> None:
    dispute = make_dispute()
    people = [make_user("editor") for _ in range(2)]
    outcomes = [DisputeOutcome.UPHELD, DisputeOutcome.REJECTED]
    answers = at_once(
        [
            partial(decide_dispute, dispute=dispute, by=person, outcome=outcome, answer="So it is.")
            for person, outcome in zip(people, outcomes, strict=True)
        ]
    )
    assert sorted(type(answer).__name__ for answer in answers) == ["DisputeDecision", "TransitionRefused"]
    assert DisputeDecision.objects.count() == 1
    assert dispute.publication.review.events.filter(kind=EventKind.DISPUTE_DECIDED).count() == 1
    assert not list(faulty_rows({}))


def test_of_two_editors_one_considers(committing_db: PrivateDatabase) -> None:
    dispute = make_dispute()
    answers = at_once([partial(consider_dispute, dispute=dispute, by=make_user("editor")) for _ in range(2)])
    assert sorted(type(answer).__name__ for answer in answers) == ["Dispute", "TransitionRefused"]


def test_one_text_sent_many_times_at_once_is_kept_once(committing_db: PrivateDatabase) -> None:
    publication = make_publication()
    dispute = partial(
        receive_dispute, publication=publication, sender=DisputeSender.READER, objection="It is wrong.", grounds="See."
    )
    assert len({str(answer.token) for answer in at_once([dispute] * 6) if isinstance(answer, Dispute)}) == 1
    assert Dispute.objects.count() == 1
    asked = at_once([partial(receive_request, statement="The harbour is closed.")] * 6)
    assert len({str(answer.token) for answer in asked if isinstance(answer, Request)}) == 1
    assert Request.objects.count() == 1
    assert not list(faulty_rows({}))


def test_the_throttle_lets_exactly_its_number_through_over_real_connections(committing_db: PrivateDatabase) -> None:
    answers = at_once([partial(count_write, network="198.51.100.7")] * 16)
    refused = [answer for answer in answers if answer is not None]
    assert {type(answer).__name__ for answer in refused} == {"TooManyAtOnce"}
    assert len(answers) - len(refused) == LIMITS[0].most == ReaderWrite.objects.count()
    assert ThrottleSalt.objects.count() == 1
    assert not ReaderWrite.objects.filter(network__contains="198").exists()
