"""Turns a reading into a claim, or leaves it; and drops repeats of what the article has already said."""

from __future__ import annotations

import re

from claims.extraction import importance
from claims.extraction.attribution import speech_act
from claims.extraction.checkable import why_not
from claims.extraction.clauses import Role
from claims.extraction.dates import DateMention
from claims.extraction.drafts import Draft
from claims.extraction.echoes import denied_before
from claims.extraction.figures import figures
from claims.extraction.fingerprint import fingerprint
from claims.extraction.incidental import apposed_age, incidental
from claims.extraction.kinds import kind
from claims.extraction.look import MOSTLY, Look
from claims.extraction.numbers import Number
from claims.extraction.reading import Article, Reading
from claims.extraction.remarks import introduces
from claims.extraction.values import ExtractedClaim, Figure, Kind
from claims.extraction.wording import word
from claims.extraction.worthiness import checkworthiness

IN_WHICH = re.compile(r"(?:In|On|At|From|By|For|To|With|Of|Under|Against|During)\s(?:which|whom)\b")
STRANDED = re.compile(r"\s(?:with|for|of|to|at|from|into|upon)\.$")
# Two claims with the same figures that share this many of their words say the same.
SAME = 0.8
# So many earlier claims with the same figures are compared: keeps the cost linear.
LOOK_BACK = 50
# "hit a lorry, killing the driver": what hangs on a clause lies so near behind it, in characters.
BESIDE_WITHIN = 4
CONTENT = re.compile(r"[^\W\d_]{3,}|\d[\d.,]*")


def finished(reading: Reading, article: Article) -> ExtractedClaim | None:
    """The claim, or None where the reading is none."""
    draft, said = reading.draft, reading.said
    clause = draft.clause
    look = Look(
        clause,
        draft.indexes,
        said is not None,
        len(reading.numbers),
        len([m for m in reading.dates if m.value and not _now(m, reading, article)]),
        reading.quoted,
    )
    near = article.told if draft.nominal is None and reading.quoted < MOSTLY else ""
    denied = denied_before(clause, near, reading.start - article.told_until)
    if not denied and (why_not(look) if draft.nominal is None else introduces(clause.sentence, draft.nominal.tokens)):
        return None
    wording = word(
        clause,
        draft.indexes,
        article.people,
        reading.dates,
        said.speaker if said else None,
        nominal=draft.nominal,
        days=draft.shared,
        swaps=denied,
    )
    if _dangling(draft, wording.text):
        return None
    typed = tuple(figures(article.text, reading.numbers, reading.dates, ahead=reading.ahead))
    telling = tuple(figure for figure in typed if not incidental(article.text, figure))
    sort = kind(clause, wording.text, len(telling), speech_act=speech_act(clause), attributed=said is not None)
    value, reasons = importance.score(_facts(reading, article, look, wording.text, sort, telling))
    return ExtractedClaim(
        text=wording.text,
        quote=article.canonical[reading.start : reading.end],
        start=reading.start,
        end=reading.end,
        score=value,
        reasons=reasons,
        kind=sort,
        speaker=(said.speaker or None) if said else None,
        via=(said.via or None) if said else None,
        numbers=tuple(number.value for number in told(article.text, reading.numbers)),
        dates=tuple(dict.fromkeys(mention.value for mention in reading.dates if mention.value)),
        figures=typed,
        ambiguous=bool(wording.readings),
        readings=wording.readings,
        fingerprint=fingerprint(wording.text, typed),
    )


def _now(mention: DateMention, reading: Reading, article: Article) -> bool:
    """ "Tomorrow is a long day": in direct speech these days place nothing."""
    said = article.text[mention.start : mention.end].lower()
    return reading.quoted >= MOSTLY and said in ("today", "tonight", "tomorrow")


def _dangling(draft: Draft, text: str) -> bool:
    """Which still kills …; its has purchased …: what the word stands for was not found."""
    first = text.partition(" ")[0].lower()
    if draft.clause.role is Role.RELATIVE and STRANDED.search(text):
        return True  # a policy which groups have found fault with
    if IN_WHICH.match(text):
        return True
    if draft.nominal is not None:
        return draft.nominal.owner is not None and first in ("its", "their", "his", "her", "our", "my")
    return draft.clause.role is Role.RELATIVE and first in ("which", "who", "whose", "that")


def _facts(
    reading: Reading, article: Article, look: Look, wording: str, sort: Kind, telling: tuple[Figure, ...]
) -> importance.Facts:
    return importance.Facts(
        wording=wording,
        role=reading.draft.clause.role,
        kind=sort,
        figures=telling,
        dates=len(reading.dates),
        names=look.names,
        speaker=reading.said.speaker or "" if reading.said else "",
        hedged=bool(look.modal),
        headline=importance.shared(article.headline, wording),
        place=reading.start / max(1, len(article.text)),
        worthiness=checkworthiness(wording),
    )


DURATION = re.compile(r"(?i)[\s-]+(?:second|minute|hour|day|week|month|year|decade)s?\b")
BESIDE = re.compile(r"(?i)\b(?:first|last|past|next|over|period \[?of|than)\s*$")


def told(text: str, numbers: list[Number]) -> list[Number]:
    """The numbers a claim is about: beside another figure, "in the first 4 months" only places it in time, and an age
    behind a name only says who is meant."""
    placing = [number for number in numbers if _places(text, number) or apposed_age(text, number.start, number.end)]
    return [number for number in numbers if number not in placing] or numbers


def _places(text: str, number: Number) -> bool:
    unit = DURATION.match(text, number.end)
    if unit is None:
        return False
    after = re.match(r"(?i)\s(?:before|after|ago|earlier|later|since)\b", text[unit.end() : unit.end() + 10])
    return after is not None or bool(BESIDE.search(text[max(0, number.start - 14) : number.start]))


def without_repeats(claims: list[ExtractedClaim]) -> list[ExtractedClaim]:
    """The first of each statement; the standfirst often says what the first paragraph repeats.

    Claims from one passage repeat each other only where they are worded alike: there the parts were set apart.
    """
    kept: list[ExtractedClaim] = []
    seen: dict[str, list[tuple[frozenset[str], ExtractedClaim]]] = {}
    for claim in claims:
        words = frozenset(CONTENT.findall(claim.text.lower()))
        others = seen.setdefault(",".join(f"{number:.6g}" for number in sorted(claim.numbers)), [])
        if not any(_same(words, claim, *other) for other in others[-LOOK_BACK:]):
            others.append((words, claim))
            kept.append(claim)
    return kept


def _same(words: frozenset[str], claim: ExtractedClaim, others: frozenset[str], other: ExtractedClaim) -> bool:
    if claim.fingerprint == other.fingerprint:
        return True
    one_passage = claim.start < other.end and other.start < claim.end
    hangs_on = 0 <= claim.start - other.end < BESIDE_WITHIN and others < words
    return not one_passage and not hangs_on and 2 * len(words & others) >= SAME * (len(words) + len(others))
