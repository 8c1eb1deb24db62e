"""What a pronoun inside a clause stands for: nothing, one name, or two readings."""

from __future__ import annotations

import re

from claims.extraction.clauses import Clause, Role
from claims.extraction.people import People
from claims.extraction.phrases import core, plural
from claims.extraction.tree import Sentence, Token
from claims.extraction.voices import HEADS
from claims.extraction.words import listed
from claims.extraction.words.numerals import TENS, UNITS
from claims.extraction.words.people import GROUP_PRONOUNS, PERSON_PRONOUNS, THING_PRONOUNS
from claims.extraction.words.verbs import REPORTING, RULINGS, SPEECH_ACTS

SPOKEN_FOR = listed("spokesman spokeswoman spokesperson director chief president official representative manager")
IMPERSONAL = frozenset(("be", "remain", "seem", "appear", "become"))
# "He was fined, his lawyer said": a speaker named by the one spoken of is not that one.
PRONOUNS = PERSON_PRONOUNS | GROUP_PRONOUNS | THING_PRONOUNS | frozenset(("i", "we", "you", "who"))


# As they stand at a sentence's start; inside a claim they are no names.
OPENERS = tuple(
    f"{word.capitalize()} "
    for word in sorted(
        listed(
            """
            the a an some its his her their this these those that both all most many several few about around nearly
            almost over more at up only another one two three four five six seven eight nine ten hundreds thousands
            dozens
            """
        )
        | {*UNITS, *TENS}
    )
) + tuple(f"{word.capitalize()}-" for word in TENS)


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
    if word not in PERSON_PRONOUNS | THING_PRONOUNS | GROUP_PRONOUNS or _bound_inside(clause, token):
        return []
    if word == "it" and _impersonal(clause, token):
        return []
    options = _options(clause, token, people, speaker)
    possessive = token.tag == "PRP$"
    return [inside(genitive(option) if possessive else option) for option in options]


def inside(words: str) -> str:
    """ "The company" as it stands inside a sentence; `finish` gives the first word its capital again."""
    return words[0].lower() + words[1:] if words.startswith(OPENERS) else words


def _impersonal(clause: Clause, token: Token) -> bool:
    """it was not yet the time to …; it remains unclear who …"""
    verb = clause.sentence.head(token)
    complement = clause.sentence.kid(verb, "acomp", "attr", "oprd") is not None
    return verb.lemma in IMPERSONAL and complement and token.label in ("nsubj", "expl")


def _options(clause: Clause, token: Token, people: People, speaker: str | None) -> list[str]:
    sentence, subject = clause.sentence, clause.subject
    if token.tag == "PRP$" and subject is not None and subject.i < token.i and _one_kind(subject, token):
        token = subject  # "it said its sales …": both mean the same
    said_by = _sayer(clause)
    if token.lower == "it" and said_by is not None and (body := _headed(sentence, said_by)):
        return [body]
    if said_by is not None and token.lower in PERSON_PRONOUNS:
        whose = next((kid for kid in sentence.kids(said_by, "poss") if kid.tag == "PRP$"), None)
        if whose is not None and subject is not None and token.i == subject.i:
            token = whose  # "His lawyer said he …": whose lawyer it is, never the lawyer
            return people.readings(sentence, token)
        if token.tag == "PRP" and token.label in ("dobj", "pcomp", "pobj") and _rules(sentence.head(clause.verb)):
            return people.readings(sentence, token, {*_not_meant(clause, token), said_by.i})
    own_words = token.lower in PERSON_PRONOUNS | GROUP_PRONOUNS | {"it"} and clause.role is Role.CONTENT
    if token.lower in GROUP_PRONOUNS and speaker and people.is_person(speaker) and not speaker.endswith("s"):
        own_words = False  # "Ortega said they had left": not Ortega
    if token.lower == "it" and speaker and (people.is_person(_spoken_for(speaker)) or _several(said_by)):
        own_words = False  # "the president said it would cost 3 billion": not the president
    if token.lower in PERSON_PRONOUNS and said_by is not None and said_by.i > token.i and said_by.tag != "PRP":
        own_words = False  # "She spent 3 million, prosecutor Anele Jacobs said": not the prosecutor
        outside = {*_not_meant(clause, token), *range(token.i, len(sentence.tokens))}
        return [name for name in people.readings(sentence, token, outside) if name != speaker]
    own_words = own_words and not _aloud(sentence, token)
    if own_words and subject is not None and token.i == subject.i and speaker:
        named = _spoken_for(speaker) if token.lower == "it" else speaker
        spoken = token.lower in PERSON_PRONOUNS and not people.is_person(named)
        if not spoken and not {named.lower(), named.partition(" ")[0].lower()} & PRONOUNS:
            return [named]
    return people.readings(sentence, token, _not_meant(clause, token))


def _aloud(sentence: Sentence, token: Token) -> bool:
    """ "They have stolen our future," said Junior: who speaks says "I", so "they" are others."""
    before = [part.word for part in sentence.tokens[: token.i]]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _sayer(clause: Clause) -> Token | None:
    """Who says the clause, where it is the content of saying."""
    if clause.role is not Role.CONTENT:
        return None
    verb = clause.sentence.head(clause.verb)
    return clause.sentence.kid(verb, "nsubj") if verb.lemma in REPORTING else None


def _headed(sentence: Sentence, said_by: Token) -> str:
    """The head of the division, Sipho Radebe, told MPs it employed 512: the division does."""
    link = next((kid for kid in sentence.kids(said_by, "prep") if kid.lower in ("of", "for", "at")), None)
    body = sentence.kid(link, "pobj") if link is not None and said_by.lemma in HEADS | SPOKEN_FOR else None
    return sentence.words(core(sentence, body)) if body is not None and body.tag in ("NN", "NNP") else ""


def _several(said_by: Token | None) -> bool:
    """The parties said it had been drawn up without them: the parties are no "it"."""
    return said_by is not None and said_by.tag == "NNS"


def _rules(verb: Token) -> bool:
    """The judge found that they had dismissed him: a judge speaks of others."""
    return verb.lemma in RULINGS


def _not_meant(clause: Clause, token: Token) -> set[int]:
    """An object is neither its clause's subject nor what it hangs on: "send a mission to observe it"."""
    if token.label not in ("dobj", "dative", "pobj"):
        return set()
    sentence, above = clause.sentence, token
    out = {clause.subject.i} if clause.subject is not None else set()
    verb_passed = False
    while above.head != above.i:
        above = sentence.head(above)
        if verb_passed:
            out.add(above.i)
        verb_passed = verb_passed or above.is_verb
    return out


def _one_kind(subject: Token, token: Token) -> bool:
    kinds = (PERSON_PRONOUNS, THING_PRONOUNS, GROUP_PRONOUNS)
    return any(subject.lower in kind and token.lower in kind for kind in kinds)


def _spoken_for(speaker: str) -> str:
    """A spokeswoman for the company said it …: the company."""
    match = re.match(
        r"(?i).*\b(?:spokes\w+|lawyer|representative|head|director|chief|official)s?\s(?:for|of|at)\s(.+)", speaker
    )
    return match.group(1) if match else speaker


def _bound_inside(clause: Clause, token: Token) -> bool:
    """ "its" in "the department said its offices …": the clause's own earlier words say whose."""
    subject = clause.subject
    if token.tag == "PRP" and subject is not None and subject.i < token.i and subject.tag != "PRP":
        return _denied(clause, token)
    if token.tag == "PRP$" and _owned_beside(clause, token):
        return True
    if token.tag != "PRP$" or subject is None or subject.i >= token.i:
        return False
    if subject.tag == "PRP":
        return _one_kind(subject, token)  # "it would close 28 of its stores": once "it" is named, "its" is clear
    wants_plural = token.lower in GROUP_PRONOUNS
    return plural(clause.sentence, subject) == wants_plural


def _owned_beside(clause: Clause, token: Token) -> bool:
    """showed a vehicle [lying on its side]: the noun that the participle hangs on says whose."""
    sentence, verb = clause.sentence, _verb_of(clause, token)
    noun = sentence.head(verb)
    return (
        verb.label == "acl"
        and verb.tag == "VBG"
        and noun.i in clause.tokens
        and token.lower in THING_PRONOUNS | GROUP_PRONOUNS
        and plural(sentence, noun) == (token.lower in GROUP_PRONOUNS)
    )


def _verb_of(clause: Clause, token: Token) -> Token:
    """The verb that a word belongs to."""
    while token.head != token.i and not token.is_verb:
        token = clause.sentence.head(token)
    return token


def _denied(clause: Clause, token: Token) -> bool:
    """The operator denied that it had ignored warnings: who "it" is stands in the claim itself."""
    verb = clause.sentence.head(token)
    said = verb.label == "ccomp" and verb.head == clause.verb.i and token.label in ("nsubj", "nsubjpass")
    return said and clause.lemma in SPEECH_ACTS


def genitive(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"
