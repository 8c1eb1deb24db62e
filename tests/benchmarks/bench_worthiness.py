"""How fast a core scores: `python -m tests.benchmarks.bench_worthiness`. It prints a table and asserts nothing.

The scorer beside the bare word splitter of the same run, then the cost per character at growing lengths of awkward
texts, whose ratio to the shortest should stay near 1.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from claims.extraction import checkworthiness
from tests.claims.extraction.articles import prose

LENGTHS = (20_000, 200_000)
UNITS = ("killed 70 people in 2014 ", "a", "1,", "Aa'", "!? ")


def seconds(work: Callable[[], object]) -> float:
    """The best of three, in processor seconds of this process."""
    return min(_once(work) for _ in range(3))


def _once(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    checkworthiness("Loads the weights.")
    sentences = prose(100_000).replace("\n", " ").split(". ")
    bare = seconds(lambda: [re.findall(r"\w+", sentence) for sentence in sentences])
    scored = seconds(lambda: [checkworthiness(sentence) for sentence in sentences])
    print(f"word splitter {len(sentences) / bare:12,.0f} sentences/s")
    print(f"scorer        {len(sentences) / scored:12,.0f} sentences/s, {scored / bare:.1f} times the splitter's time")
    for unit in UNITS:
        costs = [seconds(lambda: checkworthiness(unit * (length // len(unit)))) / length for length in LENGTHS]  # noqa: B023
        print(
            f"{unit!r:28} cost per character at {LENGTHS[1]:,} is {costs[1] / costs[0]:.2f} of that at {LENGTHS[0]:,}"
        )


if __name__ == "__main__":
    main()
