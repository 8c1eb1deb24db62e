"""Extracted claims as a table for a terminal."""

import textwrap
from collections.abc import Iterator

from claims.extraction import ExtractedClaim, Extraction, Figure

NARROWEST = 60
WIDEST = 110
"""Longer lines are hard to read, however wide the window is."""
MARGIN = 24
"""Columns for number, score and kind."""


def claim_table(extraction: Extraction, *, title: str, width: int) -> str:
    """The claims in the order of the text, each with its score and kind, wrapped to `width` columns."""
    width = max(NARROWEST, min(width, WIDEST))
    return "\n".join([*_head(extraction, title, width), *_body(extraction, width)])


def _head(extraction: Extraction, title: str, width: int) -> Iterator[str]:
    count = len(extraction.claims)
    names = ", ".join(dict.fromkeys(credit.name for credit in extraction.credits))
    yield f"{title}: {count} {'claim' if count == 1 else 'claims'}{f' · credits: {names}' if names else ''}"
    if extraction.reason:
        yield from textwrap.wrap(extraction.reason, width)


def _body(extraction: Extraction, width: int) -> Iterator[str]:
    if not extraction.claims:
        return
    yield f"{'#':>3}  {'Score':<6} {'Kind':<11} Claim"
    yield "─" * width
    for number, claim in enumerate(extraction.claims, start=1):
        first, *rest = textwrap.wrap(claim.text, width - MARGIN) or [""]
        yield f"{number:>3}  {claim.score:<6.2f} {claim.kind.value:<12}{first}"
        for line in [
            *rest,
            *textwrap.wrap(_facts(claim), width - MARGIN - 2, initial_indent="  ", subsequent_indent="  "),
        ]:
            yield " " * MARGIN + line


def _facts(claim: ExtractedClaim) -> str:
    speaker = f"said by {claim.speaker}" if claim.speaker else ""
    facts = [
        f"{speaker} via {claim.via}" if speaker and claim.via else speaker,
        "; ".join(_figure(figure) for figure in claim.figures),
        ", ".join(claim.dates),
        f"two readings: {' | '.join(claim.readings)}" if claim.ambiguous else "",
        f"characters {claim.start} to {claim.end}",
    ]
    return " · ".join(fact for fact in facts if fact)


def _figure(figure: Figure) -> str:
    bound = "" if figure.bound.value in {"exactly", "from-to"} else f"{figure.bound.value} "
    upper = f" to {_number(figure.upper, figure.unit)}" if figure.upper is not None else ""
    since = f" since {figure.since}" if figure.since else ""
    # "3 years" has the unit years and counts years; a percentage has its sign already.
    unit = "" if figure.unit in {"percent", "%", figure.counted} else figure.unit
    words = (f"{bound}{_number(figure.value, figure.unit)}{upper}", unit, figure.counted)
    return " ".join(word for word in words if word) + since


def _number(value: float, unit: str) -> str:
    return f"{value * 100:,.4g} %" if unit in {"percent", "%"} else f"{value:,.10g}"
