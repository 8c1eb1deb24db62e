"""Who is to be told: the rules of `reviews.permissions` the other way round, as sets of people.

`permissions.may` answers for one person; here one query finds everybody for whom it says yes. A test compares the two.
"""

from django.contrib.auth.models import User
from django.db.models import BooleanField, Q, QuerySet
from django.db.models.expressions import RawSQL

from reviews.conflicts import conflict_sql
from reviews.models import Contact, Draft, Publication, Review, SecondDraft
from reviews.permissions import RIGHTS, Action

_BACKEND = "django.contrib.auth.backends.ModelBackend"


def people_with(*rights: str) -> QuerySet[User]:
    """Active people who have at least one of the rights, superusers included."""
    found = User.objects.none()
    for right in rights:
        found = found | User.objects.with_perm(right, backend=_BACKEND)
    return found.distinct()


def who_may_approve(review: Review) -> set[int]:
    """No hand in it: no draft, no question asked in its name, no second verdict; no interest."""
    asked = Contact.objects.filter(review=review).values("made_by")
    second = SecondDraft.objects.filter(opinion__review=review).values("author")
    return _may(Action.APPROVE, review, _drafted(review), Q(pk__in=asked), Q(pk__in=second))


def who_may_confirm(review: Review) -> set[int]:
    """Whoever may say that a published verdict is still right."""
    return _may(Action.CONFIRM_STILL_RIGHT, review, _drafted(review))


def who_may_lift(publication: Publication) -> set[int]:
    own = [publication.suspended_by_id, publication.author_id]
    return _may(Action.LIFT, publication.review, Q(pk__in=[pk for pk in own if pk]))


def who_may_decide_dispute(publication: Publication) -> set[int]:
    approved = Publication.objects.filter(review=publication.review_id).values("approver")
    own = Q(pk=publication.author_id) | Q(pk__in=approved)
    return _may(Action.DECIDE_DISPUTE, publication.review, own, _drafted(publication.review))


def who_has(action: Action) -> set[int]:
    """Where the right alone decides."""
    return set(people_with(RIGHTS[action][0]).values_list("pk", flat=True))


def _may(action: Action, review: Review, *touched: Q) -> set[int]:
    """With the right, without an interest in the claim, and none of those who touched it. One query."""
    untouched = RawSQL(  # noqa: S611 the rule of reviews.conflicts
        f"NOT {conflict_sql('auth_user.id', '%s')}",
        [review.claim_id, review.claim_id],
        BooleanField(),
    )
    found = people_with(RIGHTS[action][0]).filter(untouched)
    for people in touched:
        found = found.exclude(people)
    return set(found.values_list("pk", flat=True))


def _drafted(review: Review) -> Q:
    return Q(pk__in=Draft.objects.filter(review=review).values("author"))
