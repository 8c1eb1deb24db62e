"""Asking for a withholding from the address of a page: what a court's letter names."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from claims.admin.base import may
from claims.admin.users import acting
from reviews.admin.merging import claim_numbered
from reviews.admin.steps import REFUSALS
from reviews.admin.withholding_steps import WITHHOLD, AskForm
from reviews.models import Verdict
from reviews.sealing import visible_verdicts
from reviews.services.withholding import ask_withholding


class AskFromPageForm(AskForm):
    verdict = forms.ModelChoiceField(
        Verdict.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        label="Which text",
        error_messages={"required": "Choose which of them is to go."},
    )
    field_order = ["verdict"]

    def __init__(self, *args: Any, verdicts: QuerySet[Verdict], **kwargs: Any) -> None:
        super().__init__(*args, target=None, **kwargs)
        verdict: Any = self.fields["verdict"]
        verdict.queryset = verdicts
        verdict.label_from_instance = _named


def ask_view(model_admin: Any, request: HttpRequest) -> HttpResponse:
    """`?page=` finds the verdicts of a claim; POST asks for one of them to be withheld."""
    if not may(request, WITHHOLD):
        raise PermissionDenied
    page = (request.POST.get("page") or request.GET.get("page") or "").strip()
    claim = claim_numbered(page)
    seen = visible_verdicts(acting(request)).filter(review__claim=claim or 0)
    verdicts = seen.select_related("rating", "author", "publication").order_by("-number")
    form = AskFromPageForm(request.POST if request.method == "POST" else None, verdicts=verdicts)
    if request.method == "POST" and form.is_valid():
        try:
            withholding = ask_withholding(
                target=form.cleaned_data["verdict"], legal_basis=form.cleaned_data["legal_basis"], by=acting(request)
            )
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Asked for: nothing is gone until a second person confirms it.")
            return redirect(model_admin.address("change", withholding.pk))
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": "Ask for withholding",
        "page": page,
        "found": bool(verdicts),
        "form": form,
    }
    refused = request.method == "POST"
    return TemplateResponse(request, "admin/reviews/withholding/add.html", context, status=422 if refused else 200)


def _named(verdict: Verdict) -> str:
    publication = getattr(verdict, "publication", None)
    when = f"published {publication.valid_from:%d %B %Y}" if publication else "never published"
    return f"{verdict.headline} ({when}; by {verdict.author})"
