"""Facts that hang on a sentence without a clause of their own: each is a claim with its own words as its quote."""

from __future__ import annotations

import pytest

from tests.claims.extraction.reading import claim_with, wordings

SET_APART = {
    "a record after its figure": (
        "Turnout was 48 percent, the lowest since voting began in 1994, and down from 61 percent in May.",
        [
            "Turnout was 48 percent, down from 61 percent in May 2019.",
            "Turnout was the lowest since voting began in 1994.",
        ],
    ),
    "their highest since": (
        "Shares in Nordbank were up 4 percent, their highest since March 2015.",
        ["Shares in Nordbank were up 4 percent.", "Shares in Nordbank were at their highest since March 2015."],
    ),
    "the sharpest drop since": (
        "Sales fell 12 percent to 3 billion euros, the sharpest drop since 2009.",
        ["Sales fell 12 percent to 3 billion euros.", "Sales saw the sharpest drop since 2009."],
    ),
    "a record behind the subject": (
        "The drought, the worst in 50 years, has killed 30,000 cattle.",
        ["The drought has killed 30,000 cattle.", "The drought was the worst in 50 years."],
    ),
    "helped by": (
        "Inflation rose to 9 percent in June, driven by higher fuel prices.",
        ["Inflation rose to 9 percent in June 2019.", "Inflation was driven by higher fuel prices."],
    ),
    "ending": (
        "Maria Ortega won the runoff with 54 percent of the vote, ending 22 years of rule by the army.",
        [
            "Maria Ortega won the runoff with 54 percent of the vote.",
            "Maria Ortega won the runoff, ending 22 years of rule by the army.",
        ],
    ),
    "built in": (
        "The bridge, built in 1987 and repaired in 2015, collapsed on Friday.",
        [
            "The bridge was built in 1987.",
            "The bridge was repaired in 2015.",
            "The bridge collapsed on September 6, 2019.",
        ],
    ),
    "a participle taken for the verb": (
        "The museum, opened in 1962 and visited by 400,000 people a year, will close in October.",
        ["The museum was opened in 1962.", "The museum was visited by 400,000 people a year."],
    ),
    "a description with figures": (
        "Striker Joao Belt, the team's top scorer with 11 goals, was sold for 8 million euros in January.",
        [
            "Striker Joao Belt was sold for 8 million euros in January 2019.",
            "Striker Joao Belt is the team's top scorer with 11 goals.",
        ],
    ),
    "dead and hurt": (
        "The blaze left 14 people dead and more than 60 injured, according to the fire service.",
        ["The blaze left 14 people dead.", "The blaze left more than 60 injured."],
    ),
    "what did the harm": (
        "A man was held after an explosion at a fireworks plant that killed five workers and injured 23 others.",
        [
            "An explosion at a fireworks plant killed five workers.",
            "An explosion at a fireworks plant injured 23 others.",
        ],
    ),
    "parallel sums": (
        "The state has announced Rs 5 lakh each for the families of the dead and Rs 50,000 for the injured.",
        [
            "The state has announced Rs 5 lakh each for the families of the dead.",
            "The state has announced Rs 50,000 for the injured.",
        ],
    ),
    "a list whose last thing measures late": (
        "Police seized 18 phones, five laptops and cash worth 86,400 euros.",
        ["Police seized 18 phones.", "Police seized five laptops.", "Police seized cash worth 86,400 euros."],
    ),
    "each figure its own year": (
        "The ministry will spend 20 million euros on bridges this year and 35 million next year.",
        ["The ministry will spend 35 million in 2020."],
    ),
    "the participle first": (
        "Seized were 18 phones and five laptops.",
        ["18 phones were seized.", "Five laptops were seized."],
    ),
    "whose is the object": (
        "Tom Berg, whose fortune the magazine Capital estimates at 240 million euros, left Oslo in May.",
        ["The magazine Capital estimates Tom Berg's fortune at 240 million euros."],
    ),
    "whose beside an age": (
        "Police arrested a man over the murder of Sara Lind, 29, whose body was found in a river in May.",
        ["Sara Lind's body was found in a river in May 2019."],
    ),
    "a second deed of saying": (
        "Tom Berg left office in May. He said imports made up 6 percent of sales in 2018, down from 9 percent in 2017,"
        " and blamed a record harvest for the fall in prices.",
        ["Tom Berg blamed a record harvest for the fall in prices."],
    ),
    "but no reply came": (
        "Tom Berg said the town had written to the ministry twice in May, warning that two of the six cables were"
        " corroded, but no reply was received.",
        ["The town had written to the ministry twice in May 2019.", "No reply was received."],
    ),
    "a ruling's must": (
        "Nordbank must pay its former chief 3 million euros, a court in Oslo ruled on Friday.",
        ["Nordbank must pay its former chief 3 million euros."],
    ),
    "a dealing": (
        "According to the affidavit, Tom Berg and Karl Lund had argued over a $300 debt.",
        ["Tom Berg and Karl Lund had argued over a $300 debt."],
    ),
    "a death in two words": (
        "A woman has died and her two sons are in hospital after a fire at a house in Leeds.",
        ["A woman has died."],
    ),
    "every sum of a list": (
        "The budget sets aside $40 million for roads, $12 million for clinics and $3 million for libraries.",
        [
            "The budget sets aside $40 million for roads.",
            "The budget sets aside $12 million for clinics.",
            "The budget sets aside $3 million for libraries.",
        ],
    ),
    "a bare denial": ("Unions say they were not consulted.", ["Unions were not consulted."]),
    "a forecast with its day": (
        "The union said the strike would spread to the port of Oslo in October unless wages were raised.",
        ["The strike would spread to the port of Oslo in October 2019 unless wages were raised."],
    ),
}
NOT_SAID = {
    "a remark describes no country": (
        "The two sides spoke of an exchange between Russia and Ukraine, a step toward peace in Europe.",
        "is a step",
    ),
    "a sum is no event": ("The company reported a net loss of 45 million euros in May.", "were lost"),
    "the recipient did not do it": (
        "The bridge will cost 48 million crowns, the treasurer, Ida Holm, told the council, which is 12 percent more"
        " than the estimate of 2014.",
        "The council is",
    ),
    "a hospital is no who": (
        "The report was written by Lena Holt, a biologist at Oslo University, who was not paid for the work.",
        "Oslo University was not",
    ),
}


@pytest.mark.parametrize(("text", "expected"), SET_APART.values(), ids=SET_APART.keys())
def test_what_hangs_on_a_sentence_is_a_claim(text: str, expected: list[str]) -> None:
    found = wordings(text)
    assert set(expected) <= set(found), found


@pytest.mark.parametrize(("text", "words"), NOT_SAID.values(), ids=NOT_SAID.keys())
def test_nothing_is_said_that_the_text_does_not_say(text: str, words: str) -> None:
    assert not [claim for claim in wordings(text) if words in claim]


def test_the_quote_is_the_aside_itself() -> None:
    text = "Revenue climbed 7 percent to 4 billion crowns, helped by a 14 percent jump in sales of toys."
    claim = claim_with(text, "was helped")
    assert claim.quote == "helped by a 14 percent jump in sales of toys"
    assert claim.numbers == (0.14,)
