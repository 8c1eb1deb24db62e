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
    "until the end of the year": ["2019"],
    "before the end of this year": ["2019"],
    "until the end of the month": ["2019-09"],
    "on Friday next week": ["2019-09-20"],
    "on Monday last week": ["2019-09-02"],
    "August's average": ["2019-08"],
    "May's government": [],
    "picked in December, signed that month": ["2018-12", "2018-12"],
    "opened in 2014 and closed that year": ["2014", "2014"],
    "that month nobody came": [],
    "began on March 20; 35 since then": ["2019-03-20", "2019-03-20"],
    "nobody has come since then": [],
    "a week ago": ["2019-09-05"],
    "awarded last June and founded seven months earlier": ["2019-06", "2018-11"],
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
    "on March 3. Three days later": ["2019-03-03", "2019-03-06"],
    "on Monday; two weeks earlier": ["2019-09-09", "2019-08-26"],
    "in June 2016; three months later": ["2016-06", "2016-09"],
    "three days after the March 3 collapse": ["2019-03-06", "2019-03-03"],
    "two days after the vote": [],
    "on 12 May 2018 and charged a week later": ["2018-05-12", "2018-05-19"],
    "on the night of 8-9 September": ["2019-09-08", "2019-09-09"],
    "by the end of the month": ["2019-09"],
    "They met on Monday and left the next day.": ["2019-09-09", "2019-09-10"],
    "They met on September 3, 2019. A day later the talks failed.": ["2019-09-03", "2019-09-04"],
    "They met on Monday. Nobody came the day before.": ["2019-09-09", "2019-09-08"],
    "They met on Monday. Nobody came a day before.": ["2019-09-09", "2019-09-08"],
    "They met on Monday. It sold 60 tins a day before it closed in May.": ["2019-09-09", "2019-05"],
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


AHEAD = {
    "The lease on the 40 buildings expires on December 31.": "2019-12-31",
    "The trial of 12 officers begins on Monday.": "2019-09-16",
    "The talks resume on Friday in Lorn.": "2019-09-13",
    "The tax takes effect on October 1.": "2019-10-01",
    "The ban runs until October.": "2019-10",
    "Analysts expect output of 40 tonnes to peak in October.": "2019-10",
    "The firm expects 300 workers to arrive by Monday.": "2019-09-16",
    "Forecasters expect 80mm of rain by Monday.": "2019-09-16",
    "The two men have been remanded until Friday.": "2019-09-13",
    "The council of 12 states has called an emergency meeting for Friday.": "2019-09-13",
    "The party plans to hold a congress in November.": "2019-11",
    "A vote on the budget is scheduled for Friday.": "2019-09-13",
    "The trial of 12 officers is due to begin on October 9.": "2019-10-09",
    "The tower will be finished by the end of the year.": "2019",
    "Another 300 workers will arrive by year-end.": "2019",
}
BEHIND = {
    "Police arrested 12 men on Friday.": "2019-09-06",
    "By Friday, 143 cases had been recorded in the camps.": "2019-09-06",
    "Turnout in Sunday's ballot reached 67 percent.": "2019-09-08",
    "The shop was open until Friday.": "2019-09-06",
    "The plant employed 300 people until October.": "2018-10",
    "The town plans a levee after the flood that killed 40 people in March.": "2019-03",
    "The firm plans to appeal a ruling handed down in November.": "2018-11",
    "The study shows that 40 people fell ill in October.": "2018-10",
}


@pytest.mark.parametrize(("text", "expected"), [*AHEAD.items(), *BEHIND.items()])
def test_the_governing_words_say_whether_a_day_is_to_come(text: str, expected: str) -> None:
    assert {day for claim in claims(text, published="2019-09-12") for day in claim.dates} == {expected}
