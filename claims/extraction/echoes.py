"""Who denies the statement before: "The company denies this." → The company denies that it paid bribes."""

from __future__ import annotations

import re

from claims.extraction.clauses import Clause, Role
from claims.extraction.pronouns import inside
from claims.extraction.tree import Token
from claims.extraction.words.denials import CHARGES, REFUSES

# What is denied stands so near, in characters: in the same paragraph or the one before.
WITHIN = 400
ACCUSED = re.compile(r"(?i)\b(?:accus|alleg|suspect)")
POINTERS = frozenset(("this", "that", "it"))
DETERMINERS = frozenset(("this", "that", "the", "these", "those", "such"))
SAYING_NO = frozenset(("deny", "dispute", "reject"))


def denied_before(clause: Clause, before: str, distance: int) -> dict[int, str]:
    """Swaps that put the statement `before` in the place of "this" or "the charge"; {} where nothing points to it.

    `distance` is how far before the clause that statement ends, in characters. What was only an accusation is not put
    there: who denies it denies the deed, not that there were accusers.
    """
    thing = clause.sentence.kid(clause.verb, "dobj")
    plain = clause.role in (Role.MAIN, Role.COORDINATED) and clause.verb.lower in REFUSES and clause.lemma in SAYING_NO
    if not before or thing is None or not plain or not 0 <= distance < WITHIN or not _points(clause, thing, before):
        return {}
    own = clause.sentence.subtree(thing)
    said = before.rstrip(".")
    if clause.lemma == "deny":
        return {**dict.fromkeys(own, ""), own[0]: f"that {said}"}
    return {own[-1]: f"the statement that {said}", **dict.fromkeys(own[:-1], "")}


def _points(clause: Clause, thing: Token, before: str) -> bool:
    """denies this · the charge · that account; not "the charge of fraud", not "the charges" """
    own = [clause.sentence.tokens[i] for i in clause.sentence.subtree(thing)]
    if ACCUSED.search(before):
        return False
    if len(own) == 1:
        return thing.lower in POINTERS and clause.lemma == "deny"
    if thing.lower == "figure" and not any(sign.isdigit() for sign in before):
        return False
    return len(own) == 2 and own[0].lower in DETERMINERS and thing.lower in CHARGES


def as_content(text: str, first: Token) -> str:
    """A claim's wording behind "that": its first word in small letters unless it is a name."""
    opened = text.partition(" ")[0].lower() == first.lower and not first.is_name
    return text[:1].lower() + text[1:] if opened else inside(text)
