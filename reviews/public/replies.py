"""Who was asked before we published, in sentences; reads the frozen payload alone, so older pages have none."""

from collections.abc import Mapping
from typing import Any

from reviews.enums import ContactWay
from reviews.labels import partial_date_in_words

_HOW = {
    ContactWay.MAIL: "by e-mail",
    ContactWay.PHONE: "by telephone",
    ContactWay.LETTER: "by letter",
    ContactWay.POST: "by a public post",
    ContactWay.PRESS_OFFICE: "through the press office",
}


def replies(payload: Mapping[str, Any]) -> list[dict[str, str]]:
    """`asked` and `came` are sentences, `answer` is the gist; empty for a page on which nobody was asked."""
    return [
        {"asked": asked(contact), "came": came(contact), "answer": contact["answer"]}
        for contact in payload.get("contacts", ())
    ]


def asked(contact: Mapping[str, Any]) -> str:
    """“We asked X by e-mail on 3 March 2026.”"""
    return f"We asked {contact['whom']} {_HOW[ContactWay(contact['how'])]} on {_day(contact['on'])}."


def came(contact: Mapping[str, Any]) -> str:
    """What came of it; nobody is said not to have answered whose time was still running."""
    if contact["answered_on"]:
        return f"The answer of {_day(contact['answered_on'])}:"
    if contact["still_open"]:
        return f"They had until {_day(contact['deadline'])} to answer; nothing had come when this was approved."
    if contact["deadline"]:
        return f"There was no answer by {_day(contact['deadline'])}."
    return "No answer had come when this was approved."


def _day(day: str) -> str:
    return partial_date_in_words(day)
