"""From an event of the log to who is told of it. `record_event` calls this, so both are in one transaction."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from reviews.enums import EventKind, NotificationKind, SkipScope, Stage
from reviews.models import Comment, Event, Publication, Review, SecondOpinion, Verdict, Withholding
from reviews.permissions import Action
from reviews.recipients import who_has, who_may_approve, who_may_decide_dispute, who_may_lift
from reviews.sealing import awaits_second
from reviews.services.notifying import notify
from reviews.services.settling import settle


@dataclass(frozen=True, slots=True)
class Told:
    """One group of people who are told of an event, by their ids; None among them is nobody."""

    kind: NotificationKind
    people: Iterable[int | None]
    publication: int | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """An event with its payload's data. `held_by`: whose work the review was just before."""

    event: Event
    review: Review
    data: dict[str, Any]
    held_by: int | None

    def now(self) -> Review:
        """The review as it stands: the event's instance may be half loaded."""
        return Review.objects.get(pk=self.review.pk)


Rule = Callable[[Happening], Iterable[Told]]


def tell(happening: Happening) -> None:
    """Settle what the event settles, then tell whom it concerns. Most events do neither and cost nothing."""
    kind = EventKind(happening.event.kind)
    settle(kind, happening.review.pk)
    for told in RULES[kind](happening) if kind in RULES else ():
        notify(told.people, told.kind, happening.review, event=happening.event, publication=told.publication)


def _assigned(it: Happening) -> Iterable[Told]:
    yield Told(NotificationKind.ASSIGNED, [it.data["assignee"]])
    yield from _taken_away(it)


def _reopened(it: Happening) -> Iterable[Told]:
    yield Told(NotificationKind.ASSIGNED, [it.now().assignee_id])


def _taken_away(it: Happening) -> Iterable[Told]:
    if it.held_by != it.now().assignee_id:
        yield Told(NotificationKind.TAKEN_AWAY, [it.held_by])


def _merged(it: Happening) -> Iterable[Told]:
    """Two reviews log it; the one that goes tells its people, the one that stays goes on as before."""
    if "into" in it.data:
        yield from _taken_away(it)
        yield from _stopped(it, it.data["ended"])


def _submitted(it: Happening) -> Iterable[Told]:
    """While a second verdict is awaited nobody can approve; who may is told when both are open."""
    if not awaits_second(it.review):
        yield Told(NotificationKind.FOR_APPROVAL, who_may_approve(it.review))


def _changes_requested(it: Happening) -> Iterable[Told]:
    yield Told(NotificationKind.CHANGES_REQUESTED, [_author(it.data["verdict"])])


def _approved(it: Happening) -> Iterable[Told]:
    yield Told(NotificationKind.APPROVED, [_author(it.data["verdict"])], it.data["publication"])


def _commented(it: Happening) -> Iterable[Told]:
    yield Told(NotificationKind.COMMENT, [_author(it.data["verdict"])])


def _comment_answered(it: Happening) -> Iterable[Told]:
    yield Told(NotificationKind.COMMENT, [Comment.objects.get(pk=it.data["comment"]).made_by_id])


def _second(it: Happening) -> Iterable[Told]:
    """`reviewer` is who gives it now, or gave it until now."""
    yield Told(NotificationKind.SECOND, [it.data["reviewer"]])


def _second_opened(it: Happening) -> Iterable[Told]:
    opinion = SecondOpinion.objects.select_related("first", "verdict").get(pk=it.data["opinion"])
    first = opinion.first.author_id if opinion.first else None
    yield Told(NotificationKind.SECOND, [first, opinion.verdict.author_id])
    yield Told(NotificationKind.FOR_APPROVAL, who_may_approve(it.review))


def _second_called_off(it: Happening) -> Iterable[Told]:
    yield Told(NotificationKind.SECOND, [SecondOpinion.objects.get(pk=it.data["opinion"]).reviewer_id])
    if it.now().stage == Stage.SUBMITTED:
        yield Told(NotificationKind.FOR_APPROVAL, who_may_approve(it.review))


def _skipped(it: Happening) -> Iterable[Told]:
    if it.data["scope"] == SkipScope.ALL:
        yield Told(NotificationKind.SKIPPED, who_has(Action.ASSIGN))


def _disputed(it: Happening) -> Iterable[Told]:
    publication = Publication.objects.select_related("review").get(pk=it.data["publication"])
    yield Told(NotificationKind.DISPUTE, who_may_decide_dispute(publication), publication.pk)


def _suspended(it: Happening) -> Iterable[Told]:
    publication = Publication.objects.select_related("review").get(pk=it.data["publication"])
    yield Told(NotificationKind.STOPPED, who_may_lift(publication) | _hands_in(publication), publication.pk)


def _page_changed(it: Happening) -> Iterable[Told]:
    yield from _stopped(it, it.data["publication"])


def _held(it: Happening) -> Iterable[Told]:
    """Whoever is at work on it, and the people of its page."""
    review = it.now()
    page = review.publications.filter(valid_until=None).first()
    hands = _hands_in(page) if page else set()
    yield Told(NotificationKind.STOPPED, hands | {review.assignee_id}, page.pk if page else None)


def _withholding_asked(it: Happening) -> Iterable[Told]:
    """Whoever wrote the verdict does not confirm it."""
    author = _author(it.data["verdict"]) if it.data["verdict"] else None
    yield Told(NotificationKind.WITHHOLDING, who_has(Action.WITHHOLD) - {author})


def _withholding_decided(it: Happening) -> Iterable[Told]:
    yield Told(NotificationKind.WITHHOLDING, [Withholding.objects.get(pk=it.data["withholding"]).asked_by_id])


def _stopped(it: Happening, publication: int | None) -> Iterable[Told]:
    if publication is not None:
        page = Publication.objects.get(pk=publication)
        yield Told(NotificationKind.STOPPED, _hands_in(page), page.pk)


def _hands_in(publication: Publication) -> set[int | None]:
    return {publication.author_id, publication.approver_id}


def _author(verdict: int) -> int:
    return Verdict.objects.values_list("author", flat=True).get(pk=verdict)


RULES: Final[dict[EventKind, Rule]] = {
    EventKind.ASSIGNED: _assigned,
    EventKind.REOPENED: _reopened,
    EventKind.REOPENING_CANCELLED: _taken_away,
    EventKind.CLOSED: _taken_away,
    EventKind.MERGED: _merged,
    EventKind.SUBMITTED: _submitted,
    EventKind.CHANGES_REQUESTED: _changes_requested,
    EventKind.COMMENTED: _commented,
    EventKind.COMMENT_ANSWERED: _comment_answered,
    EventKind.APPROVED: _approved,
    EventKind.SECOND_TAKEN: _second,
    EventKind.SECOND_RELEASED: _second,
    EventKind.SECOND_OPENED: _second_opened,
    EventKind.SECOND_CALLED_OFF: _second_called_off,
    EventKind.SKIPPED: _skipped,
    EventKind.DISPUTE_RECEIVED: _disputed,
    EventKind.SUSPENDED: _suspended,
    EventKind.SUSPENSION_LIFTED: _page_changed,
    EventKind.RETRACTED: _page_changed,
    EventKind.HELD: _held,
    EventKind.HOLD_LIFTED: _held,
    EventKind.WITHHOLDING_ASKED: _withholding_asked,
    EventKind.WITHHELD: _withholding_decided,
    EventKind.WITHHOLDING_DECLINED: _withholding_decided,
}
