"""One sentence yields as many claims as it states: what is set apart, and what stays whole."""

from __future__ import annotations

import pytest

from tests.claims.extraction.reading import wordings

SET_APART = {
    "coordinated counts with their own nouns": (
        "The army moved 15 planes and 20 trains out of the province.",
        ["The army moved 15 planes.", "The army moved 20 trains out of the province."],
    ),
    "dead and wounded": (
        "Seven people were killed and 39 wounded in the blast, police said.",
        ["Seven people were killed.", "39 were wounded in the blast."],
    ),
    "participles that each count": (
        "A strong earthquake struck Chile on Tuesday, killing at least 14 people and injuring more than 200 others.",
        [
            "A strong earthquake struck Chile on September 10, 2019, killing at least 14 people.",
            "A strong earthquake struck Chile on September 10, 2019, injuring more than 200 others.",
        ],
    ),
    "a relative clause after a comma": (
        "The quake, which hit at a depth of 33 kilometres, destroyed 340 homes.",
        ["The quake destroyed 340 homes.", "The quake hit at a depth of 33 kilometres."],
    ),
    "whose": (
        "Police arrested five suspects in the murder of Judge Elena Rossi, whose car exploded on March 3.",
        [
            "Police arrested five suspects in the murder of Judge Elena Rossi.",
            "Judge Elena Rossi's car exploded on March 3, 2019.",
        ],
    ),
    "a dated adverbial clause": (
        "The minister for roads resigned in Lagos after prosecutors charged two engineers in June.",
        ["The minister for roads resigned in Lagos.", "Prosecutors charged two engineers in June 2019."],
    ),
    "a reduced clause with its doer": (
        "The law, passed by parliament in April, bans protests near schools.",
        ["The law bans protests near schools.", "The law was passed by parliament in April 2019."],
    ),
    "predicates that share a subject": (
        "Norway paid Finland 45 million euros in May and opened an embassy in Chad.",
        ["Norway paid Finland 45 million euros in May 2019.", "Norway opened an embassy in Chad."],
    ),
    "a figure and its cause": (
        "Spending on roads has been cut by 2 billion euros due to the rising cost of pensions.",
        [
            "Spending on roads has been cut by 2 billion euros.",
            "Spending on roads has been cut by 2 billion euros due to the rising cost of pensions.",
        ],
    ),
    "a passive that leaves out its verb": (
        "At least four observers were beaten and two journalists arrested in the port of Bata, rights groups say.",
        ["At least four observers were beaten.", "Two journalists were arrested in the port of Bata."],
    ),
    "a verb after an adjective": (
        "Western governments condemned the vote as illegitimate and imposed travel bans on 21 officials.",
        [
            "Western governments condemned the vote as illegitimate.",
            "Western governments imposed travel bans on 21 officials.",
        ],
    ),
    "two things said": (
        "The mayor told state radio that turnout had been 73 percent and that four stations had closed early.",
        ["Turnout had been 73 percent.", "Four stations had closed early."],
    ),
    "what an occurrence introduces": (
        "The clashes came as Russia moved 15 planes to Belgorod, according to the ministry.",
        ["Russia moved 15 planes to Belgorod."],
    ),
    "an object relative": (
        "Norway lifted sanctions that the European Union has imposed on Eritrea for its wars.",
        ["The European Union has imposed sanctions on Eritrea for its wars."],
    ),
    "a purpose with its own figure": (
        "The city will hire 300 inspectors to collect up to 40 million euros per year in unpaid fines.",
        [
            "The city will hire 300 inspectors.",
            "The city aims to collect up to 40 million euros per year in unpaid fines.",
        ],
    ),
    "coordinated subjects": (
        "The three men and the two women were freed in May 2018.",
        ["The three men were freed in May 2018.", "The two women were freed in May 2018."],
    ),
    "a relative clause of the noun further up": (
        "Hopes of an oil boom that were raised by drillers in 1998 have come to nothing in Lagos.",
        ["Hopes of an oil boom were raised by drillers in 1998."],
    ),
    "an event told by a noun": (
        "Both leaders mentioned the release of 12 sailors from a camp in Libya.",
        [
            "Both leaders mentioned the release of 12 sailors from a camp in Libya.",
            "12 sailors were released from a camp in Libya.",
        ],
    ),
    "a deed told by a noun": (
        "Observers worried about Eritrea's support for rebels in the north of Sudan.",
        ["Eritrea has supported rebels in the north of Sudan."],
    ),
}
WHOLE = {
    "one comparison": "Turnout fell from 68 percent to 61 percent.",
    "one figure in two units": "Brent crude rose 1.20 dollars, or 1.6 percent, to 75.43 dollars a barrel.",
    "either … or": "Thirty officers either resigned or were dismissed in Lagos.",
    "a restrictive relative": "Norway closed three schools that lacked water.",
    "since it began": "Since the trial began in May, the court has heard four witnesses.",
}


@pytest.mark.parametrize(("sentence", "expected"), SET_APART.values(), ids=SET_APART.keys())
def test_a_sentence_gives_as_many_claims_as_it_states(sentence: str, expected: list[str]) -> None:
    found = wordings(sentence)
    assert set(expected) <= set(found), found


@pytest.mark.parametrize("sentence", WHOLE.values(), ids=WHOLE.keys())
def test_what_is_one_statement_stays_one_claim(sentence: str) -> None:
    assert len(wordings(sentence)) == 1, wordings(sentence)
