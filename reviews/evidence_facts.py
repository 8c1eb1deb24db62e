"""Database facts in the shapes that the pure rules of evidence take. Query counts do not grow with the evidence."""

import re
from collections.abc import Iterable

from django.db.models import Q
from django.db.models.functions import Lower

from claims.enums import SpeakerKind
from claims.models import Article, Claim, Credit, Source, Speaker
from claims.partial_dates import earliest, latest
from reviews.completeness import Known, RatingFacts
from reviews.drafting import DraftBody, EvidenceInput
from reviews.independence import Citation, Independence, Origin, SourceFacts, Statement, independent_origins
from reviews.models import Contact, Evidence, ProtectedSource, Rating, Scale


def current_ratings() -> list[Rating]:
    """The ratings of the newest scale revision in their order; empty without a scale."""
    scale = Scale.objects.order_by("-revision").first()
    return list(scale.ratings.order_by("position")) if scale else []


def sightings_of(claim: Claim) -> list[Claim]:
    """The canonical claim, which is its own first sighting, then the claims linked to it, oldest first."""
    linked = claim.sightings.select_related("article__source", "speaker").order_by("id")
    own = Claim.objects.select_related("article__source", "speaker", "via").get(pk=claim.pk)
    return [own, *linked]


def known_for(claim: Claim, body: DraftBody) -> Known:
    """What the ids in the form may name, and what the review has besides the form. Seven queries."""
    sightings = sightings_of(claim)
    articles = {origin.article for item in body.evidence for origin in item.rests_on if origin.article}
    return Known(
        ratings={rating.pk: RatingFacts(rating.label, rating.number) for rating in current_ratings()},
        sightings={sighting.pk: str(sighting.article) for sighting in sightings},
        sources=frozenset(Source.objects.values_list("pk", flat=True)),
        articles=frozenset(Article.objects.filter(pk__in=articles).values_list("pk", flat=True)),
        claimants={sighting.pk: named_claimant(sighting) for sighting in sightings},
        contacts=Contact.objects.filter(review__claim=claim, withdrawn_because="").count(),
        protected=frozenset(ProtectedSource.objects.filter(review__claim=claim).values_list("pk", flat=True)),
    )


def named_claimant(sighting: Claim) -> str:
    """Whom a verdict on it is about: its speaker, in the article's own voice its publisher; empty: nobody named."""
    if sighting.speaker is not None:
        return "" if sighting.speaker.kind == SpeakerKind.ANONYMOUS else sighting.speaker.name
    return sighting.article.source.name if sighting.article.source else ""


def independence_of_draft(claim: Claim, body: DraftBody) -> Independence:
    """Of the evidence as it stands in the form; rows without a source are left out. Four queries."""
    rows = [(index, item) for index, item in enumerate(body.evidence) if item.source]
    publishers = _publishers(origin.article for _, item in rows for origin in item.rests_on)
    citations = [_citation_of_input(index, item, claim.article, publishers) for index, item in rows]
    return _independence(claim, citations)


def independence_of_evidence(claim: Claim, evidence: Iterable[Evidence]) -> Independence:
    """Of a submitted verdict's evidence, whose `origins__article` the caller has prefetched. Two queries."""
    citations = [_citation_of_row(item, claim.article) for item in evidence]
    return _independence(claim, citations)


def _independence(claim: Claim, citations: list[Citation]) -> Independence:
    return independent_origins(citations, sources=_source_facts(), statement=_statement(claim))


def _statement(claim: Claim) -> Statement:
    """Four queries at most."""
    credits = Credit.objects.filter(article=claim.article_id).exclude(source=None)
    articles = Claim.objects.filter(canonical=claim.pk).values_list("article_id", flat=True)
    return Statement(
        claimants=_claimants(claim),
        credits=frozenset(credits.values_list("source_id", flat=True)),
        articles=frozenset([claim.article_id, *articles]),
    )


def _source_facts() -> dict[int, SourceFacts]:
    """Every source, as owners may be anywhere; a merged record stands for the one it was merged into."""
    rows = Source.objects.values_list("pk", "name", "owner_id", "merged_into_id", "control", "country")
    return {
        pk: SourceFacts(pk, name, merged or owner, control, country)
        for pk, name, owner, merged, control, country in rows
    }


def _claimants(claim: Claim) -> set[int]:
    """Sources that are who made the statement, or relayed it; its publisher in the article's own voice."""
    if claim.speaker is None:
        return {claim.article.source_id} if claim.article.source_id else set()
    named = Q()
    for speaker in filter(None, (claim.speaker, claim.via)):
        named |= _is_speaker(speaker)
    sources = Source.objects.annotate(lower_name=Lower("name"))
    return set(sources.filter(named).values_list("pk", flat=True)) | _bodies_of_office(claim)


def _bodies_of_office(claim: Claim) -> set[int]:
    """Sources that are named in the speaker's office: “President of the European Central Bank”, while they held it."""
    speaker = claim.speaker
    if speaker is None or not speaker.office or not held_office_on(speaker, claim.stated_on):
        return set()
    return {
        pk
        for pk, name, aliases in Source.objects.values_list("pk", "name", "aliases")
        if any(re.search(rf"\b{re.escape(known)}\b", speaker.office, re.IGNORECASE) for known in (name, *aliases))
    }


def held_office_on(speaker: Speaker, stated_on: str) -> bool:
    """Whether their term covers a partial date; an open end or an unknown date is covered."""
    first, last = earliest(stated_on), latest(stated_on)
    begun = speaker.office_since is None or last is None or speaker.office_since <= last
    return begun and (speaker.office_until is None or first is None or first <= speaker.office_until)


def _is_speaker(speaker: Speaker) -> Q:
    names = [speaker.name, *speaker.aliases]
    same = Q(lower_name__in=[name.lower() for name in names]) | Q(aliases__overlap=names)
    return same | Q(wikidata_id=speaker.wikidata_id) if speaker.wikidata_id else same


def _publishers(articles: Iterable[int | None]) -> dict[int, int | None]:
    return dict(Article.objects.filter(pk__in=[pk for pk in articles if pk]).values_list("pk", "source_id"))


def _citation_of_input(
    index: int, item: EvidenceInput, checked: Article, publishers: dict[int, int | None]
) -> Citation:
    origins = [Origin(origin.source or publishers.get(origin.article or 0), origin.article) for origin in item.rests_on]
    return Citation(
        index, item.source or 0, item.question, item.stance, tuple(origins + _is_the_article(item.address, checked))
    )


def _citation_of_row(item: Evidence, checked: Article) -> Citation:
    origins = [
        Origin(origin.source_id or (origin.article.source_id if origin.article else None), origin.article_id)
        for origin in item.origins.all()
    ]
    return Citation(
        item.position,
        item.source_id,
        item.question,
        item.stance,
        tuple(origins + _is_the_article(item.address, checked)),
    )


def _is_the_article(address: str, checked: Article) -> list[Origin]:
    """Citing the checked article's own address is resting on it, whether or not the reviewer says so."""
    return [Origin(checked.source_id, checked.pk)] if address and address == checked.address else []
