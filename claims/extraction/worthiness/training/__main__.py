"""Train the check-worthiness weights: `python -m claims.extraction.worthiness.training DATA.jsonl.gz`.

Each line of DATA is `{"id": "…", "text": "…", "label": 0 or 1}`. Needs the standard library only.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from pathlib import Path

from claims.extraction.worthiness.model import WEIGHTS, Model, dump, load
from claims.extraction.worthiness.signals import Signals, signals
from claims.extraction.worthiness.training.precision import average_precision, best_cut
from claims.extraction.worthiness.training.regression import Recipe, train


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m claims.extraction.worthiness.training", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--folds", type=int, default=0, help="cross-validate by stretches of the debates instead")
    parser.add_argument("--kept", type=int, default=Recipe().kept, help="terms to keep")
    options = parser.parse_args()
    read, labels = _read(options.data)
    recipe = Recipe(kept=options.kept)
    if options.folds:
        _cross_validate(read, labels, recipe, options.folds)
        return
    options.out.write_text(dump(train(read, labels, recipe)), encoding="utf-8")
    _say(f"{options.out}: {options.out.stat().st_size} bytes from {len(read)} sentences")


def _read(path: Path) -> tuple[list[Signals], list[int]]:
    """Signals and labels in the order of the sentences' numbers, so that neighbours come from the same debate."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = sorted((json.loads(line) for line in lines), key=lambda row: int(row["id"]))
    return [signals(row["text"]) for row in rows], [int(row["label"]) for row in rows]


def _cross_validate(read: list[Signals], labels: list[int], recipe: Recipe, folds: int) -> None:
    """Each stretch scored by weights from the others, stored and read again, so that rounding counts too."""
    scores: list[float] = []
    found: list[float] = []
    for fold in range(folds):
        first, last = (len(read) * edge // folds for edge in (fold, fold + 1))
        model = _rounded(train(read[:first] + read[last:], labels[:first] + labels[last:], recipe))
        part = [model.probability(one) for one in read[first:last]]
        found.append(average_precision(labels[first:last], part))
        _say(f"stretch {fold + 1}: AP {found[-1]:.4f}")
        scores += part
    cut, f1 = best_cut(labels, scores)
    pooled = average_precision(labels, scores)
    _say(f"mean AP {sum(found) / folds:.4f}; pooled {pooled:.4f}; best cut {cut:.2f} (F1 {f1:.3f})")


def _rounded(model: Model) -> Model:
    return load(dump(model))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
