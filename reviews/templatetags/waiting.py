"""What waits for an editor, for the admin's first page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django import template
from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from claims.enums import ClaimStatus, JobState, RequestState
from claims.models import Article, Claim, Job, Request
from reviews.changed_texts import changed_reviews
from reviews.disputes import disputes_to_decide
from reviews.enums import Stage
from reviews.models import ProposedSource, Publication, Review, Withholding
from reviews.rechecks import rechecks_due
from reviews.selectors import approval_list, minor_returned, skipped_for_all

register = template.Library()


@dataclass(frozen=True, slots=True)
class Waiting:
    """`count` of something, in `words`, and the list where it is."""

    count: int
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Work:
    """What waits for people with the `right`: found by `find`, shown by the admin's page of that name and query."""

    right: str
    words: str
    page: str
    query: str
    find: Callable[[User], QuerySet[Any]]


@register.simple_tag
def waiting_work(user: User) -> list[Waiting]:
    """One query for each; only what the person may see."""
    return [
        Waiting(work.find(user).count(), work.words, reverse(f"admin:{work.page}") + (work.query and f"?{work.query}"))
        for work in WORK
        if user.has_perm(work.right)
    ]


def _undecided_articles(user: User) -> QuerySet[Article]:
    proposed = Claim.objects.filter(article=OuterRef("pk"), status=ClaimStatus.PROPOSED)
    return Article.objects.filter(Exists(proposed))


def _overdue(user: User) -> QuerySet[Review]:
    return Review.objects.exclude(stage__in=[Stage.APPROVED, Stage.CLOSED]).filter(due_on__lt=localdate())


def _withholdings(user: User) -> QuerySet[Withholding]:
    return Withholding.objects.filter(confirmed_at=None, declined_at=None).exclude(asked_by=user)


_TRIAGE, _ASSIGN, _APPROVE = "claims.triage_claim", "reviews.assign_review", "reviews.approve_verdict"
_REVIEWS = "reviews_review_changelist"

WORK: Final = (
    Work(_TRIAGE, "articles with claims to decide on", "claims_article_changelist", "triage=open", _undecided_articles),
    Work(
        _TRIAGE,
        "requests to answer",
        "claims_request_changelist",
        "state__exact=received",
        lambda user: Request.objects.filter(state=RequestState.RECEIVED),
    ),
    Work(
        _TRIAGE,
        "failed fetches and extractions",
        "claims_job_changelist",
        "state__exact=failed",
        lambda user: Job.objects.filter(state=JobState.FAILED),
    ),
    Work(
        "claims.change_source",
        "proposed sources to confirm",
        "reviews_proposedsource_changelist",
        "confirmed_at__isempty=1",
        lambda user: ProposedSource.objects.filter(confirmed_at=None),
    ),
    Work(_APPROVE, "verdicts that you may approve", _REVIEWS, "stage__exact=submitted", approval_list),
    Work(
        _ASSIGN,
        "claims in the queue",
        _REVIEWS,
        "stage__exact=waiting",
        lambda user: Review.objects.filter(stage=Stage.WAITING, assignee=None, skipped_for_all_at=None),
    ),
    Work(_ASSIGN, "claims skipped for everybody", _REVIEWS, "hands=parked", lambda user: skipped_for_all()),
    Work(_ASSIGN, "overdue claims", _REVIEWS, "due=overdue", _overdue),
    Work(
        _ASSIGN,
        "claims being checked",
        _REVIEWS,
        "stage__exact=in_review",
        lambda user: Review.objects.filter(stage=Stage.IN_REVIEW),
    ),
    Work(_ASSIGN, "reviews whose article’s text changed", _REVIEWS, "text=changed", lambda user: changed_reviews()),
    Work(
        "reviews.decide_dispute",
        "disputes that you may decide",
        "reviews_dispute_changelist",
        "open=mine",
        disputes_to_decide,
    ),
    Work(
        _APPROVE,
        "verdicts to look at again",
        "reviews_publication_rechecks",
        "",
        lambda user: rechecks_due(timezone.now()),
    ),
    Work("reviews.correct_publication", "minor corrections sent back to you", _REVIEWS, "hands=minor", minor_returned),
    Work(
        "reviews.withhold_text",
        "withholdings to decide on",
        "reviews_withholding_changelist",
        "decision=yours",
        _withholdings,
    ),
    Work(
        "reviews.suspend_publication",
        "publications under re-examination",
        "reviews_publication_changelist",
        "suspended_at__isempty=0&valid_until__isempty=1",
        lambda user: Publication.objects.filter(valid_until=None, suspended_at__isnull=False),
    ),
)
"""In the order of the page."""
