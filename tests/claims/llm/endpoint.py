"""A real HTTP server on this machine that answers as an OpenAI-compatible endpoint does, well or badly."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from claims.llm.client import Endpoint

Reply = Callable[[dict[str, Any]], Any]
"""The `response_format` name ("selection", …) is in the body; the result is the model's answer, or a Raw one."""


@dataclass(frozen=True)
class Raw:
    """An answer below the level of the model: any status, headers and body, each part after a pause."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    pause: float = 0.0
    drip: int = 0


@dataclass
class FakeModel:
    """What was asked, and how to answer: one function a step."""

    replies: dict[str, Reply]
    asked: list[dict[str, Any]] = field(default_factory=list)
    authorisations: list[str | None] = field(default_factory=list)
    endpoint: Endpoint = field(default_factory=lambda: Endpoint("", ""))

    def data(self, number: int) -> Any:
        """The data that the question `number` carried."""
        return json.loads(self.asked[number]["messages"][1]["content"])


def step_of(body: dict[str, Any]) -> str:
    """The step by its schema's name, or by its task where the endpoint was asked without one."""
    if "response_format" in body:
        return str(body["response_format"]["json_schema"]["name"])
    task = body["messages"][0]["content"]
    return "selection" if "what can be checked" in task else "disambiguation" if "stand alone.\n" in task else "claims"


def completion(content: Any, **choice: Any) -> bytes:
    """A chat completion as such endpoints send it."""
    text = content if isinstance(content, str) or content is None else json.dumps(content)
    message = {"role": "assistant", "content": text}
    chosen = {"index": 0, "finish_reason": "stop", "message": message} | choice
    return json.dumps({"id": "c1", "object": "chat.completion", "choices": [chosen], "usage": {}}).encode()


@contextmanager
def serving(replies: dict[str, Reply]) -> Iterator[FakeModel]:
    """The server until the block ends; its port is free again afterwards."""
    model = FakeModel(replies)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            model.asked.append(body | {"path": self.path})
            model.authorisations.append(self.headers["Authorization"])
            found = model.replies[step_of(body)](body)
            answer = found if isinstance(found, Raw) else Raw(body=completion(found))
            try:
                self._send(answer)
            except (BrokenPipeError, ConnectionResetError):
                return  # The client gave up, as some tests want.

        def _send(self, answer: Raw) -> None:
            if not answer.drip:
                time.sleep(answer.pause)
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            size = answer.drip or max(1, len(answer.body))
            for start in range(0, len(answer.body), size):
                if answer.drip:
                    time.sleep(answer.pause)
                self.wfile.write(answer.body[start : start + size])
                self.wfile.flush()

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    model.endpoint = Endpoint(f"http://127.0.0.1:{server.server_address[1]}/v1", "test-model", "secret-key")
    try:
        yield model
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
