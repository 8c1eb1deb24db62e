"""Dates resolved against the day of publication, left partial where they are partial."""

from __future__ import annotations

from datetime import date

import pytest

from claims.extraction.dates import dates
from tests.claims.extraction.reading import claims

PUBLISHED = date(2019, 9, 12)  # a Thursday
RESOLVED = {
    "on September 8, 2019": ["2019-09-08"],
    "on 8 September 2019": ["2019-09-08"],
    "on September 8": ["2019-09-08"],
    "on Sept. 8": ["2019-09-08"],
    "on December 24": ["2018-12-24"],
    "since April 2014": ["2014-04"],
    "in 2014": ["2014"],
    "in February": ["2019-02"],
    "in November": ["2018-11"],
    "in November last year": ["2018-11"],
    "last month": ["2019-08"],
    "later this month": ["2019-09"],
    "next month": ["2019-10"],
    "last year": ["2018"],
    "earlier this year": ["2019"],
    "on Tuesday": ["2019-09-10"],
    "on Thursday": ["2019-09-12"],
    "on Friday": ["2019-09-06"],
    "at Sunday's election": ["2019-09-15"],
    "yesterday": ["2019-09-11"],
    "two years ago": ["2017"],
    "from 1980 to 2012": ["1980", "2012"],
    "in the year 2018/19": ["2018", "2019"],
    "2019-09-08": ["2019-09-08"],
    "it may rain and prices march on": [],
    "on February 30, 2019": [],
}


def resolved(text: str, published: date | None = PUBLISHED, *, future: bool = False) -> list[str]:
    return [mention.value for mention in dates(text, 0, len(text), published, future=future) if mention.value]


@pytest.mark.parametrize(("text", "expected"), RESOLVED.items())
def test_a_date_is_resolved(text: str, expected: list[str]) -> None:
    assert resolved(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("on Monday", "2019-09-16"), ("in March", "2020-03"), ("on May 2", "2020-05-02")]
)
def test_a_clause_that_looks_ahead_takes_the_next_one(text: str, expected: str) -> None:
    assert resolved(text, future=True) == [expected]


@pytest.mark.parametrize("text", ["last month", "on Monday", "on September 8", "yesterday", "two years ago"])
def test_without_a_day_of_publication_nothing_is_guessed(text: str) -> None:
    assert resolved(text, published=None) == []


def test_what_needs_no_publication_day_is_resolved_without() -> None:
    assert resolved("from April 2014 to 8 May 2016", published=None) == ["2014-04", "2016-05-08"]


MORE_RESOLVED = {
    "They met on Monday and left the next day.": ["2019-09-09", "2019-09-10"],
    "They met on September 3, 2019. A day later the talks failed.": ["2019-09-03", "2019-09-04"],
    "They met on Monday. Nobody came the day before.": ["2019-09-09", "2019-09-08"],
    "They met on Monday and left the same day.": ["2019-09-09", "2019-09-09"],
    "Nobody came the next day.": [],
    "jailed for a 2009 robbery": ["2009"],
    "in the three months to end-June": ["2019-06"],
    "since last summer": ["2019"],
    "last winter": [],
    "by 0915 GMT": [],
}


@pytest.mark.parametrize(("text", "expected"), MORE_RESOLVED.items())
def test_days_beside_named_days_and_seasons_are_resolved(text: str, expected: list[str]) -> None:
    assert resolved(text) == expected


TENSES = {
    "The minister, appointed in March, will meet Norway's king on Monday.": ("2019-03", "2019-09-16"),
    "Anna Berg was sacked in December, 18 months before her contract was due to expire.": ("2018-12",),
    "Norway will hold the vote in December.": ("2019-12",),
    "Norway's contract is due to expire in December.": ("2019-12",),
}


@pytest.mark.parametrize(("text", "expected"), TENSES.items())
def test_a_date_looks_back_or_ahead_with_its_own_verb(text: str, expected: tuple[str, ...]) -> None:
    assert tuple(sorted({day for claim in claims(text) for day in claim.dates})) == expected


def test_the_next_day_stands_in_full_in_the_wording() -> None:
    text = "Police arrested 12 men in Oslo on Monday. Seven men were freed the next day."
    assert "Seven men were freed on September 10, 2019." in [claim.text for claim in claims(text)]
