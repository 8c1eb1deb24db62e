"""What entry points ask about reviews and publications. No list runs a query for each of its rows."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import Now
from django.utils.text import Truncator
from django.utils.timezone import localtime, now

from reviews.enums import CorrectionKind, NothingReason, Stage
from reviews.errors import NothingToTake
from reviews.models import Correction, Draft, Event, Hold, Publication, Review, Verdict
from reviews.queueing import ANY, FREE_NOW, JOINS, MINE, NOBODYS, NOT_SKIPPED, OPEN, QueueFilter
from reviews.workflow import OPEN_STAGES

_SHOWN_WITH = ("claim__article__source", "claim__speaker", "assignee", "lease_holder")


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """`waiting`: free for this reviewer now; `held`: in other people's hands; `mine`; `submitted`: await approval."""

    waiting: int
    held: int
    mine: int
    submitted: int


def my_work(user: User) -> QuerySet[Review]:
    """Open reviews assigned or leased to the user: what they edit now, then by urgency and age; what waits is last."""
    mine = Q(assignee=user) | Q(lease_holder=user, lease_until__gt=Now())
    reviews = Review.objects.filter(mine, stage__in=OPEN_STAGES).select_related(*_SHOWN_WITH)
    edited, waits = F("lease_until").desc(nulls_last=True), F("wait_until").asc(nulls_first=True)
    return reviews.order_by(edited, waits, "-priority", "-score", "created_at", "id")


def queue_counts(user: User) -> QueueCounts:
    """One query."""
    # IS TRUE: without an assignee or a lease the comparison is unknown, and NOT of that is unknown too.
    own = "(r.assignee_id = %(me)s OR r.lease_holder_id = %(me)s AND r.lease_until > statement_timestamp()) IS TRUE"
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT count(*) FILTER (WHERE {FREE_NOW} AND {NOBODYS} AND {NOT_SKIPPED}),
                       count(*) FILTER (WHERE {OPEN} AND NOT ({own}) AND NOT ({FREE_NOW} AND {NOBODYS})),
                       count(*) FILTER (WHERE {OPEN} AND {own}),
                       count(*) FILTER (WHERE r.stage = 'submitted')
                  FROM {JOINS}""",  # noqa: S608 constants of reviews.queueing
            {"me": user.pk},
        )
        return QueueCounts(*cursor.fetchone())


def queue_list(user: User, filters: QueueFilter | None = None) -> QuerySet[Review]:
    """Every open review in the order of the queue, with who has it; the caller pages it."""
    chosen = filters or ANY
    wanted = {
        "claim__topics": chosen.topic,
        "claim__kind": chosen.kind,
        "claim__article__source": chosen.source,
        "claim__language": chosen.language,
        "claim__article": chosen.article,
    }
    reviews = Review.objects.filter(stage__in=OPEN_STAGES, **{name: value for name, value in wanted.items() if value})
    return reviews.select_related(*_SHOWN_WITH).order_by("-priority", "-score", "created_at", "id")


def approval_list(user: User) -> QuerySet[Review]:
    """Reviews that await an approval which this user may give: no hand in them, oldest submission first."""
    touched = Draft.objects.filter(author=user).values("review")
    reviews = Review.objects.filter(stage=Stage.SUBMITTED).exclude(pk__in=touched).exclude(last_author=user)
    return reviews.select_related(*_SHOWN_WITH, "last_author").order_by("-priority", "stage_changed_at", "id")


def latest_verdict(review: Review) -> Verdict | None:
    return review.verdicts.select_related("rating", "author", "review__claim").order_by("-number").first()


def review_detail(review_id: int) -> Review:
    """One review with what its page shows. Raises Review.DoesNotExist. Four queries, however long its history."""
    events = Event.objects.select_related("actor", "payload").order_by("sequence")
    verdicts = Verdict.objects.select_related("rating", "author").order_by("-number")
    reviews = Review.objects.select_related(*_SHOWN_WITH, "last_author", "claim__via")
    return reviews.prefetch_related(Prefetch("events", events), Prefetch("verdicts", verdicts)).get(pk=review_id)


def published(*, include_suspended: bool = False) -> QuerySet[Publication]:
    """What the public sees now. A suspended publication has a page and no rating, so lists and feeds leave it out."""
    begun = Q(valid_from__lte=Now())
    not_ended = Q(valid_until=None) | Q(valid_until__gt=Now())
    publications = Publication.objects.filter(begun & not_ended).exclude(Exists(_held_before_it_began()))
    return publications if include_suspended else publications.filter(suspended_at=None)


def _held_before_it_began() -> QuerySet[Hold]:
    """Holds in force that were placed between an approval and the time set for it: they stop the publication too."""
    on_it = Q(review=OuterRef("review")) | Q(article=OuterRef("claim__article"))
    in_force = Q(lifted_at=None) & (Q(until=None) | Q(until__gt=Now()))
    return Hold.objects.filter(on_it & in_force, placed_at__lt=OuterRef("valid_from"))


def publication_on(claim_id: int, moment: datetime) -> Publication | None:
    """What the page of a claim said at that moment, retracted later or not; None where there was no page."""
    then = Q(valid_from__lte=moment) & (Q(valid_until=None) | Q(valid_until__gt=moment))
    return Publication.objects.filter(then, claim=claim_id).order_by("-valid_from").first()


def page_of_claim(claim_id: int) -> Publication | None:
    """The publication behind a claim's address now: the current one, suspended or not, else the one last retracted."""
    current = published(include_suspended=True).filter(claim=claim_id).first()
    if current is not None:
        return current
    retracted = Correction.objects.filter(kind=CorrectionKind.RETRACTION).values("publication")
    gone = Publication.objects.filter(claim=claim_id, pk__in=retracted, valid_from__lt=F("valid_until"))
    return gone.order_by("-valid_until").first()


def why_nothing_to_take(user: User, filters: QueueFilter) -> NothingToTake:
    """The refusal that says which it is: nothing waits, all is held (by whom, until when), filtered out, or skipped."""
    conditions, params = filters.as_sql()
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT count(*), count(*) FILTER (WHERE {FREE_NOW} AND ({MINE} OR {NOBODYS} AND {NOT_SKIPPED})),
                       count(*) FILTER (WHERE {FREE_NOW} AND {NOBODYS} AND NOT {NOT_SKIPPED} {conditions})
                  FROM {JOINS} WHERE {OPEN}""",  # noqa: S608 constants of reviews.queueing
            params | {"me": user.pk},
        )
        everything, free, skipped = cursor.fetchone()
    if not everything:
        return NothingToTake("No claim is waiting: everything is checked.", reason=NothingReason.EMPTY)
    if free and filters != ANY:
        says = f"Your filters leave nothing to take; without them there {_are(free)}."
        return NothingToTake(says, reason=NothingReason.FILTERED)
    if skipped:
        says = f"You have skipped what is free ({skipped}): open one from the list to take it after all."
        return NothingToTake(says, reason=NothingReason.SKIPPED)
    return NothingToTake(_held_by(user), reason=NothingReason.HELD)


def _are(count: int) -> str:
    return "is 1 free claim" if count == 1 else f"are {count} free claims"


def _held_by(user: User) -> str:
    """Who has the claims and until when, the soonest end first; at most five are named."""
    held = Review.objects.filter(stage__in=OPEN_STAGES).select_related("assignee", "lease_holder", "claim")
    soonest = held.order_by(F("lease_until").asc(nulls_last=True), F("wait_until").asc(nulls_last=True), "id")[:5]
    parts = [_holder(review, user) for review in soonest]
    return f"All {held.count()} open claims are in somebody's hands: " + "; ".join(parts) + "."


def _holder(review: Review, user: User) -> str:
    person = review.lease_holder or review.assignee
    name = "you" if person == user else str(person) if person else "somebody"
    claim = f"“{Truncator(str(review.claim)).words(8)}”"
    if review.lease_until and review.lease_until > now():
        return f"{name}: {claim}, until {localtime(review.lease_until):%H:%M}"
    if review.wait_until:
        return f"{name}: {claim}, waiting for {review.wait_for} until {localtime(review.wait_until):%d %B %H:%M}"
    return f"{name}: {claim}, assigned"
