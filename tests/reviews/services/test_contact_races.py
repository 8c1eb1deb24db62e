"""Two people at once on the contacts and the protected sources of one review."""

from functools import partial

from django.utils.timezone import localdate

from reviews.enums import ContactWay
from reviews.models import ProtectedSource
from reviews.services.contacts import record_answer, record_contact
from reviews.services.identities import protect_source
from tests.claims.factories import make_user
from tests.fixtures.databases import PrivateDatabase
from tests.reviews.factories import make_taken_review
from tests.reviews.threads import at_once


def test_two_answers_at_once_are_one_answer(committing_db: PrivateDatabase) -> None:
    reviewer = make_user("reviewer")
    review = make_taken_review(reviewer)
    contact = record_contact(review=review, by=reviewer, whom="The mayor", way=ContactWay.PHONE, asked_on=localdate())
    say = [
        partial(record_answer, contact=contact, by=reviewer, answered_on=localdate(), answer=words)
        for words in ("Yes.", "No.")
    ]
    assert sorted(type(answer).__name__ for answer in at_once(say)) == ["Contact", "ContactRefused"]


def test_two_sources_protected_at_once_have_two_letters(committing_db: PrivateDatabase) -> None:
    reviewer = make_user("reviewer")
    review = make_taken_review(reviewer)
    told = {"description": "A clerk", "because": "Their job."}
    record = [partial(protect_source, review=review, by=reviewer, name=name, **told) for name in ("Erna", "Otto")]
    letters = [protected.letter for protected in at_once(record) if isinstance(protected, ProtectedSource)]
    assert sorted(letters) == ["A", "B"]
