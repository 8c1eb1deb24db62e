"""Articles of which we published something: the list, by address too, and each with its checked passages."""

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from rest_framework.request import Request

from claims.addresses import normalise_address
from claims.errors import IngestRefused
from claims.models import Article, Source
from reviews.api.asking import read_query, refuse_misplaced
from reviews.api.base import Json, ReadView, confirmed, next_page, page_by_id
from reviews.api.described import NOT_FOUND, TEXT, described, paging_parameters, parameter
from reviews.api.errors import Invalid
from reviews.api.places import article_address, verdict_address
from reviews.api.shapes.records import Article as ArticleShape
from reviews.api.shapes.records import ArticlePage
from reviews.models import PublishedSighting
from reviews.public.addresses import absolute, article_path, claim_path
from reviews.public.articles import (
    about_article,
    facts_of,
    names_of_credits,
    passages_of,
    public_article,
    public_articles,
)
from reviews.public.passages import Passage
from reviews.public.selectors import revision
from reviews.public.terms import Terms
from reviews.selectors import published

ADDRESS = "address"


class ArticleList(ReadView):
    @described(
        "listArticles",
        "Articles of which a statement was checked, the last taken in first. `address` asks for one by its web "
        "address, however that is spelled: what a browser's extension wants to know.",
        ArticlePage,
        parameters=[parameter(ADDRESS, TEXT | {"maxLength": 2000}, "A web address."), *paging_parameters()],
    )
    def get(self, request: Request) -> HttpResponse:
        """One query, as the rows themselves tell the revision."""
        asked = read_query(request.query_params, [ADDRESS])
        listed = _published_in(sample=asked.sample)
        if address := request.query_params.get(ADDRESS):
            listed = listed.filter(address=_normal(address))
        rows, after = page_by_id(listed, asked, newest_first=True)
        terms = Terms([row.source for row in rows if row.source])
        data = {"next": next_page(request, after), "results": [_article(row, terms) for row in rows]}
        return confirmed(request, ArticlePage, lambda: data, revision=(repr(data),))


class ArticleDetail(ReadView):
    @described(
        "getArticle", "One article and what we checked in it, in the order of its text.", ArticleShape, errors=NOT_FOUND
    )
    def get(self, request: Request, article_id: int) -> HttpResponse:
        """304 costs two queries, the article three, however many passages were checked."""
        refuse_misplaced(request.query_params)
        found = public_article(article_id)
        about = revision(about_article(article_id))
        if found is None or not about.count:
            raise Http404(f"We have published nothing about an article with the number {article_id}.")
        terms = Terms([found.source] if found.source else [])
        return confirmed(
            request,
            ArticleShape,
            lambda: _whole(found, terms),
            revision=(about.count, about.latest, terms.revision, facts_of(found)),
        )


def _published_in(*, sample: bool) -> QuerySet[Article]:
    publications = published() if sample else published().filter(is_sample=False)
    seen = PublishedSighting.objects.filter(publication__in=publications.order_by().values("pk"))
    return public_articles().filter(pk__in=seen.values("article"))


def _normal(address: str) -> str:
    try:
        return normalise_address(address)
    except IngestRefused as refusal:
        raise Invalid({ADDRESS: [str(refusal)]}) from refusal


def _article(row: Article, terms: Terms) -> Json:
    return {
        "id": row.pk,
        "title": row.title,
        "link": terms.link(row.address, row.source_id),
        "source": _name(row.source),
        "published_on": row.published_on.isoformat() if row.published_on else "",
        "url": absolute(article_path(row.pk)),
        "api_url": article_address(row.pk),
        "language": row.language,
        "is_sample": row.is_sample,
    }


def _name(source: Source | None) -> Json | None:
    return {"id": source.pk, "name": source.name} if source else None


def _whole(found: Article, terms: Terms) -> Json:
    return {
        **_article(found, terms),
        "byline": found.byline,
        "credits": names_of_credits(found),
        "passages": [_passage(item) for item in passages_of(found, terms)],
    }


def _passage(item: Passage) -> Json:
    about = item.publication
    return {
        "quote": {"before": item.before, "quote": item.quote, "after": item.after},
        "treatment": item.row.treatment,
        "finding": item.row.finding,
        "claim_id": about.claim_id,
        "headline": about.headline,
        "url": absolute(claim_path(about.claim_id, about.slug)),
        "api_url": verdict_address(about.claim_id),
        "label": about.payload["label"] if item.covered else None,
        "summary": about.summary,
    }
