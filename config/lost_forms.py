"""Staff's forms that came too late: after the session had ended, or with the token of an earlier sign-in.

What was typed is shown to whoever sent it. The desk does so for itself (`reviews.desk.access`).
"""

from http import HTTPStatus
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django.views.decorators.cache import never_cache

from reviews.desk.typed import signed_out_page, typed_in

HOLD_TEXT = ("/desk/", "/admin/")
"""Not /accounts/, where people type secrets."""


@never_cache
def out_of_date(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF_FAILURE_VIEW. What another site sent is not shown: it would be that site's words on our page."""
    typed = typed_in(request) if request.path_info.startswith(HOLD_TEXT) and _is_ours(request) else {}
    if not typed or not request.accepts("text/html"):
        return render(request, "403_csrf.html", status=HTTPStatus.FORBIDDEN)
    context = {"typed": typed, "back": page_before(request)}
    return render(request, "desk/out_of_date.html", context, status=HTTPStatus.FORBIDDEN)


def signed_out(request: HttpRequest) -> HttpResponse:
    """For a form of the admin."""
    to_sign_in = redirect_to_login(page_before(request), resolve_url(settings.LOGIN_URL))
    return signed_out_page(request, to_sign_in.url) or to_sign_in


def page_before(request: HttpRequest) -> str:
    """The page that held the form: an address for posting can't be opened."""
    before = urlsplit(request.headers.get("Referer", ""))
    if before.netloc == request.get_host() and before.path.startswith(HOLD_TEXT):
        return before.path
    return reverse("admin:index") if request.path_info.startswith("/admin/") else reverse("desk:home")


def _is_ours(request: HttpRequest) -> bool:
    """Browsers say where a form was: by Sec-Fetch-Site, or by Origin where the connection is not encrypted."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin", "")
    return site == "same-origin" if site else urlsplit(origin).netloc == request.get_host()
