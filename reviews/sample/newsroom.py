"""Loads the sample newsroom through the same services that people use: nothing here writes a row by itself."""

from dataclasses import dataclass

from django.contrib.auth.models import User

from claims.enums import DateOrigin, DismissalReason, Treatment
from claims.models import Article, Source
from claims.names import bearers
from claims.services.ingest import ingest_text
from claims.services.triage import (
    accept_claims,
    accept_these_set_aside_the_rest,
    dismiss_claim,
    mark_ambiguous,
    mark_sighting,
)
from claims.tasks import extract_claims
from reviews.sample.after import go_on_after_publication
from reviews.sample.articles import ARTICLES, SOURCES, SampleArticle, SampleSource
from reviews.sample.checking import check
from reviews.sample.passages import claim_in
from reviews.sample.people import make_people
from reviews.sample.seconds import ask_for_seconds
from reviews.sample.verdicts import VERDICTS
from reviews.services.intake import pull_accepted_claims

WAITING = {
    "talks": (
        "met their Russian counterparts in Moscow, the first such talks after three years of frosty ties",
        "Russia seized Crimea from Ukraine in 2014",
    ),
    "swap": ("24 sailors who had been captured near the Kerch Strait in November 2018",),
    "harbour": (
        "approved a new harbour bridge on March 3, 2026, by 14 votes to 9",
        "unemployment in Norhaven had fallen from 7 percent to 4 percent since 2023",
    ),
}
"""Passages, by article, whose claims wait in the queue."""

UNTRIAGED = "harbour"
"""An article that the editor has not finished: its other claims stay proposed."""

READINGS = (
    "Ida Holm said that the town had paid two thirds.",
    "The harbour master said that the town had paid two thirds.",
)


@dataclass(frozen=True, slots=True)
class SampleNewsroom:
    """What `demo` prints: the articles, newest last, and the accounts."""

    articles: list[Article]
    people: dict[str, User]
    loaded_now: bool


def load_sample_newsroom(*, password: str) -> SampleNewsroom:
    """The accounts (with this password) and the sample articles in every stage. A second call loads nothing twice."""
    people = make_people(password)
    known = list(Article.objects.filter(is_sample=True).order_by("pk"))
    if len(known) == len(ARTICLES):
        return SampleNewsroom(known, people, loaded_now=False)
    sources = {sample.name: _source(sample.name, sample) for sample in SOURCES}
    articles = {sample.key: _ingest(sample, sources[sample.source], people["editor"]) for sample in ARTICLES}
    _triage(articles, people["editor"])
    pull_accepted_claims()
    for verdict in VERDICTS:
        check(verdict, articles[verdict.article], sources, people)
    ask_for_seconds(people)
    go_on_after_publication(people)
    return SampleNewsroom(list(articles.values()), people, loaded_now=True)


def _source(name: str, sample: SampleSource) -> Source:
    """The registry's own record where it has one, by name or alias, else a short one."""
    known = bearers([name], Source.objects.current()).get(name)
    if known is not None:
        return known
    domains = [sample.domain] if sample.domain else []
    return Source.objects.create(
        name=name,
        kind=sample.kind,
        country=sample.country,
        domains=domains,
        control=sample.control,
        control_reference=sample.reference,
    )


def _ingest(sample: SampleArticle, source: Source, editor: User) -> Article:
    """Brought in and extracted at once: a newcomer looks at the claims before a worker is up."""
    ingested = ingest_text(
        text=sample.text,
        source=source,
        title=sample.title,
        published_on=sample.published_on,
        published_origin=DateOrigin.ENTERED,
        created_by=editor,
        is_sample=True,
    )
    if ingested.job is not None:
        extract_claims(ingested.job.pk)
    return ingested.article


def _triage(articles: dict[str, Article], editor: User) -> None:
    """What an editor would do on a quiet morning: choose, link, dismiss, hold what has two readings."""
    _link_the_sighting(articles, editor)
    vote = claim_in(articles["harbour"], "The council will vote on the toll in the spring", by=editor)
    dismiss_claim(claim=vote, reason=DismissalReason.PREDICTION, by=editor)
    paid = claim_in(articles["harbour"], "the town had paid two thirds of the price in advance", by=editor)
    mark_ambiguous(claim=paid, readings=READINGS, by=editor)
    for key, article in articles.items():
        chosen = [claim_in(article, item.passage, item.wording, by=editor) for item in VERDICTS if item.article == key]
        chosen += [claim_in(article, passage, by=editor) for passage in WAITING.get(key, ())]
        if key == UNTRIAGED:
            accept_claims(claims=chosen, by=editor)
        else:
            accept_these_set_aside_the_rest(article=article, accepted_ids=[claim.pk for claim in chosen], by=editor)


def _link_the_sighting(articles: dict[str, Article], editor: User) -> None:
    """Both newspapers give the same figure: one claim, two sightings."""
    toll = next(item for item in VERDICTS if "13,000" in item.passage)
    canonical = claim_in(articles["talks"], toll.passage, toll.wording, by=editor)
    again = claim_in(articles["swap"], "has killed more than 13,000 people since April 2014", by=editor)
    mark_sighting(claim=again, canonical=canonical, treatment=Treatment.ASSERTS, by=editor)
