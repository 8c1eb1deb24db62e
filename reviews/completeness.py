"""What a verdict must have before it may be submitted, pure: every problem at once, each at its field."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from claims.partial_dates import earliest
from reviews.drafting import DraftBody, EvidenceInput, decimal_or_none
from reviews.independence import MINIMUM, Independence
from reviews.right_of_reply import is_low, to_be_asked

HEADLINE_LIMIT = 75
SUMMARY_LIMIT = 600
NOTE_LIMIT = 500
TITLE_LIMIT = 500
EXCEPTION_LIMIT = 2_000


@dataclass(frozen=True, slots=True)
class RatingFacts:
    """`number` None: off the scale."""

    label: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Known:
    """What the form's ids may name: ratings of the current scale, sightings (claim id → publisher or quote).

    `claimants` are the named ones, by sighting; `contacts` counts the attempts to reach anybody; `protected` are the
    ids of the review's protected sources.
    """

    ratings: Mapping[int, RatingFacts]
    sightings: Mapping[int, str]
    sources: frozenset[int]
    articles: frozenset[int]
    claimants: Mapping[int, str] = field(default_factory=dict)
    contacts: int = 0
    protected: frozenset[int] = frozenset()


def problems(body: DraftBody, known: Known, independence: Independence) -> dict[str, str]:
    """Field → what is wrong and what to do; empty when the verdict is complete. Fields of rows: `evidence-0-title`."""
    found = [
        *_rating(body, known),
        *_headline(body, known),
        *_texts(body),
        *_findings(body, known),
        *_period(body),
        *_evidence(body, known),
        *_independence(body, known, independence),
        *_reply(body, known),
    ]
    first: dict[str, str] = {}
    for name, says in found:
        first.setdefault(name, says)
    return first


Problems = Iterator[tuple[str, str]]


def _rating(body: DraftBody, known: Known) -> Problems:
    if body.rating is None:
        yield "rating", "Choose a rating."
    elif body.rating not in known.ratings:
        yield "rating", "This rating is not on the current scale: choose another."


def _headline(body: DraftBody, known: Known) -> Problems:
    headline = body.headline.strip()
    if not headline:
        yield "headline", "Write a headline."
    if len(headline) > HEADLINE_LIMIT:
        yield "headline", f"The headline has {len(headline)} characters: shorten it to {HEADLINE_LIMIT}."
    for rating in sorted(known.ratings.values(), key=lambda item: -len(item.label)):
        if re.search(rf"\b{re.escape(rating.label)}\b", headline, re.IGNORECASE):
            yield "headline", f"The headline contains the rating “{rating.label}”: the rating stands beside it."
            return


def _texts(body: DraftBody) -> Problems:
    if not body.summary.strip():
        yield "summary", "Write the summary: the conclusion in a few sentences."
    if len(body.summary.strip()) > SUMMARY_LIMIT:
        yield "summary", f"The summary has {len(body.summary.strip())} characters: shorten it to {SUMMARY_LIMIT}."
    if not body.explanation.strip():
        yield "explanation", "Write the explanation: how the evidence leads to the rating."


def _findings(body: DraftBody, known: Known) -> Problems:
    for claim, name in known.sightings.items():
        finding = body.findings.get(claim)
        if finding is None or not finding.value:
            yield f"findings-{claim}", f"Say whether it was said there: {name}."
        elif len(finding.note) > NOTE_LIMIT:
            yield f"findings-{claim}", f"Shorten the note to {NOTE_LIMIT} characters: {name}."


def _period(body: DraftBody) -> Problems:
    for name in ("period_from", "period_to"):
        if not is_partial_date(getattr(body, name)):
            yield name, "Write the date as YYYY-MM-DD, YYYY-MM or YYYY, for example 2014-04."
    begin, end = body.period_from, body.period_to
    shortest = min(len(begin), len(end))
    if shortest and begin[:shortest] > end[:shortest]:
        yield "period_to", "The period ends before it begins."


def _evidence(body: DraftBody, known: Known) -> Problems:
    if not body.evidence:
        yield "evidence", "Add the evidence: no verdict is submitted without a source."
    for index, item in enumerate(body.evidence):
        for name, says in _evidence_row(item, known):
            yield f"evidence-{index}-{name}", f"Evidence {index + 1}: {says}"


def _evidence_row(item: EvidenceInput, known: Known) -> Problems:
    if item.source not in known.sources:
        typed = f"no source on record is called “{item.source_typed}”: " if item.source_typed else ""
        yield "source", f"{typed}choose its source."
    for name in ("kind", "stance", "question", "language"):
        if not getattr(item, name):
            yield name, f"choose the {name}."
    if not item.title.strip() or len(item.title.strip()) > TITLE_LIMIT:
        yield "title", f"give its title, up to {TITLE_LIMIT} characters."
    if item.address and not re.match(r"https?://[^\s/]+", item.address):
        yield "address", "the address must begin with http:// or https://."
    if not item.address and not item.excerpt.strip():
        yield "excerpt", "give its address, or quote the passage."
    for name in ("published_on", "figure_as_of"):
        if not is_partial_date(getattr(item, name)):
            yield name, "write the date as YYYY-MM-DD, YYYY-MM or YYYY."
    for origin in item.rests_on:
        if origin.source not in known.sources and origin.article not in known.articles:
            yield "rests_on", "choose what it rests on again; that record is gone."
    if item.protected is not None and item.protected not in known.protected:
        yield "protected", "its protected source belongs to another claim: choose again."
    if len(item.withheld_because) > NOTE_LIMIT:
        yield "withheld_because", f"shorten the reason to {NOTE_LIMIT} characters."
    if item.rests_on_typed:
        yield "rests_on", f"nothing on record is called “{item.rests_on_typed}”: choose a source, or leave it out."
    yield from _figure(item)


def _figure(item: EvidenceInput) -> Problems:
    try:
        value, upper = decimal_or_none(item.figure_value), decimal_or_none(item.figure_upper)
    except ValueError as error:
        yield "figure_value", f"{error}: write plain digits, or a share as 12 %."
        return
    if upper is not None and (value is None or upper < value):
        yield "figure_upper", "the upper end of the range is below its lower end, or stands alone."


def _independence(body: DraftBody, known: Known, independence: Independence) -> Problems:
    rating = known.ratings.get(body.rating or 0)
    if rating is None or rating.number is None or not body.evidence or body.origins_exception.strip():
        return
    if independence.origins < MINIMUM:
        yield (
            "origins_exception",
            f"“{rating.label}” needs {MINIMUM} origins that are independent of each other and of who made the "
            f"statement; this evidence has {independence.origins}. Add evidence, or write why this is enough: "
            "the public page shows it.",
        )


def _reply(body: DraftBody, known: Known) -> Problems:
    """Half true or lower, or “not said”: somebody named is to be asked first, or the reader told why not."""
    if len(body.contact_exception.strip()) > EXCEPTION_LIMIT:
        yield "contact_exception", f"Shorten it to {EXCEPTION_LIMIT} characters."
    if known.contacts or body.contact_exception.strip():
        return
    rating = known.ratings.get(body.rating or 0)
    numbers = [item.number for item in known.ratings.values() if item.number is not None]
    names = to_be_asked(
        is_low=rating is not None and is_low(rating.number, numbers),
        claimants=known.claimants,
        canonical=next(iter(known.sightings), None),
        findings=[(claim, finding.value) for claim, finding in body.findings.items()],
    )
    if names:
        yield (
            "contact_exception",
            f"This says something against {' and '.join(names)}: ask for a reply and record the attempt under "
            "“Right of reply”, or write why nobody was asked. The public page shows it.",
        )


def is_partial_date(text: str) -> bool:
    """Empty, or a day, month or year that exists."""
    return not text or earliest(text) is not None
