"""How far the extraction of an article is, in words that an editor understands."""

from datetime import datetime

from django.utils.safestring import SafeString

from claims.admin.base import shown_as
from claims.enums import JobKind, JobState
from claims.models import Article, Job

LABELS = {
    JobState.QUEUED: ("Waiting to be read", "wait"),
    JobState.RUNNING: ("Being read", "wait"),
    JobState.DONE: ("Read", "good"),
    JobState.FAILED: ("Failed", "bad"),
}


def extraction_state(job_state: str | None, extracted_at: datetime | None) -> SafeString:
    """Label of the newest extraction job; an article that was extracted elsewhere (imported) has none."""
    if job_state is not None:
        label, tone = LABELS[JobState(job_state)]
        return shown_as(label, tone=tone)
    return shown_as("Read", tone="good") if extracted_at else shown_as("Not read yet")


def latest_extraction(article: Article) -> Job | None:
    jobs = article.jobs.filter(kind=JobKind.EXTRACT).select_related("requested_by")
    return jobs.order_by("-id").first()
