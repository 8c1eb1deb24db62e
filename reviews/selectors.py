"""What entry points ask about reviews and publications. No list runs a query for each of its rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import connection
from django.db.models import BooleanField, Case, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Now

from reviews.conflicts import conflict_sql
from reviews.enums import CorrectionKind, EventKind, SkipScope, Stage
from reviews.models import (
    Contact,
    Correction,
    Draft,
    Event,
    Merge,
    MinorCorrection,
    ProposedSource,
    Publication,
    Review,
    SecondDraft,
    SecondOpinion,
    Skip,
    Verdict,
    Withholding,
)
from reviews.prepared import Prepared
from reviews.queueing import ANY, FOR_EDITORS, FREE_NOW, HELD_BACK, JOINS, NOBODYS, OFFERED, OPEN, QueueFilter
from reviews.sealing import sealed_rounds
from reviews.workflow import OPEN_STAGES

_SHOWN_WITH = ("claim__article__source", "claim__speaker", "assignee", "lease_holder")


@dataclass(frozen=True, slots=True)
class QueueCounts:
    """`waiting`: free for this reviewer now; `held`: in other people's hands; `mine`; `submitted`: await approval;
    `for_editors`: skipped for everybody."""

    waiting: int
    held: int
    mine: int
    submitted: int
    for_editors: int


def my_work(user: User) -> QuerySet[Review]:
    """Open reviews assigned or leased to the user: what they waited for and may go on with, what they edit now, then
    by urgency and age; what still waits is last."""
    turn = Case(When(wait_until__lte=Now(), then=0), When(wait_until__isnull=False, then=2), default=1)
    reviews = _mine(user).select_related(*_SHOWN_WITH).alias(turn=turn)
    edited = F("lease_until").desc(nulls_last=True)
    return reviews.order_by("turn", edited, "wait_until", "-priority", "-score", "created_at", "id")


def work_in_hand(user: User) -> QuerySet[Review]:
    """What counts against the limit on open work: all of `my_work` that does not wait for an answer."""
    in_hand = _mine(user).exclude(wait_until__gt=Now())
    return in_hand.select_related("claim").order_by("created_at", "id")


def _mine(user: User) -> QuerySet[Review]:
    mine = Q(assignee=user) | Q(lease_holder=user, lease_until__gt=Now())
    return Review.objects.filter(mine, stage__in=OPEN_STAGES)


def in_hand() -> QuerySet[Review]:
    """Open work that somebody has, for editors: what is due soonest first, then what has stood longest."""
    somebodys = Q(assignee__isnull=False) | Q(lease_until__gt=Now())
    work = Review.objects.filter(somebodys, stage__in=OPEN_STAGES).select_related("claim", "assignee", "lease_holder")
    return work.order_by(F("due_on").asc(nulls_last=True), "stage_changed_at", "id")


def queue_counts(user: User) -> QueueCounts:
    """One query."""
    # IS TRUE: without an assignee or a lease the comparison is unknown, and NOT of that is unknown too.
    own = "(r.assignee_id = %(me)s OR r.lease_holder_id = %(me)s AND r.lease_until > statement_timestamp()) IS TRUE"
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT count(*) FILTER (WHERE {FREE_NOW} AND {NOBODYS} AND {OFFERED}),
                       count(*) FILTER (WHERE {OPEN} AND NOT ({own}) AND NOT ({FREE_NOW} AND {NOBODYS})
                                          AND NOT {FOR_EDITORS}),
                       count(*) FILTER (WHERE {OPEN} AND {own}),
                       count(*) FILTER (WHERE r.stage = 'submitted'),
                       count(*) FILTER (WHERE {OPEN} AND {FOR_EDITORS})
                  FROM {JOINS}""",  # noqa: S608 constants of reviews.queueing
            {"me": user.pk},
        )
        return QueueCounts(*cursor.fetchone())


def queue_list(user: User, filters: QueueFilter | None = None, *, soonest_due: bool = False) -> QuerySet[Review]:
    """Every open review in the order of the queue, with who has it; the caller pages it. What was skipped for
    everybody is no part of the queue. `soonest_due` puts due dates before that order.

    Each says why `next` would not offer it to the user: `clear_of_interests` is false, `second_is_theirs`, `passed_on`.
    """
    chosen = filters or ANY
    wanted = {
        "claim__topics": chosen.topic,
        "claim__kind": chosen.kind,
        "claim__article__source": chosen.source,
        "claim__language": chosen.language,
        "claim__article": chosen.article,
        "due_on__lte": chosen.due_by,
    }
    reviews = Review.objects.filter(stage__in=OPEN_STAGES, **{name: value for name, value in wanted.items() if value})
    order = (F("due_on").asc(nulls_last=True),) if soonest_due else ()
    in_queue = reviews.filter(skipped_for_all_at=None).select_related(*_SHOWN_WITH)
    in_queue = in_queue.annotate(
        clear_of_interests=untouched_by(user),
        second_is_theirs=Exists(SecondDraft.objects.filter(author=user, opinion__review=OuterRef("pk"))),
        passed_on=Exists(Skip.objects.filter(reviewer=user, review=OuterRef("pk"))),
    )
    return in_queue.order_by(*order, "-priority", "-score", "created_at", "id")


def siblings_left(review: Review, user: User) -> int:
    """How many claims of the review's article are free for the user still."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT count(*) FROM {JOINS}
                 WHERE {FREE_NOW} AND {NOBODYS} AND {OFFERED} AND NOT {HELD_BACK}
                   AND c.article_id = %(article)s AND r.id <> %(review)s""",  # noqa: S608 constants of reviews.queueing
            {"me": user.pk, "article": review.claim.article_id, "review": review.pk},
        )
        return int(cursor.fetchone()[0])


def skipped_for_all() -> QuerySet[Review]:
    """What editors decide on, the oldest first; `asked` holds who asked for it and why, the newest last."""
    reviews = Review.objects.filter(stage__in=OPEN_STAGES).exclude(skipped_for_all_at=None)
    asked = Skip.objects.filter(scope=SkipScope.ALL).select_related("reviewer").order_by("-id")
    shown = reviews.select_related(*_SHOWN_WITH).prefetch_related(Prefetch("skips", asked, to_attr="asked"))
    return shown.order_by("skipped_for_all_at", "id")


def approval_list(user: User) -> QuerySet[Review]:
    """Reviews that await an approval which the user may give: no hand in them, no interest, no second verdict awaited;
    oldest first."""
    touched = Draft.objects.filter(author=user).values("review")
    asked = Contact.objects.filter(made_by=user).values("review")
    reviews = Review.objects.filter(untouched_by(user), stage=Stage.SUBMITTED).exclude(last_author=user)
    second = SecondDraft.objects.filter(author=user).values("opinion__review")
    reviews = reviews.exclude(pk__in=touched).exclude(pk__in=asked).exclude(pk__in=second)
    reviews = reviews.exclude(pk__in=sealed_rounds().values("review"))
    return reviews.select_related(*_SHOWN_WITH, "last_author").order_by("-priority", "stage_changed_at", "id")


def second_work(user: User) -> QuerySet[SecondOpinion]:
    """Second verdicts that the user gives, or could take: no hand in the first, nothing of it judged, no interest."""
    reviews = Review.objects.filter(untouched_by(user))
    reviews = reviews.exclude(pk__in=Draft.objects.filter(author=user).values("review"))
    judged = Event.objects.filter(actor=user, kind__in=[EventKind.CHANGES_REQUESTED, EventKind.COMMENTED])
    reviews = reviews.exclude(pk__in=judged.values("review"))
    reviews = reviews.exclude(Q(assignee=user) | Q(lease_holder=user) | Q(last_author=user))
    rounds = sealed_rounds().filter(verdict=None).filter(Q(reviewer=user) | Q(reviewer=None, review__in=reviews))
    shown = rounds.select_related("review__claim__article__source", "asked_by")
    return shown.order_by(F("reviewer").asc(nulls_last=True), "asked_at")


def untouched_by(user: User) -> RawSQL:
    """A filter of reviews: no interest that the user declared is in them."""
    sql = f"NOT {conflict_sql('%s', 'reviews_review.claim_id')}"
    return RawSQL(sql, [user.pk], BooleanField())  # noqa: S611 the rule of reviews.conflicts


def unconfirmed_names(sources: Iterable[int | None]) -> list[str]:
    """Of the sources that a reviewer proposed and no editor has confirmed. One query."""
    proposed = ProposedSource.objects.filter(source__in=[pk for pk in sources if pk], confirmed_at=None)
    return list(proposed.order_by("source__name").values_list("source__name", flat=True))


def minor_returned(user: User) -> QuerySet[Review]:
    """Reviews in the user's hands since their minor correction was sent back."""
    newest = Verdict.objects.filter(review=OuterRef("pk")).order_by("-number").values("pk")[:1]
    own = MinorCorrection.objects.filter(verdict__author=user).values("verdict")
    mine = Review.objects.filter(stage=Stage.IN_REVIEW, assignee=user).alias(newest=Subquery(newest))
    return mine.filter(newest__in=own)


def latest_verdict(review: Review) -> Verdict | None:
    return review.verdicts.select_related("rating", "author", "review__claim").order_by("-number").first()


def published(*, include_suspended: bool = False) -> QuerySet[Publication]:
    """What the public sees now. What is suspended or withheld has a page without a rating.

    Lists and feeds leave it out; `include_suspended` has both.
    """
    begun = Q(valid_from__lte=Now())
    not_ended = Q(valid_until=None) | Q(valid_until__gt=Now())
    publications = Publication.objects.filter(begun & not_ended)
    if include_suspended:
        return publications
    return publications.filter(suspended_at=None).exclude(Exists(withheld_verdicts()))


def withheld_verdicts() -> QuerySet[Withholding]:
    """For rows that name a verdict: the confirmed withholding of its text."""
    return Withholding.objects.filter(verdict=OuterRef("verdict"), confirmed_at__isnull=False)


def came_out() -> QuerySet[Publication]:
    """All that was ever public, replaced and retracted pages too. What a hold stops begins when that ends."""
    was_seen = Q(valid_until=None) | Q(valid_until__gt=F("valid_from"))
    return Publication.objects.filter(was_seen, valid_from__lte=Now())


def publication_on(claim_id: int, moment: datetime, since: datetime | None = None) -> Publication | None:
    """What the page of a claim said at that moment, retracted later or not; None where there was no page."""
    return publications_on(claim_id, moment, since).first()


def publications_on(claim_id: int, moment: datetime, since: datetime | None = None) -> QuerySet[Publication]:
    """The first of them is what the page of a claim said at that moment.

    A page that ended after `since`, if that is given, is shown as it was before: it stood for a part of the time.
    """
    stood = Q(valid_until=None) | Q(valid_until__gt=since or moment) & Q(valid_until__gt=F("valid_from"))
    stands = Publication.objects.filter(stood, claim=claim_id, valid_from__lte=moment)
    return stands.order_by("-valid_from")


def page_of_claim(claim_id: int) -> Publication | None:
    """The publication behind a claim's address now: the current one, suspended or not. One query.

    Without one it is that which ended last with a notice: retracted, or merged into another claim's.
    """
    return _PAGE.first(claim_id)


def pages_of_claim(claim_id: int) -> QuerySet[Publication]:
    """The first of them is the page of the claim now. What ended is later in their order than what has not."""
    is_retracted = Exists(Correction.objects.filter(publication=OuterRef("pk"), kind=CorrectionKind.RETRACTION))
    has_notice = Q(is_retracted) | Q(Exists(Merge.objects.filter(ended=OuterRef("pk"))))
    gone = Publication.objects.filter(has_notice, valid_from__lt=F("valid_until"))
    pages = (published(include_suspended=True) | gone).filter(claim=claim_id)
    return pages.order_by(F("valid_until").desc(nulls_first=True), "-valid_from", "-id").defer("search")


_PAGE = Prepared(pages_of_claim)
