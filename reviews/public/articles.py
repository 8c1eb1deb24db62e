"""What we published about one article: its passages, each with its verdict."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims.models import Article, ArticleText, Credit
from reviews.models import Publication, PublishedSighting
from reviews.public.addresses import absolute, article_path
from reviews.public.caching import answer
from reviews.public.passages import Passage, Segment, segments
from reviews.public.reading import context_of, is_covered
from reviews.public.selectors import revision
from reviews.public.terms import Terms
from reviews.selectors import published

PUBLIC_FIELDS = ("source", "address", "title", "byline", "published_on", "carrier", "language", "is_sample")


@require_safe
def article(request: HttpRequest, article_id: int) -> HttpResponse:
    """304 costs two queries, the page four, however many passages were checked. 404 until one is published."""
    found = public_article(article_id)
    about = revision(about_article(article_id))
    if found is None or not about.count:
        raise Http404("We have published nothing about such an article.")
    terms = Terms([found.source] if found.source else [])
    return answer(
        request,
        revision=(about.count, about.latest, terms.revision, facts_of(found)),
        changed_at=about.changed_at,
        render=lambda: render(request, "public/article.html", _context(found, terms)),
    )


def public_articles() -> QuerySet[Article]:
    """With their source, and without what only editors read of an article: the public's role may not ask for that."""
    return Article.objects.select_related("source__merged_into").only(*PUBLIC_FIELDS)


def public_article(article_id: int) -> Article | None:
    """One, with the names that its publisher credits and the number of its newest text where that may be shown."""
    credited = Credit.objects.filter(article=OuterRef("pk")).order_by("start", "id").values("name")
    numbers = ArticleText.objects.filter(article=OuterRef("pk")).order_by("-number").values("number")
    told = public_articles().annotate(credited=ArraySubquery(credited), newest_text=Subquery(numbers[:1]))
    return told.filter(pk=article_id).first()


def about_article(article_id: int) -> QuerySet[Publication]:
    seen = PublishedSighting.objects.filter(article=article_id)
    return published().filter(pk__in=seen.values("publication"))


def facts_of(found: Article) -> tuple[object, ...]:
    """What the pages say of a `public_article`; part of their ETag."""
    source = found.source.name if found.source else ""
    shown = (found.title, found.byline, found.published_on, found.address, found.language)
    return (source, *shown, names_of_credits(found), found.newest_text)  # type: ignore[attr-defined]  # annotated


def _context(found: Article, terms: Terms) -> dict[str, Any]:
    passages = passages_of(found, terms)
    return {
        "article": found,
        "link": terms.link(found.address, found.source_id),
        "passages": passages,
        "text": _text(found, passages),
        "credits": names_of_credits(found),
        "noindex": found.is_sample,
        "canonical": absolute(article_path(found.pk)),
    }


def passages_of(found: Article, terms: Terms) -> list[Passage]:
    """In the order of the text; those without a place in it come last."""
    rows = PublishedSighting.objects.filter(article=found, publication__in=published()).order_by("start", "id")
    with_publications = rows.select_related("publication").defer("publication__search")
    return [_passage(row, found, terms) for row in with_publications]


def _passage(row: PublishedSighting, found: Article, terms: Terms) -> Passage:
    payload = row.publication.payload
    sighting = next(item for item in payload["sightings"] if item["claim_id"] == row.claim_id)
    claim = payload["claim"]
    # Older publications have the words around the quotation of the checked statement only.
    around = claim if row.claim_id == claim["id"] else sighting
    shown = "before" in around and terms.allow_context(found.source_id)
    before, after = context_of(around) if shown else ("", "")
    return Passage(
        publication=row.publication,
        before=before,
        quote=terms.quotation(row.quote, found.source_id),
        after=after,
        start=row.start,
        end=row.end,
        raw_quote=row.quote,
        row=row,
        treatment=row.get_treatment_display(),
        finding=row.get_finding_display(),
        covered=is_covered(sighting, payload),
        speaker=sighting["speaker"],
    )


def names_of_credits(found: Article) -> list[str]:
    """Of a `public_article`."""
    return list(found.credited)  # type: ignore[attr-defined]  # annotated


def _text(found: Article, passages: list[Passage]) -> list[Segment]:
    """The whole newest text with its checked passages marked, only where its source's record allows that."""
    source = found.source and (found.source.merged_into or found.source)
    if source is None or not source.full_text_allowed:
        return []
    texts = ArticleText.objects.filter(article=found).order_by("-number").values_list("text", flat=True)
    newest = texts.first()
    return segments(newest, passages) if newest else []
