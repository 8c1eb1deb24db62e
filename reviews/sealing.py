"""Which verdicts a person may see: while a blind second verdict is awaited, each side sees its own only.

The one rule of blindness. Every page, list, log and answer about verdicts that are not published asks here; superusers
are held by it like everybody.
"""

from collections.abc import Callable

from django.contrib.auth.models import User
from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from reviews.enums import EventKind, Stage
from reviews.models import (
    Comment,
    Contact,
    Draft,
    Event,
    Evidence,
    Finding,
    Review,
    SecondDraft,
    SecondOpinion,
    SecondVerdict,
    Verdict,
)

_SAY_NOTHING = {
    EventKind.TAKEN_IN, EventKind.TAKEN, EventKind.RENEWED, EventKind.RELEASED, EventKind.ASSIGNED,
    EventKind.DRAFT_STARTED, EventKind.PRIORITISED, EventKind.DUE_CHANGED, EventKind.REOPENED, EventKind.HELD,
    EventKind.HOLD_LIFTED, EventKind.SECOND_ASKED, EventKind.SECOND_TAKEN, EventKind.SECOND_RELEASED,
}  # fmt: skip
"""Events whose payload tells nothing about a verdict; a new kind is hidden until somebody has thought about it."""


def sealed_rounds() -> QuerySet[SecondOpinion]:
    """Second verdicts that were asked for and are not opened; a closed review awaits nothing."""
    return SecondOpinion.objects.filter(opened_at=None, called_off_at=None).exclude(review__stage=Stage.CLOSED)


def sealed_round(review: Review) -> SecondOpinion | None:
    """The one that the review awaits. One query."""
    return sealed_rounds().filter(review=review).select_related("reviewer", "asked_by").first()


def visible_verdicts(user: User) -> QuerySet[Verdict]:
    """All but the sealed ones, which only those see who saved a draft of the review: their side."""
    sealed = Exists(sealed_rounds().filter(review=OuterRef("review"), after__lt=OuterRef("number")))
    own_side = Exists(Draft.objects.filter(review=OuterRef("review"), author=user))
    return Verdict.objects.filter(~sealed | own_side)


def visible_findings(user: User) -> QuerySet[Finding]:
    return Finding.objects.filter(verdict__in=visible_verdicts(user).values("pk"))


def visible_evidence(user: User) -> QuerySet[Evidence]:
    return Evidence.objects.filter(verdict__in=visible_verdicts(user).values("pk"))


def visible_comments(user: User) -> QuerySet[Comment]:
    return Comment.objects.filter(verdict__in=visible_verdicts(user).values("pk"))


def visible_contacts(user: User) -> QuerySet[Contact]:
    """What was asked of people, and what they answered, speaks of the verdict that is to come."""
    sealed = Exists(sealed_rounds().filter(review=OuterRef("review")))
    own_side = Exists(Draft.objects.filter(review=OuterRef("review"), author=user))
    return Contact.objects.filter(~sealed | own_side | Q(made_by=user))


def visible_second_verdicts(user: User) -> QuerySet[SecondVerdict]:
    """Those that were opened, and one's own."""
    sealed = Exists(sealed_rounds().filter(pk=OuterRef("opinion")))
    return SecondVerdict.objects.filter(~sealed | Q(author=user))


def may_see_verdict(user: User, verdict: Verdict | SecondVerdict) -> bool:
    if isinstance(verdict, SecondVerdict):
        return visible_second_verdicts(user).filter(pk=verdict.pk).exists()
    return visible_verdicts(user).filter(pk=verdict.pk).exists()


def awaits_second(review: Review) -> bool:
    return sealed_rounds().filter(review=review).exists()


def gave_second(user: User, review: Review) -> bool:
    """Whether they took the second verdict of this review at any time: that bars them from the first and approval."""
    return SecondDraft.objects.filter(opinion__review=review, author=user).exists()


def payload_reader(user: User, review: Review) -> Callable[[Event], bool]:
    """Tells of each event of the review whether the user may read what it says. Four queries at most.

    While a round is sealed, whatever could speak about a verdict since the last approval is for its own side alone.
    """
    if not awaits_second(review):
        return lambda event: True
    approved = review.events.filter(kind=EventKind.APPROVED).aggregate(last=Max("sequence"))["last"] or 0
    on_first_side = Draft.objects.filter(review=review, author=user).exists()

    def may_read(event: Event) -> bool:
        if event.sequence <= approved or event.kind in _SAY_NOTHING or event.actor_id == user.pk:
            return True
        return on_first_side and event.kind != EventKind.SECOND_SUBMITTED

    return may_read
