"""One question to an OpenAI-compatible endpoint, one answer as parsed JSON, within bounds of time and size."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Final

from urllib3 import BaseHTTPResponse, PoolManager, Timeout
from urllib3.exceptions import HTTPError

from claims.llm.errors import AnswerInvalid, EndpointFailed

MOST_BYTES: Final = 1024 * 1024
"""Of one answer. The claims of forty sentences take some 30 KB."""
CONNECT_SECONDS: Final = 5.0
CHUNK: Final = 64 * 1024
MOST_PATIENCE: Final = 10.0
"""Seconds of a Retry-After that are worth waiting for; once."""
BUSY: Final = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
# What endpoints answer that do not know `response_format` or `temperature`.
NOT_UNDERSTOOD: Final = frozenset({HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY})
FENCE: Final = re.compile(r"\A```(?:json)?\s*\n(.*)\n```\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """`address` ends before `/chat/completions`, such as `http://127.0.0.1:11434/v1`; `key` may be empty."""

    address: str
    model: str
    key: str = field(default="", repr=False)

    @property
    def url(self) -> str:
        return self.address.rstrip("/") + "/chat/completions"


@dataclass(frozen=True, slots=True)
class Question:
    """What one step asks. `data` is untrusted: it goes as one JSON value in a message of its own."""

    name: str
    task: str
    data: Any
    schema: dict[str, Any]


def ask(endpoint: Endpoint, question: Question, *, ends: float, sleep: Callable[[float], None] = time.sleep) -> Any:
    """The model's answer as JSON, its shape not yet checked. `ends` is a moment of `time.monotonic`.

    Raises EndpointFailed or AnswerInvalid.
    """
    exact = _body(endpoint, question) | {
        "temperature": 0,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": question.name, "strict": True, "schema": question.schema},
        },
    }
    status, headers, answer = _post(endpoint, exact, ends)
    if status in NOT_UNDERSTOOD:
        status, headers, answer = _post(endpoint, _body(endpoint, question), ends)
    elif status in BUSY and (wait := _patience(headers)) is not None:
        sleep(min(wait, max(0.0, ends - time.monotonic())))
        status, headers, answer = _post(endpoint, exact, ends)
    if status != HTTPStatus.OK:
        raise EndpointFailed(f"the endpoint answered {status} where 200 was expected")
    return _content(answer)


def _body(endpoint: Endpoint, question: Question) -> dict[str, Any]:
    """The least that every such endpoint understands; the schema stands in the task too, for want of a better way."""
    schema = json.dumps(question.schema)
    task = f"{question.task}\n\nAnswer with one JSON object of this schema and nothing else:\n{schema}"
    return {
        "model": endpoint.model,
        "messages": [
            {"role": "system", "content": task},
            {"role": "user", "content": json.dumps(question.data, ensure_ascii=False)},
        ],
    }


def _post(endpoint: Endpoint, body: dict[str, Any], ends: float) -> tuple[int, Any, bytes]:
    left = ends - time.monotonic()
    if left <= 0:
        raise EndpointFailed("the time for this article was used up")
    if not endpoint.address.startswith(("http://", "https://")):
        raise EndpointFailed("its address should begin with http:// or https://")
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    with PoolManager(num_pools=1) as pool:
        try:
            response = pool.request(
                "POST",
                endpoint.url,
                body=json.dumps(body).encode(),
                headers=headers,
                timeout=Timeout(connect=min(CONNECT_SECONDS, left), read=left),
                retries=False,
                redirect=False,  # The key belongs to this address and to no other.
                preload_content=False,
            )
            with response:
                return response.status, response.headers, _read(response, ends)
        except (HTTPError, OSError, ValueError) as error:
            raise EndpointFailed(f"the endpoint could not be read ({type(error).__name__})") from error


def _read(response: BaseHTTPResponse, ends: float) -> bytes:
    """`read1` returns what has come, so that a slow drip meets the deadline too."""
    body = bytearray()
    while chunk := response.read1(CHUNK, decode_content=True):
        body += chunk
        if len(body) > MOST_BYTES:
            raise EndpointFailed(f"the answer is larger than {MOST_BYTES // 1024} KB")
        if time.monotonic() >= ends:
            raise EndpointFailed("the answer took too long")
    return bytes(body)


def _patience(headers: Any) -> float | None:
    """Seconds that the endpoint asks to wait, if it says so and they are few."""
    asked = headers.get("Retry-After", "")
    return float(asked) if re.fullmatch(r"\d{1,3}(\.\d+)?", asked) and float(asked) <= MOST_PATIENCE else None


def _content(answer: bytes) -> Any:
    try:
        choice = json.loads(answer)["choices"][0]
        content = choice["message"]["content"]
        cut_off = choice.get("finish_reason") == "length"
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise AnswerInvalid("the endpoint's answer is no chat completion") from error
    if not isinstance(content, str):
        raise AnswerInvalid("the model gave no text")
    if cut_off:
        raise AnswerInvalid("the model's answer was cut off")
    fenced = FENCE.match(content.strip())
    try:
        return json.loads(fenced.group(1) if fenced else content)
    except (ValueError, RecursionError) as error:
        raise AnswerInvalid("the model's answer is no JSON") from error
