"""Everything on the workspace page."""

from collections.abc import Sequence
from enum import StrEnum

from django.contrib.auth.models import User
from django.utils import timezone

from claims.models import Claim, Source
from claims.selectors import quote_in_context, similar_claims
from reviews.changed_texts import changes_since_verdict
from reviews.desk.access import StaffRequest
from reviews.desk.aside_part import aside_context
from reviews.desk.comment_part import comments_context
from reviews.desk.contact_part import contact_context
from reviews.desk.earlier import searched_earlier
from reviews.desk.forms.page import Page
from reviews.desk.half_typed import half_typed
from reviews.desk.history import history_context, last_change_request
from reviews.desk.saving import own_draft
from reviews.desk.standing import standing
from reviews.disputes import disputes_of_review
from reviews.draft_words import body_in_words, names_for
from reviews.drafting import DraftBody
from reviews.enums import DisputeState, Stage
from reviews.evidence_facts import current_ratings, sightings_of
from reviews.labels import attribution_question, substance_question
from reviews.models import Review, Verdict
from reviews.payload import build_payload
from reviews.permissions import Action, why_not
from reviews.public.markdown import render
from reviews.sealing import may_see_verdict
from reviews.selectors import latest_verdict, published, siblings_left
from reviews.workflow import OPEN_STAGES

MOST_SIMILAR = 5
MOST_NAMES = 500
"""Sources offered without scripts; with them the names that fit what is typed come from all sources."""


class Mode(StrEnum):
    """What the reviewer may do with the claim now."""

    WRITE = "write"
    RESUME = "resume"
    """Theirs, or nobody's: to be taken first."""
    HELD = "held"
    """Somebody else's."""
    PARKED = "parked"
    """Skipped for everybody: an editor decides."""
    READ = "read"
    """Submitted, approved or closed."""


def mode_of(review: Review, request: StaffRequest) -> Mode:
    """As the page sees it; the services decide by the database's clock."""
    if review.stage not in OPEN_STAGES:
        return Mode.READ
    if review.skipped_for_all_at:
        return Mode.PARKED
    live = review.lease_until is not None and review.lease_until > timezone.now()
    if live:
        return Mode.WRITE if review.lease_holder_id == request.user.pk else Mode.HELD
    return Mode.RESUME if review.assignee_id in (None, request.user.pk) else Mode.HELD


def workspace_context(request: StaffRequest, review: Review, *, page: Page | None = None) -> dict[str, object]:
    """`page` is given where something was typed that must not be lost; else the page shows the stored draft."""
    claim = review.claim
    sightings = sightings_of(claim)
    draft = own_draft(review, request)
    body = DraftBody.from_json(draft.body) if draft else DraftBody()
    mode = Mode.WRITE if page else mode_of(review, request)
    typed = half_typed(request, review)
    if mode == Mode.WRITE and page is None:
        page = Page.of_body(body, sightings, blank_rows=1 if "blank" in request.GET else 0)
    context: dict[str, object] = {
        "review": review,
        "claim": claim,
        "mode": mode,
        "quote": quote_in_context(claim),
        "sightings": [sighting_shown(claim, sighting, page) for sighting in sightings],
        "substance_question": substance_question(claim.wording),
        "similar": similar_shown(claim, sightings),
        "page": page,
        "draft": draft,
        "version": draft.version if draft else 0,
        "seconds": (seconds := _seconds_left(review, request.user)),
        "minutes": seconds // 60,
        "somebody_is_at_it": review.lease_until is not None and review.lease_until > timezone.now(),
        "changes": changes_since_verdict(review),
        "change_request": last_change_request(review, request.user),
        "disputes": disputes_of_review(review.pk).exclude(state=DisputeState.DECIDED),
        "stage_is_open": review.stage in OPEN_STAGES,
        **history_context(review, request.user, body if mode == Mode.WRITE and draft else None),
        "half_typed": typed,
        **aside_context(review, typed),
        **contact_context(request, review, typed),
        **comments_context(request, review, draft),
    }
    if mode != Mode.WRITE and draft:
        context["kept"] = {label: text for label, text in body_in_words(body, names_for([body])).items() if text}
    if mode == Mode.RESUME:
        context["recused"] = why_not(request.user, Action.TAKE, review)
    if mode == Mode.WRITE:
        context["siblings"] = siblings_left(review, request.user)
        context |= _form(page, claim, body) | searched_earlier(request.user, review.pk, request.GET.get("reuse", ""))
    if mode == Mode.READ and review.stage in {Stage.SUBMITTED, Stage.APPROVED, Stage.CLOSED}:
        verdict = latest_verdict(review)
        if verdict and may_see_verdict(request.user, verdict):
            context |= _verdict(verdict)
    return context


def _form(page: Page | None, claim: Claim, body: DraftBody) -> dict[str, object]:
    names = Source.objects.current().values_list("name", flat=True)
    return {
        "standing": standing(claim, body),
        "has_figures": bool(claim.figures.all()),
        "rating_choices": list(zip(page.verdict["rating"], current_ratings(), strict=True)) if page else [],
        "source_names": names[:MOST_NAMES],
    }


def _verdict(verdict: Verdict) -> dict[str, object]:
    return {"verdict": verdict, "payload": build_payload(verdict), "explanation": render(verdict.explanation)}


def sighting_shown(claim: Claim, sighting: Claim, page: Page | None = None) -> dict[str, object]:
    article = sighting.article
    return {
        "claim": sighting,
        "article": article,
        "question": attribution_question(
            wording=claim.wording,
            speaker=sighting.speaker.name if sighting.speaker else "",
            publisher=article.source.name if article.source else article.title,
            stated_on=sighting.stated_on,
        ),
        "target": f"findings-{sighting.pk}",
        "form": page.findings.get(sighting.pk) if page else None,
        "quote": quote_in_context(sighting)[1] if sighting != claim else "",
    }


def similar_shown(claim: Claim, sightings: Sequence[Claim]) -> list[dict[str, object]]:
    """Similar claims with what the public reads about them; its own sightings stand elsewhere on the page.

    What was published of a claim is also about its sightings, of which the most alike stands for all of them.
    """
    others = similar_claims(claim).exclude(pk__in=[sighting.pk for sighting in sightings])
    claims: dict[int, Claim] = {}
    for similar in others.select_related("article__source")[: 2 * MOST_SIMILAR]:
        claims.setdefault(similar.canonical_id or similar.pk, similar)
    chosen = dict(list(claims.items())[:MOST_SIMILAR])
    pages = {item.claim_id: item for item in published().filter(claim__in=chosen)}
    return [{"claim": similar, "publication": pages.get(canonical)} for canonical, similar in chosen.items()]


def _seconds_left(review: Review, user: User) -> int:
    """Of the user's own lease: a save refused because somebody else has the claim must not say “yours for 29 min”."""
    if review.lease_until is None or review.lease_holder_id != user.pk:
        return 0
    return max(0, int((review.lease_until - timezone.now()).total_seconds()))
