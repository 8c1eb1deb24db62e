"""How somebody wants to be told of each kind of notification that they can get."""

from collections.abc import Mapping
from typing import Any

from django import forms

from reviews.enums import NotificationKind, NotificationWay
from reviews.notices import ABOUT


class WaysForm(forms.Form):
    """One choice for each kind of `ways`, which says what holds now."""

    def __init__(self, *args: Any, ways: Mapping[NotificationKind, NotificationWay], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = list(ways)
        for kind, way in ways.items():
            self.fields[kind.value] = forms.TypedChoiceField(
                label=kind.label,
                help_text=ABOUT[kind].explains,
                choices=NotificationWay.choices,
                coerce=NotificationWay,
                initial=way.value,
                error_messages={
                    "required": "Choose one of the four.",
                    "invalid_choice": "This is none of the four choices: choose one of them.",
                },
            )

    def chosen(self) -> dict[NotificationKind, NotificationWay]:
        return {kind: self.cleaned_data[kind.value] for kind in self.kinds}
