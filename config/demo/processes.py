"""The demo's children: started together, watched together, ended together."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final, NoReturn

from config.embedded.paths import CHECKOUT, data_folder, make_private

# Seconds. A worker finishes the extraction it is in; the longest takes a few.
PATIENCE: Final = 20
READY_WITHIN: Final = 60
PR_SET_PDEATHSIG: Final = 1


class DemoError(Exception):
    """The demo cannot go on; the message says why."""


@dataclass(frozen=True)
class Child:
    name: str
    process: subprocess.Popen[bytes]


class Children:
    """Web, worker and beat, each heading a process group of its own: a terminal's Ctrl-C reaches the demo alone."""

    def __init__(self, *, port: int) -> None:
        self.port = port
        self._running: list[Child] = []

    def start(self) -> None:
        """Starts them all and returns when the web answers. Raises DemoError where one does not come up."""
        # Beat last: its first message waits for nobody then.
        for name, command in (("web", self._web()), ("worker", _worker()), ("beat", self._beat())):
            self._running.append(Child(name, _launch(command, self._environment())))
        self._wait_until_ready()

    def watch(self) -> NoReturn:
        """Never returns. Raises DemoError as soon as a child ends by itself."""
        while True:
            self._refuse_a_dead_child()
            time.sleep(0.5)

    def stop(self) -> None:
        """Asks every child to finish, then ends what is left of their groups."""
        for child in self._running:
            child.process.terminate()
        deadline = time.monotonic() + PATIENCE
        for child in self._running:
            try:
                child.process.wait(timeout=max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                print(f"The {child.name} did not finish in {PATIENCE} seconds: it is ended now.", file=sys.stderr)  # noqa: T201
            _end_group(child.process)
        self._running.clear()

    def _web(self) -> list[str]:
        return [
            *("gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{self.port}", "--no-control-socket"),
            *("--worker-class", "gthread", "--threads", "8", "--log-level", "warning", "--graceful-timeout", "5"),
        ]

    def _beat(self) -> list[str]:
        # One per port, as two demos may run beside each other on one database.
        folder = data_folder().beat
        make_private(folder)
        schedule = folder / str(self.port)
        return ["celery", "--app", "config", "--quiet", "beat", "--loglevel", "WARNING", "--schedule", str(schedule)]

    def _environment(self) -> Mapping[str, str]:
        return os.environ | {
            "CLAIMDESK_MODE": "embedded",
            "CLAIMDESK_DATABASE_ROLE": "app",
            "SITE_URL": f"http://127.0.0.1:{self.port}",
            # Celery warns of root on every start; the demo has said so in its own words.
            "PYTHONWARNINGS": "ignore:You're running the worker with superuser privileges",
            "LOG_LEVEL": os.environ.get("LOG_LEVEL", "WARNING"),
        }

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + READY_WITHIN
        while not _answers(f"http://127.0.0.1:{self.port}/readyz"):
            self._refuse_a_dead_child()
            if time.monotonic() > deadline:
                raise DemoError(f"The web process does not answer within {READY_WITHIN} seconds.")
            time.sleep(0.1)

    def _refuse_a_dead_child(self) -> None:
        for child in self._running:
            if (code := child.process.poll()) is not None:
                raise DemoError(f"The {child.name} process ended by itself (exit code {code}); its words are above.")


def _worker() -> list[str]:
    return [
        *("celery", "--app", "config", "--quiet", "worker", "--loglevel", "WARNING", "--concurrency", "2"),
        *("--without-gossip", "--without-mingle", "--hostname", f"demo{os.getpid()}@%h"),
    ]


def _launch(command: list[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    # Modules, not scripts: they run where the virtual environment is not on PATH.
    module, *arguments = command
    return subprocess.Popen(  # noqa: S603 fixed arguments
        [sys.executable, "-m", module, *arguments],
        cwd=CHECKOUT, env=environment, stdin=subprocess.DEVNULL, start_new_session=True,
        preexec_fn=_end_with_parent if sys.platform == "linux" else None,
    )  # fmt: skip


def _end_with_parent() -> None:
    """Linux ends the child when the demo is killed without a chance to do so."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _end_group(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):  # macOS says the latter of a group that has ended.
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=2) as response:  # noqa: S310 our own http address
            return bool(response.status == HTTPStatus.OK)
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False
