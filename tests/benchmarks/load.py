"""Sends requests to a web server on this machine and times them, in a process of its own: it reads what to do as JSON.

A closed loop: each connection stays open and sends its next request when it has the whole answer to the last one. It
says nothing of a server's queue, and it shares the machine's cores with the server; so only ratios within a run count.
"""

from __future__ import annotations

import http.client
import json
import statistics
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from random import Random

from tests.benchmarks.own_database import CHECKOUT

HOST = "127.0.0.1"
TIMEOUT = 60
"""Seconds that one answer may take."""


@dataclass(frozen=True)
class Load:
    """`paths`: one is drawn for each request; `most`: requests of one connection at most; times in seconds."""

    port: int
    paths: list[str]
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 5
    connections: int = 4
    most: int = 20_000


@dataclass(frozen=True)
class Timed:
    """`p50` and `p99` in milliseconds; `statuses`: how often each came."""

    per_second: float
    p50: float
    p99: float
    statuses: dict[str, int]
    kilobytes: float

    def all_are(self, status: int) -> bool:
        return self.statuses.keys() == {str(status)}


def run(load: Load) -> Timed:
    """In another process, which ends with the load."""
    command = [sys.executable, "-m", "tests.benchmarks.load"]
    done = subprocess.run(
        command, input=json.dumps(asdict(load)), cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    return Timed(**json.loads(done.stdout))


def send(load: Load) -> Timed:
    began = time.perf_counter()
    with ThreadPoolExecutor(load.connections) as pool:
        parts = list(pool.map(lambda number: _connection(load, number), range(load.connections)))
    seconds = time.perf_counter() - began
    took = sorted(item for times, _, _ in parts for item in times)
    statuses: Counter[str] = Counter()
    for _, counted, _ in parts:
        statuses.update(counted)
    cuts = statistics.quantiles(took, n=100, method="inclusive") if len(took) > 1 else took * 99
    size = sum(length for _, _, length in parts) / len(took) / 1000
    return Timed(len(took) / seconds, cuts[49] * 1000, cuts[98] * 1000, dict(statuses), size)


def _connection(load: Load, number: int) -> tuple[list[float], Counter[str], int]:
    """At least one request, however slow."""
    random, statuses, length = Random(number), Counter[str](), 0
    took: list[float] = []
    connection = http.client.HTTPConnection(HOST, load.port, timeout=TIMEOUT)
    ends = time.perf_counter() + load.seconds
    while len(took) < load.most and (not took or time.perf_counter() < ends):
        path, began = random.choice(load.paths), time.perf_counter()
        connection.request("GET", path, headers=load.headers)
        answer = connection.getresponse()
        length += len(answer.read())
        took.append(time.perf_counter() - began)
        statuses[str(answer.status)] += 1
    connection.close()
    return took, statuses, length


if __name__ == "__main__":
    print(json.dumps(asdict(send(Load(**json.load(sys.stdin))))))
