"""Publishing: a second person approves the exact page, and its frozen copy is what the public sees."""

from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localtime

from claims.enums import Treatment
from claims.models import Claim
from reviews.decision_log import digest
from reviews.enums import EventKind, SourceRole
from reviews.errors import HeldBack, PageChanged, TransitionRefused
from reviews.models import Hold, Publication, PublishedSighting, PublishedSource, Review, Verdict
from reviews.payload import build_payload, payload_sha256
from reviews.permissions import Action, require
from reviews.replacing import replaced_by
from reviews.services.change_notices import ChangeNotice, announce_change
from reviews.services.minor_notices import put_on_record
from reviews.services.rechecks import plan_after_approval
from reviews.services.recusal import recusal_logged
from reviews.services.resolving import resolve_difference
from reviews.services.search_words import learn_words, texts_of
from reviews.services.seconds import require_unsealed
from reviews.services.steps import database_now, guard, lock, move
from reviews.services.verdicts import require_latest
from reviews.workflow import Step


def approve_verdict(
    *,
    verdict: Verdict,
    approver: User,
    payload_sha256: str,
    publish_at: datetime | None = None,
    resolution: str = "",
    recheck_on: date | None = None,
    change: ChangeNotice | None = None,
) -> Publication:
    """Publish the latest verdict, now or at a time. `payload_sha256` is of the page that the approver looked at.

    `resolution` says how it was settled that a second verdict differs; nothing asks for it where the two agree.
    `recheck_on`: the day for looking at it again, None for that of the rule (`reviews.recheck_rules`).
    `change`: what readers are told where the page takes the place of one that they know.
    Raises FourEyesRefused (author, or saved any draft of the review), PageChanged, HeldBack, TransitionRefused,
    Sealed, DifferenceUnresolved, ChangeUnexplained, Recused (which is logged).
    """
    with recusal_logged(verdict.review, approver, Action.APPROVE):
        return _approve(verdict, approver, payload_sha256, publish_at, resolution, recheck_on, change)


@transaction.atomic
def _approve(
    verdict: Verdict,
    approver: User,
    payload_sha256: str,
    publish_at: datetime | None,
    resolution: str,
    recheck_on: date | None,
    change: ChangeNotice | None,
) -> Publication:
    locked = lock(verdict.review)
    require(approver, Action.APPROVE, verdict)
    guard(locked, Step.APPROVE)
    require_latest(verdict)
    require_unsealed(locked)
    refuse_held(locked)
    payload = _same_page(verdict, payload_sha256)
    valid_from = _start(publish_at)
    resolved = resolve_difference(verdict=verdict, by=approver, how=resolution)
    replaced = replaced_by(verdict)
    _close_previous(locked, valid_from)
    publication = _publish(locked, verdict, approver, payload, payload_sha256, publish_at, valid_from)
    recheck = plan_after_approval(publication=publication, by=approver, chosen=recheck_on)
    move(
        locked,
        Step.APPROVE,
        actor=approver,
        event=EventKind.APPROVED,
        payload={
            "verdict": verdict.pk,
            "publication": publication.pk,
            "page": payload_sha256,
            "valid_from": valid_from.isoformat(),
            "recheck_on": recheck.due_on.isoformat() if recheck else None,
        }
        | ({"resolution_sha256": digest(resolved.how)} if resolved else {}),
        assignee=None,
    )
    put_on_record(publication)
    announce_change(publication, replaced, change)
    learn_words(texts_of(publication))
    return publication


def current_holds(review: Review) -> list[Hold]:
    """Holds in force on the review, or on an article that its next page would quote (see `STOPS_REVIEW`)."""
    linked = Claim.objects.filter(Q(pk=review.claim_id) | Q(canonical=review.claim_id))
    on_it = Q(review=review) | Q(article__in=linked.values("article"))
    return list(Hold.objects.in_force().filter(on_it))


def refuse_held(review: Review) -> None:
    """Raises HeldBack while a hold is in force."""
    holds = current_holds(review)
    if holds:
        raise HeldBack("Publishing is held back. " + " ".join(f"{hold}." for hold in holds))


def _same_page(verdict: Verdict, seen: str) -> dict[str, Any]:
    payload = build_payload(verdict)
    if payload_sha256(payload) != seen:
        raise PageChanged("The page has changed since you looked at it: look at it again, then approve.")
    return payload


def _start(publish_at: datetime | None) -> datetime:
    now = database_now()
    if publish_at is not None and publish_at < now:
        time = localtime(publish_at)
        raise TransitionRefused(f"{time:%d %B %Y %H:%M} has passed: choose a later time, or publish now.")
    return publish_at or now


def _close_previous(review: Review, end: datetime) -> None:
    """The page that this one replaces ends when this one begins; one that was still to begin never does."""
    for previous in review.publications.filter(valid_until=None):
        previous.valid_until = max(end, previous.valid_from)
        previous.changed_at = database_now()
        previous.save(update_fields=["valid_until", "changed_at"])


def _publish(
    review: Review,
    verdict: Verdict,
    approver: User,
    payload: dict[str, Any],
    sha256: str,
    set_for: datetime | None,
    valid_from: datetime,
) -> Publication:
    publication = Publication.objects.create(
        verdict=verdict,
        review=review,
        claim_id=review.claim_id,
        author_id=verdict.author_id,
        approver=approver,
        set_for=set_for,
        valid_from=valid_from,
        changed_at=valid_from,
        slug=payload["slug"],
        payload=payload,
        payload_sha256=sha256,
        headline=payload["headline"],
        wording=payload["claim"]["wording"],
        quote=payload["claim"]["quote"],
        summary=payload["summary"],
        speaker_name=(payload["claim"]["speaker"] or {"name": ""})["name"],
        kind=payload["claim"]["kind"],
        rating_code=payload["rating"]["code"],
        rating_number=payload["label"]["rating_value"],
        label=payload["label"]["text"],
        language=payload["claim"]["language"],
        source_names="\n".join(sorted(_names_of_sources(payload))),
        is_sample=payload["is_sample"],
    )
    _publish_parts(publication, payload)
    return publication


def _names_of_sources(payload: dict[str, Any]) -> set[str]:
    """Of everybody whom the page names as a source: who published, who is cited, and on whom what is cited rests."""
    published = {item["article"]["source"]["name"] for item in payload["sightings"] if item["article"]["source"]}
    cited = {item["source"]["name"] for item in payload["evidence"]}
    origins = [origin for item in payload["evidence"] for origin in item["rests_on"]]
    return published | cited | {origin["name"] for origin in origins if origin["kind"] == "source"}


_ROLES = {
    Treatment.ASSERTS: SourceRole.ASSERTED,
    Treatment.REPORTS: SourceRole.REPORTED,
    Treatment.DISPUTES: SourceRole.DISPUTED,
}


def _publish_parts(publication: Publication, payload: dict[str, Any]) -> None:
    PublishedSighting.objects.bulk_create(
        PublishedSighting(
            publication=publication,
            claim_id=item["claim_id"],
            article_id=item["article"]["id"],
            **{name: item[name] for name in ("quote", "start", "end", "treatment", "finding")},
        )
        for item in payload["sightings"]
    )
    roles = {
        (item["article"]["source"]["id"], _ROLES[Treatment(item["treatment"])])
        for item in payload["sightings"]
        if item["article"]["source"]
    } | {(item["source"]["id"], SourceRole.EVIDENCE) for item in payload["evidence"]}
    PublishedSource.objects.bulk_create(
        PublishedSource(publication=publication, source_id=source, role=role) for source, role in sorted(roles)
    )
