"""Words a clause so that it stands alone: its subject in place, names for pronouns, dates in full."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extraction.clauses import RELATIVES, Clause, Role
from claims.extraction.dates import DateMention
from claims.extraction.people import GROUP_PRONOUNS, PERSON_PRONOUNS, THING_PRONOUNS, People
from claims.extraction.phrases import phrase, plural
from claims.extraction.tree import Sentence, Token
from claims.extraction.words import listed

# Openers that tie a sentence to the one before and say nothing by themselves.
CONNECTIVES = listed(
    """
    however meanwhile additionally furthermore moreover also but and yet so nevertheless besides then
    instead though still nonetheless therefore thus indeed otherwise consequently or nor while as after
    before since because although whereas when where until once that
    """
)
POSSESSIVE = frozenset(["his", "her", "its", "their"])


@dataclass(frozen=True, slots=True)
class Wording:
    """A standalone text; `readings` are filled when a pronoun could mean two things, and `text` then keeps the pronoun."""

    text: str
    readings: tuple[str, ...]


def word(clause: Clause, indexes: list[int], people: People, dates: list[DateMention], speaker: str | None) -> Wording:
    """Words the tokens `indexes` of a clause."""
    swaps = _dates(clause.sentence, indexes, dates)
    first: dict[int, str] = dict(swaps)
    second: dict[int, str] = {}
    for i in indexes:
        options = _pronoun(clause, clause.sentence.tokens[i], indexes, people, speaker)
        if len(options) == 1:
            first[i] = options[0]
        elif len(options) == 2:
            second[i] = "\0".join(options)
    if not second:
        return Wording(_build(clause, indexes, people, first), ())
    readings = []
    for side in (0, 1):
        chosen = {**first, **{i: both.split("\0")[side] for i, both in second.items()}}
        readings.append(_build(clause, indexes, people, chosen))
    return Wording(_build(clause, indexes, people, first), tuple(readings))


def _build(clause: Clause, indexes: list[int], people: People, swaps: dict[int, str]) -> str:
    sentence = clause.sentence
    lead, tail, swaps = _frame(clause, indexes, people, swaps)
    indexes = _trim(clause, indexes) if not lead else [i for i in _trim(clause, indexes)]
    body = _join(
        sentence, indexes, swaps, tail_after=clause.verb.i if tail.startswith("\0") else None, tail=tail.lstrip("\0")
    )
    text = " ".join(part for part in (lead, body, "" if tail.startswith("\0") else tail) if part)
    return finish(text)


def finish(text: str) -> str:
    """Spaces, quote marks and the full stop put right."""
    text = re.sub(r"\s+", " ", text).strip(" ,;:-–—")
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        text = re.sub(r"[\"“”]", "", text)
    text = re.sub(r"\s+([,.;:!?%)\]”])", r"\1", text)
    text = re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", text).strip(" ,;:")
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?", '."', ".”")) else text + "."


def _trim(clause: Clause, indexes: list[int]) -> list[int]:
    """Without opening connectives and stray punctuation at either end."""
    tokens = clause.sentence.tokens
    kept = list(indexes)
    while kept and (
        tokens[kept[0]].label in ("punct", "cc", "mark")
        or tokens[kept[0]].tag == "_SP"
        or _connective(clause, tokens[kept[0]])
    ):
        kept.pop(0)
    while (
        kept
        and (tokens[kept[-1]].label in ("punct", "cc") or tokens[kept[-1]].tag == "_SP")
        and tokens[kept[-1]].word != "%"
    ):
        kept.pop()
    return kept


def _connective(clause: Clause, token: Token) -> bool:
    return (
        token.lower in CONNECTIVES
        and token.label in ("advmod", "mark", "cc", "prep", "dep")
        and not clause.sentence.kids(token)
    )


def _frame(
    clause: Clause, indexes: list[int], people: People, swaps: dict[int, str]
) -> tuple[str, str, dict[int, str]]:
    """What goes before and after the clause's own words. A tail that starts with NUL follows the verb."""
    sentence, subject = clause.sentence, clause.subject
    if clause.role is Role.RELATIVE and clause.antecedent is not None:
        return _relative(clause, indexes, people, swaps)
    if clause.role is Role.REDUCED and clause.antecedent is not None:
        be = "were" if plural(sentence, clause.antecedent) else "was"
        return f"{noun(sentence, clause.antecedent, people)} {be}", "", swaps
    if subject is not None and subject.i not in indexes:
        lead = noun(sentence, subject, people)
        return f"{lead}{_borrowed_auxiliary(clause)}", "", swaps
    return "", "", swaps


def _borrowed_auxiliary(clause: Clause) -> str:
    """has (killed …) and wounded …"""
    sentence, verb = clause.sentence, clause.verb
    if verb.tag not in ("VBN", "VBG", "VB") or sentence.kid(verb, "aux", "auxpass"):
        return ""
    token = verb
    while token.label == "conj":
        token = sentence.head(token)
        auxiliaries = sentence.kids(token, "aux", "auxpass")
        if auxiliaries:
            return "".join(f" {auxiliary.word}" for auxiliary in auxiliaries if auxiliary.tag != "TO")
    return ""


def _relative(
    clause: Clause, indexes: list[int], people: People, swaps: dict[int, str]
) -> tuple[str, str, dict[int, str]]:
    sentence, antecedent = clause.sentence, clause.antecedent
    assert antecedent is not None
    name = noun(sentence, antecedent, people)
    pronoun = next(
        (
            sentence.tokens[i]
            for i in indexes
            if sentence.tokens[i].lower in RELATIVES and sentence.tokens[i].tag[0] == "W"
        ),
        None,
    )
    if pronoun is None:
        return "", f"\0{name}", swaps
    if pronoun.lower == "whose":
        return "", "", {**swaps, pronoun.i: _genitive(name)}
    if pronoun.lower in ("where", "when"):
        preposition = sentence.head(antecedent)
        word_before = (
            preposition.lower
            if preposition.label == "prep" and preposition.lower in ("in", "at", "on", "near")
            else "in"
        )
        return "", f"{word_before} {name}", {**swaps, pronoun.i: ""}
    if pronoun.label in ("nsubj", "nsubjpass", "pobj"):
        return "", "", {**swaps, pronoun.i: name}
    return "", f"\0{name}", {**swaps, pronoun.i: ""}


def _genitive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def noun(sentence: Sentence, token: Token, people: People) -> str:
    """The noun phrase at `token` as a subject elsewhere: surnames in full, pronouns resolved where clear."""
    if token.tag == "PRP":
        readings = people.readings(sentence, token)
        return readings[0] if len(readings) == 1 else token.word
    if token.lower == "two" and (both := people.the_two(sentence)):
        return both
    words = sentence.words(phrase(sentence, token)).strip(' ,;:-–—"“”')
    return people.full_name(words) if token.entity == "PERSON" else words


def _pronoun(clause: Clause, token: Token, indexes: list[int], people: People, speaker: str | None) -> list[str]:
    """What a pronoun inside the clause stands for; [] leaves it as it is."""
    word = token.lower
    if word == "two" and token.label in ("nsubj", "nsubjpass"):
        both = people.the_two(clause.sentence)
        return [both] if both else []
    if token.tag not in ("PRP", "PRP$"):
        return []
    if word in ("i", "my", "me") and speaker:
        return [_genitive(speaker) if word == "my" else speaker]
    if word not in PERSON_PRONOUNS | THING_PRONOUNS | GROUP_PRONOUNS or _bound_inside(clause, token, indexes):
        return []
    options = _options(clause, token, people, speaker)
    possessive = token.tag == "PRP$"
    return [_genitive(option) if possessive else option for option in options]


def _options(clause: Clause, token: Token, people: People, speaker: str | None) -> list[str]:
    own_words = token.lower in PERSON_PRONOUNS | GROUP_PRONOUNS and clause.role is Role.CONTENT
    if own_words and speaker and token.i == (clause.subject.i if clause.subject else -1) and speaker[0].isupper():
        return [speaker]
    return people.readings(clause.sentence, token)


def _bound_inside(clause: Clause, token: Token, indexes: list[int]) -> bool:
    """ "its" in "the department said its offices …": the clause's own earlier words say whose."""
    if token.tag != "PRP$" and token.lower not in ("it", "them", "him"):
        return False
    subject = clause.subject
    if subject is None or subject.i >= token.i or subject.tag == "PRP":
        return False
    wants_plural = token.lower in GROUP_PRONOUNS
    return plural(clause.sentence, subject) == wants_plural


def _dates(sentence: Sentence, indexes: list[int], dates: list[DateMention]) -> dict[int, str]:
    """last month → in August 2019; Monday → April 29, 2024."""
    swaps: dict[int, str] = {}
    for mention in dates:
        inside = [i for i in indexes if mention.start <= sentence.tokens[i].start < mention.end]
        if not inside or not mention.value or not mention.relative:
            continue
        opener = sentence.text[mention.start : mention.end].split()[0].lower()
        before = sentence.tokens[inside[0] - 1].lower if inside[0] else ""
        swaps.update(dict.fromkeys(inside, ""))
        swaps[inside[0]] = _preposition(opener, before, mention) + mention.in_words
    return swaps


def _preposition(opener: str, before: str, mention: DateMention) -> str:
    if opener in (
        "in",
        "since",
        "until",
        "by",
        "from",
        "during",
        "of",
        "between",
        "before",
        "after",
        "to",
        "and",
        "for",
    ):
        return f"{opener} "
    if before in (
        "in",
        "on",
        "since",
        "until",
        "by",
        "from",
        "of",
        "between",
        "before",
        "after",
        "to",
        "and",
        "for",
        "during",
        "the",
    ):
        return ""
    if opener.startswith("mid-"):
        return "mid-"
    return (
        "on " if len(mention.value) == 10 and opener not in _MONTH_OPENERS else "in " if len(mention.value) < 10 else ""
    )


_MONTH_OPENERS = listed(
    """
    jan feb mar apr may jun jul aug sep oct nov dec january february march april june july august
    september october november december
    """
)


def _join(sentence: Sentence, indexes: list[int], swaps: dict[int, str], tail_after: int | None, tail: str) -> str:
    parts: list[str] = []
    last = -2
    for i in indexes:
        token = sentence.tokens[i]
        words = swaps.get(i, sentence.text[token.start : token.end])
        if words:
            glued = i == last + 1 and sentence.tokens[last].end == token.start and i not in swaps
            parts.append(("" if glued or not parts else " ") + words)
        if i == tail_after:
            parts.append(f" {tail}")
        last = i
    return "".join(parts)
