"""Bad answers and bad endpoints: each leaves the built-in extractor's claims and a note that says why."""

import time
from typing import Any

import pytest

from claims.extraction import extract
from claims.llm.client import MOST_BYTES, Endpoint, Question, ask
from claims.llm.extractor import extract_with_model
from tests.claims.llm.cast import ALONE, ARTICLE, HANDLED, TWO_READINGS, always, assert_fell_back, good, read
from tests.claims.llm.endpoint import Raw, Reply, completion, serving


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
    found, _ = read(good(selection=answer), deadline=0.5)
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
