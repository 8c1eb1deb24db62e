"""A person's own notifications: the list, opening one, reading them, and choosing how to be told of what."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from reviews.desk.access import APPROVE, ASSIGN, TAKE, WITHHOLD, StaffRequest, with_any_right
from reviews.desk.forms.numbers import posted_number
from reviews.desk.forms.ways import WaysForm
from reviews.desk.notification_targets import target
from reviews.models import Notification
from reviews.notices import sentence
from reviews.notifications import chosen_ways, own_notification, own_notifications
from reviews.services.notifications import READ_KEPT, UNREAD_KEPT, choose_ways, read_all, read_notification

PER_PAGE = 30
UNPROCESSABLE = 422

# Whoever can be told of something; rows are one's own, whatever the role.
with_a_bell = with_any_right(TAKE, APPROVE, ASSIGN, WITHHOLD)


@with_a_bell
@require_safe
def notifications(request: StaffRequest) -> HttpResponse:
    """The newest first; `?show=unread` leaves out what was read."""
    unread_only = request.GET.get("show") == "unread"
    own = own_notifications(request.user, unread_only=unread_only)
    # Asked before the rows are: what comes in between is not marked with the rest, as it may not stand on the page.
    newest = own.values_list("pk", flat=True).first() or 0
    page = Paginator(own, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "shown": [{"notification": item, "says": sentence(item)} for item in page],
        "unread_only": unread_only,
        "newest": newest,
        "any_unread": own.filter(read_at=None).exists(),
        "read_days": READ_KEPT.days,
        "unread_days": UNREAD_KEPT.days,
    }
    return render(request, "desk/notifications.html", context)


@with_a_bell
@require_http_methods(["GET", "HEAD", "POST"])
def opened(request: StaffRequest, pk: int) -> HttpResponse:
    """Where links, those in mails too, come to: a page (GET) that leads on by its button, which counts as read (POST).

    The browser presses it by itself once the page is really shown; what only looks ahead, as mail programs and browsers
    do, changes nothing.
    """
    if request.method == "POST":
        return redirect(target(_read(request, pk), request.user))
    own = _own(request, pk)
    leads_to = target(own, request.user)
    if own.read_at:
        return redirect(leads_to)
    context = {"notification": own, "says": sentence(own), "leads_to": leads_to}
    return render(request, "desk/notification.html", context)


@with_a_bell
@require_POST
def read_one(request: StaffRequest, pk: int) -> HttpResponse:
    _read(request, pk)
    return redirect(_back(request))


@with_a_bell
@require_POST
def read_them_all(request: StaffRequest) -> HttpResponse:
    """Only what stood on the page when the button was pressed: what has come meanwhile stays unread."""
    count = read_all(person=request.user, up_to=posted_number(request, "up_to"))
    says = "1 notification is" if count == 1 else f"{count} notifications are"
    messages.success(request, f"{says} marked as read.")
    return redirect("desk:notifications")


@with_a_bell
@require_http_methods(["GET", "HEAD", "POST"])
def choices(request: StaffRequest) -> HttpResponse:
    ways = chosen_ways(request.user)
    form = WaysForm(request.POST if request.method == "POST" else None, ways=ways)
    if request.method == "POST" and form.is_valid():
        choose_ways(person=request.user, ways=form.chosen())
        messages.success(request, "Saved. It holds for what happens from now on.")
        return redirect("desk:notification_choices")
    status = UNPROCESSABLE if form.is_bound else 200
    return render(request, "desk/notification_choices.html", _form_and_mail(request, form), status=status)


def _form_and_mail(request: StaffRequest, form: WaysForm) -> dict[str, object]:
    return {
        "form": form,
        "digest_hour": f"{settings.CLAIMDESK_DIGEST_HOUR:02}:00",
        "time_zone": settings.TIME_ZONE,
        "address": request.user.email,
    }


def _own(request: StaffRequest, pk: int) -> Notification:
    try:
        return own_notification(notification_id=pk, person=request.user)
    except Notification.DoesNotExist as unknown:
        raise Http404("This notification is not yours, or was forgotten.") from unknown


def _read(request: StaffRequest, pk: int) -> Notification:
    _own(request, pk)
    return read_notification(notification_id=pk, person=request.user)


def _back(request: StaffRequest) -> str:
    """To the page of the list on which the button was."""
    page, unread_only = posted_number(request, "page"), request.POST.get("show") == "unread"
    query = "&".join([*(["show=unread"] if unread_only else []), *([f"page={page}"] if page > 1 else [])])
    return reverse("desk:notifications") + (f"?{query}" if query else "")
