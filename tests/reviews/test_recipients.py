"""`recipients` is `permissions` the other way round: for everybody in the newsroom both say the same."""

import pytest
from django.contrib.auth.models import User
from django.utils.timezone import localdate

from reviews.enums import ContactWay
from reviews.models import Publication, Review, Verdict
from reviews.permissions import Action, may
from reviews.recipients import people_with, who_may_approve, who_may_confirm, who_may_decide_dispute, who_may_lift
from reviews.services.assignment import assign_review
from reviews.services.contacts import record_contact
from reviews.services.interests import declare_interest
from reviews.services.publishing import suspend_publication
from tests.claims.factories import make_user
from tests.reviews.factories import approve, make_draft, make_review, make_second, make_submitted_verdict

pytestmark = pytest.mark.django_db


def everybody_who(action: Action, subject: Review | Verdict | Publication) -> set[int]:
    """Asked person by person."""
    return {person.pk for person in User.objects.filter(is_active=True) if may(person, action, subject)}


@pytest.fixture
def verdict() -> Verdict:
    """One whose review has seen people of every kind, all of them superusers or editors too."""
    for role in ("editor", "administrator", "reviewer", None):
        make_user(role)
    make_user("editor", is_active=False)
    review, early = make_review(), make_user("superuser")
    draft = make_draft(review, early)
    record_contact(review=review, by=early, whom="Ada", way=ContactWay.MAIL, asked_on=localdate())
    author = make_user("superuser")
    assign_review(review=draft.review, to=author, by=make_user("editor"))
    make_second(review, make_user("superuser"))
    source = review.claim.article.source
    assert source is not None
    declare_interest(person=make_user("superuser"), about=source, note="My sister owns it.")
    return make_submitted_verdict(review, author)


def test_who_may_approve(verdict: Verdict) -> None:
    found = who_may_approve(verdict.review)
    assert found == everybody_who(Action.APPROVE, verdict)
    assert 0 < len(found) < len(people_with("reviews.approve_verdict"))


def test_who_may_confirm_lift_and_decide(verdict: Verdict) -> None:
    publication = approve(verdict)
    publication = suspend_publication(publication=publication, by=make_user("editor"), reason="New figures.")
    assert who_may_confirm(publication.review) == everybody_who(Action.CONFIRM_STILL_RIGHT, publication)
    assert who_may_lift(publication) == everybody_who(Action.LIFT, publication)
    assert who_may_decide_dispute(publication) == everybody_who(Action.DECIDE_DISPUTE, publication)
    assert who_may_lift(publication) != who_may_decide_dispute(publication)


def test_people_with_any_of_the_rights() -> None:
    editor, reviewer, superuser = make_user("editor"), make_user("reviewer"), make_user("superuser")
    make_user("administrator")
    assert set(people_with("reviews.take_review", "reviews.approve_verdict")) == {editor, reviewer, superuser}
    assert set(people_with()) == set()
