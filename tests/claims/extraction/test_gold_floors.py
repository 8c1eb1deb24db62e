"""Extraction on the annotated articles in `gold/` stays as good as it is: raise a floor when a rule earns it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from claims.extraction import extract
from claims.extraction.scoring import GoldArticle, Predicted, count, load_gold, measure

GOLD = Path(__file__).parent / "gold"
ARTICLES = load_gold(GOLD, "dev")
FLOORS = {
    "recall_imp2plus": 0.77,
    "recall_imp3": 0.87,
    "precision": 0.9,
    "f1": 0.83,
    "hard_precision": 0.94,
    "split_accuracy": 0.45,
    "span_iou": 0.81,
    "number_accuracy": 0.83,
    "number_recall": 0.94,
    "date_accuracy": 0.85,
    "speaker_accuracy": 0.89,
    "speaker_accuracy_attributed": 0.77,
    "kind_accuracy": 0.61,
    "credits_f1": 0.70,
    "top10_recall_imp2plus": 0.95,
    "top10_recall_imp3": 0.69,
    "top10_precision": 0.96,
}


def counted(article: GoldArticle) -> Counter[str]:
    found = extract(article.text, published=article.published)
    return count(article, [Predicted.of(claim) for claim in found.claims], [credit.name for credit in found.credits])


@pytest.fixture(scope="module")
def figures() -> dict[str, float | None]:
    return measure([counted(article) for article in ARTICLES])


@pytest.mark.parametrize(("name", "floor"), FLOORS.items(), ids=FLOORS.keys())
def test_a_measure_stays_above_its_floor(figures: dict[str, float | None], name: str, floor: float) -> None:
    assert (figures[name] or 0) >= floor


def test_every_quote_lies_where_it_says(figures: dict[str, float | None]) -> None:
    assert figures["offset_validity"] == 1


def test_few_claims_are_made_of_what_states_none(figures: dict[str, float | None]) -> None:
    assert (figures["in_not_claims"] or 0) <= 0.05


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: f"article {article.id}")
def test_the_annotation_fits_its_article(article: GoldArticle) -> None:
    """The loader refuses offsets that miss their words; here: enough to find, and nothing wanted that is ruled out."""
    assert len(article.claims) >= 10
    for claim in article.claims:
        start, end = claim.spans[0]
        assert not any(left <= start and end <= right for left, right in article.not_claims), claim.text
