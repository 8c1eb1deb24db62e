"""Who may sign in, and how: accounts are made by administrators, the second factor is asked for by a setting."""

import logging
from collections.abc import Callable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url

from reviews.desk.access import APPROVE, TAKE

BEHIND_A_SECOND_FACTOR = ("/desk/", "/admin/")
"""Not /accounts/: there it is set up."""

log = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The desk for people who have work there, the admin for everybody else: administrators above all."""
        if request.user.has_perm(TAKE) or request.user.has_perm(APPROVE):
            return str(super().get_login_redirect_url(request))
        return resolve_url("admin:index")

    def send_notification_mail(
        self, template_prefix: str, user: User, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Also to the address that an administrator entered, which allauth has no row of."""
        super().send_notification_mail(template_prefix, user, context, email or user.email or None)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """What was done is done, and the page says so: a mail server that is down spoils nothing."""
        try:
            super().send_mail(template_prefix, email, context)
        except OSError:  # SMTPException is one.
            log.exception("A mail about an account could not be sent (%s).", template_prefix)


class SecondFactorMiddleware:
    """Sends a signed-in person without a second factor to set one up, where CLAIMDESK_REQUIRE_2FA asks for it.

    Looks at these pages only: reading the session on a public page would make it private to caches.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.CLAIMDESK_REQUIRE_2FA and request.path.startswith(BEHIND_A_SECOND_FACTOR):
            user = request.user
            if user.is_authenticated and not is_mfa_enabled(user):
                messages.warning(request, "Set up a second factor first: this newsroom asks everybody for one.")
                return redirect("mfa_index")
        return self.get_response(request)
