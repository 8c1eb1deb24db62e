"""The parameters of `claims:search`, as Google's API takes them: an empty one counts as unset."""

import re
from dataclasses import dataclass

from django.http import QueryDict

from reviews.api.claims_search.errors import InvalidArgument
from reviews.api.claims_search.tokens import read_token
from reviews.public.paging import Cursor

PAGE_SIZE = 10
LARGEST_PAGE = 100
"""A larger `pageSize` gets this many, as Google's own API cuts it."""

OWN = ("query", "languageCode", "reviewPublisherSiteFilter", "maxAgeDays", "pageSize", "pageToken", "offset")
STANDARD = (
    "$.xgafv", "access_token", "alt", "callback", "fields", "key", "oauth_token", "prettyPrint", "quotaUser",
    "uploadType", "upload_protocol",
)  # fmt: skip
"""What every API of Google's takes. No key is needed here, whichever is sent; `fields` gets everything."""

SAMPLE = "sample"
"""Ours: sample data too, to try it on a demo."""

AGES = 1000 * 365
"""Days; nothing is older, and the database's calendar ends somewhere."""

INT32 = re.compile(r"-?[0-9]{1,10}", re.ASCII)
LARGEST_INT32 = 2**31 - 1
LANGUAGE = re.compile(r"(?P<language>[A-Za-z]{2,8})(?:-[A-Za-z0-9]{1,8})*", re.ASCII)
BOOLEANS = {"": True, "true": True, "1": True, "false": False, "0": False}


@dataclass(frozen=True, slots=True)
class Wanted:
    """`language`: its first subtag, as the region is ignored; `after`: the row that the last page ended with."""

    query: str
    language: str
    site: str
    max_age_days: int
    page_size: int
    after: Cursor | None
    offset: int
    sample: bool


def read_wanted(query: QueryDict) -> Wanted:
    """Raises InvalidArgument, naming everything that is wrong."""
    problems: dict[str, str] = {}
    _refuse_misplaced(query, problems)
    numbers = {name: _whole_number(query, name, problems) for name in ("maxAgeDays", "pageSize", "offset")}
    words, site = query.get("query", "").strip(), query.get("reviewPublisherSiteFilter", "").strip()
    if not words and not site and not problems:
        problems[""] = "Request must contain at least one of the following: query, reviewPublisherSiteFilter."
    language = LANGUAGE.fullmatch(query.get("languageCode", "") or "und")
    if language is None:
        problems["languageCode"] = "languageCode: write a BCP-47 language code, such as en-US."
    token = query.get("pageToken", "")
    after = read_token(token, query) if token else None
    if token and after is None:
        problems["pageToken"] = "pageToken: it is not one that we gave for this request; the other fields must repeat."
    if problems or language is None:
        raise InvalidArgument(problems)
    return Wanted(
        query=words,
        language="" if language["language"] == "und" else language["language"].lower(),
        site=site,
        max_age_days=min(numbers["maxAgeDays"], AGES),
        page_size=min(numbers["pageSize"] or PAGE_SIZE, LARGEST_PAGE),
        after=after,
        offset=numbers["offset"],
        sample=query.get(SAMPLE) == "true",
    )


def _refuse_misplaced(query: QueryDict, problems: dict[str, str]) -> None:
    for name, values in query.lists():
        if name not in {*OWN, *STANDARD, SAMPLE}:
            problems[name] = f'Invalid request. Unknown name "{name}": Cannot bind query parameter.'
        elif len(values) > 1 and name in OWN:
            problems[name] = f"{name}: given more than once."
        elif "\0" in values[-1] and name in OWN:
            problems[name] = f"{name}: holds a NUL character."
    if query.get("alt", "") not in {"", "json"}:
        problems["alt"] = "alt: we answer in JSON only."
    if query.get("callback"):
        problems["callback"] = "callback: we answer in JSON only; any page may read it (CORS)."
    if query.get("prettyPrint", "") not in BOOLEANS:
        problems["prettyPrint"] = "prettyPrint: write true or false."
    if query.get(SAMPLE, "") not in {"", "true", "false"}:
        problems[SAMPLE] = "sample: write true or false."


def _whole_number(query: QueryDict, name: str, problems: dict[str, str]) -> int:
    """A whole number from 0 on; 0 where it is unset, which in Google's APIs is the same."""
    text = query.get(name, "")
    if not text:
        return 0
    if not INT32.fullmatch(text) or abs(int(text)) > LARGEST_INT32:
        problems[name] = f'Invalid value at "{name}" (TYPE_INT32), "{text[:50]}"'
    elif int(text) < 0:
        problems[name] = f"{name}: must not be negative."
    else:
        return int(text)
    return 0
