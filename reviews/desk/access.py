"""Who may enter which page of the desk: anonymous people sign in, people without the right get 403."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

P = ParamSpec("P")

TAKE = "reviews.take_review"
APPROVE = "reviews.approve_verdict"


class StaffRequest(HttpRequest):
    """A request of somebody who is signed in."""

    user: User


View = Callable[Concatenate[StaffRequest, P], HttpResponse]


def with_any_right(*rights: str) -> Callable[[View[P]], View[P]]:
    """Lets in whoever has at least one of `rights`."""

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: StaffRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            if not any(request.user.has_perm(right) for right in rights):
                raise PermissionDenied("The desk is for reviewers.")
            return view(request, *args, **kwargs)

        # Work in progress must not come back from a cache with the Back button: its version would be stale.
        return never_cache(login_required(guarded))

    return decorate


reviewers_only = with_any_right(TAKE)
