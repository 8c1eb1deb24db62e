"""From text to claims: the order of the steps, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from claims.extraction import importance
from claims.extraction.attribution import Attribution, attribute
from claims.extraction.canonical import canonicalise
from claims.extraction.checkable import Look, why_not
from claims.extraction.clauses import Clause, clauses
from claims.extraction.credits import credits
from claims.extraction.dates import DateMention, dates
from claims.extraction.errors import ExtractionRefused
from claims.extraction.figures import figures
from claims.extraction.fingerprint import fingerprint
from claims.extraction.kinds import kind
from claims.extraction.language import reads_as_english
from claims.extraction.numbers import numbers
from claims.extraction.parsing import parse
from claims.extraction.people import People
from claims.extraction.sentences import sentences
from claims.extraction.tree import Sentence
from claims.extraction.values import EXTRACTOR_VERSION, ExtractedClaim, Extraction, Zone, ZoneKind
from claims.extraction.wording import word
from claims.extraction.zones import zones

LONGEST_TEXT = 200_000
READ_ZONES = (ZoneKind.BODY,)


@dataclass(slots=True)
class Article:
    """What stays the same while an article is read."""

    text: str
    published: date | None
    people: People = field(default_factory=People)
    last_speaker: Attribution | None = None


def extract(
    text: str, *, published: date | str | None = None, source: str | None = None, language: str = "en"
) -> Extraction:
    """Read an article. Same input, same result; needs neither network nor clock.

    `published` resolves "last month" (a date or an ISO day); without it such dates stay unresolved. `source` is the publisher's
    name and is left out of the credits. A text in another language gives no claims and a `reason`.
    Raises ExtractionRefused for more than 200,000 characters or a `published` that is no date.
    """
    canonical = canonicalise(text)
    if len(canonical) > LONGEST_TEXT:
        raise ExtractionRefused(
            f"The text has {len(canonical):,} characters; extraction reads up to {LONGEST_TEXT:,}. Split it into its articles."
        )
    day = _day(published)
    found = zones(canonical)
    reason = _why_not_read(canonical, language)
    if reason:
        return Extraction(canonical, (), (), tuple(found), language, EXTRACTOR_VERSION, reason)
    claims = _claims(Article(canonical, day), found)
    return Extraction(
        canonical, tuple(claims), tuple(credits(canonical, found)), tuple(found), language, EXTRACTOR_VERSION, ""
    )


def _day(published: date | str | None) -> date | None:
    if published is None or isinstance(published, date):
        return published
    try:
        return date.fromisoformat(published)
    except ValueError as error:
        raise ExtractionRefused(f"published={published!r} is no ISO day; write it as 2019-09-09.") from error


def _why_not_read(text: str, language: str) -> str:
    if not text.strip():
        return "The text is empty."
    if language.partition("-")[0].lower() != "en":
        return (
            f"Extraction reads English only; the article is marked as {language!r}. Its claims can be written by hand."
        )
    if not reads_as_english(text):
        return (
            "The text does not read as English, the only language extraction knows. Its claims can be written by hand."
        )
    return ""


def _claims(article: Article, found: list[Zone]) -> list[ExtractedClaim]:
    spans = [
        span for zone in found if zone.kind in READ_ZONES for span in sentences(article.text, zone.start, zone.end)
    ]
    made: list[ExtractedClaim] = []
    for sentence in parse(article.text, spans):
        article.people.read(sentence)
        made.extend(_sentence_claims(article, sentence))
    return made


def _sentence_claims(article: Article, sentence: Sentence) -> Iterator[ExtractedClaim]:
    for clause in clauses(sentence):
        claim = _claim(article, clause)
        if claim is not None:
            yield claim


def _claim(article: Article, clause: Clause) -> ExtractedClaim | None:
    sentence = clause.sentence
    start, end = sentence.span(clause.tokens)
    said = attribute(clause, article.people)
    named = _dates(article, clause, start, end)
    counted = numbers(article.text, start, end, [(m.start, m.end) for m in named])
    quoted = article.text[start] in '"“'
    if why_not(Look(clause, said, len(counted), len([m for m in named if m.value]), quoted)):
        return None
    wording = word(clause, clause.tokens, article.people, named, said.speaker if said else None)
    typed = tuple(figures(article.text, counted, named))
    sort = kind(clause, wording.text, len(typed), speech_act=False)
    facts = importance.Facts(
        wording.text,
        clause.role,
        sort,
        typed,
        len(named),
        sum(sentence.tokens[i].is_name for i in clause.tokens),
        said is not None,
        False,
        start / max(1, len(article.text)),
        0.0,
    )
    value, reasons = importance.score(facts)
    return ExtractedClaim(
        text=wording.text,
        quote=article.text[start:end],
        start=start,
        end=end,
        score=value,
        reasons=reasons,
        kind=sort,
        speaker=said.speaker if said else None,
        via=said.via if said else None,
        numbers=tuple(number.value for number in counted),
        dates=tuple(dict.fromkeys(m.value for m in named if m.value)),
        figures=typed,
        ambiguous=bool(wording.readings),
        readings=wording.readings,
        fingerprint=fingerprint(wording.text, typed),
    )


def _dates(article: Article, clause: Clause, start: int, end: int) -> list[DateMention]:
    future = any(kid.lower in ("will", "'ll", "’ll") for kid in clause.sentence.kids(clause.verb, "aux"))
    return dates(article.text, start, end, article.published, future=future)
