"""The page of a blind second verdict: the claim and an own form, and nothing of what the first reviewer wrote."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from claims.selectors import quote_in_context
from reviews.desk.access import APPROVE, ASSIGN, TAKE, StaffRequest, reviewers_only, with_any_right
from reviews.desk.context import sighting_shown, similar_shown
from reviews.desk.flash import refusals_shown
from reviews.desk.forms.numbers import posted_number
from reviews.desk.forms.second import SecondForm
from reviews.desk.typed import typed_in
from reviews.errors import DraftConflict, NotAllowed, ReviewsError, VerdictIncomplete
from reviews.evidence_facts import current_ratings, sightings_of
from reviews.labels import substance_question
from reviews.models import SecondDraft, SecondOpinion
from reviews.public.markdown import render as markdown
from reviews.sealing import visible_second_verdicts, visible_verdicts
from reviews.second_drafting import SecondBody
from reviews.second_opinions import contrasts
from reviews.services.seconds import release_second, save_second_draft, submit_second, take_second

FULL = SecondOpinion.objects.select_related(
    "review__claim__article__source", "review__claim__speaker", "review__claim__via", "reviewer", "asked_by", "first"
)
UNPROCESSABLE, CONFLICT, FORBIDDEN = 422, 409, 403


@with_any_right(TAKE, APPROVE, ASSIGN)
@require_safe
def second(request: StaffRequest, pk: int) -> HttpResponse:
    return render(request, "desk/second.html", _context(request, get_object_or_404(FULL, pk=pk)))


@reviewers_only
@require_POST
def take(request: StaffRequest, pk: int) -> HttpResponse:
    opinion = get_object_or_404(FULL, pk=pk)
    with refusals_shown(request):
        take_second(opinion=opinion, reviewer=request.user)
    return redirect("desk:second", pk=pk)


@reviewers_only
@require_POST
def release(request: StaffRequest, pk: int) -> HttpResponse:
    """A button of the form: what stands on the page is kept first, for the day on which they take it again."""
    opinion = get_object_or_404(FULL, pk=pk)
    refusal = _keep_then(request, opinion, lambda _: release_second(opinion=opinion, by=request.user))
    if refusal:
        return refusal
    messages.success(request, "Given back: somebody else may give the second verdict. Your text is kept for you.")
    return redirect("desk:home")


@reviewers_only
@require_POST
def save(request: StaffRequest, pk: int) -> HttpResponse:
    """Stores what stands on the page; the button “Submit” then submits it."""
    opinion = get_object_or_404(FULL, pk=pk)
    submitted = "submit" in request.POST

    def act(version: int) -> None:
        if submitted:
            submit_second(opinion=opinion, author=request.user, version=version)

    refusal = _keep_then(request, opinion, act)
    if refusal:
        return refusal
    messages.success(request, "Second verdict submitted." if submitted else "Draft saved.")
    return redirect("desk:second", pk=pk)


def _keep_then(request: StaffRequest, opinion: SecondOpinion, act: Callable[[int], object]) -> HttpResponse | None:
    """`act` gets the version of the draft as it was just stored. None after both; else the page again, and why."""
    form = _form(opinion, data=request)
    version = posted_number(request, "version")
    if not form.is_valid():
        return _again(request, opinion, form, version, UNPROCESSABLE)
    try:
        version = save_second_draft(opinion=opinion, author=request.user, body=form.body(), version=version).version
        act(version)
    except VerdictIncomplete as refusal:
        form.show(refusal.problems)
        return _again(request, opinion, form, version, UNPROCESSABLE)
    except DraftConflict as refusal:
        return _again(request, opinion, form, refusal.draft.version, CONFLICT, stored=refusal.draft)
    except ReviewsError as refusal:
        messages.error(request, str(refusal))
        status = FORBIDDEN if isinstance(refusal, NotAllowed) else CONFLICT
        return _again(request, opinion, form, version, status)
    return None


def _again(
    request: StaffRequest,
    opinion: SecondOpinion,
    form: SecondForm,
    version: int,
    status: int,
    stored: SecondDraft | None = None,
) -> HttpResponse:
    """The page with what was typed: in the form, or to be copied where the round is over or somebody else's now."""
    opinion = get_object_or_404(FULL, pk=opinion.pk)
    context = _context(request, opinion, form=form) | {"version": version}
    if "form" not in context:
        context["typed"] = typed_in(request)
    if stored is not None:
        context["elsewhere"] = _form(opinion, body=SecondBody.from_json(stored.body)).in_words()
    return render(request, "desk/second.html", context, status=status)


def _form(opinion: SecondOpinion, *, data: StaffRequest | None = None, body: SecondBody | None = None) -> SecondForm:
    ratings, sightings = current_ratings(), sightings_of(opinion.review.claim)
    if data is not None:
        return SecondForm(data.POST, ratings=ratings, sightings=sightings)
    return SecondForm.of_body(body or SecondBody(), ratings=ratings, sightings=sightings)


def _context(request: StaffRequest, opinion: SecondOpinion, *, form: SecondForm | None = None) -> dict[str, object]:
    """Everything on the page. `similar` are published; what is sealed comes from `reviews.sealing` alone."""
    claim = opinion.review.claim
    sightings = sightings_of(claim)
    draft = SecondDraft.objects.filter(opinion=opinion, author=request.user).first()
    given = visible_second_verdicts(request.user).filter(opinion=opinion).select_related("rating", "author").first()
    mine = opinion.reviewer_id == request.user.pk and given is None
    awaited = opinion.opened_at is None and opinion.called_off_at is None
    if mine and awaited and draft and form is None:
        form = _form(opinion, body=SecondBody.from_json(draft.body))
    shown = [sighting_shown(claim, sighting) for sighting in sightings]
    context: dict[str, object] = {
        "opinion": opinion,
        "review": opinion.review,
        "claim": claim,
        "quote": quote_in_context(claim),
        "sightings": shown,
        "similar": similar_shown(claim, sightings),
        "awaited": awaited,
        "free": awaited and opinion.reviewer_id is None and request.user.has_perm(TAKE),
        "given": given,
        "reasoning": markdown(given.reasoning) if given else "",
        "substance_question": substance_question(claim.wording),
    }
    first = visible_verdicts(request.user).filter(pk=opinion.first_id or 0).select_related("rating", "author").first()
    if given and first and opinion.opened_at:
        settled = opinion.resolutions.select_related("resolved_by").order_by("at")
        context |= {"first": first, "contrasts": contrasts(first, given), "settled": settled}
    if form and mine and awaited:
        context |= _form_context(form, shown, draft)
    return context


def _form_context(form: SecondForm, shown: list[dict[str, object]], draft: SecondDraft | None) -> dict[str, object]:
    return {
        "form": form,
        "version": draft.version if draft else 0,
        "rating_choices": list(zip(form["rating"], current_ratings(), strict=True)),
        "findings": [
            {"field": form[str(item["target"])], "legend": item["question"], "target": item["target"]} for item in shown
        ],
    }
