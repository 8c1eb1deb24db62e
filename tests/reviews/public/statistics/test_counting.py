"""The tables by hand-computed cases, without a database."""

from datetime import date, timedelta

from reviews.enums import CorrectionKind
from reviews.public.scale import Choice
from reviews.public.statistics.corrections import corrections
from reviews.public.statistics.counts import Named, Rated, Times
from reviews.public.statistics.independence import independence
from reviews.public.statistics.named import speakers
from reviews.public.statistics.ratings import ratings
from reviews.public.statistics.statistic import MONTHS, NAMES, Basis, Statistic
from reviews.public.statistics.timing import LABELS, LIMITS, in_days, times

APRIL, MAY, JUNE = date(2026, 4, 1), date(2026, 5, 1), date(2026, 6, 1)

STEPS = (
    Choice("true", "True", "true", chosen=False),
    Choice("false", "False", "false", chosen=False),
    Choice("old", "Was on the scale once", "off_scale", chosen=False),
)
BASIS = Basis(sample=False, steps=STEPS, this_month=JUNE)


def written(statistic: Statistic) -> list[list[str | int | float | None]]:
    return statistic.table.written()


def test_verdicts_are_counted_by_month_and_rating() -> None:
    found = ratings(
        [Rated(APRIL, "false", 2, 2, 2), Rated(JUNE, "true", 3, 3, 1), Rated(JUNE, "false", 1, 1, 1)], BASIS
    )
    assert written(found) == [
        ["month", "true", "false", "all"],
        ["2026-04", 0, 2, 2],
        ["2026-05", 0, 0, 0],
        ["2026-06", 3, 1, 4],
    ]
    assert found.finding == "6 verdicts stand."
    assert [(plot.title, plot.tone) for plot in found.plots] == [("True", "true"), ("False", "false")]


def test_plots_of_ratings_share_one_scale() -> None:
    found = ratings([Rated(JUNE, "true", 40, 0, 0), Rated(JUNE, "false", 5, 0, 0)], BASIS)
    assert [plot.bars[-1].height for plot in found.plots] == ["80", "10"]  # Of 100 units for 50 verdicts.


def test_without_a_verdict_there_is_an_empty_table_and_no_plot() -> None:
    made = [
        ratings([], BASIS),
        independence([], BASIS),
        corrections([], [], BASIS),
        times(Times(0, None, (0,) * len(LABELS))),
        speakers([], BASIS),
    ]
    for found in made:
        assert (found.table.rows, found.plots, found.finding in {"", "0 verdicts stand."}) == ((), (), True)
        assert found.empty


def test_the_page_shows_two_years_and_the_file_all() -> None:
    found = ratings([Rated(date(2020, 1, 1), "true", 1, 1, 1)], BASIS)
    assert len(found.table.rows) == 78
    assert len(found.shown.rows) == len(found.plots[0].bars) == MONTHS
    assert found.shown.rows[0][0] == JUNE


def test_independence_is_a_share_of_the_verdicts_on_the_scale() -> None:
    found = independence(
        [Rated(APRIL, "true", 4, 4, 3), Rated(JUNE, "true", 2, 2, 1), Rated(JUNE, "old", 9, 0, 0)], BASIS
    )
    assert written(found)[1:] == [
        ["2026-04", 4, 3, 1, 75.0],
        ["2026-05", 0, 0, 0, None],
        ["2026-06", 2, 1, 1, 50.0],
    ]
    assert found.finding == "4 of 6 verdicts on the scale (66.7\u00a0%)."
    assert len(found.plots[0].bars) == 2


def test_the_rate_of_errors_is_of_all_claims_until_then() -> None:
    made = [(MAY, "update", 2), (MAY, "minor", 1), (JUNE, "retraction", 1), (JUNE, "substantive", 2)]
    found = corrections([(APRIL, 10), (JUNE, 10)], made, BASIS)
    head, *body = written(found)
    assert head == ["month", "new_verdicts", *CorrectionKind.values, "errors_per_100_verdicts"]
    assert body == [
        ["2026-04", 10, 0, 0, 0, 0, 0, 0.0],
        ["2026-05", 0, 2, 0, 1, 0, 0, 10.0],
        ["2026-06", 10, 0, 0, 0, 2, 1, 20.0],
    ]
    assert found.finding == "4 errors corrected in 20 claims with a verdict (20.0 in 100)."
    assert [plot.title for plot in found.plots] == [
        "Update",
        "Minor correction",
        "Substantive correction",
        "Retraction",
    ]


def test_times_are_a_distribution_and_a_median() -> None:
    assert len(LABELS) == len(LIMITS) + 1
    found = times(Times(8, timedelta(days=2, hours=12), (2, 4, 1, 0, 0, 0, 1)))
    assert written(found)[1:4] == [["Up to 1 day", 2, 25.0], ["1 to 3 days", 4, 50.0], ["3 to 7 days", 1, 12.5]]
    assert found.finding == "Half of 8 first verdicts took at most 2.5 days."


def test_short_times_are_said_in_smaller_units() -> None:
    spans = [timedelta(days=1), timedelta(hours=5, minutes=30), timedelta(minutes=3), timedelta(seconds=2)]
    assert [in_days(span) for span in spans] == ["1 day", "5.5 hours", "3 minutes", "1 minute"]


def test_names_have_the_ratings_that_any_of_them_has() -> None:
    found = speakers([Named("=Bridge Party", 12, (5, 7, 0)), Named("Ada Marsh", 10, (10, 0, 0))], BASIS)
    assert written(found) == [
        ["speaker", "verdicts", "true", "false"],
        ["=Bridge Party", 12, 5, 7],
        ["Ada Marsh", 10, 10, 0],
    ]
    assert [mark.text for mark in found.plots[0].starts] == ["=Bridge Party", "Ada Marsh", "12", "10"]


def test_the_page_names_the_first_and_the_file_all() -> None:
    found = speakers([Named(f"Speaker {number}", 10, (10, 0, 0)) for number in range(NAMES + 5)], BASIS)
    assert len(found.shown.rows) == len(found.plots[0].bars) == NAMES
    assert len(found.table.rows) == NAMES + 5
