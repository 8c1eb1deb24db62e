"""The language model's answers, good and bad, from a real HTTP server on this machine."""

import json
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest

from claims.extraction import Extraction, extract
from claims.llm.client import MOST_BYTES, Endpoint, Question, ask
from claims.llm.extractor import extract_with_model
from tests.claims.llm.endpoint import FakeModel, Raw, Reply, completion, serving

FIRST = (
    "The harbour of Norvik handled 41,000 containers in 2018, and Mayor Ada Brun said ice had closed it for nine days."
)
SECOND = "She told him about the port."
ARTICLE = f"Norvik's harbour had a hard winter\n\n{FIRST} {SECOND}\n"

HANDLED = {
    "number": 1,
    "quote": "The harbour of Norvik handled 41,000 containers in 2018",
    "text": "The harbour of Norvik handled 41,000 containers in 2018.",
    "kind": "quantity",
    "speaker": None,
    "via": None,
}
CLOSED = {
    "number": 1,
    "quote": "ice had closed it for nine days",
    "text": "Ice had closed the harbour of Norvik for nine days.",
    "kind": "event",
    "speaker": "Ada Brun",
    "via": None,
}
ALONE = {"number": 1, "standalone": FIRST.replace("closed it", "closed the harbour"), "readings": []}
TWO_READINGS = {
    "number": 2,
    "standalone": None,
    "readings": ["Ada Brun told a captain about the port.", "A spokeswoman told Ada Brun about the port."],
}

Serving = Callable[..., AbstractContextManager[FakeModel]]


def always(answer: Any) -> Reply:
    return lambda body: answer


def good(*claims: dict[str, Any], **other: Any) -> dict[str, Reply]:
    replies = {
        "selection": always({"sentences": [1, 2]}),
        "disambiguation": always({"sentences": [ALONE, TWO_READINGS]}),
        "claims": always({"claims": list(claims or (HANDLED, CLOSED))}),
    }
    return replies | {step: always(answer) for step, answer in other.items()}


def read(replies: dict[str, Reply], text: str = ARTICLE, *, deadline: float = 20.0) -> tuple[Extraction, FakeModel]:
    with serving(replies) as model:
        built_in = extract(text, published="2019-03-04")
        found = extract_with_model(
            built_in, model.endpoint, published=date(2019, 3, 4), source="Norvik Post", deadline=deadline
        )
        return found, model


def assert_fell_back(found: Extraction, reason: str) -> None:
    """The built-in extractor's claims to the last, and a note with the reason and the model's name."""
    built_in = extract(ARTICLE, published="2019-03-04")
    assert built_in.claims
    assert found.claims == built_in.claims
    assert found.version == built_in.version
    assert len(found.notes) == 1
    assert reason in found.notes[0]
    assert "test-model" in found.notes[0]


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


@pytest.mark.parametrize("status", [400, 422])
def test_an_endpoint_without_structured_output_is_asked_plainly(status: int) -> None:
    def picky(answer: Any) -> Reply:
        refusal = Raw(status, b'{"error": {"message": "response_format is not supported"}}')
        return lambda body: refusal if "response_format" in body else answer

    replies = {step: picky(reply({})) for step, reply in good().items()}
    found, model = read(replies)
    assert len(found.claims) == 3
    assert set(model.asked[1]) == {"model", "messages", "path"}
    assert '"sentences"' in model.asked[1]["messages"][0]["content"]


def test_a_busy_endpoint_is_asked_again_after_the_time_it_names() -> None:
    answers = [Raw(429, b"{}", {"Retry-After": "7"}), {"sentences": [1]}]
    waited: list[float] = []
    with serving({"selection": lambda body: answers.pop(0)}) as model:
        question = Question("selection", "task", {}, {})
        found = ask(model.endpoint, question, ends=time.monotonic() + 20, sleep=waited.append)
    assert (found, waited) == ({"sentences": [1]}, [7.0])


BAD_ENDPOINTS = [
    (Raw(500, b"oops"), "answered 500"),
    (Raw(401, b"{}"), "answered 401"),
    (Raw(429, b"{}"), "answered 429"),
    (Raw(429, b"{}", {"Retry-After": "600"}), "answered 429"),
    (Raw(302, b"", {"Location": "http://127.0.0.1:9/"}), "answered 302"),
    (Raw(400, b"{}"), "answered 400"),
    (Raw(200, b"<html>"), "no chat completion"),
    (Raw(200, b"{}"), "no chat completion"),
    (Raw(200, b'{"choices": []}'), "no chat completion"),
    (Raw(200, b'{"choices": ["x"]}'), "no chat completion"),
    (Raw(200, b"\xff\xfe\x00"), "no chat completion"),
    (Raw(200, b"[" * 100_000), "no chat completion"),
    (Raw(200, completion(None)), "gave no text"),
    (Raw(200, completion({"sentences": [1]}, finish_reason="length")), "cut off"),
    (Raw(200, completion("Sure! Here are the claims.")), "no JSON"),
    (Raw(200, completion("[" * 100_000)), "no JSON"),
    (Raw(200, b" " * (MOST_BYTES + 1)), "larger than"),
    (Raw(200, b"not gzip", {"Content-Encoding": "gzip"}), "could not be read"),
]


@pytest.mark.parametrize(("answer", "reason"), BAD_ENDPOINTS, ids=[reason for _, reason in BAD_ENDPOINTS])
def test_a_bad_answer_of_the_endpoint_leaves_the_built_in_claims(answer: Raw, reason: str) -> None:
    assert_fell_back(read(good(selection=answer))[0], reason)


MISSHAPEN: list[tuple[str, Any, str]] = [
    ("selection", [], "an object with exactly sentences"),
    ("selection", {"sentences": [1], "new_rules": "publish"}, "an object with exactly sentences"),
    ("selection", {"sentences": {"1": 1}}, "sentences should be a list"),
    ("selection", {"sentences": ["1"]}, "number of a sentence that was sent"),
    ("selection", {"sentences": [True]}, "number of a sentence that was sent"),
    ("selection", {"sentences": [3]}, "number of a sentence that was sent"),
    ("selection", {"sentences": [1] * 50}, "50 entries where 2 are allowed"),
    ("disambiguation", {"sentences": [ALONE, ALONE]}, "number of a sentence that was sent, once"),
    ("disambiguation", {"sentences": [ALONE | {"readings": ["a", "b"]}]}, "either one wording or two readings"),
    (
        "disambiguation",
        {"sentences": [TWO_READINGS | {"readings": ["only one"]}]},
        "either one wording or two readings",
    ),
    ("disambiguation", {"sentences": [TWO_READINGS | {"readings": list("abcde")}]}, "5 entries where 4 are allowed"),
    ("disambiguation", {"sentences": [ALONE | {"standalone": "x" * 601}]}, "601 characters where 600 are allowed"),
    ("claims", {"claims": [HANDLED | {"kind": "scandal"}]}, "kind should be one of"),
    ("claims", {"claims": [HANDLED | {"number": 2}]}, "number of a sentence that was sent"),
    ("claims", {"claims": [HANDLED | {"score": 1.0}]}, "an object with exactly"),
    ("claims", {"claims": [{"number": 1, "quote": "The harbour"}]}, "an object with exactly"),
    ("claims", {"claims": [HANDLED | {"text": " \u202e\n"}]}, "text should not be empty"),
    ("claims", {"claims": [HANDLED | {"text": "x" * 601}]}, "601 characters where 600 are allowed"),
    ("claims", {"claims": [HANDLED | {"quote": 7}]}, "quote should be a text"),
    ("claims", {"claims": [HANDLED | {"quote": "x" * 2001}]}, "quote should be a text of at most 2000"),
    ("claims", {"claims": [HANDLED | {"speaker": ["Ada Brun"]}]}, "speaker should be a text"),
    ("claims", {"claims": [HANDLED] * 13}, "13 entries where 12 are allowed"),
]


@pytest.mark.parametrize(("step", "answer", "reason"), MISSHAPEN)
def test_an_answer_of_another_shape_leaves_the_built_in_claims(step: str, answer: Any, reason: str) -> None:
    assert_fell_back(read(good(**{step: answer}))[0], reason)


def test_line_breaks_and_marks_that_print_nothing_do_not_reach_a_wording() -> None:
    spoilt = "The harbour of\nNorvik\u00a0handled \u202e41,000 containers in 2018."
    assert read(good(HANDLED | {"text": spoilt}))[0].claims[0].text == HANDLED["text"]


@pytest.mark.parametrize(
    "answer", [Raw(pause=5.0), Raw(body=b" " * 1000, pause=0.1, drip=1)], ids=["silent", "dripping"]
)
def test_a_slow_endpoint_meets_the_deadline(answer: Raw) -> None:
    started = time.monotonic()
    found, _ = read(good(selection=answer), deadline=0.5)
    assert time.monotonic() - started < 4
    assert_fell_back(found, "could not be read" if answer.pause > 1 else "took too long")


def test_the_deadline_is_the_whole_articles_and_not_each_questions() -> None:
    replies = good(selection=Raw(body=completion({"sentences": [1, 2]}), pause=0.3))
    replies["disambiguation"] = always(Raw(body=completion({"sentences": [ALONE, TWO_READINGS]}), pause=0.6))
    assert_fell_back(read(replies, deadline=0.7)[0], "could not be read")


def test_an_endpoint_that_is_not_there_leaves_the_built_in_claims() -> None:
    with serving({}) as model:
        gone = model.endpoint
    found = extract_with_model(extract(ARTICLE, published="2019-03-04"), gone, published=None, source=None)
    assert_fell_back(found, "could not be read")


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("nonsense", "should begin with http"),
        ("ftp://127.0.0.1/v1", "should begin with http"),
        ("http://[", "could not be read"),
        ("http://127.0.0.1:99999/v1", "could not be read"),
    ],
)
def test_an_address_that_is_none_leaves_the_built_in_claims(address: str, reason: str) -> None:
    endpoint = Endpoint(address, "test-model")
    found = extract_with_model(extract(ARTICLE, published="2019-03-04"), endpoint, published=None, source=None)
    assert_fell_back(found, reason)


def test_the_key_is_in_no_message_and_no_representation() -> None:
    found, model = read(good(selection=Raw(401, b"bad key secret-key")))
    assert "secret-key" not in repr(found) + repr(model.endpoint)


def test_a_text_that_cannot_be_read_asks_no_model() -> None:
    found, model = read(good(), "Der Hafen wurde am Freitag geschlossen, weil das Eis zu dick geworden war.\n")
    assert found.reason
    assert model.asked == []
