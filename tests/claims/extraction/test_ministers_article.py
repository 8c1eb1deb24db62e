"""The product's first example, in our own words: the claims it must give, and those it must not."""

from __future__ import annotations

import pytest

from claims.extraction import Bound, ExtractedClaim, ZoneKind, extract
from tests.claims.extraction.articles import MINISTERS, PUBLISHED

EXTRACTION = extract(MINISTERS, published=PUBLISHED, source="Example Radio")


def claim(words: str) -> ExtractedClaim:
    found = [claim for claim in EXTRACTION.claims if words in claim.text]
    assert len(found) == 1, [claim.text for claim in EXTRACTION.claims]
    return found[0]


def test_the_dead_are_one_claim_with_bound_count_and_start() -> None:
    dead = claim("killed more than 13,000 people")
    assert dead.quote.endswith("has killed more than 13,000 people since April 2014")
    assert "Ukraine" in dead.text
    (figure,) = dead.figures
    assert (figure.value, figure.bound, figure.counted) == (13000, Bound.MORE_THAN, "people")
    assert (figure.since, figure.as_of) == ("2014-04", "")
    assert dead.dates == ("2014-04",)
    assert dead.speaker is None


def test_the_prisoners_are_one_claim_told_by_a_noun() -> None:
    swap = claim("70 prisoners were exchanged")
    assert swap.quote == "the exchange of 70 prisoners between Russia and Ukraine"
    assert list(swap.numbers) == [70]
    assert swap.speaker is None


def test_the_minister_is_the_speaker_of_his_comparison() -> None:
    assert claim("better than ever over the last three years").speaker == "Jean-Yves Le Drian"


def test_crimea_was_seized_in_2014() -> None:
    seized = next(found for found in EXTRACTION.claims if found.text == "Russia seized Crimea in 2014.")
    assert seized.quote == "Russia seized Crimea in 2014"
    assert seized.dates == ("2014",)


def test_last_month_becomes_august() -> None:
    assert claim("hosted").text == "Emmanuel Macron hosted Vladimir Putin at his summer residence in August 2019."
    assert claim("hosted").dates == ("2019-08",)


def test_the_relaying_office_is_not_the_speaker() -> None:
    summit = claim("summit")
    assert summit.speaker == "Emmanuel Macron and Vladimir Putin"
    assert summit.via == "Macron's office"


def test_the_credit_line_gives_the_credits() -> None:
    assert [credit.name for credit in EXTRACTION.credits] == ["TASS", "dpa", "AFP", "Reuters"]
    assert all(EXTRACTION.text[credit.start : credit.end] == credit.name for credit in EXTRACTION.credits)


@pytest.mark.parametrize(
    "kind", [ZoneKind.CAPTION, ZoneKind.FURNITURE, ZoneKind.TAIL_NOTE, ZoneKind.CREDIT_LINE, ZoneKind.HEADLINE]
)
def test_what_stands_around_the_text_gives_no_claim(kind: ZoneKind) -> None:
    zones = [zone for zone in EXTRACTION.zones if zone.kind is kind]
    assert zones
    assert not [claim for claim in EXTRACTION.claims for zone in zones if zone.start <= claim.start < zone.end]


def test_an_opinion_is_no_claim() -> None:
    assert not [claim for claim in EXTRACTION.claims if "important to talk" in claim.text]


def test_no_wording_keeps_a_relative_date_or_the_two() -> None:
    for found in EXTRACTION.claims:
        assert "last month" not in found.text
        assert "this month" not in found.text
        assert not found.text.startswith("The two")
