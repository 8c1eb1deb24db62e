"""Two statements in one sentence: at a semicolon, behind a saying, in a relative clause, parts of a number, rows."""

from __future__ import annotations

import pytest

from tests.claims.extraction.reading import claim_with, claims, wordings

TOLD = {
    "a semicolon": (
        "The trial was paid for by the Danish state; four of the authors reported receiving fees from drugmakers.",
        [
            "The trial was paid for by the Danish state.",
            "Four of the authors reported receiving fees from drugmakers.",
        ],
    ),
    "before a contrast": (
        "Output fell 3 percent in May, and the bank said it would cut rates by half a point.",
        ["Output fell 3 percent in May 2019.", "The bank would cut rates by half a point."],
    ),
    "a rank behind the saying": (
        "Rents rose to 6.8% of income in August, the statistics office said on Tuesday, the fastest pace since 2008.",
        ["Rents rose to 6.8% of income in August 2019.", "Rents saw the fastest pace since 2008."],
    ),
    "a comparison behind the saying": (
        "The jobless rate fell to 3.7 percent, the ministry said on Friday, down from 3.9 percent in March, as firms"
        " added 2,000 workers.",
        [
            "The jobless rate fell to 3.7 percent, down from 3.9 percent in March 2019.",
            "Firms added 2,000 workers.",
        ],
    ),
    "a case that critics call political": (
        "A court in Almaty sentenced a blogger to four years in prison in a case that rights groups say is political.",
        ["A court in Almaty sentenced a blogger to four years in prison.", "The case is political."],
    ),
    "which somebody said": (
        "The 25 percent duties, which the president said were needed for defence, raised $2.8 billion.",
        ["The 25 percent duties raised $2.8 billion.", "The 25 percent duties were needed for defence."],
    ),
    "of which some": (
        "The director said 27 cases were reported on Monday, of which 19 were local, bringing the total to 9,129.",
        [
            "27 cases were reported on September 9, 2019.",
            "27 cases were reported on September 9, 2019, bringing the total to 9,129.",
            "19 of the 27 cases were local.",
        ],
    ),
    "some of them, none of whom": (
        "Researchers followed 3,974 clerks of an average age of 46, two-thirds of them men, none of whom had been ill.",
        [
            "Researchers followed 3,974 clerks of an average age of 46.",
            "Two-thirds of the 3,974 clerks were men.",
            "None of the 3,974 clerks of an average age of 46 had been ill.",
        ],
    ),
    "most of which": (
        "The firm has 65 plants in Europe, most of which lost money last year.",
        ["The firm has 65 plants in Europe.", "Most of the 65 plants lost money in 2018."],
    ),
    "one amount of it": (
        "The port's debt had swollen to R441bn, about 15% of which is owed to three banks.",
        ["The port's debt had swollen to R441bn.", "About 15% of R441bn is owed to three banks."],
    ),
    "shares in a row": (
        "Turnout was 61% in the capital, 54% in the south and 38% in the north.",
        [
            "Turnout was 61% in the capital.",
            "Turnout was 54% in the south.",
            "Turnout was 38% in the north.",
        ],
    ),
    "years in a row": (
        "The regulator granted the utility a rise of 9.41% for this year, 8.1% for next year and 5.22% for 2021.",
        [
            "The regulator granted the utility a rise of 9.41% for 2019.",
            "The regulator granted the utility a rise of 8.1% for 2020.",
            "The regulator granted the utility a rise of 5.22% for 2021.",
        ],
    ),
    "respectively": (
        "The utility had applied for 17.1%, 15.4% and 15.5% respectively.",
        ["The utility had applied for 17.1%, 15.4% and 15.5% respectively."],
    ),
    "a verb that looks like a plural": (
        "The camp in Idlib houses 4,200 families, many of whom fled Aleppo in 2016.",
        ["The camp in Idlib houses 4,200 families.", "Many of the 4,200 families fled Aleppo in 2016."],
    ),
    "would, for both": (
        "Retailer Hallo said it would close 28 of its 140 stores and cut up to 2,000 jobs.",
        ["Retailer Hallo would close 28 of its 140 stores.", "Retailer Hallo would cut up to 2,000 jobs."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD)
def test_each_half_is_a_claim(text: str, expected: list[str]) -> None:
    assert sorted(wordings(text)) == sorted(expected)


SAID = {
    "the half before": (
        "The trial was paid for by the state; the firm said it had earned 3 million.",
        "paid for",
        None,
    ),
    "a name that ends so": (
        "The minister set aside R69bn, but rating agency Moody's says growth will slow to 2 percent.",
        "slow to 2",
        "rating agency Moody's",
    ),
    "in a relative clause": (
        "The mill, which analysts say is worth 40 million euros, is for sale.",
        "worth",
        "analysts",
    ),
    "a surname with an accent": (
        '"Nobody had measured it in 50 years," said senior author José Ordovás.',
        "measured",
        "José Ordovás",
    ),
    "she who spoke before": (
        'A palace spokeswoman dismissed the reports. "The president\'s policies have created 3,000 jobs," she said.',
        "3,000",
        "A palace spokeswoman",
    ),
}


@pytest.mark.parametrize(("text", "words", "speaker"), SAID.values(), ids=SAID)
def test_who_says_each_half(text: str, words: str, speaker: str | None) -> None:
    assert claim_with(text, words).speaker == speaker


def test_months_of_a_span_follow_each_other() -> None:
    (claim,) = claims("The duties raised $2.8 billion for the Treasury between March and October.")
    assert claim.dates == ("2018-03", "2018-10")
