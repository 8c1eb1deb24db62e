"""Keeping what the statistics counted."""

from typing import Any

from django.db.models.functions import Now

from reviews.models import KeptCounts


def keep_counts(*, mark: str, counts: dict[str, Any]) -> None:
    """In place of those that were kept before. Two at once leave the later one's: both counted the same."""
    row = KeptCounts(pk=KeptCounts.ONLY, mark=mark, counts=counts, counted_at=Now())
    fields = ["mark", "counts", "counted_at"]
    KeptCounts.objects.bulk_create([row], update_conflicts=True, unique_fields=["id"], update_fields=fields)
