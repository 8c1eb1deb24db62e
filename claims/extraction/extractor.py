"""From text to claims: the order of the steps, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claims.extraction.canonical import canonicalise
from claims.extraction.credits import credits
from claims.extraction.drafts import drafts
from claims.extraction.echoes import as_content
from claims.extraction.errors import ExtractionRefused
from claims.extraction.finish import finished, without_repeats
from claims.extraction.language import reads_as_english
from claims.extraction.mask import masked
from claims.extraction.parsing import parse
from claims.extraction.quotes import quoted
from claims.extraction.reading import Article, read, share_speakers
from claims.extraction.sentences import sentences
from claims.extraction.tree import Sentence
from claims.extraction.values import EXTRACTOR_VERSION, Credit, ExtractedClaim, Extraction, Zone, ZoneKind
from claims.extraction.worthwhile import worthwhile
from claims.extraction.zones import zones

LONGEST_TEXT = 200_000
READ_ZONES = (ZoneKind.BODY,)
# What stands above the text repeats it; it gives a claim only where it holds a figure that the text does not.
TOP_ZONES = (ZoneKind.HEADLINE, ZoneKind.STANDFIRST)


def extract(
    text: str, *, published: date | str | None = None, source: str | None = None, language: str = "en"
) -> Extraction:
    """Read an article. Same input, same result; needs neither network nor clock.

    `published` (a date or an ISO day) resolves "last month"; without it such dates stay unresolved. `source` is the
    publisher's name and is left out of the credits. A text in another language gives no claims and a `reason`.
    Raises ExtractionRefused for more than 200,000 characters or a `published` that is no date.
    """
    canonical = canonicalise(text)
    if len(canonical) > LONGEST_TEXT:
        raise ExtractionRefused(
            f"The text has {len(canonical):,} characters; extraction reads up to {LONGEST_TEXT:,}. "
            "Split it into its articles."
        )
    article = Article(canonical, masked(canonical), _day(published))
    found = zones(article.text)
    article.headline = " ".join(article.text[zone.start : zone.end] for zone in found if zone.kind in TOP_ZONES)
    reason = _why_not_read(article.text, language)
    claims = [] if reason else _claims(article, found)
    named = [] if reason else _credits(article.text, found, source)
    return Extraction(canonical, tuple(claims), tuple(named), tuple(found), language, EXTRACTOR_VERSION, reason)


def _credits(text: str, found: list[Zone], source: str | None) -> list[Credit]:
    """The credits without the publisher itself."""
    own = (source or "").casefold().removeprefix("the ")
    return [credit for credit in credits(text, found) if credit.name.casefold().removeprefix("the ") != own]


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
    parsed = list(_parsed(article.text, found))
    article.people.read_all([sentence for inside, _ in parsed for sentence in inside])
    body = [
        claim for inside, zone in parsed if zone.kind in READ_ZONES for claim in _zone_claims(article, inside, zone)
    ]
    told = {number for claim in body for number in claim.numbers}
    top = [claim for inside, zone in parsed if zone.kind in TOP_ZONES for claim in _zone_claims(article, inside, zone)]
    only_there = [claim for claim in top if claim.numbers and told.isdisjoint(claim.numbers)]
    return without_repeats([*only_there, *body])


def _zone_claims(article: Article, inside: list[Sentence], zone: Zone) -> list[ExtractedClaim]:
    marks = quoted(article.text, zone.start, zone.end)
    drafted = [read(draft, article, marks) for sentence in inside for draft in drafts(sentence)]
    share_speakers(drafted, article)
    found: list[tuple[Sentence, ExtractedClaim]] = []
    for reading in drafted:
        if (claim := finished(reading, article)) is not None:
            sentence = reading.draft.clause.sentence
            found.append((sentence, claim))
            first = sentence.tokens[reading.draft.indexes[0]]
            article.remember(as_content(claim.text, first) if claim.speaker else "", claim.end)
    return worthwhile(found)


def _parsed(text: str, found: list[Zone]) -> Iterator[tuple[list[Sentence], Zone]]:
    """The sentences of every zone that is read, and of captions, which introduce people by name and title."""
    wanted = [zone for zone in found if zone.kind in (*TOP_ZONES, *READ_ZONES, ZoneKind.CAPTION)]
    spans = [(zone, list(sentences(text, zone.start, zone.end))) for zone in wanted]
    parsed = iter(parse(text, [span for _, inside in spans for span in inside]))
    following = next(parsed, None)
    for zone, _ in spans:
        group: list[Sentence] = []
        while following is not None and following.start < zone.end:
            group.append(following)
            following = next(parsed, None)
        yield group, zone
