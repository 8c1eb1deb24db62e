"""Somebody's request for a check, from the form to the answer."""

from datetime import datetime
from typing import Final

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from claims.enums import Carrier, RequestOrigin, RequestState
from claims.errors import RecordInvalid, TransitionRefused
from claims.models import Article, Claim, Job, Request
from claims.readers import text_digest
from claims.services.history import because
from claims.services.ingest import request_fetch
from claims.services.texts import Ingested, ingest_text

ENDED: Final = (RequestState.DECLINED, RequestState.ANSWERED)


@transaction.atomic
def receive_request(
    *,
    statement: str = "",
    address: str = "",
    seen_at: str = "",
    note: str = "",
    mail: str = "",
    language: str = "en",
) -> Request:
    """Keeps what a reader asks. The same statement and address sent again are the request that is there already.

    The caller has screened the texts; `language` is that of the form, in which the answer goes out. Who sends a known
    text again adds nothing: the first mail address stands.
    """
    if not statement and not address:
        raise RecordInvalid("Write the statement that we should check, or the address where it stands.")
    kept, _ = Request.objects.get_or_create(
        digest=text_digest(statement, address),
        defaults={
            "origin": RequestOrigin.READER,
            "statement": statement,
            "address": address,
            "seen_at": seen_at,
            "note": note,
            "mail": mail,
            "language": language,
        },
    )
    return kept


@transaction.atomic
def take_up_request(
    *, request: Request, by: User, claim: Claim | None = None, article: Article | None = None, answer: str = ""
) -> Request:
    """Says that we look at it; with the claim or article that came of it, where there is one (may be called again)."""
    locked = _open(request)
    locked.state, locked.answer, locked.answered_by = RequestState.ACCEPTED, answer.strip() or locked.answer, by
    locked.claim, locked.article = claim or locked.claim, article or locked.article
    locked.save(update_fields=["state", "answer", "answered_by", "claim", "article"])
    return locked


@transaction.atomic
def decline_request(*, request: Request, by: User, answer: str) -> Request:
    locked = _open(request)
    if not answer.strip():
        raise RecordInvalid("Write why the request is declined: whoever asked wants to know.")
    locked.state, locked.answer, locked.answered_by = RequestState.DECLINED, answer.strip(), by
    locked.answered_at = timezone.now()
    locked.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    return locked


@transaction.atomic
def fetch_for_request(*, request: Request, by: User) -> Job:
    """Takes the request up and queues the fetching of its address; the caller rings for the job (IngestRefused)."""
    locked = _open(request)
    if not locked.address:
        raise RecordInvalid("This request names no address: bring its statement in as a text.")
    job = request_fetch(address=locked.address, requested_by=by)
    locked.state, locked.answered_by, locked.job = RequestState.ACCEPTED, by, job
    locked.save(update_fields=["state", "answered_by", "job"])
    return job


@transaction.atomic
def bring_in_for_request(*, request: Request, by: User) -> Ingested:
    """Takes the request up and makes its statement an article of its own; the caller rings for the extraction.

    The words are the reader's, not those of the page that they name: that address goes into the description only.
    """
    locked = _open(request)
    if not locked.statement:
        raise RecordInvalid("This request has no statement in words: fetch its address.")
    ingested = ingest_text(text=locked.statement, title="A reader’s request", created_by=by)
    article = ingested.article
    if ingested.created:
        article.carrier = Carrier.READER_LINK
        article.description = "; ".join(filter(None, [locked.seen_at, locked.address]))
        with because("sent by a reader", by):
            article.save(update_fields=["carrier", "description"])
    locked.state, locked.answered_by, locked.article = RequestState.ACCEPTED, by, article
    locked.save(update_fields=["state", "answered_by", "article"])
    return ingested


@transaction.atomic
def conclude_request(*, request: Request, now: datetime) -> bool:
    """A verdict on its claim is published: answered, once. False where somebody was faster, or it is not taken up."""
    taken_up = Request.objects.filter(pk=request.pk, state=RequestState.ACCEPTED, claim__isnull=False)
    return bool(taken_up.update(state=RequestState.ANSWERED, answered_at=now))


def _open(request: Request) -> Request:
    locked = Request.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if locked.state in ENDED:
        raise TransitionRefused(f"This request was {locked.get_state_display().lower()} and answered before.")
    return locked
