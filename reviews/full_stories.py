"""Where the full story of a verdict lives: on a page of the newsroom's own site, or here."""

from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from reviews.models import FullStory, Publication


def full_story_of(publication: Publication) -> str:
    """Its address; empty where it lives here, and so does the ClaimReview. One query."""
    newest = FullStory.objects.filter(publication__review=publication.review_id).order_by("-id")
    return newest.values_list("address", flat=True).first() or ""


def full_story_address() -> Coalesce:
    """The same as a column of publications."""
    newest = FullStory.objects.filter(publication__review=OuterRef("review")).order_by("-id")
    return Coalesce(Subquery(newest.values("address")[:1]), Value(""))
