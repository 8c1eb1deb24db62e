"""The day that one clause names for another: "On Monday gunmen killed 11 and took 26"."""

from __future__ import annotations

from claims.extraction.clauses import Clause, Role
from claims.extraction.phrases import phrase
from claims.extraction.tree import SUBJECTS, Sentence, Token

TIMING = ("prep", "npadvmod", "advmod", "nmod")


def shared_days(clause: Clause) -> list[int]:
    """The words outside of the clause's own that say when it happened; empty where it has its own or shares none."""
    sentence = clause.sentence
    if any(sentence.tokens[i].entity == "DATE" for i in clause.tokens):
        return []
    return _leading(clause) or _trailing(clause) or _of_its_when(clause)


def its_when(clause: Clause) -> list[int]:
    """[since 2021], when it expelled 23 diplomats: the day that "when" stands for, which the wording names anyhow.

    With its preposition, as a bare "March" is a date behind one only.
    """
    day = clause.antecedent
    if clause.role is not Role.RELATIVE or day is None:
        return []
    opener = [clause.sentence.tokens[i].lower for i in clause.tokens[:2]]
    if opener[1:] == ["which"] and opener[0] in ("after", "before", "since", "during"):
        return phrase(clause.sentence, day, conjuncts=False)  # the August 2008 war, after which …
    if day.entity != "DATE" or not _when(clause.sentence, clause.verb):
        return []
    named = [i for i in phrase(clause.sentence, day, conjuncts=False) if clause.sentence.tokens[i].entity == "DATE"]
    before = clause.sentence.head(day)
    return [before.i, *named] if before.label == "prep" and named[:1] == [before.i + 1] else named


def _leading(clause: Clause) -> list[int]:
    """On Monday gunmen stormed a market [and took 26 people]"""
    sentence, verb = clause.sentence, clause.verb
    if clause.role is not Role.COORDINATED or sentence.kid(verb, *SUBJECTS) is not None:
        return []
    while verb.label == "conj":
        verb = sentence.head(verb)
        subject = sentence.kid(verb, *SUBJECTS)
        days = _days(sentence, verb)
        if subject is not None and days and days[-1] < subject.i:
            return days
    return []


def _trailing(clause: Clause) -> list[int]:
    """[11 people were killed] and 26 abducted on Monday: the second verb leans on the first one's auxiliary."""
    sentence, verb = clause.sentence, clause.verb
    last = sentence.kid(verb, "conj")
    if last is None or not last.is_verb or last.tag != verb.tag:
        return []
    leans = sentence.kid(last, "aux", "auxpass") is None and sentence.kid(verb, "aux", "auxpass") is not None
    if not leans:
        return []
    own = sentence.kids(last, "advcl")
    days = _days(sentence, last) or next(
        (days for kid in own if _when(sentence, kid) and (days := _days(sentence, kid))), []
    )
    return days if days and days[0] > last.i else []


def _of_its_when(clause: Clause) -> list[int]:
    """[11 people were killed] when gunmen stormed a market on Monday"""
    inner = (child.verb for child in clause.children if child.role is Role.ADVERBIAL)
    return next((days for verb in inner if _when(clause.sentence, verb) and (days := _days(clause.sentence, verb))), [])


def _when(sentence: Sentence, verb: Token) -> bool:
    return any(kid.lower == "when" for kid in sentence.kids(verb, "advmod", "mark"))


def _days(sentence: Sentence, verb: Token) -> list[int]:
    """The words of the verb's own time: "on Monday", "last week"; "until Monday", "for years" time only their verb."""
    for kid in sentence.kids(verb, *TIMING):
        own = sentence.subtree(kid)
        dated = [i for i in own if sentence.tokens[i].entity == "DATE"]
        bare = all(
            sentence.tokens[i].entity in ("DATE", "TIME") or i == kid.i or sentence.tokens[i].lower in ("early", "late")
            for i in own
        )
        if dated and bare and (kid.label != "prep" or kid.lower in ("on", "in", "since", "between", "during")):
            return own
    return []
