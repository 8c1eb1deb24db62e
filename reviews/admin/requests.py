"""Requests for a check, answered: a step that ends one rings for the mail; a claim with a verdict ends it at once."""

from dataclasses import replace
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from claims.admin.requests import REQUEST_STEPS, RequestAdmin
from claims.admin.steps import Step
from claims.models import Request
from reviews.admin.steps import REFUSALS
from reviews.selectors import page_of_claim
from reviews.services.answering import answer_requests_with_verdicts
from reviews.tasks import ring_mail

admin.site.unregister(Request)


def then_mail(step: Step) -> Step:
    def run(request: HttpRequest, target: Request, cleaned: dict[str, Any]) -> str:
        sentence = step.run(request, target, cleaned)
        if target in answer_requests_with_verdicts(now=timezone.now()):
            sentence += " A verdict on it is public: whoever asked is told."
        ring_mail(target)
        return sentence

    return replace(step, run=run)


@admin.register(Request)
class AnsweredRequestAdmin(RequestAdmin):
    steps = tuple(then_mail(step) for step in REQUEST_STEPS)
    refusals = REFUSALS

    def page_context(self, request: HttpRequest, target: Request) -> dict[str, Any]:
        about = target.claim and (target.claim.canonical_id or target.claim.pk)
        publication = page_of_claim(about) if about else None
        return {**super().page_context(request, target), "publication": publication}
