"""Right of reply at the desk: an attempt to reach somebody, and the answer to it."""

from typing import Any

from django import forms
from django.utils.timezone import localdate

from claims.models import Source, Speaker
from reviews.desk.forms.lines import LinesField
from reviews.enums import ContactWay
from reviews.models import Contact, Review

OTHER = "other"
"""Somebody who is neither a speaker nor a source of this claim; `name` says who."""


class DayField(forms.DateField):
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class ContactForm(forms.Form):
    whom = forms.ChoiceField(required=False, label="Whom you asked")
    name = forms.CharField(required=False, max_length=200, label="or somebody else, by name")
    role = forms.CharField(
        required=False, max_length=200, label="What they are", help_text="For example: spokeswoman of the ministry."
    )
    private = forms.BooleanField(
        required=False, label="A private person", help_text="The public reads what they are, not who."
    )
    way = forms.ChoiceField(choices=ContactWay.choices, required=False, label="How")
    asked_on = DayField(required=False, label="Asked on")
    deadline = DayField(required=False, label="They may answer until", help_text="The end of that day.")

    def __init__(self, *args: Any, review: Review, **kwargs: Any) -> None:
        super().__init__(*args, **(kwargs | {"prefix": "contact"}))
        self.people = _people(review)
        choices = [(key, str(person)) for key, person in self.people.items()]
        self.fields["whom"].choices = [*choices, (OTHER, "Somebody else")]  # type: ignore[attr-defined]
        self.fields["whom"].initial = next(iter(self.people), OTHER)
        self.fields["asked_on"].initial = localdate

    def person(self) -> Speaker | Source | str:
        """For a valid form; a name that was typed wins over the choice above it."""
        name: str = self.cleaned_data["name"].strip()
        return name or self.people.get(self.cleaned_data["whom"], "")


class AnswerForm(forms.Form):
    answered_on = DayField(required=False, label="Answered on")
    answer = LinesField(rows=2, max_length=2_000, label="What they answered", help_text="In short; it becomes public.")

    def __init__(self, *args: Any, contact: Contact, **kwargs: Any) -> None:
        super().__init__(*args, **(kwargs | {"prefix": f"answer-{contact.pk}"}))
        self.fields["answered_on"].initial = localdate


def complaint(form: forms.Form) -> str:
    """What is wrong with a form, as one sentence after the other."""
    return " ".join(f"{form[name].label}: {says}" for name, errors in form.errors.items() for says in errors)


def _people(review: Review) -> dict[str, Speaker | Source]:
    """Whom the claim is about, first: its speaker, who relayed it, and its publisher."""
    claim = review.claim
    people: dict[str, Speaker | Source] = {}
    for speaker in filter(None, (claim.speaker, claim.via)):
        people[f"speaker-{speaker.pk}"] = speaker
    if claim.article.source:
        people[f"source-{claim.article.source.pk}"] = claim.article.source
    return people
