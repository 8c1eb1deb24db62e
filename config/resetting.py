"""A forgotten password: whatever address is entered, the page does the same work and says the same.

A worker looks for the account and mails it. So neither the words nor the time of an answer, nor a mail server that is
down, tell whether somebody has an account here.
"""

import logging

from django import forms
from django.http import HttpRequest
from kombu.exceptions import OperationalError

from config.tasks import mail_password_reset

log = logging.getLogger(__name__)


class ResetPasswordForm(forms.Form):
    """In place of allauth's, which looks for the account, and mails it, while the browser waits."""

    email = forms.EmailField(
        max_length=254,
        label="Mail address",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def save(self, request: HttpRequest, **_: object) -> str:
        email: str = self.cleaned_data["email"]
        try:
            mail_password_reset.delay(email)
        except OperationalError:
            log.exception("A password reset was not rung for, as the broker cannot be reached.")
        return email
