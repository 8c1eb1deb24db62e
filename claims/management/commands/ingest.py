"""`manage.py ingest FILE|URL|-…`: articles into the database, their claims extracted by a worker, or at once."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from claims.errors import ClaimsError, FetchRefused, IngestRefused
from claims.management.arguments import day
from claims.models import Article, Job, Source
from claims.names import bearers
from claims.services.extract import work_on_extraction
from claims.services.fetching import work_on_fetch
from claims.services.ingest import ingest_file, request_fetch
from claims.services.jobs import claim_job
from claims.tasks import ring


class Command(BaseCommand):
    help = "Brings in articles from files, addresses or the standard input (`-`), with a result for each."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("items", nargs="+", metavar="FILE|URL|-")
        parser.add_argument("--source", metavar="NAME", help="publisher of the files: a source's name or alias")
        parser.add_argument("--published", type=day, metavar="DATE", help="the files' day, such as 2019-09-09")
        parser.add_argument("--now", action="store_true", help="fetch and extract here, without a worker")

    def handle(self, *args: Any, **options: Any) -> None:
        facts = {"source": _source(options["source"]), "published_on": options["published"]}
        failed = 0
        for name in options["items"]:
            try:
                said = _bring_in(name, facts, now=options["now"])
            except (ClaimsError, OSError) as error:
                failed += 1
                self.stderr.write(self.style.ERROR(f"{name}: {_say(name, error)}"))
            else:
                self.stdout.write(f"{name}: {said}")
        if failed:
            raise CommandError(f"{failed} of {len(options['items'])} could not be brought in.", returncode=1)


def _bring_in(name: str, facts: dict[str, Any], *, now: bool) -> str:
    """What became of one item, in words. Raises ClaimsError or OSError."""
    if "://" in name:
        # Any scheme: which ones may be fetched is the fetcher's to say.
        _refuse_facts(facts)
        job = request_fetch(address=name)
        return _fetch_now(job) if now else _queued(job, "the page will be fetched")
    done = ingest_file(name=name, data=sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes(), **facts)
    known = "" if done.created else "known already, "
    if done.job is None:
        return f"{known}article {done.article.pk}, nothing new in its text"
    return known + (_extract_now(done.job) if now else _queued(done.job, f"article {done.article.pk}, claims to come"))


def _refuse_facts(facts: dict[str, Any]) -> None:
    """A page says its own publisher and day; overruling it silently, or ignoring what was asked, would both mislead."""
    if any(facts.values()):
        raise IngestRefused("--source and --published are for files and `-`: a page's own are read from the page.")


def _queued(job: Job, what: str) -> str:
    ring(job)
    return f"{what} (job {job.pk})"


def _fetch_now(job: Job) -> str:
    taken = claim_job(job_id=job.pk)
    if taken is None:
        return f"being fetched by a worker (job {job.pk})"
    done = work_on_fetch(job=taken, allowed_hosts=settings.CLAIMDESK_FETCH_ALLOW_HOSTS)
    if done is None:
        raise FetchRefused(taken.error)
    return _extract_now(done.job) if done.job else f"article {done.article.pk}, nothing new in its text"


def _extract_now(job: Job) -> str:
    taken = claim_job(job_id=job.pk)
    if taken is None:
        return f"being extracted by a worker (job {job.pk})"
    work_on_extraction(job=taken)
    article = Article.objects.get(jobs=job.pk)
    note = f" ({article.extraction_note})" if article.extraction_note else ""
    return f"article {article.pk}, {article.claims.count()} claims{note}"


def _source(name: str | None) -> Source | None:
    if not name:
        return None
    source = bearers([name], Source.objects.all()).get(name)
    if source is None:
        raise CommandError(f"No single source is called “{name}”: add it in the admin, or write its name in full.")
    return source


def _say(name: str, error: Exception) -> str:
    said = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
    return said.removeprefix(f"{name}: ")
