"""What was asked for. Strict: an unknown, repeated or empty parameter is an error that says so, never ignored.

Whoever writes `?ratng=false` would otherwise take all verdicts for the false ones.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from django.http import QueryDict

from reviews.api.errors import Invalid

PAGE_SIZE = 20
LARGEST_PAGE = 100

PAGING = ("after", "page_size")
SAMPLE = "sample"

NUMBER = re.compile(r"[0-9]{1,18}", re.ASCII)
FLAGS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Asked:
    """`after`: where the page begins, as `next` said it; `sample`: whether sample data is wanted too."""

    after: str
    page_size: int
    sample: bool


def read_query(query: QueryDict, names: Iterable[str], *, cursor: re.Pattern[str] = NUMBER) -> Asked:
    """Paging and sample data; `names` are the further parameters that this address takes. Raises Invalid."""
    problems = _misplaced(query, [*names, *PAGING, SAMPLE])
    after, size, sample = query.get("after", ""), query.get("page_size", ""), query.get(SAMPLE, "")
    if after and not cursor.fullmatch(after):
        problems["after"] = ["Begin without it, then take the address that `next` gives."]
    if size and not (NUMBER.fullmatch(size) and 1 <= int(size) <= LARGEST_PAGE):
        problems["page_size"] = [f"Write a number from 1 to {LARGEST_PAGE}."]
    if sample and sample not in FLAGS:
        problems[SAMPLE] = ["Write true or false."]
    if problems:
        raise Invalid(problems)
    return Asked(after=after, page_size=int(size or PAGE_SIZE), sample=FLAGS[sample or "false"])


def refuse_misplaced(query: QueryDict, names: Iterable[str] = ()) -> None:
    """For addresses that take no list's parameters. Raises Invalid."""
    if problems := _misplaced(query, list(names)):
        raise Invalid(problems)


def _misplaced(query: QueryDict, names: list[str]) -> dict[str, list[str]]:
    problems = {}
    for name, values in query.lists():
        if name not in names:
            near = get_close_matches(name, names, 1)
            problems[name] = [f"There is no such parameter here{f': do you mean {near[0]}?' if near else '.'}"]
        elif len(values) > 1:
            problems[name] = ["Given more than once: give it once."]
        elif not values[0]:
            problems[name] = ["Empty: give a value, or leave the parameter out."]
    return problems
