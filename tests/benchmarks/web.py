"""Web servers of a benchmark: gunicorn with the same workers and threads for everyone, on loopback."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.load import HOST
from tests.benchmarks.own_database import CHECKOUT

WORKERS, THREADS = 2, 4
PATIENCE = 180
"""Seconds until a server must answer; a busy machine starts slowly."""


@dataclass(frozen=True)
class Web:
    port: int
    process: subprocess.Popen[bytes]


@contextmanager
def gunicorn(
    application: str, environment: Mapping[str, str], *, python: Path, path: str = "/", workers: int = WORKERS
) -> Iterator[Web]:
    """Serves the application until the block ends; `path` must answer before it begins."""
    port = _free_port()
    command = [str(python), "-m", "gunicorn", application, "--bind", f"{HOST}:{port}", "--worker-class", "gthread"]
    command += ["--workers", str(workers), "--threads", str(THREADS), "--log-level", "warning", "--no-control-socket"]
    process = subprocess.Popen(command, cwd=CHECKOUT, env=os.environ | environment)
    try:
        _await(port, path, process)
        yield Web(port, process)
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind((HOST, 0))
        return int(found.getsockname()[1])


def _await(port: int, path: str, process: subprocess.Popen[bytes]) -> None:
    """Raises RuntimeError where it ends, or answers with an error, or not in time."""
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends and process.poll() is None:
        try:
            connection = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)
            connection.request("GET", path)
            status = connection.getresponse().status
        except OSError:
            time.sleep(0.2)
            continue
        if status != http.client.OK:
            raise RuntimeError(f"{path} answers {status}")
        return
    raise RuntimeError(f"No answer on port {port} for {path}.")
