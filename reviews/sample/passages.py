"""Finds the claim that extraction made of a passage; writes it by hand, as an editor would, where it made none."""

from django.contrib.auth.models import User

from claims.models import Anchor, Article, Claim
from claims.selectors import current_text
from claims.services.triage import write_claim

CLOSE = 1.6
"""A claim counts as that of a passage when its quote is at most so many times as long."""


def claim_in(article: Article, passage: str, wording: str = "", *, by: User) -> Claim:
    """The article's claim with this wording, else the one anchored most closely around the passage, else a new one."""
    text = current_text(article)
    start = text.text.index(passage) if text else -1
    if text is None or start < 0:
        raise LookupError(f"“{passage}” does not stand in {article}.")
    end = start + len(passage)
    worded = article.claims.filter(wording=wording).first() if wording else None
    anchors = Anchor.objects.filter(article_text=text, start__lte=start, end__gte=end).select_related("claim")
    near = [anchor for anchor in anchors if len(anchor.quote) <= CLOSE * len(passage)]
    if worded is None and near:
        worded = min(near, key=lambda anchor: len(anchor.quote)).claim
    return worded or write_claim(article=article, start=start, end=end, wording=wording or passage, by=by)
