"""What a sentence joins by "and", "then" or "when": each statement stands alone, with what it shares put back."""

from __future__ import annotations

import pytest

from tests.claims.extraction.reading import claim_with, wordings

SET_APART = {
    "two orders": (
        "The judge ordered Ruiz to repay 1.2 million euros and to perform 200 hours of community service.",
        [
            "The judge ordered Ruiz to repay 1.2 million euros.",
            "The judge ordered Ruiz to perform 200 hours of community service.",
        ],
    ),
    "two accusations": (
        "The minister is accused of hiding 3 million euros and bribing two judges.",
        ["The minister is accused of hiding 3 million euros.", "The minister is accused of bribing two judges."],
    ),
    "two forecasts": (
        "The ministry expects output to reach 2 million tonnes this year and exports to fall by a tenth.",
        [
            "The ministry expects output to reach 2 million tonnes in 2019.",
            "The ministry expects exports to fall by a tenth.",
        ],
    ),
    "three deeds with one will": (
        "The airline will cut 400 jobs, close its base in Cork and sell six aircraft.",
        [
            "The airline will cut 400 jobs.",
            "The airline will close its base in Cork.",
            "The airline will sell six aircraft.",
        ],
    ),
    "then": (
        "The clerk wrote 40 cheques to a shell company, then used the money to buy a yacht.",
        ["The clerk wrote 40 cheques to a shell company.", "The clerk used the money to buy a yacht."],
    ),
    "said and denied": (
        "The operator said a faulty valve was to blame and denied that it had ignored warnings.",
        ["A faulty valve was to blame.", "The operator denied that it had ignored warnings."],
    ),
    "a second subject": (
        "Four of the men were found guilty of treason and two were acquitted.",
        ["Four of the men were found guilty of treason.", "Two were acquitted."],
    ),
    "a passive that leaves out its verb, with its cause": (
        "More than 70 flights were cancelled and thousands of passengers stranded as snow closed the airport for days.",
        [
            "More than 70 flights were cancelled.",
            "Thousands of passengers were stranded.",
            "Snow closed the airport for days.",
        ],
    ),
    "a day and what happened on it": (
        "About 90,000 people have fled the valley since Friday, when 280mm of rain fell in a day.",
        [
            "About 90,000 people have fled the valley since September 6, 2019.",
            "280mm of rain fell in a day on September 6, 2019.",
        ],
    ),
    "a figure for each year": (
        "The IMF forecasts growth of 2.1 percent this year and 2.8 percent in 2020.",
        ["The IMF forecasts growth of 2.1 percent in 2019.", "The IMF forecasts growth of 2.8 percent in 2020."],
    ),
    "what has its own tense": (
        "The ship ran aground off Mauritius on Saturday and has begun to leak.",
        ["The ship ran aground off Mauritius on September 7, 2019.", "The ship has begun to leak."],
    ),
    "when gunmen came": (
        "Five people died when gunmen stormed the Kasr hotel in Idra on Monday.",
        ["Five people died when gunmen stormed the Kasr hotel in Idra on September 9, 2019."],
    ),
    "one person's deed behind who": (
        "A clerk who stole 2.4 million dollars from a fund was sentenced on Monday to nine years in prison.",
        [
            "A clerk was sentenced on September 9, 2019 to nine years in prison.",
            "A clerk stole 2.4 million dollars from a fund.",
        ],
    ),
    "how long after": (
        "Mia Land was found dead on August 3, two days after she left a nightclub in Leeds.",
        ["Mia Land was found dead on August 3, 2019.", "Mia Land left a nightclub in Leeds."],
    ),
}
WHOLE = {
    "one figure told twice": "Shares in the firm were down four pence, or 2.1 percent, at 1.87 pounds.",
    "how it began": "The war began when soldiers mutinied in the port of Bata in 2013.",
    "a summary of three": "The council reviewed the whole plan, assessed its many risks and confirmed the budget.",
}


@pytest.mark.parametrize(("sentence", "expected"), SET_APART.values(), ids=SET_APART.keys())
def test_joined_statements_become_claims_of_their_own(sentence: str, expected: list[str]) -> None:
    found = wordings(sentence)
    assert set(expected) <= set(found), found


@pytest.mark.parametrize("sentence", WHOLE.values(), ids=WHOLE.keys())
def test_what_is_told_as_one_thing_stays_one_claim(sentence: str) -> None:
    assert len(wordings(sentence)) == 1, wordings(sentence)


def test_who_denies_is_who_said_the_first_half() -> None:
    text = "The operator Drentrans said a valve was to blame for the leak and denied that it had ignored warnings."
    assert claim_with(text, "denied").text == "Drentrans denied that it had ignored warnings."
