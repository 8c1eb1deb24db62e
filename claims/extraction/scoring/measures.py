"""The measures made of the counts, in the order in which they are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from statistics import fmean
from typing import Final, NamedTuple

Counts = Counter[str]
Value = float | None


class Measure(NamedTuple):
    """`whole` measures count things; of the others more is better unless `less_is_better`."""

    name: str
    of: Callable[[Counts], Value]
    whole: bool = False
    less_is_better: bool = False


def _share(above: Sequence[str], below: Sequence[str]) -> Callable[[Counts], Value]:
    """The sum of some counts over the sum of others; None where there is nothing to measure."""

    def value(counts: Counts) -> Value:
        total = sum(counts[name] for name in below)
        return sum(counts[name] for name in above) / total if total else None

    return value


def _sum(*names: str) -> Callable[[Counts], Value]:
    return lambda counts: sum(counts[name] for name in names)


PRECISION: Final = _share(["pred_hit"], ["pred"])
RECALL: Final = _share(["hit2", "hit3"], ["gold2", "gold3"])
IN_NOT_CLAIMS: Final = _share(["in_not"], ["pred"])


def f1(counts: Counts) -> float:
    """Joins precision (any importance) with recall of importance 2 and more."""
    precision, recall = PRECISION(counts), RECALL(counts)
    return 2 * precision * recall / (precision + recall) if precision and recall else 0.0


def _hard_precision(counts: Counts) -> Value:
    share = IN_NOT_CLAIMS(counts)
    return None if share is None else 1 - share


def _credits_f1(counts: Counts) -> Value:
    total = 2 * counts["cr_tp"] + counts["cr_fp"] + counts["cr_fn"]
    return 2 * counts["cr_tp"] / total if total else None


MEASURES: Final = (
    Measure("gold", _sum("gold1", "gold2", "gold3"), whole=True),
    Measure("predicted", _sum("pred"), whole=True),
    Measure("recall_imp2plus", RECALL),
    Measure("recall_imp3", _share(["hit3"], ["gold3"])),
    Measure("recall_all", _share(["hit1", "hit2", "hit3"], ["gold1", "gold2", "gold3"])),
    Measure("precision", PRECISION),
    Measure("f1", f1),
    Measure("in_not_claims", IN_NOT_CLAIMS, less_is_better=True),
    Measure("hard_precision", _hard_precision),
    Measure("split_accuracy", _share(["pairs2_ok"], ["pairs2"])),
    Measure("split_accuracy_all", _share(["pairs_ok"], ["pairs"])),
    Measure("offset_validity", _share(["offset_ok"], ["pred"])),
    Measure("span_iou", _share(["iou"], ["pred_hit"])),
    Measure("mean_quote_chars", _share(["quote_chars"], ["pred"])),
    Measure("number_accuracy", _share(["num_exact"], ["num_pairs"])),
    Measure("number_recall", _share(["num_found"], ["num_gold"])),
    Measure("date_accuracy", _share(["date_ok"], ["date_gold"])),
    Measure("date_accuracy_year", _share(["date_year"], ["date_gold"])),
    Measure("date_spurious", _share(["date_spurious"], ["date_none"]), less_is_better=True),
    Measure("speaker_accuracy", _share(["spk_ok"], ["spk"])),
    Measure("speaker_accuracy_attributed", _share(["spk_attr_ok"], ["spk_attr"])),
    Measure("kind_accuracy", _share(["kind_ok"], ["kind"])),
    Measure("credits_f1", _credits_f1),
    Measure("top10_recall_imp2plus", _share(["top_hit2"], ["top_n2"])),
    Measure("top10_recall_imp3", _share(["top_hit3"], ["top_n3"])),
    Measure("top10_precision", _share(["top_pred_hit"], ["top_pred"])),
)


def measure(articles: Sequence[Counts]) -> dict[str, Value]:
    """Every measure over all articles together, with the mean of the articles' F1 and their number."""
    together: Counts = Counter()
    for counts in articles:
        together.update(counts)
    found = {one.name: one.of(together) for one in MEASURES}
    return found | {"f1_macro": fmean(map(f1, articles)) if articles else None, "articles": len(articles)}
