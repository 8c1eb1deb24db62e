"""Who may enter which page of the desk: anonymous people sign in, people without the right get 403."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url
from django.urls import reverse
from django.views.decorators.cache import never_cache

from reviews.desk.typed import signed_out_page

P = ParamSpec("P")

TAKE = "reviews.take_review"
APPROVE = "reviews.approve_verdict"
ASSIGN = "reviews.assign_review"
WITHHOLD = "reviews.withhold_text"
DECIDE = "reviews.decide_dispute"

_PAGES = {"reviews": "desk:review", "seconds": "desk:second"}
_LISTS = {"interests", "notifications"}
"""Folders of addresses, with the pages that stand for them."""


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
    back = _page_of(request, kwargs.get("pk")) if request.method == "POST" else request.get_full_path()
    to_sign_in = redirect_to_login(back, resolve_url("account_login"))
    return signed_out_page(request, to_sign_in.url) or to_sign_in


def _page_of(request: HttpRequest, pk: object) -> str:
    """Where somebody was who posted to this address."""
    folder = request.path_info.removeprefix(reverse("desk:home")).partition("/")[0]
    if pk is not None and folder in _PAGES:
        return reverse(_PAGES[folder], args=[pk])
    return reverse(f"desk:{folder}") if folder in _LISTS else reverse("desk:home")


__all__ = ["APPROVE", "ASSIGN", "DECIDE", "TAKE", "WITHHOLD", "StaffRequest", "reviewers_only", "with_any_right"]
