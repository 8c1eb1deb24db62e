"""“My interests”: declared by the person themselves; editors see them in the admin."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST

from reviews.desk.access import APPROVE, TAKE, StaffRequest, with_any_right
from reviews.desk.flash import refusals_shown
from reviews.desk.forms.interest import InterestForm
from reviews.errors import InterestRefused
from reviews.models import Interest
from reviews.services.interests import declare_interest, end_interest

UNPROCESSABLE = 422


@with_any_right(TAKE, APPROVE)
@require_http_methods(["GET", "HEAD", "POST"])
def interests(request: StaffRequest) -> HttpResponse:
    """The list and the form (GET, which a link from a claim fills in), and declaring one (POST)."""
    if request.method != "POST":
        return _page(request, InterestForm(initial={name: request.GET.get(name, "") for name in ("kind", "name")}))
    form = InterestForm(request.POST)
    if form.is_valid():
        data = form.cleaned_data
        try:
            interest = declare_interest(
                person=request.user, about=data["about"], note=data["note"], since=data["since"], until=data["until"]
            )
        except InterestRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Declared: an interest in {interest}. Its claims are not offered to you.")
            return redirect("desk:interests")
    return _page(request, form, status=UNPROCESSABLE)


@with_any_right(TAKE, APPROVE)
@require_POST
def end(request: StaffRequest, pk: int) -> HttpResponse:
    interest = get_object_or_404(Interest, pk=pk, person=request.user)
    with refusals_shown(request):
        end_interest(interest=interest, by=request.user)
        messages.success(request, "It ends today: from tomorrow on its claims are offered to you again.")
    return redirect("desk:interests")


def _page(request: StaffRequest, form: InterestForm, *, status: int = 200) -> HttpResponse:
    declared = Interest.objects.filter(person=request.user).select_related("source", "speaker", "topic")
    context = {"form": form, "interests": declared, "today": localdate()}
    return render(request, "desk/interests.html", context, status=status)
