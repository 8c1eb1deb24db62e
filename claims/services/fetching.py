"""A fetch job: the page is fetched outside any transaction, then stored in one, fenced by the job's token."""

from collections.abc import Collection

from django.db import transaction

from claims.errors import FetchFailed, IngestRefused
from claims.ingest.decoding import decode
from claims.ingest.fetch import Fetched, fetch_page
from claims.models import Job
from claims.services.ingest import Ingested, ingest_html, ingest_text
from claims.services.jobs import fail_job, finish_job, told_of_failure


def work_on_fetch(*, job: Job, allowed_hosts: Collection[str] = ()) -> Ingested | None:
    """The article that the page became, whose extraction is to be rung for; None where the job failed (JobLost)."""
    with told_of_failure(job):
        try:
            return _store(job, fetch_page(job.address, allowed_hosts=allowed_hosts))
        except IngestRefused as error:
            fail_job(job=job, error=str(error), retry=isinstance(error, FetchFailed))
    return None


@transaction.atomic
def _store(job: Job, page: Fetched) -> Ingested:
    if page.content_type == "text/plain":
        text = decode(page.body, page.charset)
        done = ingest_text(text=text, address=page.address, created_by=job.requested_by)
    else:
        done = ingest_html(html=page.body, charset=page.charset, address=page.address, created_by=job.requested_by)
    Job.objects.filter(pk=job.pk).update(article=done.article)
    finish_job(job=job, result={"article": done.article.pk, "created": done.created})
    return done
