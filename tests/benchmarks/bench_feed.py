"""What the ClaimReview feed costs: `python -m tests.benchmarks.bench_feed`. It prints a table and asserts nothing.

Seconds and peak memory of a process that makes the whole feed, of the first 10,000 verdicts and of all 100,000, each
in a fresh process, beside one that only loads Django and the code. The feed is streamed: memory should not grow.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time

from tests.benchmarks import many_verdicts
from tests.benchmarks.own_database import CHECKOUT, environment, open_database

COUNTS = (0, 10_000, 100_000)


def measure(count: int) -> tuple[float, int, float, float]:
    """Seconds until the first entry and until the end, bytes, and the process's peak in MB. Django must be set up."""
    from django.db import transaction  # noqa: PLC0415 need Django's settings

    from reviews.public.datafeed import document, terms_now  # noqa: PLC0415
    from reviews.selectors import published  # noqa: PLC0415
    from tests.benchmarks.verdict_copies import COPIES  # noqa: PLC0415

    listed = published().filter(is_sample=False, pk__lt=COPIES + count)
    began, first, size = time.perf_counter(), 0.0, 0
    with transaction.atomic():
        for number, part in enumerate(document(listed, terms_now())):
            size += len(part.encode())
            if number == 1:
                first = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return first, size, time.perf_counter() - began, peak


def in_a_process(count: int) -> str:
    command = [sys.executable, "-m", "tests.benchmarks.bench_feed", str(count)]
    done = subprocess.run(command, cwd=CHECKOUT, env=environment(), stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.strip()


def main() -> None:
    if len(sys.argv) > 1:
        import django  # noqa: PLC0415 the environment is the parent's

        django.setup()
        count = int(sys.argv[1])
        first, size, seconds, peak = measure(count)
        times = f"{first:.2f} s to the first entry, {seconds:.1f} s in all"
        print(f"{count:>8,} verdicts, {size / 1e6:6.1f} MB: {times}, peak {peak:.0f} MB")
        return
    open_database()
    many_verdicts.load(max(COUNTS))
    for count in COUNTS:
        print(in_a_process(count), flush=True)


if __name__ == "__main__":
    main()
