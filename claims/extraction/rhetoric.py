"""Says which clauses are rhetoric: figures of speech, moods, summing up, private scenes, direct speech to "you".

All but the FIRST keep their hands off a clause with a figure or a day: there something can be looked up.
"""

from __future__ import annotations

import re

from claims.extraction.clauses import Role
from claims.extraction.look import Look
from claims.extraction.told import FIRST_PERSON
from claims.extraction.tree import Token
from claims.extraction.words.rhetoric import (
    ABSTRACT,
    AFFAIRS,
    ANYBODY,
    COMPLIES,
    FELT,
    FIGURES_OF_SPEECH,
    FOREGONE,
    LOFTY,
    MINDED,
    MOODS,
    OUTCOMES,
    PARTED,
    PRIVATE,
    SCORNS,
    STIRRED,
    STIRS,
    THINKS,
    VAGUE_CROWDS,
)

YOU = frozenset(("you", "your", "yours", "yourself"))
# Three in the morning · half past four · five o'clock
CLOCK = re.compile(
    r"(?i)\b(?:in the (?:morning|afternoon|evening)|at night|o['’]clock|half past|quarter (?:to|past)|midnight)\b"
)
# More names than this make a mood one between particular parties: "tension between Norway and Sweden".
PARTIES = 2
# A thing denounced in so few words is only named.
SHORT = 4


def rhetoric(look: Look) -> str:
    """The reason why the clause is rhetoric, or ""."""
    if reason := next((reason for rule in FIRST if (reason := rule(look))), ""):
        return reason
    if look.numbers or look.dates:
        return ""
    return next((reason for rule in RULES if (reason := rule(look))), "")


def _addressed(look: Look) -> str:
    """ "You're nineteen years old" · "it's three in the morning in Oslo"; "you stole 400 euros" tells of a deed."""
    subject, verb = look.clause.subject, look.clause.verb
    if not look.speech or subject is None:
        return ""
    if subject.lower in YOU and not (look.numbers and verb.tag in ("VBD", "VBN") and verb.lemma != "be"):
        told = any(token.lemma == "tell" for token in look.clause.sentence.tokens)
        return "" if look.numbers and told else "spoken to somebody, of nobody"
    hour = subject.lower == "it" and verb.lemma == "be" and CLOCK.search(look.words)
    return "talk without anything particular" if hour else ""


def _scene(look: Look) -> str:
    """I did not sleep for two nights"""
    clause = look.clause
    mine = clause.subject is not None and clause.subject.lower in FIRST_PERSON
    if look.speech and mine and clause.lemma in PRIVATE and not look.dates:
        return "the speaker about themselves"
    return ""


def _anybody(look: Look) -> str:
    """urged anyone who thinks [they may have been tricked] to come forward"""
    clause, outer = look.clause, look.clause.parent
    noun = outer.antecedent if outer is not None and clause.role is Role.CONTENT else clause.subject
    if noun is not None and noun.tag in ("WP", "WDT"):
        noun = clause.antecedent
    return "of nobody in particular" if noun is not None and noun.lower in ANYBODY and not look.numbers else ""


def _figure_of_speech(look: Look) -> str:
    """The coalition closed ranks · the leak has given the Opposition a handle"""
    return "a figure of speech" if FIGURES_OF_SPEECH.search(look.words) else ""


def _mood(look: Look) -> str:
    """Tempers are fraying · questions remain · the row shows no sign of ending"""
    subject = look.clause.subject
    if subject is None or subject.tag[:2] != "NN" or subject.is_name or look.names > PARTIES:
        return ""
    passive = look.clause.sentence.kid(look.clause.verb, "auxpass", "agent") is not None
    if subject.lemma in MOODS and not passive:
        return "a mood, not a fact"
    to_come = look.modal in ("will", "wo", "would", "can", "could", "may", "might")
    return "loose prediction" if subject.lemma in AFFAIRS and to_come else ""


def _stirred(look: Look) -> str:
    """The case has stirred a debate · the news was met with relief"""
    sentence, verb = look.clause.sentence, look.clause.verb
    thing = sentence.kid(verb, "dobj")
    if verb.lemma in STIRS and thing is not None and thing.lemma in STIRRED:
        whose = {kid.lower for kid in sentence.kids(thing, "prep")}
        return "a mood, not a fact" if whose <= {"about", "over", "among", "at"} and look.names < PARTIES else ""
    met = verb.lemma in ("meet", "greet", "receive") and sentence.kid(verb, "auxpass") is not None
    felt = (sentence.kid(kid, "pobj") for kid in sentence.kids(verb, "prep") if kid.lower == "with")
    return "a mood, not a fact" if met and any(noun is not None and noun.lemma in FELT for noun in felt) else ""


def _minded(look: Look) -> str:
    """His critics are not convinced · observers were divided; "divided into two chambers" is a fact"""
    sentence, verb = look.clause.sentence, look.clause.verb
    heads = [verb, *sentence.kids(verb, "acomp", "attr", "oprd")]
    passive = sentence.kid(verb, "auxpass") is not None or verb.lemma in ("be", "remain", "seem", "feel", "look")
    done_by = sentence.kid(verb, "agent") is not None
    if not passive or done_by:
        return ""
    if any(head.lower in MINDED for head in heads):
        return "opinion"
    parted = [head for head in heads if head.tag in ("VBN", "VBD", "JJ") and head.lemma in PARTED]
    into = {kid.lower for head in parted for kid in sentence.kids(head, "prep")} - {"over", "on", "about"}
    return "opinion" if parted and not into and _group(look) else ""


def _group(look: Look) -> bool:
    subject = look.clause.subject
    return subject is not None and subject.tag == "NNS"


def _crowd(look: Look) -> str:
    """Not everyone is happy · few believe that it will hold"""
    subject = look.clause.subject
    vague = subject is not None and subject.lower in VAGUE_CROWDS
    if not vague or subject is None or look.clause.sentence.kid(subject, "prep", "relcl", "amod", "compound", "poss"):
        return ""
    known = look.clause.sentence.kid(look.clause.verb, "auxpass") is not None  # nobody is known to have died
    return "opinion" if look.clause.lemma in THINKS and not look.attributed and not known else ""


def _foregone(look: Look) -> str:
    """The events were bound to start the argument again; "is likely to have been killed" looks back"""
    sentence, verb = look.clause.sentence, look.clause.verb
    heads = [verb, *sentence.kids(verb, "acomp", "attr", "oprd")]
    head = next((head for head in heads if head.lower in FOREGONE), None)
    follows = [kid for part in (verb, head) if part is not None for kid in sentence.kids(part, "xcomp", "ccomp", "acl")]
    compared = head is not None and bool(sentence.kids(head, "advmod"))  # less likely to smoke
    ahead = [kid for kid in follows if not any(aux.lower == "have" for aux in sentence.kids(kid, "aux"))]
    return "loose prediction" if head is not None and ahead and not compared and look.names < PARTIES else ""


def _complies(look: Look) -> str:
    """The association would respect the outcome."""
    if look.modal not in ("will", "would", "'ll", "’ll") or look.clause.lemma not in COMPLIES:
        return ""
    sentence, verb = look.clause.sentence, look.clause.verb
    things = [*sentence.kids(verb, "dobj")]
    things += [thing for by in sentence.kids(verb, "prep") for thing in sentence.kids(by, "pobj")]
    return "a promise" if not things or any(thing.lemma in OUTCOMES for thing in things) else ""


def _scorns(look: Look) -> str:
    """Lundu's camp denounced a "masquerade" · supporters slammed the ruling as a sham"""
    sentence, verb = look.clause.sentence, look.clause.verb
    thing = sentence.kid(verb, "dobj")
    if verb.lemma not in SCORNS or thing is None:
        return ""
    told = sentence.kid(thing, "acl", "relcl") is not None or sentence.kid(verb, "ccomp", "advcl") is not None
    as_what = any(kid.lower == "as" for kid in sentence.kids(verb, "prep"))
    short = len(sentence.subtree(thing)) <= SHORT
    return "opinion" if not told and (as_what or short) and look.names < PARTIES else ""


def _spoken(look: Look) -> str:
    """ "They have stolen our future" · "democracy has won" · "the people know for whom they voted\""""
    clause, subject = look.clause, look.clause.subject
    if not look.speech or subject is None:
        return ""
    if subject.lemma in ABSTRACT:
        return "talk without anything particular"
    knows = clause.lemma in ("know", "want", "deserve", "understand", "see", "need", "feel")
    if knows and subject.lower in ("people", "nation", "country", "everybody", "everyone", "voters"):
        return "talk without anything particular"
    never = not look.names and any(token.lower == "never" for token in look.tokens)
    if never and subject.tag[:2] == "NN" and not clause.sentence.kids(subject, "det", "poss", "nummod"):
        return "talk without anything particular"
    thing = clause.sentence.kid(clause.verb, "dobj")
    return "talk without anything particular" if thing is not None and _lofty(look, thing) else ""


def _lofty(look: Look, thing: Token) -> bool:
    owners = look.clause.sentence.kids(thing, "poss", "det")
    ours = any(owner.lower in ("our", "my", "their", "your", "the", "its") for owner in owners)
    return thing.lemma in LOFTY and ours and look.clause.role is not Role.RELATIVE


FIRST = (_addressed, _scene, _anybody, _spoken)
RULES = (_figure_of_speech, _mood, _stirred, _minded, _crowd, _foregone, _complies, _scorns)
