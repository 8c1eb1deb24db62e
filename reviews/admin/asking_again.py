"""Acts on other people's accounts: the password, or the second factor, is asked once more."""

from collections.abc import Callable
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url


def asked_again(model_admin: Any, request: HttpRequest, view: Callable[[], Any], *, keeps_form: bool) -> HttpResponse:
    """What `view` answers, once the person has proved anew who they are; within the next minutes nobody asks again.

    Who may not come here at all gets the view's own refusal, and is asked nothing. `keeps_form`: what was posted is
    kept in the session and carried out afterwards; not for forms with a password.
    """
    if not model_admin.has_view_or_change_permission(request):
        answer: HttpResponse = view()
        return answer
    try:
        answer = reauthentication_required(lambda request: view())(request)
    except ReauthenticationRequired:
        if keeps_form or request.method != "POST":
            raise
        messages.warning(request, "Nothing was changed, as a password is not kept meanwhile: enter it again.")
        return redirect_to_login(request.get_full_path(), resolve_url("account_reauthenticate"))
    return answer
