"""Check-worthiness: a small trained model that ranks sentences and says why. Card and figures in README.md."""

from claims.extraction.worthiness.score import SUGGESTED_CUT, Worthiness, checkworthiness, explain_worthiness

__all__ = ["SUGGESTED_CUT", "Worthiness", "checkworthiness", "explain_worthiness"]
