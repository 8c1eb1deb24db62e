"""Dates as a standalone text says them: last month → in August 2019; Sunday's election → the May 25, 2014 election."""

from __future__ import annotations

from claims.extraction.dates import DateMention
from claims.extraction.tree import Sentence
from claims.extraction.words import listed

MONTH_STARTS = listed("jan feb mar apr may jun jul aug sep oct nov dec")
PARTS_OF_DAY = ("morning", "afternoon", "evening", "night")
PREPOSITIONS = listed("in on since until by from of between before after to and for during the a this mid through till")


def in_full(sentence: Sentence, indexes: list[int], dates: list[DateMention]) -> dict[int, str]:
    """last month → in August 2019; Monday → April 29, 2024; Sunday's election → the May 25, 2014 election."""
    swaps: dict[int, str] = {}
    for mention in dates:
        inside = [i for i in indexes if mention.start <= sentence.tokens[i].start < mention.end]
        if not inside or not mention.value or not mention.relative:
            continue
        swaps.update(dict.fromkeys(inside, ""))
        genitive = inside[-1] + 1
        owns = genitive < len(sentence.tokens) and sentence.tokens[genitive].tag == "POS"
        if owns:
            swaps[genitive] = ""
        opener = sentence.text[mention.start : mention.end].split()[0].lower()
        before = sentence.tokens[inside[0] - 1].lower if inside[0] else ""
        part = _part_of_day(sentence, genitive, indexes)
        if part:
            swaps[genitive] = ""
        leading = "the " if owns else _preposition(opener, before, mention)
        last = sentence.tokens[genitive if part else inside[-1]]
        if last.label in ("nsubj", "nsubjpass") or (last.label != "pobj" and sentence.head(last).lemma == "spend"):
            leading = ""  # Tuesday was the warmest day; spent Tuesday night in a hall
        swaps[inside[0]] = leading + (f"the {part} of " if part else "") + mention.in_words
    return swaps


def _part_of_day(sentence: Sentence, i: int, indexes: list[int]) -> str:
    """Monday [evening]: with the day in full it becomes "the evening of March 13, 2023"."""
    token = sentence.tokens[i] if i in indexes else None
    following = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    closed = following is None or following.tag[:2] not in ("NN", "PO")
    return token.lower if token is not None and token.lower in PARTS_OF_DAY and closed else ""


def _preposition(opener: str, before: str, mention: DateMention) -> str:
    """The preposition that the date in full needs where the relative one had none: "last month" → "in "."""
    ago = mention.relative and opener in ("a", "an", "one")  # a year ago
    if opener in PREPOSITIONS and opener not in ("this", "the") and not ago:
        return f"{opener} "
    if opener.startswith(("mid-", "end-")):
        return opener[:4]
    if before in PREPOSITIONS or before in ("(", "-") or opener[:3] in MONTH_STARTS:
        return ""
    return "on " if len(mention.value) == 10 else "in "
