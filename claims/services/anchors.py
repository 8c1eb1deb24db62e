"""Where claims stand in a text: placed by extraction or a person, carried over when the article's text changes."""

from collections.abc import Iterable

from django.db import transaction

from claims.enums import AnchorState
from claims.models import Anchor, ArticleText, Claim
from claims.passages import find_again


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
    return Anchor.objects.bulk_create([_carried(anchor, article_text) for anchor in earlier])


@transaction.atomic
def place_anchors(*, article_text: ArticleText, places: Iterable[tuple[Claim, int, int]]) -> None:
    """Each claim stands at [start, end) of this text, unless it has a place there already.

    One that was looked for and not found gets its place now. Queries do not grow with the number of new places.
    """
    spans = {claim.pk: (start, end) for claim, start, end in places}
    there = {anchor.claim_id: anchor for anchor in article_text.anchors.filter(claim__in=spans)}
    Anchor.objects.bulk_create(
        Anchor(claim_id=pk, article_text=article_text, start=start, end=end, quote=article_text.text[start:end])
        for pk, (start, end) in spans.items()
        if pk not in there
    )
    for anchor in there.values():
        if anchor.state == AnchorState.GONE:
            anchor.start, anchor.end = spans[anchor.claim_id]
            anchor.quote, anchor.state = article_text.text[anchor.start : anchor.end], AnchorState.REWORDED
            anchor.save()


def _carried(anchor: Anchor, article_text: ArticleText) -> Anchor:
    found = find_again(anchor.quote, anchor.start or 0, article_text.text)
    return Anchor(
        claim_id=anchor.claim_id,
        article_text=article_text,
        start=found.start,
        end=found.end,
        quote="" if found.start is None else article_text.text[found.start : found.end],
        state=found.state,
    )
