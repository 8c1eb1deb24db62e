"""What the public is told, from both questions: was it said, and is it so. The only place that decides it.

In the language that is spoken: what a publication freezes is English, a page in French says the same anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext, gettext_noop

from claims.enums import ClaimKind
from claims.partial_dates import precision
from reviews.dates import partial_date_in_words
from reviews.enums import FindingValue

FALSE_ATTRIBUTION = gettext_noop("False attribution")
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
        return PublicLabel(gettext(FALSE_ATTRIBUTION), Tone.FALSE_ATTRIBUTION, None, assessed=False)
    words = gettext(rating.label)
    if rating.code == NOT_CHECKABLE:
        opening = gettext("Said so") if said and kind == ClaimKind.QUOTE else words
        text = gettext("%(opening)s; truth: not assessed") % {"opening": opening}
        return PublicLabel(text, Tone.OFF_SCALE, None, assessed=False)
    if FindingValue.UNCERTAIN in values and not said:
        words = gettext("%(rating)s; not certain that it was said") % {"rating": words}
    if rating.number is None:
        return PublicLabel(words, Tone.OFF_SCALE, None, assessed=False)
    return PublicLabel(words, _TONES.get(rating.number, Tone.OFF_SCALE), rating.number, assessed=True)


def label_of(payload: Mapping[str, Any]) -> PublicLabel:
    """The label of a frozen page, in the language that is spoken."""
    rating = payload["rating"]
    return public_label(
        RatingWords(rating["code"], rating["label"], rating["number"]),
        [sighting["finding"] for sighting in payload["sightings"]],
        payload["claim"]["kind"],
    )


def questions(payload: Mapping[str, Any]) -> list[dict[str, str]]:
    """Both questions written out with their answers, one of the first kind for each sighting."""
    claim = payload["claim"]
    asked = [_was_it_said(claim, sighting) for sighting in payload["sightings"]]
    period = in_words(payload["period"])
    answer = gettext(payload["rating"]["label"])
    if payload["rating"]["code"] == NOT_CHECKABLE:
        answer = gettext("Not a matter of true or false (truth: not assessed)")
    elif payload["label"]["text"] == FALSE_ATTRIBUTION:
        answer = gettext("%(rating)s, but that is not what decides here: the statement was not made") % {
            "rating": answer
        }
    return [*asked, {"question": substance_question(claim["wording"]), "answer": f"{answer}{period}."}]


def in_words(period: Mapping[str, str]) -> str:
    """The period a verdict holds for, as the end of a sentence; empty where none is named."""
    begin, end = partial_date_in_words(period["from"]), partial_date_in_words(period["to"])
    if begin and end and begin != end:
        return gettext(", for the time from %(begin)s to %(end)s") % {"begin": begin, "end": end}
    if begin and end:
        return gettext(", for %(begin)s") % {"begin": begin}
    if begin:
        return gettext(", from %(begin)s on") % {"begin": begin}
    return gettext(", until %(end)s") % {"end": end} if end else ""


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
        "answer": f"{_answer(FindingValue(sighting['finding']))}{note}",
    }


def _answer(finding: FindingValue) -> str:
    return {
        FindingValue.SAID: gettext("Yes."),
        FindingValue.NOT_SAID: gettext("No."),
        FindingValue.UNCERTAIN: gettext("It can't be told."),
        FindingValue.NOT_ATTRIBUTED: gettext("The statement is attributed to nobody."),
    }[finding]


def attribution_question(*, wording: str, speaker: str, publisher: str, stated_on: str) -> str:
    """“Did X say on DATE that …?”; in the article's own voice X is the publisher, and the verb is to report."""
    publisher = publisher or gettext("the publisher")
    day = partial_date_in_words(stated_on)
    on = gettext(" on %(day)s") if precision(stated_on) == "day" else gettext(" in %(day)s")
    words = {
        "who": speaker or publisher,
        "when": on % {"day": day} if day else "",
        "wording": wording.rstrip("."),
        "publisher": publisher,
    }
    if speaker:
        return gettext("Did %(who)s say%(when)s that “%(wording)s” (as quoted by %(publisher)s)?") % words
    return gettext("Did %(who)s report%(when)s that “%(wording)s”?") % words


def substance_question(wording: str) -> str:
    return gettext("Is it so that “%(wording)s”?") % {"wording": wording.rstrip(".")}
