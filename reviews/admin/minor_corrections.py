"""A minor correction: the published words edited and submitted on one page, rating and evidence locked."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse

from claims.admin.base import may
from claims.admin.users import acting
from reviews.admin.preview import terms_of_payload
from reviews.admin.publication_steps import NoticeForm
from reviews.admin.steps import REFUSALS
from reviews.commenting import remarks, still_open
from reviews.completeness import HEADLINE_LIMIT, SUMMARY_LIMIT
from reviews.desk.history import last_change_request
from reviews.errors import CorrectionRefused, VerdictIncomplete
from reviews.models import MinorCorrection, Publication, Verdict
from reviews.permissions import RIGHTS, Action, why_not
from reviews.public.reading import verdict_content
from reviews.public.state import State
from reviews.selectors import latest_verdict
from reviews.services.corrections import Notice
from reviews.services.minor_corrections import WORDED, Wording, returned_to, submit_minor_correction

CORRECT = RIGHTS[Action.CORRECT][0]
TOLD = ("was", "now", "cause", "noticed_by", "reported_on")


class MinorCorrectionForm(NoticeForm):
    headline = forms.CharField(
        max_length=HEADLINE_LIMIT, help_text=f"Up to {HEADLINE_LIMIT} characters; the rating stands beside it."
    )
    summary = forms.CharField(max_length=SUMMARY_LIMIT, widget=forms.Textarea(attrs={"rows": 4}))
    explanation = forms.CharField(widget=forms.Textarea(attrs={"rows": 14}), help_text="Markdown.")
    field_order = [*WORDED, *TOLD]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cause"].required = True

    def wording(self) -> Wording:
        return Wording(*(self.cleaned_data[name] for name in WORDED))

    def notice(self) -> Notice:
        return Notice(**{name: self.cleaned_data[name] for name in TOLD})

    def words(self) -> list[forms.BoundField]:
        return [self[name] for name in WORDED]

    def told(self) -> list[forms.BoundField]:
        return [self[name] for name in TOLD]

    def refuse(self, refusal: Exception) -> None:
        """At its field where it has one."""
        if isinstance(refusal, VerdictIncomplete):
            for name, says in refusal.problems.items():
                self.add_error(name, says)
        else:
            self.add_error("reported_on" if isinstance(refusal, CorrectionRefused) else None, str(refusal))


def minor_correction_view(model_admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """The form (GET), the page with the words typed in it (POST `preview`), or submitting them (POST)."""
    publication = get_object_or_404(model_admin.page_queryset(request), pk=pk)
    if not may(request, CORRECT):
        raise PermissionDenied
    returned = _returned(request, publication)
    if request.method != "POST" or "preview" in request.POST:
        typed = request.POST.dict() if request.method == "POST" else _first_words(publication, returned)
        return _page(
            model_admin, request, publication, MinorCorrectionForm(target=publication, initial=typed), returned
        )
    form = MinorCorrectionForm(request.POST, target=publication)
    if not form.is_valid():
        return _page(model_admin, request, publication, form, returned)
    try:
        verdict = submit_minor_correction(
            publication=publication, wording=form.wording(), notice=form.notice(), by=acting(request)
        )
    except REFUSALS as refusal:
        form.refuse(refusal)
        return _page(model_admin, request, publication, form, returned)
    messages.success(request, "Submitted: it becomes public when somebody else approves it. Until then the page stays.")
    return redirect("admin:reviews_verdict_change", verdict.pk)


def _returned(request: HttpRequest, publication: Publication) -> Verdict | None:
    """Their minor correction, sent back: the form goes on with its words."""
    review = publication.review
    return latest_verdict(review) if returned_to(review, acting(request)) else None


def _first_words(publication: Publication, returned: Verdict | None) -> dict[str, Any]:
    if returned is None:
        return {name: getattr(publication.verdict, name) for name in WORDED}
    told = MinorCorrection.objects.get(verdict=returned)
    words = {name: getattr(returned, name) for name in WORDED}
    return words | {name: getattr(told, name) for name in TOLD}


def _page(
    model_admin: Any,
    request: HttpRequest,
    publication: Publication,
    form: MinorCorrectionForm,
    returned: Verdict | None,
) -> HttpResponse:
    user = acting(request)
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": "Correct the wording",
        "target": publication,
        "form": form,
        "refusal": why_not(user, Action.CORRECT, publication),
        "asked": last_change_request(publication.review, user) if returned else None,
        "remarks": still_open(remarks(publication.review, user)) if returned else [],
        "state": State(),
        "content": _shown(publication, form) if publication.payload else None,
        "previewed": request.method == "POST",
    }
    refused = form.is_bound
    return TemplateResponse(request, "admin/reviews/publication/minor.html", context, status=422 if refused else 200)


def _shown(publication: Publication, form: MinorCorrectionForm) -> dict[str, Any]:
    """The frozen page in the words of the form; all else on it is what stays."""
    typed = {name: str(form[name].value() or "") for name in WORDED}
    words = {"headline": typed["headline"], "summary": typed["summary"], "explanation_markdown": typed["explanation"]}
    payload = publication.payload | words
    return verdict_content(payload, terms_of_payload(payload))
