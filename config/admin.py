"""The editors' admin: Django's, with sign-in at /accounts/ only, where the second factor is asked for."""

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, resolve_url
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache


class ClaimdeskAdminSite(admin.AdminSite):
    site_header = site_title = settings.SITE_NAME
    index_title = "Newsroom"
    site_url = "/"

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Signing out is for everybody: whoever lost their rights meanwhile would else be refused, still signed in."""
        return [path("logout/", self.logout, name="logout"), *super().get_urls()]

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
