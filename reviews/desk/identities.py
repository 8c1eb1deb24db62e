"""Protected sources: whoever checks the claim records one; who has the right looks at it, and the log says so.

The identity is on the page that answers a POST alone: no message, no address, no cache ever holds it.
"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from reviews.desk.access import StaffRequest, reviewers_only, with_any_right
from reviews.desk.forms.identity import IdentityForm, PurposeForm
from reviews.desk.saving import FULL
from reviews.errors import IdentityRefused, ReasonMissing, Recused
from reviews.models import ProtectedIdentity, ProtectedSource, Review
from reviews.permissions import RIGHTS, Action, require
from reviews.services.identities import look_at_identity, protect_source

UNPROCESSABLE = 422
SEE = RIGHTS[Action.SEE_IDENTITY][0]


@sensitive_post_parameters("name", "details")
@reviewers_only
@require_http_methods(["GET", "HEAD", "POST"])
def identities(request: StaffRequest, pk: int) -> HttpResponse:
    """What the review has, without names, and the form for another."""
    review = get_object_or_404(FULL, pk=pk)
    require(request.user, Action.PROTECT, review)
    form = IdentityForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            protected = protect_source(review=review, by=request.user, **form.cleaned_data)
        except (IdentityRefused, ReasonMissing) as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Recorded as {protected}: choose it at the evidence under “Identity protected”.")
            return redirect("desk:review", pk=pk)
    return _page(request, review, form)


def _page(request: StaffRequest, review: Review, form: IdentityForm) -> HttpResponse:
    context = {"review": review, "form": form, "known": review.protected_sources.select_related("added_by")}
    return render(request, "desk/identities.html", context, status=UNPROCESSABLE if form.errors else 200)


@sensitive_variables("identity")
@with_any_right(SEE)
@require_http_methods(["GET", "HEAD", "POST"])
def identity(request: StaffRequest, pk: int, protected: int) -> HttpResponse:
    """First the question what for (GET), then the identity (POST)."""
    source = get_object_or_404(ProtectedSource.objects.select_related("review__claim"), pk=protected, review=pk)
    form = PurposeForm(request.POST if request.method == "POST" else None)
    seen: ProtectedIdentity | None = None
    if form.is_valid():
        try:
            seen = look_at_identity(protected=source, by=request.user, purpose=form.cleaned_data["purpose"])
        except (IdentityRefused, ReasonMissing, Recused) as refusal:
            form.add_error(None, str(refusal))
    context = {"review": source.review, "source": source, "form": form, "identity": seen}
    return render(request, "desk/identity.html", context, status=UNPROCESSABLE if form.errors else 200)
