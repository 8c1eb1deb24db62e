"""Sessions end: after a time without a request, and after a working day however much they were used.

The limits are those of NIST SP 800-63B-4 for two factors: an hour idle, and well within a day altogether.
"""

import time
from collections.abc import Callable
from typing import Any, Final

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse

from reviews.public.middleware import STAFF_PATHS

BEGAN: Final = "session_began"
SEEN: Final = "session_seen"
"""When the person signed in, and when they last asked for a page: seconds since 1970, in the session."""

MARKED_EVERY: Final = 60
"""Seconds. Marking each request would write the session's row each time."""


@receiver(user_logged_in, dispatch_uid="config.sessions.begin")
def begin(request: HttpRequest, **_: Any) -> None:
    request.session[BEGAN] = request.session[SEEN] = time.time()


class SessionAgeMiddleware:
    """Signs a person out whose session is too old; the page then does what it does with anybody who is not signed in.

    So the desk shows what was typed and leads back to it. Looks at staff pages only, as public ones have no session.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(STAFF_PATHS) and request.user.is_authenticated:
            self._judge(request, time.time())
        return self.get_response(request)

    def _judge(self, request: HttpRequest, now: float) -> None:
        # Without the marks it is older than this rule, so nobody knows how old.
        began, seen = request.session.get(BEGAN, 0), request.session.get(SEEN, 0)
        if now - seen > settings.CLAIMDESK_SESSION_IDLE_MINUTES * 60:
            logout(request)
            messages.warning(request, "You were signed out because nothing was done for a while.")
        elif now - began > settings.CLAIMDESK_SESSION_HOURS * 3600:
            logout(request)
            messages.warning(request, "You were signed out: a session lasts a working day at most.")
        elif now - seen > MARKED_EVERY:
            request.session[SEEN] = now
