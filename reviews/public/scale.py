"""The rating scale as readers see it: each step with its tone."""

from dataclasses import dataclass

from django.utils.translation import gettext

from reviews.enums import FindingValue
from reviews.labels import FALSE_ATTRIBUTION, RatingWords, Tone, public_label
from reviews.models import Rating


@dataclass(frozen=True, slots=True)
class Choice:
    """A step of the scale in the list's filter; `chosen` when the list is narrowed to it."""

    code: str
    label: str
    tone: str
    chosen: bool


def choices(ratings: list[Rating], chosen: str) -> list[Choice]:
    """The scale's steps and false attribution, which is no step but a label, in the language that is spoken."""
    steps = [(rating.code, rating.label, tone_of(rating)) for rating in ratings]
    labels = [*steps, (Tone.FALSE_ATTRIBUTION.value, FALSE_ATTRIBUTION, Tone.FALSE_ATTRIBUTION.value)]
    return [Choice(code, gettext(label), tone, code == chosen) for code, label, tone in labels]


def tone_of(rating: Rating) -> str:
    """How a verdict with this rating looks when the statement was made."""
    words = RatingWords(rating.code, rating.label, rating.number)
    return public_label(words, [FindingValue.SAID], kind="").tone.value
