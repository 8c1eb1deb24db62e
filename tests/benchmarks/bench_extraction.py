"""How fast a core reads: `python -m tests.benchmarks.bench_extraction`. No test: it prints a table and asserts nothing.

Three readers of the same text in the same process: the bare sentence splitter, the bare parser, the whole extraction;
then the extraction at growing lengths, whose seconds per character should stay level.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable

from nupunkt import sentence_spans

from claims.extraction import extract
from claims.extraction.parsing import parse
from claims.extraction.sentences import sentences
from tests.claims.extraction.articles import MINISTERS, PUBLISHED, prose

LENGTHS = (25_000, 50_000, 100_000, 200_000)


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of this process: other processes on the machine do not count."""
    started = time.process_time()
    work()
    return time.process_time() - started


def peak() -> float:
    """The process's largest resident size so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    print(f"first call, loading the parser: {seconds(lambda: extract(MINISTERS)):.2f} s, peak {peak():.0f} MB")
    text = prose(100_000)
    readers: dict[str, Callable[[], object]] = {
        "sentence splitter": lambda: sentence_spans(text),
        "parser": lambda: parse(text, sentences(text, 0, len(text))),
        "extraction": lambda: extract(text, published=PUBLISHED),
    }
    for name, work in readers.items():
        taken = seconds(work)
        articles = len(text) / len(MINISTERS) / taken
        print(f"{name:18} {len(text) / taken:12,.0f} characters/s {articles:10,.1f} articles/s, peak {peak():.0f} MB")
    for length in LENGTHS:
        text = prose(length)
        taken = seconds(lambda: extract(text, published=PUBLISHED))  # noqa: B023 -- called at once
        print(f"{length:8,} characters {taken:6.2f} s {1e6 * taken / length:6.1f} µs/character, peak {peak():.0f} MB")


if __name__ == "__main__":
    main()
