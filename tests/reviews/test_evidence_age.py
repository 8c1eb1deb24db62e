"""Evidence older than what it is to prove; only what is certainly older counts."""

from functools import partial

import pytest

from reviews.enums import Question, Stance
from reviews.evidence_age import too_old_for

AGES = [
    ("the day before", "2019-09-06", ["2019-09-07"], "2019-09-07"),
    ("the same day", "2019-09-07", ["2019-09-07"], ""),
    ("the day after", "2019-09-08", ["2019-09-07"], ""),
    ("the month before", "2019-08", ["2019-09-07"], "2019-09-07"),
    ("the month of the event", "2019-09", ["2019-09-07"], ""),
    ("the year before", "2018", ["2019-09-07"], "2019-09-07"),
    ("the year of the event", "2019", ["2019-09-07"], ""),
    ("a day before a month", "2014-03-31", ["2014-04"], "2014-04"),
    ("a day in the month", "2014-04-01", ["2014-04"], ""),
    ("a day before a year", "2013-12-31", ["2014"], "2014"),
    ("between two dates", "2016", ["2014-04", "2019-09"], ""),
    ("before the first of two dates", "2013", ["2019-09", "2014-04"], "2014-04"),
    ("no date of its own", "", ["2014-04"], ""),
    ("no date of the event", "2013", [], ""),
    ("dates that are none", "2013", ["", "soon", "2014-99"], ""),
    ("no date that is one", "in May", ["2014-04"], ""),
]


@pytest.mark.parametrize(("what", "published", "dates", "older_than"), AGES, ids=[row[0] for row in AGES])
def test_evidence_of_the_event(what: str, published: str, dates: list[str], older_than: str) -> None:
    for stance in (Stance.SUPPORTS, Stance.REFUTES):
        found = too_old_for(published, question=Question.SUBSTANCE, stance=stance, dates=dates, stated_on="2020")
        assert found == older_than
    assert too_old_for(published, question=Question.SUBSTANCE, stance=Stance.CONTEXT, dates=dates, stated_on="") == ""


def test_evidence_that_it_was_said_is_measured_by_the_day_of_the_statement() -> None:
    of_statement = partial(too_old_for, question=Question.ATTRIBUTION, stance=Stance.SUPPORTS, dates=["2014-04"])
    assert of_statement("2019-01", stated_on="2019-09-09") == "2019-09-09"
    assert of_statement("2019-09-09", stated_on="2019-09-09") == ""
    assert of_statement("2019-01", stated_on="") == ""
