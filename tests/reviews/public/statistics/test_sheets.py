import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.public.statistics.sheets import FORMULA_STARTS, lines

# What a database text can hold: PostgreSQL takes neither NUL nor half of a surrogate pair.
TEXTS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]))


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_no_cell_is_a_formula(start: str) -> None:
    hostile = f'{start}HYPERLINK("https://evil.example";"click")'
    assert read("".join(lines([[hostile, f"  {hostile}"]]))) == [[f"'{hostile}", f"'  {hostile}"]]


def test_numbers_stay_numbers_and_nothing_is_an_empty_cell() -> None:
    assert "".join(lines([[-3, 12.5, None, ""]])) == "-3,12.5,,\r\n"


def test_records_end_with_cr_lf_and_quote_what_they_must() -> None:
    assert "".join(lines([["a", 'say "no"', "x,y", "two\nlines"]])) == 'a,"say ""no""","x,y","two\nlines"\r\n'


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=4), max_size=5))
def test_what_is_written_is_read_back(rows: list[list[str]]) -> None:
    for cells, found in zip(rows, read("".join(lines(rows))), strict=True):
        assert [cell.removeprefix("'") for cell in found] == [cell.removeprefix("'") for cell in cells]
