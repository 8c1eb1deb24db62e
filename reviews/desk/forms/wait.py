"""What a claim waits for, and until when."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.timezone import localdate


class WaitForm(forms.Form):
    """Its two fields stand in the verdict's form, so they have names of their own and are never required there."""

    use_required_attribute = False

    wait_for = forms.CharField(
        max_length=300,
        label="What it waits for",
        help_text="For example: the ministry's answer, a letter of the court.",
        error_messages={"required": "Say what the claim waits for."},
    )
    wait_until = forms.DateField(
        label="Until",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="On that day it comes back, on top of your work.",
        error_messages={
            "required": "Choose the day until which it waits.",
            "invalid": "Write the day until which it waits as YYYY-MM-DD.",
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wait_until"].widget.attrs["min"] = (localdate() + timedelta(days=1)).isoformat()
