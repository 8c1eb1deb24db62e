"""Check-worthiness: the order it gives, its reasons, and that any text at all is scored alike."""

import os
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.worthiness import SUGGESTED_CUT, checkworthiness, explain_worthiness
from claims.extraction.worthiness.cues import CUES
from claims.extraction.worthiness.model import WEIGHTS, load

WORTH_CHECKING = [
    "The fighting has killed more than 13,000 people since April 2014.",
    "Unemployment fell to 4.1 percent in October, the lowest rate since 1969.",
    "The two countries exchanged 70 prisoners on September 7.",
    "The senator voted against the bill three times.",
    "Exports to China doubled between 2010 and 2018.",
]
NOT_WORTH_CHECKING = [
    "I think we should all hope for better days.",
    "Will you come back tomorrow?",
    "Thank you very much, and good night.",
    "We are going to make this country great.",
    "Please let me finish!",
    "Read more",
]

# Marks of the model's own, and what a tokeniser stumbles over.
AWKWARD = [
    "I",
    "will",
    "the",
    "#",
    "#y",
    "13,000",
    "%",
    "İ",
    "ß",
    "2014",
    "?!",
    "said’s",
    "U.S.",
    "^",
    ".",
    "|",
    "killed",
    "ended",
]


@pytest.mark.parametrize("sentence", WORTH_CHECKING)
def test_a_statement_of_fact_reaches_the_suggested_cut(sentence: str) -> None:
    assert checkworthiness(sentence) >= SUGGESTED_CUT


@pytest.mark.parametrize("sentence", NOT_WORTH_CHECKING)
def test_opinions_questions_and_courtesies_stay_below_it(sentence: str) -> None:
    assert checkworthiness(sentence) < SUGGESTED_CUT


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        (WORTH_CHECKING[0], "states figures"),
        (WORTH_CHECKING[0], "tells what happened"),
        (WORTH_CHECKING[0], "gives a year"),
        (WORTH_CHECKING[1], "gives a share"),
        (WORTH_CHECKING[3], "concerns a vote, a law or a ruling"),
        (NOT_WORTH_CHECKING[0], "but voices an opinion or a feeling"),
        (NOT_WORTH_CHECKING[1], "but asks a question"),
        (NOT_WORTH_CHECKING[2], "but is short"),
    ],
)
def test_an_editor_is_told_the_reason(sentence: str, reason: str) -> None:
    assert reason in explain_worthiness(sentence).reasons


def test_the_explanation_carries_the_same_score_and_reasons_for_it_stand_first() -> None:
    for sentence in WORTH_CHECKING + NOT_WORTH_CHECKING:
        found = explain_worthiness(sentence)
        against = [reason.startswith("but ") for reason in found.reasons]
        assert found.score == checkworthiness(sentence)
        assert against == sorted(against)


@pytest.mark.parametrize("sentence", ["", "   ", "…", "\x00", "\u200f", "🙂🙂"])
def test_a_text_without_words_scores_nothing_and_says_so(sentence: str) -> None:
    assert explain_worthiness(sentence).score == 0.0
    assert explain_worthiness(sentence).reasons == ("but has no words",)


def test_a_headline_in_capitals_is_not_taken_for_a_row_of_names() -> None:
    assert "names persons, bodies or places" not in explain_worthiness("TALKS END WITHOUT A DEAL").reasons


def test_curly_and_straight_apostrophes_score_alike() -> None:
    assert checkworthiness("They didn’t pay taxes in 2016.") == checkworthiness("They didn't pay taxes in 2016.")


def test_the_score_does_not_depend_on_the_process_hash_seed() -> None:
    command = "from claims.extraction.worthiness import checkworthiness as c; import sys; print(repr(c(sys.argv[1])))"
    found = {
        subprocess.run(
            [sys.executable, "-c", command, WORTH_CHECKING[0]],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1", "42")
    }
    assert found == {repr(checkworthiness(WORTH_CHECKING[0])) + "\n"}


def test_the_shipped_weights_are_small_and_name_every_cue() -> None:
    model = load(WEIGHTS.read_text(encoding="utf-8"))
    assert WEIGHTS.stat().st_size < 91_000
    assert len(model.cues) == len(CUES)
    assert len(model.terms) > 1000


@settings(deadline=None)
@given(st.text())
def test_any_text_gives_one_score_between_0_and_1(text: str) -> None:
    first = explain_worthiness(text)
    assert 0.0 <= first.score <= 1.0
    assert first == explain_worthiness(text)
    assert first.score == checkworthiness(text)


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(AWKWARD),
        max_size=60,
    )
)
def test_any_row_of_awkward_words_gives_reasons_that_a_person_can_read(words: list[str]) -> None:
    for reason in explain_worthiness(" ".join(words)).reasons:
        assert reason.strip()
        assert not {"<", "#", "^", "|"} & set(reason)
