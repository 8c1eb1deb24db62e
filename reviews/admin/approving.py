"""Approving, on the exact page that the public will see, bound to its hash; and asking for changes."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime

from claims.admin.base import may
from claims.admin.steps import Step
from claims.admin.users import acting
from reviews.admin.change_notices import ChangeNoticeForm, change_notice_form
from reviews.admin.commenting import CommentForm, comment_context
from reviews.admin.comparing import comparing_context
from reviews.admin.preview import claim_review_preview, terms_of_payload
from reviews.admin.second_steps import second_context
from reviews.admin.steps import REFUSALS, DayField, ReasonForm, WhenField
from reviews.changed_texts import changes_since_verdict
from reviews.enums import RecheckReason, Stage
from reviews.errors import ReviewsError
from reviews.evidence_notes import notes_of_verdict
from reviews.models import MinorCorrection, Publication, Verdict
from reviews.payload import build_payload, payload_sha256
from reviews.permissions import RIGHTS, Action, why_not
from reviews.public.reading import verdict_content
from reviews.public.state import State
from reviews.recheck_rules import first_recheck
from reviews.sealing import awaits_second
from reviews.services.publishing import approve_verdict, current_holds
from reviews.services.verdicts import request_changes
from reviews.tasks import ring_purge

APPROVE = RIGHTS[Action.APPROVE][0]


Rule = tuple[date, RecheckReason] | None
"""The day that follows where the approver chooses none."""


def _in_words(rule: Rule) -> str:
    if rule is None:
        return "Empty: no day is set, as neither a period still runs nor a count goes on."
    day, reason = rule
    return f"Empty: {date_format(day, 'j F Y')} ({reason.label.lower()})."


class ApproveForm(forms.Form):
    payload_sha256 = forms.CharField(max_length=64, widget=forms.HiddenInput)
    resolution = forms.CharField(
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        label="How the difference was resolved",
        help_text="The second verdict differs. Say why this one is right, or request changes.",
    )
    publish_at = WhenField(required=False, label="Publish at", help_text="Empty: at once.")
    recheck_on = DayField(required=False, label="Look at it again on")

    def __init__(self, *args: Any, differs: bool, rule: Rule, change: ChangeNoticeForm | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.change = change
        self.fields["recheck_on"].help_text = _in_words(rule)
        if not differs:
            del self.fields["resolution"]

    def is_valid(self) -> bool:
        """With what stands in the form about the change; all errors show at once."""
        return all([super().is_valid(), self.change is None or self.change.is_valid()])

    def chosen(self) -> dict[str, Any]:
        return {**self.cleaned_data, "change": self.change.change() if self.change else None}


def _request_changes(request: HttpRequest, verdict: Verdict, cleaned: dict[str, Any]) -> str:
    request_changes(verdict=verdict, by=acting(request), reason=cleaned["reason"])
    return f"Sent back to {verdict.author} with your reason."


def _awaits_approval(verdict: Verdict) -> bool:
    return verdict.review.stage == Stage.SUBMITTED


REQUEST_CHANGES = Step(
    "request-changes",
    "Request changes",
    RIGHTS[Action.REQUEST_CHANGES][0],
    _request_changes,
    ReasonForm,
    _awaits_approval,
    explains="The verdict goes back to its author; the next submission is a new verdict.",
)


def approve_view(model_admin: Any, request: HttpRequest, pk: int) -> HttpResponse:
    """The page (GET), or the approval of the page whose hash the form carries (POST)."""
    verdict = get_object_or_404(model_admin.page_queryset(request), pk=pk)
    if not may(request, APPROVE):
        raise PermissionDenied
    second = second_context(acting(request), verdict.review, against=verdict)
    form = _form(verdict, second, request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _page(model_admin, request, verdict, form, second)
    publication = _approve(request, verdict, form.chosen())
    if publication is not None:
        return redirect("admin:reviews_publication_change", publication.pk)
    # The page as it is now, with its hash; what was typed beside it stays.
    verdict = get_object_or_404(model_admin.page_queryset(request), pk=pk)
    typed = request.POST.copy()
    typed["payload_sha256"] = payload_sha256(build_payload(verdict))
    return _page(model_admin, request, verdict, _form(verdict, second, typed), second, refused=True)


def approval_page(model_admin: Any, request: HttpRequest, verdict: Verdict, *, comment: CommentForm) -> HttpResponse:
    """The page as it is now, after a comment on it was refused."""
    second = second_context(acting(request), verdict.review, against=verdict)
    return _page(model_admin, request, verdict, _form(verdict, second, None), second, refused=True, comment=comment)


def _form(verdict: Verdict, second: dict[str, Any], posted: QueryDict | None) -> ApproveForm:
    payload = build_payload(verdict)
    rule = first_recheck(kind=payload["claim"]["kind"], period_to=payload["period"]["to"], today=localdate())
    differs = any(row.differs for row in second.get("contrasts", ()))
    change = change_notice_form(verdict, payload, posted)
    initial = {"payload_sha256": payload_sha256(payload)}
    return ApproveForm(posted, initial=initial, differs=differs, rule=rule, change=change)


def _approve(request: HttpRequest, verdict: Verdict, chosen: dict[str, Any]) -> Publication | None:
    try:
        publication = approve_verdict(verdict=verdict, approver=acting(request), **chosen)
    except REFUSALS as refusal:
        messages.error(request, f"{refusal} Nothing was published.")
        return None
    ring_purge()
    when = f"from {localtime(publication.valid_from):%d %B %Y, %H:%M} on" if chosen["publish_at"] else "now"
    messages.success(request, f"Approved: the public sees it {when}.")
    return publication


def _page(
    model_admin: Any,
    request: HttpRequest,
    verdict: Verdict,
    form: ApproveForm,
    second: dict[str, Any],
    *,
    refused: bool = False,
    comment: CommentForm | None = None,
) -> HttpResponse:
    payload = build_payload(verdict)
    terms = terms_of_payload(payload)
    refusal: ReviewsError | None = why_not(acting(request), Action.APPROVE, verdict)
    awaits = _awaits_approval(verdict)
    sealed = awaits_second(verdict.review)
    sha256 = payload_sha256(payload)
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": "Approve this page",
        "target": verdict,
        "content": verdict_content(payload, terms),
        "state": State(),
        "sha256": sha256,
        "claim_review": claim_review_preview(verdict, payload, terms),
        "form": form,
        "refusal": refusal,
        "may_approve": awaits and refusal is None and not sealed,
        "changes": changes_since_verdict(verdict.review),
        **second,
        **comment_context(model_admin, request, verdict, payload, commenting=awaits and not sealed, typed=comment),
        "awaits_approval": awaits,
        "holds": current_holds(verdict.review),
        "may_still_answer": [asked for asked in payload["contacts"] if asked["still_open"]] if awaits else [],
        "notes": notes_of_verdict(verdict),
        "protected": verdict.review.protected_sources.filter(evidence__verdict=verdict).distinct(),
        "minor": MinorCorrection.objects.filter(verdict=verdict).first(),
        **comparing_context(verdict, payload, acting(request)),
        "steps": model_admin.bound_steps(request, verdict, {}),
    }
    status = 422 if refused or form.is_bound else 200
    return TemplateResponse(request, "admin/reviews/verdict/approve.html", context, status=status)
