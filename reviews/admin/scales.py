"""The rating scale: old revisions are read-only; administrators add a new one, filled from the newest."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import formset_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from claims.admin.base import ReadOnlyAdmin, may
from claims.admin.users import acting
from reviews.admin.steps import REFUSALS, ReviewStepsAdmin
from reviews.models import Rating, Scale
from reviews.services.scales import RatingInput, add_scale_revision

FIELDS = tuple(RatingInput.__dataclass_fields__)


class ScaleForm(forms.Form):
    name = forms.CharField(max_length=100)
    introduced_on = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    note = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3}), help_text="What changed from the revision before, and why."
    )


class RatingForm(forms.ModelForm[Rating]):
    """A row without a code is left out."""

    code = forms.SlugField(max_length=30, required=False)

    class Meta:
        model = Rating
        fields = FIELDS
        widgets = {name: forms.Textarea(attrs={"rows": 2}) for name in ("definition", "criteria", "tolerance")}

    def _post_clean(self) -> None:
        """The service makes and checks the rows."""


RatingFormSet = formset_factory(RatingForm, extra=1, max_num=20, absolute_max=20)


@admin.register(Scale)
class ScaleAdmin(ReviewStepsAdmin):
    page_template = "admin/reviews/scale/page.html"
    list_display = ["name", "revision", "introduced_on", "note"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may(request, "reviews.add_scale")

    def page_context(self, request: HttpRequest, target: Scale) -> dict[str, Any]:
        return {"ratings": target.ratings.all()}

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        form, ratings = self._forms(request)
        if request.method == "POST" and form.is_valid() and ratings.is_valid():
            scale = self._add(request, form, ratings)
            if scale is not None:
                return redirect(self.address("change", scale.pk))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "New revision of the rating scale",
            "form": form,
            "ratings": ratings,
        }
        refused = request.method == "POST"
        return TemplateResponse(request, "admin/reviews/scale/add.html", context, status=422 if refused else 200)

    def _forms(self, request: HttpRequest) -> tuple[ScaleForm, Any]:
        if request.method == "POST":
            return ScaleForm(request.POST), RatingFormSet(request.POST, prefix="ratings")
        newest = Scale.objects.order_by("-revision").first()
        rows = [{name: getattr(rating, name) for name in FIELDS} for rating in newest.ratings.all()] if newest else []
        first = {"name": newest.name if newest else "", "introduced_on": timezone.localdate()}
        return ScaleForm(initial=first), RatingFormSet(prefix="ratings", initial=rows)

    def _add(self, request: HttpRequest, form: ScaleForm, ratings: Any) -> Scale | None:
        filled = [row.cleaned_data for row in ratings if row.cleaned_data.get("code")]
        inputs = [RatingInput(**{name: row[name] for name in FIELDS}) for row in filled]
        try:
            scale = add_scale_revision(ratings=inputs, by=acting(request), **form.cleaned_data)
        except REFUSALS as refusal:
            form.add_error(None, forms.ValidationError(str(refusal)))
            return None
        messages.success(request, f"{scale} is in force for new verdicts.")
        return scale


@admin.register(Rating)
class RatingAdmin(ReadOnlyAdmin):
    list_display = ["label", "code", "number", "scale"]
    list_filter = [("scale", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["scale"]
    search_fields = ["label", "definition"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Rating]:
        return super().get_queryset(request).order_by("-scale__revision", "position")
