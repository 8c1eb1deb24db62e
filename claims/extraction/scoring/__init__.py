"""Measures extraction against annotated articles: what was found, what should not have been, what was read right."""

from claims.extraction.scoring.counts import count
from claims.extraction.scoring.gold import GoldArticle, GoldInvalid, Predicted, load_gold
from claims.extraction.scoring.measures import MEASURES, Measure, measure

__all__ = ["MEASURES", "GoldArticle", "GoldInvalid", "Measure", "Predicted", "count", "load_gold", "measure"]
