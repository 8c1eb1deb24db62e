"""Words a clause so that it stands alone: its subject in place, names for pronouns, dates in full."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extraction.clauses import Clause
from claims.extraction.dated import in_full
from claims.extraction.dates import DateMention
from claims.extraction.frames import ONE, Frame, frame, noun
from claims.extraction.nominals import Nominal
from claims.extraction.people import People
from claims.extraction.phrases import core
from claims.extraction.pronouns import genitive, inside, stand_ins
from claims.extraction.tree import Sentence

THIRD = {"have": "has", "am": "is", "do": "does", "go": "goes", "want": "wants"}
THIRD |= {"'ve": "has", "’ve": "has", "'m": "is", "’m": "is"}


@dataclass(frozen=True, slots=True)
class Wording:
    """A standalone text; where a pronoun could mean two things, `text` keeps it and `readings` has both."""

    text: str
    readings: tuple[str, ...]


def word(
    clause: Clause,
    indexes: list[int],
    people: People,
    dates: list[DateMention],
    speaker: str | None,
    *,
    nominal: Nominal | None = None,
    days: list[int] | None = None,
    swaps: dict[int, str] | None = None,
) -> Wording:
    """Words the tokens `indexes` of a clause; a nominal is a noun phrase and needs no frame around it.

    `days` are words of another clause that time this one: they open or close the text, as they stand in the sentence.
    `swaps` replace single tokens, whatever else would stand there.
    """
    days, swaps = days or [], swaps or {}
    first = in_full(clause.sentence, [*indexes, *days], dates) | (nominal.swaps if nominal else {})
    first.update(_full_names(clause.sentence, indexes, people))
    first.update(_offices(clause, indexes, people))
    first.update(_agreement(clause, indexes))
    first.update(swaps)
    second: dict[int, tuple[str, str]] = {}
    for i in indexes:
        if i in swaps or (nominal is not None and i in nominal.swaps and i != nominal.owner):
            continue  # "had their best season": worded already, and theirs it is
        options = stand_ins(clause, clause.sentence.tokens[i], indexes, people, speaker)
        options = options or _owner_outside(clause, indexes, i, people, nominal)
        options = [] if options and _said_already(clause.sentence, indexes, i, options[0]) else options
        if nominal is not None and i == nominal.owner:
            options = [re.sub(r"['’]s?$", "", option) for option in options]
        if len(options) == 1:
            first[i] = options[0]
            first.update(_third_person(clause.sentence, i))
        elif len(options) == 2:
            second[i] = (options[0], options[1])
    texts = [
        _build(
            clause,
            indexes,
            people,
            {**first, **{i: both[side] for i, both in second.items()}},
            days,
            bare=nominal is not None,
        )
        for side in (0, 1)
    ]
    if texts[0] == texts[1]:
        return Wording(texts[0], ())
    return Wording(_build(clause, indexes, people, first, days, bare=nominal is not None), tuple(texts))


def _owner_outside(
    clause: Clause, indexes: list[int], place: int, people: People, nominal: Nominal | None
) -> list[str]:
    """kept its key rate, the highest since 2001 → The bank's key rate: an aside without its clause's subject."""
    token, subject = clause.sentence.tokens[place], clause.subject
    apart = nominal is not None and nominal.owner is None and token.tag == "PRP$" and subject is not None
    if not apart or subject is None or subject.i in indexes or subject.i > place or subject.tag[:2] not in ("NN", "CD"):
        return []
    return [inside(genitive(noun(clause.sentence, subject, people)))]


def _agreement(clause: Clause, indexes: list[int]) -> dict[int, str]:
    """Lee and Park were jailed for 12 and eight years, respectively → Lee was jailed for 12 years."""
    sentence, subject = clause.sentence, clause.subject
    if subject is None or sentence.kid(subject, "conj") is None:
        return {}
    left = [part for part in (subject, *sentence.kids(subject, "conj")) if part.i in indexes]
    first = next(iter(sentence.kids(clause.verb, "aux", "auxpass")), clause.verb)
    one = len(left) == 1 and left[0].tag in ("NN", "NNP") and sentence.kid(left[0], "nummod") is None
    return {first.i: ONE[first.lower]} if one and first.lower in ONE else {}


def _third_person(sentence: Sentence, place: int) -> dict[int, str]:
    """I have been here, I've been here → Siti Osman has been here"""
    after = sentence.tokens[place + 1] if place + 1 < len(sentence.tokens) else None
    said_by = sentence.tokens[place].lower == "i"
    if not said_by or after is None or after.lower not in THIRD:
        return {}
    return {after.i: f"{' ' * (after.start == sentence.tokens[place].end)}{THIRD[after.lower]}"}


def _said_already(sentence: Sentence, indexes: list[int], place: int, name: str) -> bool:
    """Tom Berg admitted he was late: who "he" is stands in the claim itself."""
    last = re.sub(r"['’]s?$", "", name).rpartition(" ")[2]
    return any(sentence.tokens[i].word == last for i in indexes if i < place)


def _full_names(sentence: Sentence, indexes: list[int], people: People) -> dict[int, str]:
    """Macron → Emmanuel Macron, at the first mention inside the claim."""
    swaps: dict[int, str] = {}
    named: set[str] = set()
    for i in indexes:
        token = sentence.tokens[i]
        last = (
            i + 1 >= len(sentence.tokens)
            or sentence.tokens[i + 1].entity != "PERSON"
            or sentence.tokens[i + 1].tag == "POS"
        )
        run = [part.i for part in people.run(sentence, token)] if last else []
        words = sentence.words(run) if run else ""
        full = people.full_name(words)
        if full != words and full not in named and set(run) <= set(indexes):
            swaps.update(dict.fromkeys(run, ""))
            swaps[run[0]] = full
        if words:
            named.add(full)
    return swaps


def _offices(clause: Clause, indexes: list[int], people: People) -> dict[int, str]:
    """The finance minister → Tom Berg, as the clause's subject; "the two" → both their names."""
    sentence, subject = clause.sentence, clause.subject
    if subject is None or subject.i not in indexes or sentence.tokens[min(core(sentence, subject))].lower != "the":
        return {}
    words = core(sentence, subject)
    named = people.the_two(sentence) if subject.lower == "two" else people.titled(sentence.words(words))
    apposed = bool(sentence.kids(subject, "appos", "prep", "relcl"))
    return {**dict.fromkeys(words, ""), words[0]: named} if named and not apposed and set(words) <= set(indexes) else {}


def _build(
    clause: Clause, indexes: list[int], people: People, swaps: dict[int, str], days: list[int], *, bare: bool
) -> str:
    around = Frame("", "", "", swaps) if bare else frame(clause, indexes, people, swaps)
    body = _join(clause.sentence, indexes, around.swaps, clause.verb.i, around.after_verb)
    shared = _join(clause.sentence, days, swaps, clause.verb.i, "")
    early, late = (f"{shared},", "") if days and days[0] < indexes[0] else ("", shared)
    return finish(" ".join(part for part in (early, around.lead, body, around.tail, late) if part))


def finish(text: str) -> str:
    """Spaces, quote marks and the full stop put right."""
    text = re.sub(r"\s+", " ", text).strip(" ,;:-–—[(")
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        text = re.sub(r"[\"“”]", "", text)
    text = re.sub(r"\s+([,.;:!?%)\]”])", r"\1", text)
    text = text.replace(")", "") if text.count(")") > text.count("(") else text
    text = re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", text).strip(" ,;:")
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", '."', ".”")) else text + "."


def _join(sentence: Sentence, indexes: list[int], swaps: dict[int, str], verb: int, after_verb: str) -> str:
    parts: list[str] = []
    last = -2
    for i in indexes:
        token = sentence.tokens[i]
        words = swaps.get(i, sentence.text[token.start : token.end])
        if words:
            glued = i == last + 1 and sentence.tokens[last].end == token.start
            parts.append(("" if glued or not parts else " ") + words)
        if i == verb and after_verb:
            parts.append(f" {after_verb}")
        last = i
    return "".join(parts)
