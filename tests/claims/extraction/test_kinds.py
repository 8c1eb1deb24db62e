"""Which kind of statement a claim is: a figure in it does not make it a quantity."""

from __future__ import annotations

import pytest

from claims.extraction import Kind
from tests.claims.extraction.reading import claims

KINDS = {
    "Norway sent 40 tents to the island on Monday.": Kind.QUANTITY,
    "More than 300 homes burnt in Nordvik on Monday.": Kind.QUANTITY,
    "Exports fell by 12 percent in 2018.": Kind.QUANTITY,
    "Three men were arrested in Nordvik on Monday.": Kind.QUANTITY,
    "The price of bread rose from 12 to 19 crowns.": Kind.COMPARISON,
    "Profit fell to 12 million euros from 19 million euros.": Kind.COMPARISON,
    "Turnout was 48 percent, down from 61 percent in 2014.": Kind.COMPARISON,
    "The prison held 311 people in June, compared with 254 a year earlier.": Kind.COMPARISON,
    "Fuel prices have doubled since January.": Kind.COMPARISON,
    "The river stood at its highest level since 1953.": Kind.COMPARISON,
    "It was the third landslide in the valley since 2016.": Kind.COMPARISON,
    "Lung cancer is the second leading cause of death in Norland.": Kind.COMPARISON,
    "Anna Berg is the first woman to lead the bank.": Kind.COMPARISON,
    "People who slept after lunch had a 12 percent lower risk of stroke than others.": Kind.COMPARISON,
    "Smokers were more likely to fall ill.": Kind.COMPARISON,
    "Peter Lund, 34, was arrested in Nordvik on Monday.": Kind.EVENT,
    "Police found 29-year-old Anna Berg in the harbour.": Kind.EVENT,
    "Peter Lund was charged with murder and two counts of theft.": Kind.EVENT,
    "Lund served four years in prison for robbery.": Kind.EVENT,
    "The minister was picked up from his home on Monday.": Kind.EVENT,
    "The three-member panel will meet in Oslo on Monday.": Kind.EVENT,
    "Lund conceded defeat on Monday.": Kind.EVENT,
    "The bill was rejected by parliament on Monday.": Kind.EVENT,
    "A hearing is scheduled for October 24.": Kind.EVENT,
    "Sales rose, helped by a 14 percent jump in exports.": Kind.CAUSAL,
    "The flood forced the council to spend 12 million euros.": Kind.CAUSAL,
    "The company denied the charge.": Kind.QUOTE,
    "The party accused the government of fraud.": Kind.QUOTE,
    "The three women remain in the Nordvik hospital.": Kind.STATUS,
    "No weapon was found in the house.": Kind.STATUS,
    "Telpress is a news agency in Norland.": Kind.STATUS,
    "Norland belongs to the customs union.": Kind.STATUS,
}


@pytest.mark.parametrize(("text", "kind"), KINDS.items())
def test_a_claim_is_of_the_kind_that_its_words_show(text: str, kind: Kind) -> None:
    assert [claim.kind for claim in claims(text)] == [kind]
