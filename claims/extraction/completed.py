"""What a clause leaves for the reader to complete: "the army admits 23", and the day that "since" tells of."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extraction.clauses import Clause
from claims.extraction.tree import SUBJECTS, Sentence, Token, finite
from claims.extraction.words import listed
from claims.extraction.words.numerals import TENS, UNITS

TOLD_BY = listed("acknowledge admit confirm report say count put claim recognise recognize list give cite concede")
# "Since records began in 1951": when it began is no news beside what has gone on.
BEGINNING = listed("begin start open commence")
NUMBERS = frozenset((*UNITS, *TENS))
DIGITS = frozenset("0123456789")


def completed(clause: Clause, indexes: list[int]) -> list[int]:
    """fifty people dead, …; the government acknowledges eleven [people dead]: the words with the noun, [] if none."""
    sentence, verb = clause.sentence, clause.verb
    number = sentence.kid(verb, "dobj")
    if clause.lemma not in TOLD_BY or number is None or not (number.tag == "CD" or number.lower in NUMBERS):
        return []
    last = indexes[-1] == number.i and number.i > verb.i and number.entity not in ("MONEY", "PERCENT", "DATE")
    before = [part for part in sentence.tokens[: min(indexes)] if part.tag == "NNS" and _counted(sentence, part)]
    if not last or not before:
        return []
    noun = before[-1]
    told = [kid.i for kid in sentence.kids(noun, "amod", "acl") if kid.i == noun.i + 1]
    above = sentence.head(noun)
    if noun.label == "nsubjpass" and above.tag == "VBN":
        told = [above.i]
    return [*indexes, noun.i, *told]


def _counted(sentence: Sentence, noun: Token) -> bool:
    return any(kid.counts for kid in sentence.kids(noun, "nummod"))


def since_when(clause: Clause) -> Iterator[list[int]]:
    """had been in hiding [since the exam was cancelled on January 8]: that it was, and when, is a fact beside it."""
    sentence = clause.sentence
    for i in clause.tokens:
        verb = sentence.tokens[i]
        mark, subject = sentence.kid(verb, "mark"), sentence.kid(verb, *SUBJECTS)
        if verb.label != "advcl" or mark is None or mark.lower != "since" or subject is None:
            continue
        own = [j for j in sentence.subtree(verb) if j in clause.tokens and j > mark.i]
        stop = next((j for j in own if sentence.tokens[j].word in (",", ";", "—", "–")), len(sentence.tokens))
        own = [j for j in own if j < stop]
        plain = finite(sentence, verb) and verb.tag in ("VBD", "VBN") and verb.lemma not in BEGINNING
        if (
            plain
            and subject.tag[0] != "P"
            and subject.i in own
            and _day(sentence, own)
            and own[-1] - own[0] + 1 == len(own)
        ):
            yield own


def _day(sentence: Sentence, own: list[int]) -> bool:
    """Names a day or a month by its number: January 8, May 2014. What began in a year is an age, not an event."""
    dated = [sentence.tokens[i] for i in own if sentence.tokens[i].entity == "DATE"]
    return any(DIGITS & set(part.word) for part in dated) and any(part.is_name for part in dated)
