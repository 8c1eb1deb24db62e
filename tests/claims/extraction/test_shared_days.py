"""A day that one half of a sentence names for the other half too."""

import pytest

from claims.extraction import extract

TABLE = [
    (
        "Eleven people were killed and 26 others abducted on Monday when gunmen stormed a market in Oturo.",
        {"Eleven people were killed on November 4, 2024.": ("2024-11-04",)},
    ),
    (
        "Eleven people were killed and 26 others abducted when gunmen stormed the Sabo market on Monday evening.",
        {"Eleven people were killed on the evening of November 4, 2024.": ("2024-11-04",)},
    ),
    (
        "Three miners were rescued and two others found dead on Friday.",
        {
            "Three miners were rescued on November 1, 2024.": ("2024-11-01",),
            "Two others were found dead on November 1, 2024.": ("2024-11-01",),
        },
    ),
    (
        "In 2021, Drenova expelled 23 diplomats and closed two consulates.",
        {"In 2021, Drenova closed two consulates.": ("2021",)},
    ),
    (
        "Drenova has depended on the line since 2021, when it expelled 23 diplomats.",
        {"Drenova expelled 23 diplomats in 2021.": ("2021",)},
    ),
    # Each verb with its own subject or its own auxiliary has its own time.
    (
        "On Friday, fishermen saved 700 people and the navy saved 200 others.",
        {"The navy saved 200 others.": ()},
    ),
    (
        "The bridge was closed in March and 300 lorries were sent back on Monday.",
        {"300 lorries were sent back on November 4, 2024.": ("2024-11-04",)},
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), TABLE)
def test_a_day_is_shared_where_the_halves_lean_on_each_other(
    sentence: str, expected: dict[str, tuple[str, ...]]
) -> None:
    found = {claim.text: claim.dates for claim in extract(sentence, published="2024-11-06").claims}
    assert expected.items() <= found.items()


@pytest.mark.parametrize(
    ("sentence", "wording"),
    [
        (
            "Police arrested 14 people Saturday morning.",
            "Police arrested 14 people on the morning of November 2, 2024.",
        ),
        (
            "The Monday evening blast wounded 12 people in Kadun.",
            "The November 4, 2024 evening blast wounded 12 people in Kadun.",
        ),
    ],
)
def test_a_part_of_the_day_stays_with_its_day(sentence: str, wording: str) -> None:
    assert [claim.text for claim in extract(sentence, published="2024-11-06").claims] == [wording]


def test_a_shared_day_is_never_quoted() -> None:
    sentence = "Three miners were rescued and two others found dead on Friday."
    quotes = [claim.quote for claim in extract(sentence, published="2024-11-06").claims]
    assert quotes == ["Three miners were rescued", "two others found dead on Friday"]
