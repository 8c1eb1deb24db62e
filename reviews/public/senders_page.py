"""Pages that only whoever sent something can find: no cache, no search engine and no link away gives them out."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def for_the_sender_only(view: View) -> View:
    """The address is the key, so it must stay where it is: not in caches, referrers or search results."""

    @wraps(view)
    def private(request: HttpRequest, token: str) -> HttpResponse:
        response = view(request, token)
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return private
