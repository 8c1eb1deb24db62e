"""What readers are told when the page that is approved takes the place of one that they know."""

from typing import Any

from django import forms

from reviews.admin.publication_steps import KINDS, NoticeForm
from reviews.enums import CorrectionKind
from reviews.models import Verdict
from reviews.replacing import RATING, judged_anew, replaced_by
from reviews.services.change_notices import KEEPS_THE_RATING, ChangeNotice, told_since_reopening
from reviews.services.corrections import Notice

_ASKED = ("kind", "was", "now")


class ChangeNoticeForm(NoticeForm):
    """`changed`: what is judged in another way than readers know; `told`: a correction since the reopening says so."""

    kind = forms.TypedChoiceField(coerce=CorrectionKind, label="What the change is")
    field_order = ["kind"]
    prefix = "change"

    def __init__(self, *args: Any, changed: list[str], told: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.changed, self.told = changed, told
        self.asked = bool(changed) and not told
        kinds = {kind: says for kind, says in KINDS.items() if not (RATING in changed and kind in KEEPS_THE_RATING)}
        kind_field: Any = self.fields["kind"]
        kind_field.choices = [("", "Choose what it is"), *((kind.value, says) for kind, says in kinds.items())]
        for name in _ASKED:
            self.fields[name].required = self.asked

    def clean(self) -> dict[str, Any]:
        """Where it may be left out, it is left out as a whole."""
        cleaned = super().clean() or {}
        if any(cleaned.values()):
            for name in _ASKED:
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, "Say this too, or leave all of it empty.")
        return cleaned

    def change(self) -> ChangeNotice | None:
        if not self.cleaned_data.get("kind"):
            return None
        told = ("was", "now", "cause", "noticed_by", "reported_on")
        return ChangeNotice(self.cleaned_data["kind"], Notice(**{name: self.cleaned_data[name] for name in told}))


def change_notice_form(verdict: Verdict, payload: dict[str, Any], posted: Any) -> ChangeNoticeForm | None:
    """None where no reader knows a page of this claim, and for a minor correction, which brings its own notice."""
    replaced = replaced_by(verdict)
    if replaced is None or hasattr(verdict, "minor_correction"):
        return None
    return ChangeNoticeForm(
        posted, target=verdict, changed=judged_anew(replaced.payload, payload), told=told_since_reopening(replaced)
    )
