"""Pages whose buttons are steps: each posts a small form to an address of its own, and a service does the work.

The page itself can't be posted to. A refusal of the service is told in its own words, and changes nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from claims.admin.base import ReadOnlyAdmin, may
from claims.errors import ClaimsError


class StepForm(forms.Form):
    """A form that knows what it is about."""

    required_css_class = "required"

    def __init__(self, *args: Any, target: Any, **kwargs: Any) -> None:
        self.target = target
        super().__init__(*args, **kwargs)


@dataclass(frozen=True, slots=True)
class Step:
    """`run(request, target, cleaned)` calls the service and says in one sentence what happened.

    `offered` only decides whether the button shows: the service judges every posted step by itself.
    """

    name: str
    label: str
    right: str
    run: Callable[[HttpRequest, Any, dict[str, Any]], str]
    form: type[StepForm] = StepForm
    offered: Callable[[Any], bool] = lambda target: True
    explains: str = ""
    tone: str = ""
    prefix: str = ""


@dataclass(slots=True)
class BoundStep:
    """A step with its form, for the template."""

    step: Step
    form: StepForm
    address: str
    opened: bool = field(default=False)


class StepsAdmin(ReadOnlyAdmin):
    """A list and a page per object; what may be done there are its `steps`."""

    page_template: ClassVar[str] = ""
    steps: ClassVar[tuple[Step, ...]] = ()
    refusals: ClassVar[tuple[type[Exception], ...]] = (ClaimsError,)

    def get_urls(self) -> list[URLPattern]:
        own = [
            path(
                f"<int:pk>/{step.name}/",
                self.admin_site.admin_view(partial(self.step_view, step=step)),
                name=self.address_name(step.name),
            )
            for step in self.steps
        ]
        return [*own, *super().get_urls()]

    def address_name(self, suffix: str) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_{suffix}"

    def address(self, suffix: str, pk: int) -> str:
        return reverse(f"admin:{self.address_name(suffix)}", args=[pk], current_app=self.admin_site.name)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The page of one object; read-only, whatever is posted to it."""
        if request.method not in {"GET", "HEAD"}:
            raise PermissionDenied
        if not object_id.isdecimal():
            raise Http404
        target = get_object_or_404(self.page_queryset(request), pk=object_id)
        if not self.has_view_permission(request, target):
            raise PermissionDenied
        return self.page(request, target)

    def page_queryset(self, request: HttpRequest) -> Any:
        """What the page reads; without the list's counting columns."""
        return self.get_queryset(request)

    def step_view(self, request: HttpRequest, pk: int, *, step: Step) -> HttpResponse:
        target = get_object_or_404(self.page_queryset(request), pk=pk)
        if not may(request, step.right):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        form = step.form(request.POST, request.FILES, target=target, prefix=self.prefix_of(step))
        if not form.is_valid():
            messages.error(request, f"{step.label}: see what is marked below. Nothing was changed.")
            return self.page(request, target, posted={step.name: form})
        try:
            with transaction.atomic():
                sentence = step.run(request, target, form.cleaned_data)
        except self.refusals as refusal:
            messages.error(request, f"{refusal} Nothing was changed.")
            return self.refused(request, pk, step, form)
        messages.success(request, sentence)
        return redirect(self.address("change", pk))

    def refused(self, request: HttpRequest, pk: int, step: Step, form: StepForm) -> HttpResponse:
        """What was typed stays in its form, on the page as it is now; a bare button has nothing to keep."""
        target = self.page_queryset(request).filter(pk=pk).first()
        if target is None or not any(form.cleaned_data.values()):
            return redirect(self.address("change", pk))
        return self.page(request, target, posted={step.name: form})

    def page(self, request: HttpRequest, target: Model, posted: Mapping[str, StepForm] | None = None) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": str(target),
            "subtitle": None,
            "target": target,
            "steps": self.bound_steps(request, target, posted or {}),
            "media": self.media,
            **self.page_context(request, target),
        }
        return TemplateResponse(request, self.page_template, context, status=422 if posted else 200)

    def page_context(self, request: HttpRequest, target: Any) -> dict[str, Any]:
        return {}

    def bound_steps(self, request: HttpRequest, target: Any, posted: Mapping[str, StepForm]) -> dict[str, BoundStep]:
        """The steps that this person may take on this object now, by name (as templates write it)."""
        return {
            step.name.replace("-", "_"): BoundStep(
                step=step,
                form=posted.get(step.name) or step.form(target=target, prefix=self.prefix_of(step)),
                address=self.address(step.name, target.pk),
                opened=step.name in posted,
            )
            for step in self.steps
            if may(request, step.right) and (step.offered(target) or step.name in posted)
        }

    def prefix_of(self, step: Step) -> str:
        """Several forms share a page, so their fields need names of their own."""
        return step.prefix or step.name
