"""A page that was merged into another: since when, and where it leads."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from reviews.models import Merge, Publication


@dataclass(frozen=True, slots=True)
class Successor:
    """`address` is without words: it stays, whatever becomes of the other page's headline, and may lead on."""

    since: datetime
    claim_id: int
    address: str


def successor_of(publication: Publication) -> Successor | None:
    """None where the publication did not end by a merge. One query."""
    merge = Merge.objects.filter(ended=publication).values_list("merged_at", "winner__claim").first()
    if merge is None:
        return None
    merged_at, claim_id = merge
    return Successor(merged_at, claim_id, reverse("public:claim", args=[claim_id]))
