"""What waits for an editor, for the admin's first page."""

from dataclasses import dataclass

from django import template
from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef
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


@register.simple_tag
def waiting_work(user: User) -> list[Waiting]:
    """One query for each; only what the person may see."""
    shown: list[Waiting] = []
    if user.has_perm("claims.triage_claim"):
        proposed = Claim.objects.filter(article=OuterRef("pk"), status=ClaimStatus.PROPOSED)
        open_articles = Article.objects.filter(Exists(proposed)).count()
        shown.append(
            Waiting(open_articles, "articles with claims to decide on", _list("claims_article", "triage=open"))
        )
        requests = Request.objects.filter(state=RequestState.RECEIVED).count()
        shown.append(Waiting(requests, "requests to answer", _list("claims_request", "state__exact=received")))
        failed = Job.objects.filter(state=JobState.FAILED).count()
        shown.append(Waiting(failed, "failed fetches and extractions", _list("claims_job", "state__exact=failed")))
    if user.has_perm("claims.change_source"):
        proposed_sources = ProposedSource.objects.filter(confirmed_at=None).count()
        address = _list("reviews_proposedsource", "confirmed_at__isempty=1")
        shown.append(Waiting(proposed_sources, "proposed sources to confirm", address))
    if user.has_perm("reviews.approve_verdict"):
        yours = approval_list(user).count()
        shown.append(Waiting(yours, "verdicts that you may approve", _list("reviews_review", "stage__exact=submitted")))
    if user.has_perm("reviews.assign_review"):
        unassigned = Review.objects.filter(stage=Stage.WAITING, assignee=None, skipped_for_all_at=None).count()
        shown.append(Waiting(unassigned, "claims in the queue", _list("reviews_review", "stage__exact=waiting")))
        parked = skipped_for_all().count()
        shown.append(Waiting(parked, "claims skipped for everybody", _list("reviews_review", "hands=parked")))
        late = Review.objects.exclude(stage__in=[Stage.APPROVED, Stage.CLOSED]).filter(due_on__lt=localdate()).count()
        shown.append(Waiting(late, "overdue claims", _list("reviews_review", "due=overdue")))
        checked = Review.objects.filter(stage=Stage.IN_REVIEW).count()
        shown.append(Waiting(checked, "claims being checked", _list("reviews_review", "stage__exact=in_review")))
        reread = changed_reviews().count()
        shown.append(Waiting(reread, "reviews whose article’s text changed", _list("reviews_review", "text=changed")))
    if user.has_perm("reviews.decide_dispute"):
        disputes = disputes_to_decide(user).count()
        shown.append(Waiting(disputes, "disputes that you may decide", _list("reviews_dispute", "open=mine")))
    if user.has_perm("reviews.approve_verdict"):
        again = rechecks_due(timezone.now()).count()
        shown.append(Waiting(again, "verdicts to look at again", reverse("admin:reviews_publication_rechecks")))
    if user.has_perm("reviews.correct_publication"):
        returned = minor_returned(user)
        words = "minor corrections sent back to you"
        shown.append(Waiting(returned.count(), words, _list("reviews_review", "hands=minor")))
    if user.has_perm("reviews.withhold_text"):
        asked = Withholding.objects.filter(confirmed_at=None, declined_at=None).exclude(asked_by=user).count()
        shown.append(Waiting(asked, "withholdings to decide on", _list("reviews_withholding", "decision=yours")))
    if user.has_perm("reviews.suspend_publication"):
        suspended = Publication.objects.filter(valid_until=None, suspended_at__isnull=False).count()
        address = _list("reviews_publication", "suspended_at__isempty=0&valid_until__isempty=1")
        shown.append(Waiting(suspended, "publications under re-examination", address))
    return shown


def _list(name: str, query: str) -> str:
    return f"{reverse(f'admin:{name}_changelist')}?{query}"
