"""How fast readers and programs are served: `python -m tests.benchmarks.bench_public`. It prints and asserts no speed.

One run has, in turn, our pages with 100,000 verdicts, a bare Django view with one query on the same database, and a
Wagtail page of the same content on the same server of PostgreSQL; gunicorn has the same workers and threads for each.
Each round measures everything once; ratios are made within a round, so that what else the machine does touches both
sides of one. What is printed is the median of the rounds, and between which ratios they lay: that is the noise.
"""

from __future__ import annotations

import argparse
import signal
import statistics
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode

from config.embedded import server
from config.embedded.paths import data_folder
from tests.benchmarks import load, many_verdicts, rival_site, web
from tests.benchmarks.load import Load, Timed
from tests.benchmarks.many_words import PLAIN, SPEAKERS
from tests.benchmarks.own_database import environment, open_database

SAMPLE = 500
"""Verdicts that are asked for; as many pages has Wagtail, whose own look-up by slug hardly grows with their number."""

BARE, WAGTAIL = "bare Django view, one query", "Wagtail page"
WARM = 1.5
"""Seconds of each that are not counted: processes read their templates and open their connections."""

NO_LIMIT = {"CLAIMDESK_API_RATE": "1000000000"}
"""The API still counts each request, in one statement."""


@dataclass(frozen=True)
class Case:
    """`status`: what every answer must have, so that no error counts as a fast page."""

    name: str
    port: int
    paths: list[str]
    headers: dict[str, str] = field(default_factory=dict)
    status: int = 200


def main() -> None:
    asked = _arguments()
    # Ended from outside, it still ends its servers.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    open_database()
    many_verdicts.load(asked.verdicts)
    sample = _sample()
    socket, python = server.ensure_running(), rival_site.rival_python(data_folder().root)
    pages = rival_site.fill(python, socket, [{"slug": row["slug"], "payload": row["payload"]} for row in sample])
    with ExitStack() as servers:
        cases = list(_cases(servers, sample, pages, socket, python))
        for case in cases:
            load.run(Load(case.port, case.paths, case.headers, seconds=WARM, connections=2 * web.WORKERS))
        rounds = [{case.name: _measured(case, asked) for case in cases} for _ in range(asked.rounds)]
    print(f"{asked.verdicts:,} verdicts, {web.WORKERS}x{web.THREADS} threads, {asked.connections} connections")
    print(f"{asked.seconds:g} s each, median of {asked.rounds} rounds; in brackets the lowest and highest ratio")
    for case in cases:
        print(_line(case.name, rounds))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verdicts", type=int, default=many_verdicts.COUNT)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--connections", type=int, default=4)
    return parser.parse_args()


def _sample() -> list[dict[str, Any]]:
    """Verdicts in force, drawn from all: what their addresses need, and what they hold."""
    from reviews.selectors import published  # noqa: PLC0415 needs Django's models

    numbers = list(published().order_by("pk").values_list("pk", flat=True))
    drawn = Random(1).sample(numbers, k=min(SAMPLE, len(numbers)))
    rows = published().filter(pk__in=drawn).values("claim_id", "slug", "payload")
    return [{**row, "slug": f"{row['claim_id']}-{row['slug']}"} for row in rows]


def _cases(
    servers: ExitStack, sample: list[dict[str, Any]], pages: list[str], socket: Path, python: Path
) -> Iterator[Case]:
    verdicts = [f"/claims/{row['slug']}/" for row in sample]
    claims = [row["claim_id"] for row in sample]
    searched = [*PLAIN[16:], *(f"{plain} {speaker.split()[-1]}" for plain in PLAIN[16:] for speaker in SPEAKERS[:9])]
    words = [f"/?{urlencode({'q': item})}" for item in searched]
    rival, here = rival_site.variables(socket), Path(sys.executable)
    bare = servers.enter_context(
        web.gunicorn("tests.benchmarks.bare", rival, python=here, path=f"/claims/{claims[0]}/")
    )
    yield Case(BARE, bare.port, [f"/claims/{claim}/" for claim in claims])
    wagtail = servers.enter_context(web.gunicorn("tests.benchmarks.rival.wsgi", rival, python=python, path=pages[0]))
    yield Case(WAGTAIL, wagtail.port, pages)
    ours = servers.enter_context(web.gunicorn("config.wsgi", environment() | NO_LIMIT, python=here)).port
    yield Case("verdict page", ours, verdicts)
    yield Case("verdict page, confirmed (304)", ours, verdicts, {"If-None-Match": "*"}, status=304)
    yield Case("embed", ours, [f"/embed/{claim}/" for claim in claims])
    yield Case("list", ours, ["/"])
    yield Case("list, filtered", ours, [f"/?rating={code}" for code in ("false", "half_true", "true")])
    yield Case("search", ours, words)
    yield Case("API, verdict", ours, [f"/api/v1/verdicts/{claim}/" for claim in claims])
    yield Case("API, list", ours, ["/api/v1/verdicts/"])
    yield Case("claims:search", ours, [path.replace("/?q=", "/v1alpha1/claims:search?query=") for path in words])


def _measured(case: Case, asked: argparse.Namespace) -> Timed:
    work = Load(case.port, case.paths, case.headers, seconds=asked.seconds, connections=asked.connections)
    timed = load.run(work)
    if not timed.all_are(case.status):
        raise SystemExit(f"{case.name}: not all answers were {case.status}: {timed.statuses}")
    return timed


def _line(name: str, rounds: list[dict[str, Timed]]) -> str:
    own = [measured[name] for measured in rounds]
    rate, p50, p99 = (statistics.median(getattr(item, key) for item in own) for key in ("per_second", "p50", "p99"))
    against = (_ratios(name, other, rounds) for other in (BARE, WAGTAIL))
    return f"{name:30} {rate:8.1f}/s  p50 {p50:8.1f} ms  p99 {p99:8.1f} ms  {own[0].kilobytes:6.1f} kB  " + "  ".join(
        against
    )


def _ratios(name: str, other: str, rounds: list[dict[str, Timed]]) -> str:
    """How many requests for one of the other's."""
    ratios = [measured[name].per_second / measured[other].per_second for measured in rounds]
    return f"{statistics.median(ratios):6.3f} of {other.split()[0]} [{min(ratios):.3f}-{max(ratios):.3f}]"


if __name__ == "__main__":
    main()
