"""What holds for any text."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.extraction import canonicalise, extract, fingerprint
from tests.claims.extraction.articles import MINISTERS, PUBLISHED, prose

PIECES = (
    "Police said that 15 people were killed in Lagos on Monday , . \" “ ” ' ’ ( ) - – $ % 3.5 million since April 2014",
    "he she it they Tom Berg who which where and or but as after because would of the a not Macron's minister",
    ", according to Reuters told … ? ! : ; \n \n\n <b> &amp; 🔥 \u202e \0 é e\u0301 from between R5bn 2019 exchange",
    "its support for",
)
WORDS = st.sampled_from([word for line in PIECES for word in line.split(" ")])
ODD_TEXT = st.lists(st.one_of(WORDS, st.text(max_size=8)), max_size=60).map(" ".join)
PLENTY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@PLENTY
@given(ODD_TEXT)
def test_any_text_is_read_and_every_span_quotes_it(text: str) -> None:
    extraction = extract(text, published=PUBLISHED)
    assert extraction.text == canonicalise(text)
    for claim in extraction.claims:
        assert 0 <= claim.start < claim.end <= len(extraction.text)
        assert extraction.text[claim.start : claim.end] == claim.quote
        assert 0 <= claim.score <= 1
        assert claim.text.strip()
        assert len(claim.readings) in (0, 2)
        for figure in claim.figures:
            assert 0 <= figure.start < figure.end <= len(extraction.text)
    for zone in extraction.zones:
        assert 0 <= zone.start < zone.end <= len(extraction.text)


@PLENTY
@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 5), WORDS), max_size=30))
def test_an_article_with_words_torn_out_and_thrown_in_is_read(changes: list[tuple[int, int, str]]) -> None:
    words = MINISTERS.split(" ")
    for place, count, word in changes:
        words[place : place + count] = [word]
    extraction = extract(" ".join(words), published=PUBLISHED)
    assert all(extraction.text[claim.start : claim.end] == claim.quote for claim in extraction.claims)


@PLENTY
@given(ODD_TEXT)
def test_the_same_text_gives_the_same_result(text: str) -> None:
    assert extract(text, published=PUBLISHED) == extract(text, published=PUBLISHED)


@PLENTY
@given(st.text(alphabet=st.characters(), max_size=200))
def test_canonicalising_twice_changes_nothing(text: str) -> None:
    once = canonicalise(text)
    assert canonicalise(once) == once
    assert "\0" not in once
    assert "\r" not in once
    once.encode()


@PLENTY
@given(st.text(max_size=80))
def test_a_fingerprint_ignores_case_articles_and_punctuation(wording: str) -> None:
    assert fingerprint(wording) == fingerprint(f"  {wording}, ")
    assert len(fingerprint(wording)) == 64


def test_the_result_survives_json() -> None:
    result = extract(MINISTERS, published=PUBLISHED).as_dict()
    assert json.loads(json.dumps(result)) == result


def test_fingerprints_tell_claims_apart_and_survive_a_move() -> None:
    first = extract(MINISTERS, published=PUBLISHED)
    moved = extract("Breaking News\n\n" + MINISTERS, published=PUBLISHED)
    assert len({claim.fingerprint for claim in first.claims}) == len(first.claims)
    assert [claim.fingerprint for claim in first.claims] == [claim.fingerprint for claim in moved.claims]


@pytest.mark.slow
def test_the_longest_text_that_is_allowed_is_read() -> None:
    """How long it takes is a benchmark's matter: `tests.benchmarks.bench_extraction`."""
    assert extract(prose(200_000), published=PUBLISHED).claims


@pytest.mark.parametrize("piece", ["a\n", "A. ", "and the 5 ", "(", '"“', "He said he was. ", "told Reuters told "])
def test_a_text_of_one_thing_repeated_is_read(piece: str) -> None:
    extract((piece * 6_000)[:6_000])
