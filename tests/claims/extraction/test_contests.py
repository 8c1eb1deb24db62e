"""Counts told so far, the other side's figure, parts of a counted thing, what a half leaves to complete."""

from __future__ import annotations

import pytest

from tests.claims.extraction.reading import claim_with, wordings

ABSOLUTE = {
    "districts counted": (
        "With 14 of the country's 20 districts counted, Ms Horvat had 51.2 percent of the vote.",
        ["Ms Horvat had 51.2 percent of the vote.", "14 of the country's 20 districts had been counted."],
    ),
    "ballots, a share": (
        "With more than 80% of the ballots counted, the Civic Union stands at 41.2%.",
        ["The Civic Union stands at 41.2%.", "More than 80% of the ballots have been counted."],
    ),
    "seats declared so far": (
        "The Reform Party leads in 12 districts, with 40 of the 60 seats declared so far.",
        ["The Reform Party leads in 12 districts.", "40 of the 60 seats have been declared so far."],
    ),
    "candidates in the districts": (
        "The test was leaked to agents, with candidates in the eastern districts paying up to 4,000 rupees for it.",
        ["Candidates in the eastern districts paid up to 4,000 rupees for"],
    ),
    "each of them": (
        "The gang smuggled the migrants to Bari, with each of them paying between 2,000 and 3,500 euros.",
        ["paid between 2,000 and 3,500 euros."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), ABSOLUTE.values(), ids=ABSOLUTE)
def test_what_with_opens_is_told_apart(text: str, expected: list[str]) -> None:
    found = wordings(text)
    assert all(any(wanted in wording for wording in found) for wanted in expected), found


OTHER_SIDE = {
    "against": (
        "Mr Adom was credited with 58.4 percent of the vote, against 33.1 percent for former minister Ama Boateng.",
        [
            "Mr Adom was credited with 58.4 percent of the vote.",
            "Former minister Ama Boateng was credited with 33.1 percent of the vote.",
        ],
    ),
    "compared with": (
        "Ms Horvat had 51.2 percent of the vote, compared with 47.3 percent for her rival, Ivan Kolar.",
        ["Ms Horvat had 51.2 percent of the vote.", "Ms Horvat's rival Ivan Kolar had 47.3 percent of the vote."],
    ),
    "to": (
        "Miller led with 53 percent to 44 percent for Davis.",
        ["Miller led with 53 percent.", "Davis had 44 percent."],
    ),
    "ahead of": (
        "The Civic Union stood at 41.2%, ahead of the Social Democrats on 28.9%.",
        ["The Civic Union stood at 41.2%.", "The Social Democrats stood at 28.9%."],
    ),
    "versus": (
        "Rossi won 54.1 percent of the vote, versus 45.9 percent for Bianchi.",
        ["Rossi won 54.1 percent of the vote.", "Bianchi had 45.9 percent of the vote."],
    ),
    "its noun left out": (
        "Mr O'Dowd had 9,412 votes, against 8,731 for Ms Keane.",
        ["Mr O'Dowd had 9,412 votes.", "Ms Keane had 8,731 votes."],
    ),
    "followed by": (
        "Mr Haas received 312 votes, followed by Ms Brandt with 287 votes.",
        ["Mr Haas received 312 votes.", "Ms Brandt received 287 votes."],
    ),
    "no contest: a rate and another": (
        "Women had a rate of 4.2 percent, against 5.1 percent for men.",
        ["Women had a rate of 4.2 percent, against 5.1 percent for men."],
    ),
    "no contest: a year earlier": (
        "The port had 3 percent growth, against 4 percent for the year before.",
        ["The port had 3 percent growth, against 4 percent for the year before."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), OTHER_SIDE.values(), ids=OTHER_SIDE)
def test_what_the_other_side_got_is_a_claim(text: str, expected: list[str]) -> None:
    assert wordings(text) == expected


PARTS = {
    "of which somebody did": (
        "The auditors made four recommendations, three of which the agency has accepted.",
        ["The auditors made four recommendations.", "The agency has accepted three of the four recommendations."],
    ),
    "of what it had planned": (
        "The agency collected about $48 million in fines, less than a third of what it had planned.",
        [
            "The agency collected about $48 million in fines.",
            "The agency collected less than a third of what it had planned.",
        ],
    ),
    "of the number it had promised": (
        "The town built 90 flats in 2018, half the number it had promised.",
        ["The town built 90 flats in 2018.", "The town built half the number it had promised."],
    ),
    "a half that leaves its noun out": (
        "The raids left some fifty people dead, according to the Hill Aid Group; the army acknowledges eleven.",
        ["The raids left some fifty people dead.", "The army acknowledges eleven people dead."],
    ),
    "since a day": (
        "He had been in hiding since a warrant was issued on May 12.",
        ["He had been in hiding since a warrant was issued on May 12, 2019.", "A warrant was issued on May 12, 2019."],
    ),
    "since records began": (
        "It was the hottest day since records began in 1951.",
        ["It was the hottest day since records began in 1951."],
    ),
    "for two deeds": (
        "The report criticised the hospital for losing her records and for failing to call a surgeon.",
        [
            "The report criticised the hospital for losing her records.",
            "The report criticised the hospital for failing to call a surgeon.",
        ],
    ),
    "out of two": (
        "The injury rules him out of the final against Leeds and of the summer tour.",
        ["The injury rules him out of the final against Leeds.", "The injury rules him out of the summer tour."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PARTS.values(), ids=PARTS)
def test_each_part_is_a_claim(text: str, expected: list[str]) -> None:
    assert wordings(text) == expected


MAIN_VERBS = {
    "behind an apposition": (
        "Lydia's economy minister, Kadri Lind, narrowly held on to her job on Wednesday when the house met.",
        "held on to her job on September 11, 2019",
    ),
    "behind a place": ("The games in Oslo, Norway, open on May 3.", "The games in Oslo, Norway, open on May 3"),
    "a second subject behind and": (
        "The 27-year-old had beaten the favorites to win the 100 meters at last year's Games, and her time of 10.79"
        " seconds there is still the fastest ever run by a woman from Lydia.",
        "time of 10.79 seconds there is still the fastest",
    ),
    "passed on afterwards": (
        "The list was copied with a mobile phone at the Lunt plant where it was being printed and then passed down a"
        " row of dealers.",
        "passed down a row of dealers.",
    ),
    "saying in a reply that": (
        "The office disputed the findings, saying in a reply to the auditors that two large deals worth a combined"
        " $37 million were signed afterwards.",
        "Two large deals worth a combined $37 million were signed afterwards.",
    ),
    "heard how": (
        "The court heard how Marsh spent the 12,000 pounds on a car and a week in Rome.",
        "Marsh spent the 12,000 pounds on a car and a week in Rome.",
    ),
}


@pytest.mark.parametrize(("text", "words"), MAIN_VERBS.values(), ids=MAIN_VERBS)
def test_a_verb_in_an_odd_place_is_found(text: str, words: str) -> None:
    assert any(words in wording for wording in wordings(text)), wordings(text)


def test_whoever_leaves_the_noun_out_says_so() -> None:
    text = "The raids left some fifty people dead, according to the Hill Aid Group; the army acknowledges eleven."
    assert claim_with(text, "fifty").speaker == "the Hill Aid Group"
    assert claim_with(text, "eleven").speaker == "the army"


def test_a_range_in_lakhs_stays_one() -> None:
    claim = claim_with(
        "The test was sold to agents, with candidates paying between Rs 3 lakh and Rs 7 lakh each.", "lakh"
    )
    assert claim.numbers == (300_000, 700_000)
