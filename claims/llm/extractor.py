"""An article read by a language model: three questions a stretch, every answer held against the text."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Final

from claims.extraction import ExtractedClaim, Extraction, ZoneKind
from claims.extraction.sentences import sentences
from claims.llm.anchoring import Anchoring
from claims.llm.client import Endpoint, Question, ask
from claims.llm.errors import ModelFailed
from claims.llm.prompts import PROMPTS_VERSION
from claims.llm.steps import Ask, Sentence, decompose, disambiguate, select

DEADLINE: Final = 600.0
"""Seconds for one article: a model on a newsroom's own machine writes some 30 words a second."""
QUESTION: Final = 120.0
"""Seconds for one question; a job's lease, renewed before each, is 180 (claims/services/jobs.py)."""
STRETCH: Final = 20
"""Sentences a question: what a small model still keeps apart, and answers within QUESTION."""
LONGEST_STRETCH: Final = 6_000
"""Characters a question, about 1,500 tokens."""
READ_ZONES: Final = (ZoneKind.STANDFIRST, ZoneKind.BODY)
LONGEST_NAME: Final = 60


def extract_with_model(
    read: Extraction,
    endpoint: Endpoint,
    *,
    published: date | None,
    source: str | None,
    deadline: float = DEADLINE,
    before_each: Callable[[], None] = lambda: None,
) -> Extraction:
    """The built-in reading `read` with the model's claims in place of its own; text, zones and credits stay.

    Where the endpoint fails, `read` comes back with a note that says so: extraction itself never fails for it.
    A text that could not be read at all comes back as it is. `before_each` question the caller may renew its lease.
    """
    if read.reason:
        return read
    ends = time.monotonic() + deadline

    def put(question: Question) -> Any:
        before_each()
        return ask(endpoint, question, ends=min(ends, time.monotonic() + QUESTION))

    anchoring = Anchoring(read.text, published, source)
    about = {"published": published.isoformat() if published else "", "source": source or ""}
    try:
        found = [claim for stretch in _stretches(read) for claim in _claims(put, stretch, about, anchoring)]
    except ModelFailed as error:
        note = f"The language model {endpoint.model[:LONGEST_NAME]} could not be used: {error}."
        return replace(read, notes=(*read.notes, f"{note} These are the built-in extractor's claims."))
    return replace(
        read,
        claims=tuple(_without_repeats(found)),
        version=f"llm {endpoint.model[:LONGEST_NAME]}, prompts {PROMPTS_VERSION}",
        notes=(*read.notes, *_tell_dropped(anchoring.dropped)),
    )


def _stretches(read: Extraction) -> Iterator[list[Sentence]]:
    """The sentences that are read, in questions of bearable size; no sentence is cut."""
    stretch: list[Sentence] = []
    size = 0
    for zone in read.zones:
        if zone.kind not in READ_ZONES:
            continue
        for start, end in sentences(read.text, zone.start, zone.end):
            if stretch and (len(stretch) == STRETCH or size + end - start > LONGEST_STRETCH):
                yield stretch
                stretch, size = [], 0
            stretch.append(Sentence(len(stretch) + 1, read.text[start:end], start, end))
            size += end - start
    if stretch:
        yield stretch


def _claims(put: Ask, stretch: list[Sentence], about: dict[str, str], anchoring: Anchoring) -> list[ExtractedClaim]:
    chosen = select(put, stretch, about)
    if not chosen:
        return []
    alone, held = disambiguate(put, chosen, about, stretch)
    clear = [sentence for sentence in chosen if sentence.number in alone]
    proposed = decompose(put, clear, alone, about) if clear else []
    made = [anchoring.claim(one) for one in proposed] + [anchoring.ambiguous(one) for one in held]
    return sorted((claim for claim in made if claim is not None), key=lambda claim: (claim.start, claim.end))


def _without_repeats(found: list[ExtractedClaim]) -> list[ExtractedClaim]:
    return list({claim.fingerprint: claim for claim in reversed(found)}.values())[::-1]


def _tell_dropped(dropped: Counter[str]) -> list[str]:
    if not dropped:
        return []
    reasons = "; ".join(f"{reason}: {count}" for reason, count in sorted(dropped.items()))
    return [f"Left out of the language model's answers: {reasons}."]
