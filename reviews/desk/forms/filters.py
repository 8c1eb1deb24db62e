"""What a reviewer wants to see of the queue. The choices are what the queue holds, so that none leads to nothing."""

from typing import Any
from urllib.parse import urlencode

from django import forms

from claims.enums import ClaimKind
from claims.models import Claim, Source, Topic
from reviews.models import Review
from reviews.queueing import QueueFilter
from reviews.workflow import OPEN_STAGES

FIELDS = ("topic", "kind", "source", "language")


class QueueFilterForm(forms.Form):
    topic = forms.ModelChoiceField(Topic.objects.none(), required=False, empty_label="Any topic")
    kind = forms.ChoiceField(choices=[("", "Any kind"), *ClaimKind.choices], required=False)
    source = forms.ModelChoiceField(Source.objects.none(), required=False, empty_label="Any source")
    language = forms.ChoiceField(required=False)

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
            *((code, code) for code in languages),
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
        )

    def active(self) -> dict[str, str]:
        """The filters that are set, as they stand in an address."""
        filters = self.chosen()
        return {name: str(getattr(filters, name)) for name in FIELDS if getattr(filters, name)}

    def as_query(self) -> str:
        active = self.active()
        return f"?{urlencode(active)}" if active else ""
