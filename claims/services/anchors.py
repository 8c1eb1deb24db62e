"""When an article's text changes, its claims are looked for in the new text."""

from django.db import transaction

from claims.enums import AnchorState
from claims.models import Anchor, ArticleText, Claim
from claims.passages import Found, find_again


@transaction.atomic
def carry_anchors(*, article_text: ArticleText) -> list[Anchor]:
    """An anchor in this text for each claim that has one in an earlier text: kept, reworded or gone.

    Frozen claims are carried too: an anchor says where a claim stands, not what it says.
    """
    earlier = (
        Anchor.objects.filter(article_text__article=article_text.article, start__isnull=False)
        .exclude(claim__anchors__article_text=article_text)
        .order_by("claim_id", "-article_text__number")
        .distinct("claim_id")
    )
    return [_carry(anchor, article_text) for anchor in earlier]


def place_anchor(*, claim: Claim, article_text: ArticleText, start: int, end: int) -> Anchor:
    """The claim stands at [start, end) of this text; one that was looked for and not found gets its place now."""
    quote = article_text.text[start:end]
    anchor, created = Anchor.objects.get_or_create(
        claim=claim, article_text=article_text, defaults={"start": start, "end": end, "quote": quote}
    )
    if not created and anchor.start is None:
        anchor.start, anchor.end, anchor.quote, anchor.state = start, end, quote, AnchorState.REWORDED
        anchor.save()
    return anchor


def _carry(anchor: Anchor, article_text: ArticleText) -> Anchor:
    found: Found = find_again(anchor.quote, anchor.start or 0, article_text.text)
    quote = "" if found.start is None else article_text.text[found.start : found.end]
    return Anchor.objects.create(
        claim_id=anchor.claim_id,
        article_text=article_text,
        start=found.start,
        end=found.end,
        quote=quote,
        state=found.state,
    )
