"""Orders, demands, calls and witnesses: told as events they are claims, as mere wishes they are none."""

from __future__ import annotations

import pytest

from claims.extraction.words.pasts import past
from tests.claims.extraction.reading import wordings

CLAIMS = {
    "an order with a day": "Ruiz must report to prison by October 18.",
    "a sum ordered": "The company must pay a fine of 40,000 euros.",
    "an election called": "President Adi Sulo has called an early election for November 3.",
    "a demand on a day": "The Security Council urged both sides on Monday to respect the ceasefire.",
    "a court asked": "Opposition leader Joan Pell has asked the court to annul the result.",
    "dismissed for a reason": '"I was sacked because I reported the leak," Dr Ines Roth told the inquiry in Oslo.',
    "by the end of next month": '"Repairs will be finished by the end of next month," manager Ola Berg told reporters.',
    "an event as a subject": "The arrest of opposition leader Joan Pell in June triggered protests in six cities.",
    "a rank over years": "It was the worst train accident in Spain since 1944.",
    "a sum put on it": "The opposition speaks of 70 prisoners; the government puts the number at nine.",
}
NONE = {
    "advice to all": "Residents must leave their homes when they hear the siren.",
    "an appeal": "The Security Council urged both sides to respect the ceasefire.",
    "a feeling": '"We were sad when we heard about the result," Tomas Reyes told the radio.',
    "a vow": '"We will rebuild our houses," Tomas Reyes told the radio.',
}
FROM_NOUNS = {
    "an arrest in a month": (
        "The arrest of opposition leader Joan Pell in June triggered protests in six cities.",
        "Opposition leader Joan Pell was arrested in June 2019.",
    ),
    "the introduction of a tax": (
        "Since the introduction of the tax in 2017, tobacco sales have dropped by a fifth.",
        "The tax was introduced in 2017.",
    ),
    "whom a study covered": (
        "A study of 12,000 pupils in Ghana found that girls learned faster than boys.",
        "A study covered 12,000 pupils in Ghana.",
    ),
}
PASTS = {
    "ease": "eased",
    "carry": "carried",
    "admit": "admitted",
    "stop": "stopped",
    "visit": "visited",
    "show": "showed",
    "win": "won",
    "beat": "beat",
    "play": "played",
    "touch": "touched",
}


@pytest.mark.parametrize("sentence", CLAIMS.values(), ids=CLAIMS.keys())
def test_what_was_ordered_or_witnessed_is_a_claim(sentence: str) -> None:
    assert wordings(sentence)


@pytest.mark.parametrize("sentence", NONE.values(), ids=NONE.keys())
def test_a_wish_or_a_feeling_is_none(sentence: str) -> None:
    assert wordings(sentence) == []


@pytest.mark.parametrize(("sentence", "expected"), FROM_NOUNS.values(), ids=FROM_NOUNS.keys())
def test_an_event_told_by_a_noun_is_a_claim(sentence: str, expected: str) -> None:
    assert expected in wordings(sentence)


def test_what_was_only_ordered_has_not_happened() -> None:
    found = wordings("A judge on Friday ordered the arrest of ex-president Carla Diaz for theft.")
    assert not any("was arrested" in words for words in found), found


@pytest.mark.parametrize(("lemma", "expected"), PASTS.items(), ids=PASTS.keys())
def test_past_tenses_are_spelt_as_english_does(lemma: str, expected: str) -> None:
    assert past(lemma) == expected
