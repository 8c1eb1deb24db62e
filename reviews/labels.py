"""What the public is told, from both questions: was it said, and is it so. The only place that decides it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from claims.enums import ClaimKind
from claims.partial_dates import earliest, precision
from reviews.enums import FindingValue

FALSE_ATTRIBUTION = "False attribution"
NOT_ASSESSED = "truth: not assessed"
NOT_CHECKABLE = "not_checkable"
"""Code of the rating for opinions, wishes and forecasts, in every revision of the scale."""


class Tone(StrEnum):
    """How a label is drawn; a name, never a colour."""

    TRUE = "true"
    MOSTLY_TRUE = "mostly_true"
    HALF_TRUE = "half_true"
    MISLEADING = "misleading"
    FALSE = "false"
    OFF_SCALE = "off_scale"
    FALSE_ATTRIBUTION = "false_attribution"


_TONES = {5: Tone.TRUE, 4: Tone.MOSTLY_TRUE, 3: Tone.HALF_TRUE, 2: Tone.MISLEADING, 1: Tone.FALSE}


@dataclass(frozen=True, slots=True)
class RatingWords:
    """`number` None: off the scale."""

    code: str
    label: str
    number: int | None


@dataclass(frozen=True, slots=True)
class PublicLabel:
    """`rating_value` None: no number may be published. `assessed`: whether the label judges the substance."""

    text: str
    tone: Tone
    rating_value: int | None
    assessed: bool


def public_label(rating: RatingWords, findings: Iterable[str], kind: str) -> PublicLabel:
    """One label of both questions.

    Said nowhere and found not said somewhere is a false attribution, whatever the substance. A statement whose
    content can't be true or false (an opinion, a wish, a forecast) says so. Off the scale there is no number.
    """
    values = set(findings)
    said = FindingValue.SAID in values
    if FindingValue.NOT_SAID in values and not said:
        return PublicLabel(FALSE_ATTRIBUTION, Tone.FALSE_ATTRIBUTION, None, assessed=False)
    if rating.code == NOT_CHECKABLE:
        opening = "Said so" if said and kind == ClaimKind.QUOTE else rating.label
        return PublicLabel(f"{opening}; {NOT_ASSESSED}", Tone.OFF_SCALE, None, assessed=False)
    doubt = "; not certain that it was said" if FindingValue.UNCERTAIN in values and not said else ""
    if rating.number is None:
        return PublicLabel(rating.label + doubt, Tone.OFF_SCALE, None, assessed=False)
    return PublicLabel(rating.label + doubt, _TONES.get(rating.number, Tone.OFF_SCALE), rating.number, assessed=True)


def questions(payload: Mapping[str, Any]) -> list[dict[str, str]]:
    """Both questions written out with their answers, one of the first kind for each sighting."""
    claim = payload["claim"]
    asked = [_was_it_said(claim, sighting) for sighting in payload["sightings"]]
    period = in_words(payload["period"])
    label = payload["label"]
    answer = payload["rating"]["label"]
    if payload["rating"]["code"] == NOT_CHECKABLE:
        answer = f"Not a matter of true or false ({NOT_ASSESSED})"
    elif label["text"] == FALSE_ATTRIBUTION:
        answer += ", but that is not what decides here: the statement was not made"
    return [*asked, {"question": substance_question(claim["wording"]), "answer": f"{answer}{period}."}]


def in_words(period: Mapping[str, str]) -> str:
    """The period a verdict holds for, as the end of a sentence; empty where none is named."""
    begin, end = partial_date_in_words(period["from"]), partial_date_in_words(period["to"])
    if begin and end:
        return f", for the time from {begin} to {end}" if begin != end else f", for {begin}"
    return f", from {begin} on" if begin else f", until {end}" if end else ""


def partial_date_in_words(partial: str) -> str:
    """`2019-09-09` → 9 September 2019, `2019-09` → September 2019, `2019` → 2019."""
    first = earliest(partial)
    if first is None:
        return ""
    formats = {"day": f"{first.day} %B %Y", "month": "%B %Y", "year": "%Y"}
    return date.strftime(first, formats[precision(partial)])


_ANSWERS = {
    FindingValue.SAID: "Yes",
    FindingValue.NOT_SAID: "No",
    FindingValue.UNCERTAIN: "It can't be told",
    FindingValue.NOT_ATTRIBUTED: "The statement is attributed to nobody",
}


def _was_it_said(claim: Mapping[str, Any], sighting: Mapping[str, Any]) -> dict[str, str]:
    article = sighting["article"]
    note = f" {sighting['finding_note']}" if sighting["finding_note"] else ""
    return {
        "question": attribution_question(
            wording=claim["wording"],
            speaker=sighting["speaker"],
            publisher=article["source"]["name"] if article["source"] else article["title"],
            stated_on=sighting["stated_on"],
        ),
        "answer": f"{_ANSWERS[FindingValue(sighting['finding'])]}.{note}",
    }


def attribution_question(*, wording: str, speaker: str, publisher: str, stated_on: str) -> str:
    """“Did X say on DATE that …?”; in the article's own voice X is the publisher, and the verb is to report."""
    publisher = publisher or "the publisher"
    who, verb = (speaker, "say") if speaker else (publisher, "report")
    day = partial_date_in_words(stated_on)
    when = f" {'on' if precision(stated_on) == 'day' else 'in'} {day}" if day else ""
    where = f" (as quoted by {publisher})" if speaker else ""
    return f"Did {who} {verb}{when} that “{wording.rstrip('.')}”{where}?"


def substance_question(wording: str) -> str:
    return f"Is it so that “{wording.rstrip('.')}”?"
