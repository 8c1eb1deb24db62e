"""What a pronoun inside a clause stands for: nothing, one name, or two readings."""

from __future__ import annotations

from claims.extraction.clauses import Clause, Role
from claims.extraction.people import GROUP_PRONOUNS, PERSON_PRONOUNS, THING_PRONOUNS, People
from claims.extraction.phrases import plural
from claims.extraction.tree import Token

# "He was fined, his lawyer said": a speaker named by the one spoken of is not that one.
PRONOUNS = PERSON_PRONOUNS | GROUP_PRONOUNS | THING_PRONOUNS | frozenset(("i", "we", "you", "who"))


def stand_ins(clause: Clause, token: Token, indexes: list[int], people: People, speaker: str | None) -> list[str]:
    """What a pronoun inside the clause stands for; [] leaves it as it is."""
    word = token.lower
    if token.tag not in ("PRP", "PRP$"):
        return []
    if word in ("i", "my", "me") and speaker:
        return [genitive(speaker) if word == "my" else speaker]
    if word in ("we", "our", "us") and speaker:
        both = (f"{speaker} and colleagues", f"the body that {speaker} speaks for")
        return [genitive(side) if word == "our" else side for side in both]
    if word not in PERSON_PRONOUNS | THING_PRONOUNS | GROUP_PRONOUNS or _bound_inside(clause, token, indexes):
        return []
    if word == "it" and _impersonal(clause, token):
        return []
    options = _options(clause, token, people, speaker)
    possessive = token.tag == "PRP$"
    return [_inside(genitive(option) if possessive else option) for option in options]


def _inside(words: str) -> str:
    """ "The company" as it stands inside a sentence; `finish` gives the first word its capital again."""
    return (
        words[0].lower() + words[1:]
        if words.startswith(("The ", "A ", "An ", "Some ", "Its ", "His ", "Their "))
        else words
    )


def _impersonal(clause: Clause, token: Token) -> bool:
    """it was not yet the time to …; it is clear that …"""
    verb = clause.sentence.head(token)
    return (
        verb.lemma == "be"
        and clause.sentence.kid(verb, "acomp", "attr") is not None
        and token.label in ("nsubj", "expl")
    )


def _options(clause: Clause, token: Token, people: People, speaker: str | None) -> list[str]:
    own_words = token.lower in PERSON_PRONOUNS | GROUP_PRONOUNS | {"it"} and clause.role is Role.CONTENT
    subject = clause.subject is not None and token.i == clause.subject.i
    if own_words and subject and speaker and not {speaker.lower(), speaker.split()[0].lower()} & PRONOUNS:
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


def genitive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"
