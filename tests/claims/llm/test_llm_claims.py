"""What becomes of a language model's answers of the right shape: kept, held, dropped and counted."""

import json

import pytest

from claims.extraction import extract
from tests.claims.llm.cast import ALONE, ARTICLE, CLOSED, HANDLED, SECOND, TWO_READINGS, good, read


def test_three_steps_give_claims_with_exact_spans_speakers_and_typed_figures() -> None:
    found, model = read(good())
    handled, closed, told = found.claims
    assert [found.text[claim.start : claim.end] for claim in found.claims] == [claim.quote for claim in found.claims]
    assert handled.text == HANDLED["text"]
    assert (handled.numbers, handled.dates, handled.kind) == ((41_000.0,), ("2018",), "quantity")
    assert (closed.speaker, closed.numbers) == ("Ada Brun", (9.0,))
    assert handled.reasons and 0 < handled.score <= 1
    assert told.ambiguous
    assert found.version == "llm test-model, prompts 1"
    assert found.notes == ()
    assert [body["path"] for body in model.asked] == ["/v1/chat/completions"] * 3
    assert set(model.authorisations) == {"Bearer secret-key"}


def test_a_sentence_with_two_readings_is_held_as_printed_with_both() -> None:
    told = read(good())[0].claims[-1]
    assert (told.text, told.quote) == (SECOND, SECOND)
    assert told.ambiguous
    assert told.readings == tuple(TWO_READINGS["readings"])  # type: ignore[arg-type]


def test_text_zones_and_credits_stay_those_of_the_built_in_extractor() -> None:
    found, _ = read(good())
    built_in = extract(ARTICLE, published="2019-03-04")
    assert (found.text, found.zones, found.credits) == (built_in.text, built_in.zones, built_in.credits)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"quote": "The harbour handled 41,000 containers"}, "quote not in the text: 1"),
        ({"quote": ""}, "quote not in the text: 1"),
        ({"quote": SECOND}, "quote not in the text: 1"),
        (
            {"text": "The harbour of Norvik handled 99,000 containers in 2018."},
            "figure that the article does not give: 1",
        ),
        (
            {"text": "The harbour of Norvik handled fifty containers in 2018."},
            "figure that the article does not give: 1",
        ),
        (
            {"text": "The harbour of Atlantis handled 41,000 containers in 2018."},
            "name that the article does not give: 1",
        ),
        ({"text": "Mayor Ada Brun takes bribes."}, "wording has little to do with its quote: 1"),
        ({"quote": "The", "text": "The ice."}, "wording has little to do with its quote: 1"),
    ],
)
def test_a_claim_that_the_text_does_not_bear_is_dropped_and_counted(change: dict[str, str], reason: str) -> None:
    found, _ = read(good(HANDLED | change, CLOSED))
    assert [claim.text for claim in found.claims if not claim.ambiguous] == [CLOSED["text"]]
    assert found.notes == (f"Left out of the language model's answers: {reason}.",)


def test_a_speaker_whom_the_article_does_not_name_is_left_out_and_counted() -> None:
    found, _ = read(good(HANDLED | {"speaker": "Vladimir Putin"}))
    assert found.claims[0].speaker is None
    assert "speaker that the article does not name: 1" in found.notes[0]


def test_a_date_resolved_against_the_day_of_publication_is_no_new_figure() -> None:
    text = "Norvik in winter\n\nThe harbour of Norvik closed on Friday after the ice had damaged two of its gates.\n"
    claim = HANDLED | {
        "quote": "The harbour of Norvik closed on Friday",
        "text": "The harbour of Norvik closed on March 1, 2019.",
        "kind": "event",
    }
    replies = good(claim, selection={"sentences": [1]}, disambiguation={"sentences": [ALONE]})
    found, _ = read(replies, text)
    assert [(claim.text, claim.dates) for claim in found.claims] == [(claim["text"], ("2019-03-01",))]


def test_the_same_claim_twice_is_one() -> None:
    assert len(read(good(HANDLED, HANDLED))[0].claims) == 2


def test_nothing_selected_is_an_answer_and_no_failure() -> None:
    found, model = read(good(selection={"sentences": []}))
    assert (found.claims, found.notes, len(model.asked)) == ((), (), 1)
    assert found.version.startswith("llm ")


def test_a_fenced_answer_is_read() -> None:
    fenced = "```json\n" + json.dumps({"sentences": [1, 2]}) + "\n```"
    assert len(read(good(selection=fenced))[0].claims) == 3
