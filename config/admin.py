"""The editors' admin: Django's, with sign-in at /accounts/ only, where the second factor is asked for."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, resolve_url
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from config.lost_forms import signed_out

View = Callable[..., HttpResponseBase]


class ClaimdeskAdminSite(admin.AdminSite):
    site_header = site_title = settings.SITE_NAME
    index_title = "Newsroom"
    site_url = "/"

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Signing out is for everybody: whoever lost their rights meanwhile would else be refused, still signed in."""
        return [path("logout/", self.logout, name="logout"), *super().get_urls()]

    def admin_view(self, view: View, cacheable: bool = False) -> View:  # type: ignore[override]  # noqa: FBT001, FBT002
        """As Django's; but what somebody typed whose session has ended meanwhile is shown to them, not lost."""
        guarded = super().admin_view(view, cacheable)

        @wraps(guarded)
        def kept(request: HttpRequest, /, *parts: Any, **named: Any) -> HttpResponseBase:
            if request.method == "POST" and not request.user.is_authenticated:
                return signed_out(request)
            return guarded(request, *parts, **named)

        return kept

    @method_decorator(never_cache)
    def login(self, request: HttpRequest, extra_context: object = None) -> HttpResponseBase:  # type: ignore[override]
        """The admin has no sign-in of its own: one door means one limit on guesses and one second factor."""
        if request.user.is_authenticated and not self.has_permission(request):
            # Sent to sign in, they would be sent back here at once, for ever.
            raise PermissionDenied("This account does not belong to the editors' admin.")
        index = reverse("admin:index", current_app=self.name)
        return redirect_to_login(request.GET.get("next") or index, resolve_url(settings.LOGIN_URL))

    def password_change(self, request: HttpRequest, extra_context: object = None) -> HttpResponseBase:  # type: ignore[override]
        """One page for it, where guesses of the old password are counted."""
        return redirect("account_change_password")
