"""How far two people who judged the same claim blind agree: raw agreement and Cohen's kappa, pure.

Kappa: (observed - expected) / (1 - expected), where `expected` is the agreement of two who choose at random, each
with their own shares of the ratings (Cohen, Educational and Psychological Measurement 20, 1960). The weighted one
counts a near miss as part agreement, linearly in steps of the scale (Cohen, Psychological Bulletin 70, 1968).
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """Codes of the ratings that two people gave, and who they are (any hashable name)."""

    first: str
    second: str
    first_by: str = ""
    second_by: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of some pairs. None: there is no number, as there are no pairs, or nothing else could have come out."""

    pairs: int
    agreed: int
    kappa: float | None

    @property
    def raw(self) -> float | None:
        return self.agreed / self.pairs if self.pairs else None


def agreement(pairs: Sequence[Pair]) -> Agreement:
    return Agreement(len(pairs), sum(pair.first == pair.second for pair in pairs), kappa(pairs))


def kappa(pairs: Sequence[Pair]) -> float | None:
    """From -1 to 1; 0: no better than chance. None without pairs, and where all chose one and the same rating."""
    return _kappa(pairs, lambda first, second: float(first == second))


def weighted_kappa(pairs: Iterable[Pair], scale: Sequence[str]) -> float | None:
    """As `kappa`, near misses counting in part; `scale`: the codes in order. Pairs off the scale are left out."""
    place = {code: number for number, code in enumerate(scale)}
    on_scale = [pair for pair in pairs if pair.first in place and pair.second in place]
    steps = max(len(scale) - 1, 1)
    return _kappa(on_scale, lambda first, second: 1 - abs(place[first] - place[second]) / steps)


def by_rating(pairs: Sequence[Pair], codes: Iterable[str]) -> dict[str, Agreement]:
    """For each rating: of the pairs in which somebody chose it, how often both did; kappa of it against all else."""
    found = {}
    for code in codes:
        either = [pair for pair in pairs if code in (pair.first, pair.second)]
        this_or_not = [Pair(str(pair.first == code), str(pair.second == code)) for pair in pairs]
        both = sum(pair.first == pair.second for pair in either)
        found[code] = Agreement(len(either), both, kappa(this_or_not))
    return found


def by_person(pairs: Sequence[Pair]) -> dict[str, Agreement]:
    """For each person: the pairs that they were part of, on either side."""
    people = sorted({name for pair in pairs for name in (pair.first_by, pair.second_by)})
    return {name: agreement([pair for pair in pairs if name in (pair.first_by, pair.second_by)]) for name in people}


def _kappa(pairs: Sequence[Pair], credit: Callable[[str, str], float]) -> float | None:
    if not pairs:
        return None
    total = len(pairs)
    firsts, seconds = Counter(pair.first for pair in pairs), Counter(pair.second for pair in pairs)
    observed = sum(credit(pair.first, pair.second) for pair in pairs) / total
    expected = sum(
        credit(one, other) * count * times for one, count in firsts.items() for other, times in seconds.items()
    ) / (total * total)
    # Both chose one and the same rating throughout: chance explains everything, so kappa says nothing.
    return None if expected >= 1 else (observed - expected) / (1 - expected)
