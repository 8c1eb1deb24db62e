"""Who may enter which page of the desk: anonymous people sign in, people without the right get 403."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django.views.decorators.cache import never_cache

P = ParamSpec("P")

TAKE = "reviews.take_review"
APPROVE = "reviews.approve_verdict"
ASSIGN = "reviews.assign_review"
WITHHOLD = "reviews.withhold_text"
DECIDE = "reviews.decide_dispute"

MACHINERY = {"csrfmiddlewaretoken", "version", "lease_number", "row", "scope"}
"""What a form sends besides what somebody typed."""


class StaffRequest(HttpRequest):
    """A request of somebody who is signed in."""

    user: User


View = Callable[Concatenate[StaffRequest, P], HttpResponse]


def with_any_right(*rights: str) -> Callable[[View[P]], Callable[Concatenate[HttpRequest, P], HttpResponse]]:
    """Lets in whoever has at least one of `rights`."""

    def decorate(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not isinstance(request.user, User):
                return _sign_in(request, **kwargs)
            if not any(request.user.has_perm(right) for right in rights):
                raise PermissionDenied("The desk is for reviewers.")
            return view(request, *args, **kwargs)  # type: ignore[arg-type]  # its user is a User now

        # Work in progress must not come back from a cache with the Back button: its version would be stale.
        return never_cache(guarded)

    return decorate


reviewers_only = with_any_right(TAKE)


def _sign_in(request: HttpRequest, **kwargs: object) -> HttpResponse:
    """Back to a page that can be opened, not to an address for posting; what was typed is shown, not lost."""
    page = reverse("desk:review", args=[kwargs["pk"]]) if "pk" in kwargs else reverse("desk:home")
    back = page if request.method == "POST" else request.get_full_path()
    to_sign_in = redirect_to_login(back, resolve_url("account_login"))
    typed = {name: text for name, text in request.POST.items() if text and name not in MACHINERY}
    if not typed or not request.accepts("text/html"):
        return to_sign_in
    context = {"typed": typed, "sign_in": to_sign_in.url}
    return render(request, "desk/signed_out.html", context, status=401)


__all__ = ["APPROVE", "ASSIGN", "DECIDE", "TAKE", "WITHHOLD", "StaffRequest", "reviewers_only", "with_any_right"]
