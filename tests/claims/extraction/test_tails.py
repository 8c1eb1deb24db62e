"""Facts told without a finite verb: each is a claim of its own, and leaves the statement that it hangs on."""

from __future__ import annotations

import pytest

from tests.claims.extraction.reading import claim_with, wordings

SET_APART = {
    "what it did before": (
        "The crown rose to 25.40 per euro on Monday before easing to 25.62.",
        ["The crown rose to 25.40 per euro on September 9, 2019.", "The crown eased to 25.62."],
    ),
    "what she had done": (
        "Mayor Lena Koch took office in 2017 after beating a Social Democrat by 300 votes.",
        ["Mayor Lena Koch took office in 2017.", "Mayor Lena Koch beat a Social Democrat by 300 votes."],
    ),
    "a participle in front": (
        "Founded in 1921, the newspaper sold 40,000 copies a day at its peak.",
        ["The newspaper sold 40,000 copies a day at its peak.", "The newspaper was founded in 1921."],
    ),
    "having done": (
        "Having lost three seats in May, the Green Party now holds 11 of the 60 seats in the assembly.",
        [
            "The Green Party now holds 11 of the 60 seats in the assembly.",
            "The Green Party lost three seats in May 2019.",
        ],
    ),
    "a participle between commas": (
        "The gunmen, numbering about 40, fled towards the border with Chad.",
        ["The gunmen fled towards the border with Chad.", "The gunmen numbered about 40."],
    ),
    "a participle between dashes": (
        "The cost of the stadium - originally put at 90 million euros - has risen to 240 million.",
        [
            "The cost of the stadium has risen to 240 million.",
            "The cost of the stadium was originally put at 90 million euros.",
        ],
    ),
    "one person's participle": (
        "A former bank manager accused of stealing 1.8 million pounds has gone on trial in Leeds.",
        [
            "A former bank manager has gone on trial in Leeds.",
            "A former bank manager was accused of stealing 1.8 million pounds.",
        ],
    ),
    "with something going on": (
        "The government froze fuel prices in June, with inflation running at 18 percent.",
        ["The government froze fuel prices in June 2019.", "Inflation ran at 18 percent."],
    ),
    "with a further sum": (
        "Rovers paid 30 million euros for the striker, with a further 5 million in add-ons.",
        ["Rovers paid 30 million euros for the striker.", "There was a further 5 million in add-ons."],
    ),
    "with a measure": (
        "The quake, with a magnitude of 6.1, struck the coast of Chile on Monday.",
        ["The quake struck the coast of Chile on September 9, 2019.", "The quake had a magnitude of 6.1."],
    ),
    "dragged down by": (
        "Exports of the steel firm fell 8 percent in July, dragged down by weak demand from China.",
        [
            "Exports of the steel firm fell 8 percent in July 2019.",
            "Exports of the steel firm were dragged down by weak demand from China.",
        ],
    ),
    "a rank behind in": (
        "At least 64 people have died, the relief agency said, in the country's worst flooding for four decades.",
        ["At least 64 people have died.", "The flooding is the country's worst for four decades."],
    ),
    "a sum before the sayer": (
        "The club have paid 38 million euros for the striker, with a further 6 million in add-ons, the league said.",
        ["The club have paid 38 million euros for the striker.", "There was a further 6 million in add-ons."],
    ),
    "a remark behind a saying": (
        "Its author, Paul Ndere, said the dam at Kessa, built in 1974, was to blame because the gates were shut.",
        ["The dam at Kessa was to blame because the gates were shut.", "The dam at Kessa was built in 1974."],
    ),
    "most of them": (
        "Rescuers found 31 bodies in the village, most of them women.",
        ["Rescuers found 31 bodies in the village.", "Most of the 31 bodies were women."],
    ),
    "among them": (
        "The blast killed five people and wounded 23, among them two policemen.",
        ["The blast wounded 23.", "Two policemen were among the 23."],
    ),
    "figures that share a verb": (
        "Wheat rose 2 percent, corn 1.4 percent and soybeans 0.8 percent.",
        ["Wheat rose 2 percent.", "Corn rose 1.4 percent.", "Soybeans rose 0.8 percent."],
    ),
    "a remark with a figure": (
        "The Andean Pact, a five-nation trade bloc, suspended Bolara on Friday.",
        ["The Andean Pact suspended Bolara on September 6, 2019.", "The Andean Pact is a five-nation trade bloc."],
    ),
    "home to": (
        "The island, home to 12,000 people, has been without power since Sunday.",
        ["The island has been without power since September 8, 2019.", "The island is home to 12,000 people."],
    ),
    "what somebody is": (
        "Her client, a father of four with no criminal record, was addicted to gambling, lawyer Ana Reis said.",
        ["Her client was addicted to gambling.", "Her client is a father of four with no criminal record."],
    ),
    "how many live there": (
        "Nordal (population 4,200) was cut off by the flood on Monday.",
        ["Nordal was cut off by the flood on September 9, 2019.", "Nordal has a population of 4,200."],
    ),
    "what was paid for whom": (
        "Spending rose to £74m with the arrivals of goalkeeper Ben Tolland (£12m) and winger Yannick Sor (£24m).",
        ["Goalkeeper Ben Tolland cost £12m.", "Winger Yannick Sor cost £24m."],
    ),
}
WHOLE = {
    "those accused as a kind": "People accused of theft are held for up to 40 days in Bolara.",
    "a remark without a figure": "Karl Voss, head of the Bavarian police union, left for Vienna with 300 officers.",
    "what has not happened yet": "The bank will open 12 branches before closing its offices in 2021.",
}


@pytest.mark.parametrize(("sentence", "expected"), SET_APART.values(), ids=SET_APART.keys())
def test_a_fact_without_a_verb_becomes_a_claim_of_its_own(sentence: str, expected: list[str]) -> None:
    found = wordings(sentence)
    assert set(expected) <= set(found), found


@pytest.mark.parametrize("sentence", WHOLE.values(), ids=WHOLE.keys())
def test_what_says_nothing_of_its_own_stays_in_its_sentence(sentence: str) -> None:
    assert len(wordings(sentence)) == 1, wordings(sentence)


def test_a_fact_set_apart_takes_its_figures_along_and_quotes_its_own_words() -> None:
    text = "The gunmen, numbering about 40, set fire to 12 shops near the border with Chad."
    assert claim_with(text, "numbered").numbers == (40,)
    assert claim_with(text, "numbered").quote == "numbering about 40"
    assert claim_with(text, "set fire").numbers == (12,)


def test_a_remark_in_passing_is_the_articles_own_whoever_is_quoted() -> None:
    text = "The dam at Kessa, built in 1974, failed because the gates were shut, engineer Paul Ndere said."
    assert claim_with(text, "was built in 1974").speaker is None
    assert "Paul Ndere" in (claim_with(text, "failed").speaker or "")
