"""A wording may spell out what the article abbreviates, or abbreviate what it spells out; nothing else."""

import pytest

from claims.llm.acronyms import acronyms, initials, spelled_out
from tests.claims.llm.cast import ALONE, HANDLED, SECOND, good, read


@pytest.mark.parametrize(
    ("text", "wording", "known"),
    [
        ("The UN warned on Friday.", "The United Nations warned.", {"united", "nations"}),
        ("The U.S. left.", "The United States left.", {"united", "states"}),
        ("The OSCE went.", "The Organization for Security and Cooperation in Europe went.", {"europe"}),
        ("The IMF lends.", "The United Nations lends.", set()),
        ("Nobody warned.", "The United Nations warned.", set()),
    ],
)
def test_names_with_the_initials_of_an_abbreviation(text: str, wording: str, known: set[str]) -> None:
    found = spelled_out(wording, acronyms(text))
    assert known <= found
    assert bool(known) == bool(found)


def test_an_abbreviation_of_a_name_spelled_out() -> None:
    assert {"IMF", "OSCE"} <= initials(
        "The International Monetary Fund met the Organization for Security and Cooperation in Europe."
    )


@pytest.mark.parametrize(("name", "kept"), [("United Nations", True), ("Atlantic Pact", False)])
def test_a_claim_may_spell_out_what_the_article_abbreviates(name: str, kept: bool) -> None:
    quote = "The harbour of Norvik handled 41,000 UN containers in 2018"
    wording = f"The harbour of Norvik handled 41,000 containers of the {name} in 2018."
    claim = HANDLED | {"quote": quote, "text": wording}
    article = f"Norvik's harbour had a hard winter\n\n{quote}. {SECOND}\n"
    replies = good(claim, selection={"sentences": [1]}, disambiguation={"sentences": [ALONE]})
    found, _ = read(replies, article)
    assert [one.text for one in found.claims] == ([wording] if kept else [])
