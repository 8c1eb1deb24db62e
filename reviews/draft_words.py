"""A verdict in the making, or a submitted one, in words: field by field, for reading and for comparing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claims.enums import Basis
from claims.models import Claim, Source
from reviews.completeness import is_partial_date
from reviews.dates import partial_date_in_words
from reviews.drafting import DraftBody, EvidenceInput, OriginInput, decimal_or_none
from reviews.enums import EvidenceKind, FindingValue, Question, Stance
from reviews.models import ProtectedSource, Rating

PLAIN = {
    "headline": "Headline",
    "summary": "Summary",
    "explanation": "Explanation",
    "period_from": "Holds from",
    "period_to": "Holds until",
    "origins_exception": "Exception from the rule of two origins",
    "contact_exception": "Why nobody was asked for a reply",
}
"""The verdict's own texts by what the form calls them."""

EVIDENCE = {
    "source": "Source",
    "title": "Title",
    "address": "Address",
    "published_on": "Date",
    "kind": "Kind",
    "question": "Answers",
    "stance": "Stance",
    "primary": "Primary",
    "excerpt": "Excerpt",
    "excerpt_translation": "Translation of the excerpt",
    "figure_value": "Its own figure",
    "figure_upper": "to",
    "figure_basis": "Counted",
    "figure_as_of": "As of",
    "rests_on": "Rests on",
    "language": "Language",
    "protected": "Identity protected",
    "withheld_because": "Withheld, because",
}
_CHOICES = {"kind": EvidenceKind, "question": Question, "stance": Stance, "figure_basis": Basis}
_FIGURES = {"figure_value", "figure_upper"}
_DATES = {"published_on", "figure_as_of", "period_from", "period_to"}
_UNTOUCHED = EvidenceInput()


@dataclass(frozen=True, slots=True)
class Names:
    """What the ids in some bodies are called."""

    ratings: Mapping[int, str]
    sources: Mapping[int, str]
    sightings: Mapping[int, str]
    protected: Mapping[int, str]


def names_for(bodies: Iterable[DraftBody]) -> Names:
    """Four queries, however many bodies."""
    bodies = list(bodies)
    rows = [row for body in bodies for row in body.evidence]
    sources = {row.source for row in rows} | {origin.source for row in rows for origin in row.rests_on}
    sightings = Claim.objects.filter(pk__in={pk for body in bodies for pk in body.findings})
    protected = ProtectedSource.objects.filter(pk__in={row.protected for row in rows if row.protected})
    return Names(
        dict(Rating.objects.filter(pk__in={body.rating for body in bodies if body.rating}).values_list("pk", "label")),
        dict(Source.objects.filter(pk__in={pk for pk in sources if pk}).values_list("pk", "name")),
        {claim.pk: str(claim.article) for claim in sightings.select_related("article")},
        {source.pk: str(source) for source in protected},
    )


def body_in_words(body: DraftBody, names: Names) -> dict[str, str]:
    """Field → text in the order of the form, empty fields too; each piece of evidence is one field."""
    findings = {
        f"Was it said: {names.sightings.get(claim, f'sighting {claim}')}": _finding(finding.value, finding.note)
        for claim, finding in sorted(body.findings.items())
    }
    plain = {label: _told(name, getattr(body, name)) for name, label in PLAIN.items()}
    evidence = {f"Evidence {place}": row_in_words(row, names) for place, row in enumerate(body.evidence, start=1)}
    return findings | {"Rating": names.ratings.get(body.rating or 0, "")} | plain | evidence


def row_in_words(row: EvidenceInput, names: Names) -> str:
    """One line for each field that somebody filled in; what an untouched row says is left out."""
    told = {name: _field(row, name, names) for name in EVIDENCE}
    return "\n".join(f"{EVIDENCE[name]}: {text}" for name, text in told.items() if text)


def _field(row: EvidenceInput, name: str, names: Names) -> str:
    if name == "source":
        return names.sources.get(row.source or 0, row.source_typed)
    if name == "rests_on":
        return "; ".join(filter(None, [*(_origin(origin, names) for origin in row.rests_on), row.rests_on_typed]))
    if name == "protected":
        return names.protected.get(row.protected or 0, "")
    value = getattr(row, name)
    if name == "primary":
        return "yes" if value else ""
    return "" if name == "language" and value == _UNTOUCHED.language else _told(name, value)


def _told(name: str, value: str) -> str:
    if name in _CHOICES:
        return str(dict(_CHOICES[name].choices).get(value, value)) if value else ""
    if name in _FIGURES:
        return _number(value)
    return partial_date_in_words(value) if name in _DATES and is_partial_date(value) else value


def _number(typed: str) -> str:
    """One number in one way, however it was typed: 13,000 and 13000 are no change."""
    try:
        number = decimal_or_none(typed)
    except ValueError:
        return typed
    return "" if number is None else f"{number.normalize():f}"


def _origin(origin: OriginInput, names: Names) -> str:
    return names.sources.get(origin.source, "") if origin.source else f"article {origin.article}"


def _finding(value: str, note: str) -> str:
    said = FindingValue(value).label if value else "Not answered"
    return f"{said}. {note}".strip()
