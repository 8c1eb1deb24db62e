"""Asking for a withholding from the address of a page: what a court's letter names."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.timezone import localtime

from claims.admin.base import may
from claims.admin.users import acting
from reviews.admin.merging import claim_numbered
from reviews.admin.publication_steps import was_seen
from reviews.admin.steps import REFUSALS
from reviews.admin.withholding_steps import WITHHOLD, AskForm
from reviews.models import SecondVerdict, Verdict
from reviews.sealing import visible_second_verdicts, visible_verdicts
from reviews.services.withholding import ask_withholding


class AskFromPageForm(AskForm):
    verdict = forms.ChoiceField(
        widget=forms.RadioSelect, label="Which text", error_messages={"required": "Choose which of them is to go."}
    )
    field_order = ["verdict"]

    def __init__(self, *args: Any, texts: dict[str, Verdict | SecondVerdict], **kwargs: Any) -> None:
        super().__init__(*args, target=None, **kwargs)
        self.texts = texts
        verdict: Any = self.fields["verdict"]
        verdict.choices = [(key, _named(text)) for key, text in texts.items()]

    def chosen(self) -> Verdict | SecondVerdict:
        return self.texts[self.cleaned_data["verdict"]]


def ask_view(model_admin: Any, request: HttpRequest) -> HttpResponse:
    """`?page=` finds the verdicts of a claim, second ones too; POST asks for one of them to be withheld."""
    if not may(request, WITHHOLD):
        raise PermissionDenied
    page = (request.POST.get("page") or request.GET.get("page") or "").strip()
    claim = claim_numbered(page)
    texts = _texts(acting(request), claim or 0)
    form = AskFromPageForm(request.POST if request.method == "POST" else None, texts=texts)
    if request.method == "POST" and form.is_valid():
        try:
            withholding = ask_withholding(
                target=form.chosen(), legal_basis=form.cleaned_data["legal_basis"], by=acting(request)
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
        "found": bool(texts),
        "form": form,
    }
    refused = request.method == "POST"
    return TemplateResponse(request, "admin/reviews/withholding/add.html", context, status=422 if refused else 200)


def _texts(user: User, claim: int) -> dict[str, Verdict | SecondVerdict]:
    """By what the form posts: the number of a verdict, or `second-` and that of a second one."""
    verdicts = visible_verdicts(user).filter(review__claim=claim)
    seconds = visible_second_verdicts(user).filter(opinion__review__claim=claim)
    found: dict[str, Verdict | SecondVerdict] = {
        str(verdict.pk): verdict for verdict in verdicts.select_related("author", "publication").order_by("-number")
    }
    return found | {f"second-{row.pk}": row for row in seconds.select_related("author").order_by("-pk")}


def _named(verdict: Verdict | SecondVerdict) -> str:
    if isinstance(verdict, SecondVerdict):
        return f"The second verdict that {verdict.author} gave (never published)"
    publication = getattr(verdict, "publication", None)
    when = "never published"
    if publication and was_seen(publication):
        when = f"published {localtime(publication.valid_from):%d %B %Y}"
    return f"{verdict.headline} ({when}; by {verdict.author})"
