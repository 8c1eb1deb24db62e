"""The frame of a clause: what its own words need before, between and behind them to stand alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extraction.clauses import RELATIVES, Clause, Role
from claims.extraction.people import People
from claims.extraction.phrases import phrase, plural
from claims.extraction.pronouns import genitive, inside
from claims.extraction.tree import SUBJECTS, Sentence, Token
from claims.extraction.words import listed
from claims.extraction.words.denials import DENYING, JUDGMENTS
from claims.extraction.words.verbs import REPORTING, SPEECH_ACTS

SEVERAL = {"was": "were", "is": "are", "has": "have"}
ONE = {several: one for one, several in SEVERAL.items()}
BEFORE_A_DAY = re.compile(r"^(?:in|on|since|until|by|from|of|during|after|before)\s")
SHARES = listed("half third thirds quarter quarters fifth fifths tenth tenths most two-thirds three-quarters")
DETERMINERS = listed("the a an his her its their our my these those some all both many most several")


def _owned(sentence: Sentence, indexes: list[int], people: People) -> str:
    """its forces → Russia's forces, where it is clear whose."""
    owner = next((sentence.tokens[i] for i in indexes if sentence.tokens[i].tag == "PRP$"), None)
    readings = people.readings(sentence, owner) if owner is not None else []
    if owner is None or len(readings) != 1:
        return sentence.words(indexes)
    before, after = [i for i in indexes if i < owner.i], [i for i in indexes if i > owner.i]
    return " ".join(part for part in (sentence.words(before), genitive(readings[0]), sentence.words(after)) if part)


@dataclass(frozen=True, slots=True)
class Frame:
    """What goes before a clause's own words, right after its verb, and behind them."""

    lead: str
    after_verb: str
    tail: str
    swaps: dict[int, str]


def frame(clause: Clause, indexes: list[int], people: People, swaps: dict[int, str]) -> Frame:
    sentence, subject = clause.sentence, clause.subject
    if clause.role is Role.RELATIVE and clause.antecedent is not None:
        return _relative(clause, clause.antecedent, indexes, people, swaps)
    if clause.role is Role.REDUCED and clause.antecedent is not None:
        be = _be(clause, clause.antecedent)
        return Frame("", "", "", {**swaps, clause.verb.i: f"{be} {clause.verb.word}"})
    if clause.role is Role.CONTENT and clause.antecedent is not None:
        return _said_of(clause, clause.antecedent, indexes, people, swaps)
    if subject is None:
        return Frame("", "", "", swaps)
    if clause.role is Role.PURPOSE:
        return Frame(f"{noun(sentence, subject, people)} {_aims(clause)}", "", "", swaps)
    auxiliary = _borrowed_auxiliary(clause)
    if subject.label == "nsubjpass" and clause.verb.i == indexes[0] and subject.i > indexes[0]:
        return _turned_round(clause, swaps)
    if any(part.i in indexes for part in _joined(sentence, subject)):
        verb = clause.verb
        borrowed = {verb.i: f"{auxiliary.strip()} {verb.word}"} if auxiliary else {}
        return Frame("", "", "", {**swaps, **borrowed})
    return Frame(f"{noun(sentence, _meant(clause, subject), people)}{auxiliary}", "", "", swaps)


def _joined(sentence: Sentence, subject: Token) -> list[Token]:
    """The subject and what is joined to it: firefighters, helicopters, engines."""
    found = [subject]
    while (following := sentence.kid(found[-1], "conj")) is not None:
        found.append(following)
    return found


def _meant(clause: Clause, subject: Token) -> Token:
    """a blast that killed five and [injured 23]: the noun behind a "that" shared with the clause around."""
    outer = clause.parent
    if subject.tag in ("WDT", "WP") and outer is not None and outer.antecedent is not None:
        return outer.antecedent
    return subject


def _turned_round(clause: Clause, swaps: dict[int, str]) -> Frame:
    """Seized were 18 phones → 18 phones were seized"""
    verb, be = clause.verb, clause.sentence.kid(clause.verb, "auxpass")
    if be is None:
        return Frame("", "", "", swaps)
    return Frame("", "", f"{be.lower} {verb.lower}", {**swaps, verb.i: "", be.i: ""})


def _aims(clause: Clause) -> str:
    outer, subject = clause.parent, clause.subject
    if outer is not None and outer.verb.tag in ("VBD", "VBN"):
        return "aimed"
    return "aim" if subject is not None and plural(clause.sentence, subject) else "aims"


def _be(clause: Clause, antecedent: Token) -> str:
    """was, were; is, are where the sentence speaks of the present ("with shootings (are) recorded weekly")."""
    many = plural(clause.sentence, antecedent)
    absolute = clause.sentence.head(antecedent).lower == "with"
    now = absolute and clause.parent is not None and _present(clause.sentence, clause.parent.verb)
    return ("are" if many else "is") if now else ("were" if many else "was")


def _present(sentence: Sentence, verb: Token) -> bool:
    return (sentence.kid(verb, "aux") or verb).tag in ("VBZ", "VBP")


def _borrowed_auxiliary(clause: Clause) -> str:
    """has (killed …) and wounded …; seven were killed and 39 (were) wounded"""
    sentence, verb = clause.sentence, clause.verb
    if verb.tag not in ("VBN", "VBG", "VB") or sentence.kid(verb, "aux", "auxpass"):
        return ""
    token = verb
    while token.label == "conj":
        token = sentence.head(token)
        if token.label == "acl" and clause.subject is not None:
            return f" {_be(clause, clause.subject)}"
        auxiliaries = sentence.kids(token, "aux", "auxpass")
        if auxiliaries:
            return "".join(f" {_agreeing(clause, auxiliary)}" for auxiliary in auxiliaries if auxiliary.tag != "TO")
    return ""


def _agreeing(clause: Clause, auxiliary: Token) -> str:
    """One was killed and [two others (were) hurt]: in the number of the clause's own subject."""
    own = clause.sentence.kid(clause.verb, *SUBJECTS)
    if own is None:
        return auxiliary.word
    if own.tag in ("NN", "NNP") and clause.sentence.kid(own, "conj", "nummod") is None:
        return ONE.get(auxiliary.lower, auxiliary.word)
    many = (
        plural(clause.sentence, own)
        or own.lower in ("others", "they")
        or (own.counts and own.lower not in ("one", "1"))
    )
    return SEVERAL.get(auxiliary.lower, auxiliary.word) if many else auxiliary.word


def _relative(clause: Clause, antecedent: Token, indexes: list[int], people: People, swaps: dict[int, str]) -> Frame:
    sentence = clause.sentence
    joined = sentence.kid(antecedent, "conj")
    alone = joined is not None and joined.i > clause.verb.i  # Alpha, [which makes steel], and Beta
    name = inside(re.sub(r",\s*\d{1,3}$", "", noun(sentence, antecedent, people, conjuncts=not alone)))
    if antecedent.lemma in JUDGMENTS:
        name = re.sub(r"^an?\s", "the ", name)  # …, a ruling the state has appealed
    wh = (
        sentence.tokens[i]
        for i in indexes
        if sentence.tokens[i].lower in RELATIVES and (sentence.tokens[i].tag[0] == "W" or i == indexes[0])
    )
    pronoun = next(wh, None)
    if pronoun is None:
        return Frame("", name, "", swaps)
    if pronoun.lower == "whose":
        owned, subject = sentence.head(pronoun), clause.subject
        if owned.label == "dobj" and subject is not None and owned.i < subject.i:
            own = phrase(sentence, owned)
            after = f"{genitive(name)} {sentence.words([i for i in own if i != pronoun.i])}"
            return Frame("", after, "", {**swaps, **dict.fromkeys(own, "")})
        return Frame("", "", "", {**swaps, pronoun.i: genitive(name)})
    if pronoun.lower == "when" and antecedent.i in indexes:
        return Frame("", "", "", {**swaps, pronoun.i: "", **_on_the_day(sentence, antecedent, indexes, swaps)})
    if pronoun.lower in ("where", "when"):
        before = sentence.head(antecedent)
        place = before.lower if before.label == "prep" and before.lower in ("in", "at", "on", "near") else "in"
        return Frame("", "", f"{place} {name}", {**swaps, pronoun.i: ""})
    if pronoun.label == "pobj" and sentence.tokens[pronoun.i - 1].lower == "of":
        return Frame("", "", "", {**swaps, **_part_of(clause, indexes, pronoun, name)})
    if pronoun.label in ("nsubj", "nsubjpass", "pobj"):
        return Frame("", "", "", {**swaps, pronoun.i: name})
    whole = pronoun.label == "dobj" and sentence.tokens[pronoun.i - 1].word == ","
    denied = _denied(clause, antecedent) if clause.lemma in DENYING and whole else ""
    return Frame("", denied or name, "", {**swaps, pronoun.i: ""})


def _denied(clause: Clause, antecedent: Token) -> str:
    """accuse Lorn of arming the rebels with rifles, [which Lorn denies]: it denies arming them, not the rifles."""
    sentence, verb = clause.sentence, antecedent
    while verb.head != verb.i and not verb.is_verb:
        verb = sentence.head(verb)
    own = [i for i in sentence.subtree(verb, without={clause.verb.i}) if i < min(clause.tokens)]
    words = sentence.words(own).strip(" ,;")
    if verb.label == "pcomp" and verb.tag == "VBG" and sentence.head(sentence.head(verb)).lemma in SPEECH_ACTS:
        return words
    said = verb.label == "ccomp" and sentence.head(verb).lemma in REPORTING
    return f"that {words.removeprefix('that ')}" if said else ""


def _part_of(clause: Clause, indexes: list[int], pronoun: Token, name: str) -> dict[int, str]:
    """of which 19 were local → 19 of the 27 cases were local"""
    name = name.split(", ")[0]
    bare = not name[:1].isalpha() or (name[:1].islower() and name.partition(" ")[0] not in DETERMINERS)
    whole = f"the {name}" if bare else name
    subject = clause.subject
    if pronoun.i - 1 != indexes[0] or subject is None or subject.i not in indexes or subject.i < pronoun.i:
        return {pronoun.i: whole}
    tokens = [clause.sentence.tokens[i] for i in indexes if i > clause.verb.i]
    share = None if subject.counts else next((part for part in tokens if part.counts or part.lower in SHARES), None)
    if share is not None and share.tag == "CD" and clause.sentence.head(share).lower in SHARES:
        share = clause.sentence.head(share)  # of which Lorn pays two thirds
    told = share or subject
    return {pronoun.i - 1: "", pronoun.i: "", told.i: f"{told.word} of {whole}"}


def _said_of(clause: Clause, antecedent: Token, indexes: list[int], people: People, swaps: dict[int, str]) -> Frame:
    """a case that rights groups say is political → The case is political"""
    name = re.sub(r"^an?\s", "the ", noun(clause.sentence, antecedent, people))
    subject = clause.subject
    if subject is not None and subject.i in indexes and subject.tag[0] == "W":
        return Frame("", "", "", {**swaps, subject.i: name})
    return Frame(name, "", "", swaps)


def _on_the_day(sentence: Sentence, day: Token, indexes: list[int], swaps: dict[int, str]) -> dict[int, str]:
    """since Friday, when rain fell → rain fell on September 6, 2019"""
    first = min(i for i in phrase(sentence, day) if i in indexes)
    words = BEFORE_A_DAY.sub("", swaps.get(first, sentence.tokens[first].word))
    year = words.isdigit() or sentence.tokens[first].tag == "CD"
    month = not any(sign.isdigit() for sign in re.sub(r"\b(?:19|20)\d\d\b", "", words))
    weekday = words.lower().endswith("day")
    return {first: f"{'in' if year or (month and not weekday) else 'on'} {words}"}


def noun(sentence: Sentence, token: Token, people: People, *, conjuncts: bool = True) -> str:
    """The noun phrase at `token` as a subject elsewhere: surnames in full, pronouns resolved where clear."""
    if token.tag == "PRP":
        readings = people.readings(sentence, token)
        return readings[0] if len(readings) == 1 else token.word
    if token.lower == "two" and (both := people.the_two(sentence)):
        return both
    words = _owned(sentence, phrase(sentence, token, conjuncts=conjuncts), people).strip(' ,;:-–—"“”')
    named = people.run(sentence, token)
    if named and words.endswith(name := sentence.words([part.i for part in named])):
        return words.removesuffix(name) + people.full_name(name)
    return people.titled(words) or words
