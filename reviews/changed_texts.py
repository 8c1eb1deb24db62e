"""Verdicts that need another look: the article says it in other words since, or no longer says it.

Nothing is stored. Published: the passage that the page was made from is compared with the one in the article's text
now, so a newer approval clears it. Unpublished: the passage that was there when a person last decided on the claim.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest

from claims.models import Anchor, Article, Claim
from reviews.enums import Stage
from reviews.models import Publication, PublishedSighting, Review
from reviews.workflow import OPEN_STAGES

UNFINISHED = (*OPEN_STAGES, Stage.SUBMITTED)


@dataclass(frozen=True, slots=True)
class Change:
    """`was` stood in the article; in its text since `at` stands `now`. Empty `now`: the passage is gone."""

    article: Article
    was: str
    now: str
    at: datetime


def changed_publications() -> QuerySet[Publication]:
    """Open publications of which a covered passage, the claim's own or a sighting's, is reworded or gone."""
    return Publication.objects.filter(pk__in=changed_passages().values("publication"))


def changed_reviews() -> QuerySet[Review]:
    """Reviews with such a publication; unfinished ones without any whose passages changed since triage."""
    published = Q(pk__in=changed_passages().values("publication__review"))
    return Review.objects.filter(published | Q(claim__in=_unpublished().values("about")))


def changes_under(publication: Publication) -> list[Change]:
    """One query."""
    return list(_told(changed_passages().filter(publication=publication)))


def changes_since_verdict(review: Review) -> list[Change]:
    """Two queries; one of them finds nothing, as a review has an open publication or none."""
    published = changed_passages().filter(publication__review=review)
    return [*_told(published), *_told(_unpublished().filter(about=review.claim_id))]


def changed_passages() -> QuerySet[Any]:
    """PublishedSightings of open publications whose passage changed; `at` is since when."""
    then = _passages_known("claim", "publication__approved_at").filter(start=OuterRef("start"), end=OuterRef("end"))
    # A source's limit may cut the page's quote, so it only decides between texts with the passage at equal offsets.
    nearest = then.annotate(same=Q(quote=OuterRef("quote"))).order_by("-same", "-article_text__number")
    rows = PublishedSighting.objects.filter(publication__valid_until=None)
    return _changed(rows, "claim__", nearest, "publication__approved_at")


def _unpublished() -> QuerySet[Any]:
    """Claims whose passage changed, sightings too, with the claim that their unfinished review is `about`."""
    public = Publication.objects.filter(valid_until=None).values("review")
    reviews = Review.objects.filter(stage__in=UNFINISHED).exclude(pk__in=public)
    about, decided_at = Coalesce("canonical_id", "pk"), Coalesce("touched_at", "created_at")
    rows = Claim.objects.annotate(about=about, decided_at=decided_at).filter(about__in=reviews.values("claim"))
    then = _passages_known("pk", "decided_at").order_by("-article_text__number")
    return _changed(rows, "", then, "decided_at")


def _passages_known(claim: str, moment: str) -> QuerySet[Anchor]:
    """In texts that were there at that moment; for use inside a query whose rows have both names."""
    known = Anchor.objects.filter(claim=OuterRef(claim), article_text__fetched_at__lte=OuterRef(moment))
    return known.exclude(quote="")


def _changed(rows: QuerySet[Any], claim: str, then: QuerySet[Anchor], moment: str) -> QuerySet[Any]:
    """Rows whose passage in the article's text of now is another one; a passage that is gone: since that moment."""
    in_text_of_now = {f"{claim}anchors__article_text__sha256": F(f"{claim}article__text_sha256")}
    compared: QuerySet[Any] = rows.filter(**in_text_of_now).annotate(
        was=Subquery(then.values("quote")[:1]),
        now=F(f"{claim}anchors__quote"),
        at=Greatest(f"{claim}anchors__article_text__fetched_at", Subquery(_turned_at(f"{claim}article"))),
    )
    # A newer page on a passage that is gone quotes the old one still: only the moment tells that somebody looked.
    # Without a passage then, `was` is NULL, and the comparison leaves the row out.
    changed = compared.exclude(now=F("was"))
    return changed.filter(~Q(now="") | Q(at__gt=F(moment)))


def _turned_at(article: str) -> QuerySet[Any]:
    """Since when the article has the text of now: later than its row where a page goes back to an old text."""
    history: QuerySet[Any] = apps.get_model("claims", "ArticleHistory").objects.filter(pgh_obj=OuterRef("pgh_obj"))
    later_text = history.filter(pgh_id__gt=OuterRef("pgh_id")).exclude(text_sha256=OuterRef("text_sha256"))
    own: QuerySet[Any] = history.model.objects.filter(~Exists(later_text), pgh_obj=OuterRef(article))
    return own.order_by("pgh_id").values("pgh_created_at")[:1]


def _told(rows: QuerySet[Any]) -> Iterator[Change]:
    for row in rows.select_related("article__source").order_by("pk"):
        yield Change(row.article, row.was, row.now, row.at)
