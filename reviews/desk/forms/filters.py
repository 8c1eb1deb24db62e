"""What a reviewer wants to see of the queue. The choices are what the queue holds, so that none leads to nothing."""

from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import get_language_info

from claims.enums import ClaimKind
from claims.models import Claim, Source, Topic
from reviews.models import Review
from reviews.queueing import QueueFilter
from reviews.workflow import OPEN_STAGES

FIELDS = ("topic", "kind", "source", "language", "due")

OVERDUE, THIS_WEEK, DATED = "overdue", "week", "any"
DUE = [("", "Due or not"), (OVERDUE, "Overdue"), (THIS_WEEK, "Due within a week"), (DATED, "Has a due date")]
SOONEST_DUE = "due"


class QueueFilterForm(forms.Form):
    topic = forms.ModelChoiceField(Topic.objects.none(), required=False, empty_label="Any topic")
    kind = forms.ChoiceField(choices=[("", "Any kind"), *ClaimKind.choices], required=False)
    source = forms.ModelChoiceField(Source.objects.none(), required=False, empty_label="Any source")
    language = forms.ChoiceField(required=False)
    due = forms.ChoiceField(choices=DUE, required=False)
    sort = forms.ChoiceField(
        choices=[("", "Most urgent"), (SOONEST_DUE, "Soonest due")],
        required=False,
        label="Order",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        queued = Claim.objects.filter(pk__in=Review.objects.filter(stage__in=OPEN_STAGES).values("claim"))
        self.fields["topic"].queryset = Topic.objects.filter(claims__in=queued).distinct()  # type: ignore[attr-defined]
        self.fields["source"].queryset = Source.objects.filter(  # type: ignore[attr-defined]
            pk__in=queued.values("article__source")
        )
        languages = queued.order_by("language").values_list("language", flat=True).distinct()
        self.fields["language"].choices = [  # type: ignore[attr-defined]
            ("", "Any language"),
            *((code, _language(code)) for code in languages),
        ]

    def _values(self) -> dict[str, Any]:
        # A filter that no longer fits the queue is dropped, not an error: its last claim may just have gone.
        self.full_clean()
        return self.cleaned_data

    def chosen(self) -> QueueFilter:
        values = self._values()
        return QueueFilter(
            topic=values["topic"].pk if values.get("topic") else None,
            kind=values.get("kind", ""),
            source=values["source"].pk if values.get("source") else None,
            language=values.get("language", ""),
            due_by=_due_by(values.get("due", "")),
        )

    def soonest_due(self) -> bool:
        return self._values().get("sort") == SOONEST_DUE

    def active(self) -> dict[str, str]:
        """The filters that are set, as they stand in an address."""
        values = self._values()
        chosen = {name: values.get(name) for name in FIELDS}
        return {name: str(getattr(value, "pk", value)) for name, value in chosen.items() if value}

    def dropped(self) -> bool:
        """Whether something was asked for that nothing in the queue is any more."""
        return self.active().keys() != {name for name in FIELDS if self.data.get(name)}

    def as_query(self) -> str:
        active = self.active()
        return f"?{urlencode(active)}" if active else ""


def _due_by(chosen: str) -> date | None:
    """The last day that fits, by the newsroom's calendar."""
    days = {OVERDUE: localdate() - timedelta(days=1), THIS_WEEK: localdate() + timedelta(days=7), DATED: date.max}
    return days.get(chosen)


def _language(code: str) -> str:
    """“French” for fr; the code itself where Django knows no name."""
    try:
        return str(get_language_info(code)["name"])
    except KeyError:
        return code
