"""Sentences that the parser gets wrong and the repairs put right: verbs taken for nouns, subjects hung elsewhere."""

from __future__ import annotations

import pytest

from claims.extraction.parsing import parse
from tests.claims.extraction.reading import wordings

TOLD = {
    "a verb that looks like a noun": (
        "The dam holds 4.2 billion cubic metres of water and supplies 60 percent of the capital's needs.",
        [
            "The dam holds 4.2 billion cubic metres of water.",
            "The dam supplies 60 percent of the capital's needs.",
        ],
    ),
    "two clauses, one taken for a subject": (
        "Of the 340 schools inspected, 45 failed and 12 were closed.",
        [
            "Of the 340 schools inspected, 45 failed.",
            "12 were closed.",
        ],
    ),
    "three participles": (
        "The law was adopted in 1998, amended in 2007 and repealed in 2016.",
        [
            "The law was adopted in 1998.",
            "The law was amended in 2007.",
            "The law was repealed in 2016.",
        ],
    ),
    "two words are enough with a figure": (
        "The blast killed 18 people and wounded 40.",
        [
            "The blast killed 18 people.",
            "The blast wounded 40.",
        ],
    ),
    "a past tense that looks like an adjective": (
        "The storm knocked out power to 230,000 homes, closed schools in six counties and forced 300 families to flee.",
        [
            "The storm knocked out power to 230,000 homes.",
            "The storm closed schools in six counties.",
            "The storm forced 300 families to flee.",
        ],
    ),
    "re-elected": (
        "He has served as governor since 2013 and was re-elected in 2018 with 63.7 percent of the vote.",
        [
            "He has served as governor since 2013.",
            "He was re-elected in 2018 with 63.7 percent of the vote.",
        ],
    ),
    "a share that does": (
        "40 percent of teachers earn less than 300 euros a month, and a third hold a second job.",
        [
            "40 percent of teachers earn less than 300 euros a month.",
            "A third hold a second job.",
        ],
    ),
    "laid off a fifth": (
        "The firm has lost two thirds of its value and laid off a fifth of its workforce.",
        [
            "The firm has lost two thirds of its value.",
            "The firm laid off a fifth of its workforce.",
        ],
    ),
    "statements before a passive": (
        "17 were rescued, three bodies have been found and two people are missing.",
        [
            "17 were rescued.",
            "Three bodies have been found.",
            "Two people are missing.",
        ],
    ),
    "how long after stays": (
        "The minister resigned two weeks after the report was published.",
        [
            "The minister resigned two weeks after the report was published.",
        ],
    ),
    "since it is so": (
        "The blaze was put out only at dawn, since the crews had twice been forced to withdraw.",
        [
            "The blaze was put out only at dawn.",
            "The crews had twice been forced to withdraw.",
        ],
    ),
    "what came of it": (
        "Rebels attacked the town of Adra with mortars, destroying the only hospital.",
        [
            "Rebels attacked the town of Adra with mortars.",
            "Rebels attacked the town of Adra with mortars, destroying the only hospital.",
        ],
    ),
    "what came of it, in three words": (
        "The train hit a lorry near Kolin, killing the driver.",
        [
            "The train hit a lorry near Kolin.",
            "The train hit a lorry near Kolin, killing the driver.",
        ],
    ),
    "one of the largest": (
        "The Marrow mine, one of the largest in Africa, cut its output by 12 percent in June.",
        [
            "The Marrow mine cut its output by 12 percent in June 2019.",
            "The Marrow mine is one of the largest in Africa.",
        ],
    ),
    "every club will go": (
        "Nine of the town's 14 pools will shut in May and every club the council runs will go under the plan.",
        [
            "Nine of the town's 14 pools will shut in May 2020.",
            "Every club the council runs will go under the plan.",
        ],
    ),
    "agreed on": (
        "Oslo and Riga have agreed on building a second cable between the two ports, the minister told "
        "reporters on Wednesday.",
        [
            "Oslo and Riga have agreed on building a second cable between the two ports.",
        ],
    ),
    "charged with": (
        "He was arrested on 12 May 2018 and charged a week later with two murders.",
        [
            "He was arrested on 12 May 2018.",
            "He was charged on May 19, 2018 with two murders.",
        ],
    ),
    "whom, not where": (
        "Almost 1.4 million people have fled Mosul and nearby areas since October 2016, of whom 700,000 "
        "are still displaced.",
        [
            "Almost 1.4 million people have fled Mosul and nearby areas since October 2016.",
            "700,000 of the almost 1.4 million people are still displaced.",
        ],
    ),
    "of which, a sum": (
        "The government has allocated 70 crore rupees for repairs, of which only 12 crore has been spent.",
        [
            "The government has allocated 70 crore rupees for repairs.",
            "Only 12 crore of the 70 crore rupees for repairs has been spent.",
        ],
    ),
    "according to, with the subject behind": (
        "According to Vestrin, the work, whose cost is put at 11 billion crowns, will be financed by the two sides.",
        [
            "The work will be financed by the two sides.",
            "The work's cost is put at 11 billion crowns.",
        ],
    ),
    "the park, not its place": (
        "The council bought a park outside Swindon, which was worth 4 million pounds.",
        [
            "The council bought a park outside Swindon.",
            "A park was worth 4 million pounds.",
        ],
    ),
    "a name taken for an adverb": (
        "Tolliver has placed two officers on leave while his office reviews 40 cases.",
        [
            "Tolliver has placed two officers on leave.",
            "His office reviews 40 cases.",
        ],
    ),
    "which 48 they are": (
        "Air defence units shot down 31 of the 48 drones launched by the army during the night.",
        [
            "Air defence units shot down 31 of the 48 drones launched by the army during the night.",
        ],
    ),
    "a crude down": (
        "Oil prices fell more than 4 percent, with Brent crude down $2.60 at $58.20 a barrel.",
        [
            "Oil prices fell more than 4 percent.",
            "Brent crude was down $2.60 at $58.20 a barrel.",
        ],
    ),
    "three of them, of the subject": (
        "Five days after the attack, 16 people remained in hospital, three of them in a critical condition.",
        [
            "Five days after the attack, 16 people remained in hospital.",
            "Three of the 16 people were in a critical condition.",
        ],
    ),
    "a loss that would come": (
        "The firm plans to close 14 branches by the end of 2020, with the loss of 220 jobs.",
        [
            "The firm plans to close 14 branches by the end of 2020, with the loss of 220 jobs.",
            "220 jobs would be lost.",
        ],
    ),
    "an aside beside an aside": (
        "The number of deaths rose to 121, the highest daily toll since April, bringing the total to 9,230.",
        [
            "The number of deaths rose to 121.",
            "The number of deaths was the highest daily toll since April 2019.",
            "The number of deaths rose, bringing the total to 9,230.",
        ],
    ),
    "out of five": (
        "Four out of five doctors who took part in the survey, conducted in March, reported burnout.",
        [
            "Four out of five doctors who took part in the survey reported burnout.",
            "The survey was conducted in March 2019.",
        ],
    ),
    "one in five says": (
        "One in five said they had no savings.",
        [
            "One in five said they had no savings.",
        ],
    ),
    "as many as": (
        "As many as 300 people were on the boat, which sank 60 kilometres off Libya.",
        [
            "As many as 300 people were on the boat.",
            "The boat sank 60 kilometres off Libya.",
        ],
    ),
    "goes on in the present": (
        "Mr Pell has conceded that the purchase was a mistake but blames most of the loss of 30 million "
        "on the cost of care.",
        [
            "Mr Pell has conceded that the purchase was a mistake.",
            "Mr Pell blames most of the loss of 30 million on the cost of care.",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD)
def test_each_statement_is_a_claim(text: str, expected: list[str]) -> None:
    assert sorted(wordings(text)) == sorted(expected)


def test_a_tree_never_closes_a_circle() -> None:
    """A repair that would hang a word below itself leaves it: reading such a tree would never end."""
    text = "The council closed the bridge in May."
    (sentence,) = parse(text, [(0, len(text))])
    verb, bridge = sentence.tokens[2], sentence.tokens[4]
    sentence.attach(verb, bridge, "conj")
    assert (verb.head, verb.label) == (verb.i, "ROOT")
    assert sentence.subtree(verb) == list(range(len(sentence.tokens)))
