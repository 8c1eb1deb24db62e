"""Statements that borrow a verb, gerunds with figures of their own, verbs that look like something else."""

from __future__ import annotations

import pytest

from tests.claims.extraction.reading import claim_with, claims, wordings

TOLD = {
    "and one for a cut": (
        "Two members voted for an increase and one for a cut.",
        ["Two members voted for an increase.", "One member voted for a cut."],
    ),
    "350 at the head office": (
        "About 900 of the jobs will go in shops and 350 at the head office in Reading.",
        ["About 900 of the jobs will go in shops.", "350 of the jobs will go at the head office in Reading."],
    ),
    "and wages by almost 9": (
        "Services prices are rising by more than 7 percent a year, and wages by almost 9.",
        ["Services prices are rising by more than 7 percent a year.", "Wages are rising by almost 9."],
    ),
    "convicted of a counted deed": (
        "A court convicted 17 persons of cheating 38,000 depositors of 212 million rupees.",
        [
            "A court convicted 17 persons of cheating.",
            "17 persons cheated 38,000 depositors of 212 million rupees.",
        ],
    ),
    "by promising": (
        "The firm collected deposits at 46 branches by promising an annual interest of 24%.",
        ["The firm collected deposits at 46 branches.", "The firm promised an annual interest of 24%."],
    ),
    "is to cut and close": (
        "The retailer is to cut about 1,400 jobs, almost one in six of its workforce, and close 62 of its 311 shops.",
        [
            "The retailer is to cut about 1,400 jobs, almost one in six of its workforce.",
            "The retailer is to close 62 of its 311 shops.",
        ],
    ),
    "kept and cut": (
        "The bank kept its key rate at 7.25 percent, the highest level since 2001, and cut its aim to 0.4 percent.",
        [
            "The bank kept its key rate at 7.25 percent.",
            "The bank's key rate was at the highest level since 2001.",
            "The bank cut its aim to 0.4 percent.",
        ],
    ),
    "after stagnating": (
        "The economy shrank by 0.2 percent in the second quarter after stagnating in the first.",
        ["The economy shrank by 0.2 percent in the second quarter of 2019.", "The economy stagnated in the first."],
    ),
    "holding that": (
        "The judge acquitted five others, holding that the state had failed to prove the theft.",
        ["The judge acquitted five others.", "The state had failed to prove the theft."],
    ),
    "and had never": (
        "The lawyer claimed that the mayor had been framed by rivals and had never signed a single cheque.",
        ["The mayor had been framed by rivals.", "The mayor had never signed a single cheque."],
    ),
    "before another event": (
        "The signing was confirmed on Tuesday, hours before Rovers beat Aston Park 3-1 in a friendly.",
        ["The signing was confirmed on September 10, 2019.", "Rovers beat Aston Park 3-1 in a friendly."],
    ),
    "a pattern that somebody explains": (
        "The rains, which fall in spring, have been 35% heavier than usual, a pattern that scientists link to the sea.",
        ["The rains have been 35% heavier than usual.", "Scientists link a pattern to the sea."],
    ),
    "examples are no list": (
        "Goods worth 64 million rupees, including 120 acres of land and three cinema halls, have been attached.",
        ["Goods worth 64 million rupees, including 120 acres of land and three cinema halls, have been attached."],
    ),
    "due to be repaid is no cause": (
        "A loan of 120 million pounds was due to be repaid in October.",
        ["A loan of 120 million pounds was due to be repaid in October 2019."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD)
def test_what_leaves_its_verb_out_is_told_in_full(text: str, expected: list[str]) -> None:
    assert [word for word in expected if word not in wordings(text)] == []
    assert len(wordings(text)) <= len(expected) + 1


SAID = {
    "a pronoun before its sayer": (
        "Lena Marais, 38, pleaded guilty in June. She spent 800,000 euros on cars, prosecutor Anele Jacobs said.",
        "800,000",
        "Anele Jacobs",
    ),
    "saying behind a denial": (
        "The ministry denied that the dam had failed, saying in a statement that the gates had been opened at noon.",
        "gates",
        "The ministry",
    ),
    "as per": (
        "As per the charge sheet filed by the police, the firm collected deposits at 46 branches.",
        "46",
        "the charge sheet",
    ),
    "according to, for both halves": (
        "Some 40 percent of loans carry variable rates, and the average borrower pays 310 euros, according to the"
        " Nordic Banking Federation.",
        "40 percent",
        "the Nordic Banking Federation",
    ),
    "who expects": ("Forecasters expect a further 80mm of rain by Monday.", "80mm", "Forecasters"),
    "a clerk is dismissed, not denied": ("The bank dismissed its clerk in December 2016.", "December", None),
    "that restricts": (
        "The ministry said the units were taking part in exercises that will end on May 30.",
        "May 30",
        "The ministry",
    ),
}


@pytest.mark.parametrize(("text", "words", "speaker"), SAID.values(), ids=SAID)
def test_who_says_it(text: str, words: str, speaker: str | None) -> None:
    assert claim_with(text, words).speaker == speaker


def test_she_is_not_the_one_who_speaks_of_her() -> None:
    text = "Lena Marais, 38, pleaded guilty in June. She spent 800,000 euros on cars, prosecutor Anele Jacobs said."
    assert claim_with(text, "800,000").text == "Lena Marais spent 800,000 euros on cars."


DATES = {
    "the following year": (
        "The fraud came to light in August 2014. It went to Lagos the following year.",
        "2015",
    ),
    "the year before": ("The agency recorded 21,460 arrivals in 2017, compared to 34,612 the year before.", "2016"),
    "years later": ("The chain was sold to Corrant in 2006. It returned to the market eight years later.", "2014"),
    "two days": ("Another round of talks is scheduled for October 20-21 in Geneva.", "2019-10-21"),
    "is to": ("A warehouse in Doncaster is to shut in June.", "2020-06"),
    "faces": ("President Irina Valk faces reelection in October.", "2019-10"),
    "the previous night": (
        "The army attacked on Monday. Three people had died the previous night.",
        "2019-09-08",
    ),
}


@pytest.mark.parametrize(("text", "day"), DATES.values(), ids=DATES)
def test_days_and_years_told_beside_others(text: str, day: str) -> None:
    assert any(day in claim.dates for claim in claims(text))


def test_a_plain_word_before_a_full_stop_is_no_abbreviation() -> None:
    text = "The port ordered 500,000 doses, to arrive by the end of the month. Some 40 children were treated first."
    assert len(claims(text)) == 2


KEPT_OUT = {
    "advice": "The public is advised to see a doctor after two days of fever.",
    "what is told is only advice": "Residents are urged to boil their water for three minutes.",
}


@pytest.mark.parametrize("text", KEPT_OUT.values(), ids=KEPT_OUT)
def test_advice_is_no_claim(text: str) -> None:
    assert wordings(text) == []


TAKEN = {
    "what goes on, told by somebody": ("The ministry said hospitals in the south were running out of beds.", "beds"),
    "asked, and it is over": ("Athletes had asked to speak at the congress in Oslo.", "asked"),
    "learned of it": ("The union said staff had learned of the closures from the news.", "learned"),
    "responded by doing": ("Smugglers have responded by using smaller boats on a longer route.", "smaller"),
    "demanded, others say": ("Two sources said the banks had demanded the closures in return.", "demanded"),
    "had to be reviewed": ("The director said each case had to be reviewed by a panel.", "panel"),
}


@pytest.mark.parametrize(("text", "words"), TAKEN.values(), ids=TAKEN)
def test_deeds_told_with_a_verb_of_saying_are_claims(text: str, words: str) -> None:
    assert any(words in wording for wording in wordings(text))


ALONE = {
    "the topic goes on": (
        "Norpower, which cut current to 38,000 homes, said there was no evidence its equipment was at fault. Its stock"
        " tumbled 9 percent.",
        "Norpower's stock tumbled 9 percent.",
    ),
    "an office is named once": (
        "President Joseph Amadi, 78, who has ruled since a coup in 1989, visited the port.",
        "President Joseph Amadi has ruled since a coup in 1989.",
    ),
    "the last of three": (
        "Some 1,300 firefighters, 9 helicopters and 85 engines were battling the blaze.",
        "85 engines were battling the blaze.",
    ),
    "has, for both": (
        "The conflict has killed 18,000 people and driven 1.2 million from the north.",
        "The conflict has driven 1.2 million from the north.",
    ),
    "through a day": (
        "Schools in Lund will remain closed through Friday.",
        "Schools in Lund will remain closed through",
    ),
}


@pytest.mark.parametrize(("text", "expected"), ALONE.values(), ids=ALONE)
def test_wording_stands_alone(text: str, expected: str) -> None:
    assert any(wording.startswith(expected) for wording in wordings(text))
