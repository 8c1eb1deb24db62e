"""Who was asked before we published, in sentences; reads the frozen payload alone, so older pages have none."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext, gettext_lazy

from reviews.dates import partial_date_in_words
from reviews.enums import ContactWay

_ASKED = {
    ContactWay.MAIL: gettext_lazy("We asked %(whom)s by e-mail on %(day)s."),
    ContactWay.PHONE: gettext_lazy("We asked %(whom)s by telephone on %(day)s."),
    ContactWay.LETTER: gettext_lazy("We asked %(whom)s by letter on %(day)s."),
    ContactWay.POST: gettext_lazy("We asked %(whom)s by a public post on %(day)s."),
    ContactWay.PRESS_OFFICE: gettext_lazy("We asked %(whom)s through the press office on %(day)s."),
}


def replies(payload: Mapping[str, Any]) -> list[dict[str, str]]:
    """`asked` and `came` are sentences, `answer` is the gist; empty for a page on which nobody was asked."""
    return [
        {"asked": asked(contact), "came": came(contact), "answer": contact["answer"]}
        for contact in payload.get("contacts", ())
    ]


def asked(contact: Mapping[str, Any]) -> str:
    """“We asked X by e-mail on 3 March 2026.”"""
    words = {"whom": contact["whom"], "day": _day(contact["on"])}
    return str(_ASKED[ContactWay(contact["how"])]) % words


def came(contact: Mapping[str, Any]) -> str:
    """What came of it; nobody is said not to have answered whose time was still running."""
    if contact["answered_on"]:
        return gettext("The answer of %(day)s:") % {"day": _day(contact["answered_on"])}
    if contact["still_open"]:
        had = gettext("They had until %(day)s to answer; nothing had come when this was approved.")
        return had % {"day": _day(contact["deadline"])}
    if contact["deadline"]:
        return gettext("There was no answer by %(day)s.") % {"day": _day(contact["deadline"])}
    return gettext("No answer had come when this was approved.")


def _day(day: str) -> str:
    return partial_date_in_words(day)
