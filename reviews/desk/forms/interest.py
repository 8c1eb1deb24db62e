"""“My interests”: what somebody is tied to, by name; names are looked up, so that no list of a thousand is needed."""

from typing import Any

from django import forms
from django.db.models import Q
from django.db.models.functions import Lower

from claims.models import Source, Speaker, Topic
from reviews.desk.forms.contact import DayField
from reviews.desk.forms.lines import LinesField

KINDS = {"source": "A source", "speaker": "A speaker", "topic": "A topic"}


class InterestForm(forms.Form):
    kind = forms.ChoiceField(choices=list(KINDS.items()), label="An interest in")
    name = forms.CharField(max_length=200, label="Its name", help_text="As the newsroom has it on record.")
    note = LinesField(rows=2, max_length=1_000, label="What the tie is", help_text="Editors read it, nobody else.")
    since = DayField(required=False, label="Since", help_text="Empty: today.")
    until = DayField(required=False, label="Until", help_text="Empty: it lasts.")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "kind" in data and "name" in data:
            data["about"] = found = _about(data["kind"], " ".join(data["name"].split()))
            if found is None:
                self.add_error("name", f"No {data['kind']} on record is called “{data['name']}”.")
        return data


def _about(kind: str, name: str) -> Source | Speaker | Topic | None:
    if kind == "topic":
        return Topic.objects.filter(name__iexact=name).first()
    model: type[Source | Speaker] = Source if kind == "source" else Speaker
    named = model._default_manager.annotate(lower_name=Lower("name"))
    found = named.filter(Q(lower_name=name.lower()) | Q(aliases__contains=[name])).order_by("pk").first()
    return found.merged_into or found if found else None
