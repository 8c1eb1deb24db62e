"""What a clause told of is: an order with a date, somebody's deed, what a witness saw, something placed in time."""

from __future__ import annotations

from claims.extraction.clauses import Clause
from claims.extraction.kinds import CAUSE
from claims.extraction.look import Look
from claims.extraction.tree import Token
from claims.extraction.words import listed
from claims.extraction.words.denials import JUDGMENTS

FIRST_PERSON = frozenset(("i", "we", "my", "our", "us", "me", "ourselves", "myself"))
JUDGING = listed("be remain seem look feel become appear call consider find make think deem sound")
# Called by somebody, these are events: "called an election".
CALLED = listed("election poll vote referendum strike meeting summit session conference halt truce ceasefire boycott")
COURTS = listed("court judge tribunal regulator commission council parliament police")
BODIES = listed(
    """
    government ministry treasury parliament commission court tribunal regulator bank federation league board senate
    assembly council cabinet authority
    """
)
DEMANDS = frozenset(("urge", "demand", "ask", "threaten", "vow", "pledge", "promise", "call", "appeal"))
PLACES_IN_TIME = listed(
    """
    noon midnight am pm a.m. p.m. monday tuesday wednesday thursday friday saturday sunday last next yesterday
    january february march april june july august september october november december
    """
)


def definite(clause: Clause) -> bool:
    """Ruiz, the company, both men; not "residents", "you"."""
    subject = clause.subject
    if subject is None or subject.tag == "PRP":
        return False
    kids = clause.sentence.kids(subject, "det", "poss", "nummod")
    named = subject.is_name or (subject.tag == "NN" and subject.word[:1].isupper() and not kids)
    return named or any(kid.lower not in ("all", "any", "every") for kid in kids)


def deed(look: Look) -> bool:
    """The president called an election; the council demanded their release on Monday; she asked the court to rule."""
    clause = look.clause
    if look.speech and clause.verb.tag == "VBD" and witnessed(look) and _by_telephone(clause):
        return True
    told = clause.verb.tag in ("VBD", "VBN") and not look.speech and not look.modal
    if not told or clause.subject is None or clause.subject.lower in FIRST_PERSON:
        return False
    things = {kid.lemma for kid in clause.sentence.kids(clause.verb, "dobj", "nsubj")}
    verbs = clause.sentence.kids(clause.verb, "ccomp")
    inner = {kid.lemma for verb in verbs for kid in clause.sentence.kids(verb, "nsubj")}
    summoned = clause.lemma == "call" and bool(things & CALLED)
    asked = {kid.lemma for kid in clause.sentence.kids(clause.verb, "dobj")}
    asked |= {kid.lemma for to in clause.sentence.kids(clause.verb, "prep") for kid in clause.sentence.kids(to, "pobj")}
    to_court = clause.lemma in ("ask", "appeal") and bool((asked | inner) & COURTS)
    gave = clause.lemma in ("pledge", "promise") and bool(things & {"money", "fund", "aid", "loan", "grant", "help"})
    appealed = clause.lemma == "appeal" and (
        (clause.antecedent is not None and clause.antecedent.lemma in JUDGMENTS)
        or any(kid.lower == "against" for kid in clause.sentence.kids(clause.verb, "prep"))
        or bool(things & JUDGMENTS)
    )
    dated = appealed or gave or (clause.lemma in DEMANDS and look.dates > 0)
    return summoned or to_court or dated or _by_telephone(clause)


def asks_a_body(look: Look) -> bool:
    """called on the government to close the port · asked the court to rule: that it was asked is on record.

    What is asked of residents, of all sides, of nobody in particular is an appeal.
    """
    clause, sentence = look.clause, look.clause.sentence
    if (
        clause.lemma not in ("call", "ask", "urge")
        or look.speech
        or look.modal not in ("", "will")
        or sentence.kid(clause.verb, "auxpass")
    ):
        return False
    if clause.lemma == "call":
        on = (kid for kid in sentence.kids(clause.verb, "prep") if kid.lower == "on")
        asked = [noun for prep in on for noun in sentence.kids(prep, "pobj")]
    else:
        inner = [noun for verb in sentence.kids(clause.verb, "ccomp") for noun in sentence.kids(verb, "nsubj")]
        asked = [*sentence.kids(clause.verb, "dobj"), *inner]
    to = any(
        sentence.tokens[i].tag == "TO" and sentence.tokens[i].label == "aux" for i in sentence.subtree(clause.verb)
    )
    return to and any(_body(clause, noun) for noun in asked)


def _body(clause: Clause, noun: Token) -> bool:
    """Lentula, the National Treasury, both governments; not "all sides", "European governments", "residents"."""
    definite = any(
        kid.lower in ("the", "both", "its", "their") for kid in clause.sentence.kids(noun, "det", "poss", "predet")
    )
    return (noun.is_name and noun.entity != "NORP") or (definite and noun.lemma in BODIES)


def _by_telephone(clause: Clause) -> bool:
    """called the police · "called him a liar", "called for calm" judge and appeal"""
    sentence = clause.sentence
    someone = sentence.kid(clause.verb, "dobj")
    more = sentence.kid(clause.verb, "oprd", "ccomp", "xcomp", "prep", "advcl")
    plain = more is None or (more.label == "prep" and more.lower in ("at", "in", "after", "before"))
    return clause.lemma == "call" and plain and someone is not None and someone.tag[:2] == "NN"


def witnessed(look: Look) -> bool:
    """We called the police at noon; I was sacked because I reported it; we expect it in May; our ships are stopped."""
    verb, subject = look.clause.verb, look.clause.subject
    past = verb.tag == "VBD" and verb.lemma not in JUDGING
    done_to = look.clause.sentence.kid(verb, "auxpass") is not None and not look.modal
    ours = subject is not None and subject.tag in ("NN", "NNS")
    expects = verb.lemma in ("expect", "forecast", "plan", "aim") and placed(look)
    return expects or (past and placed(look)) or (done_to and (ours or bool(CAUSE.search(look.words))))


def placed(look: Look) -> bool:
    """Says when, also where the day cannot be told: at noon, by the end of next week; "now" and "today" say little."""
    timed = [token for token in look.tokens if token.entity in ("DATE", "TIME")]
    said = any(token.lower in PLACES_IN_TIME or any(sign.isdigit() for sign in token.word) for token in timed)
    return look.dates > 0 or said or any(token.lower in ("noon", "midnight") for token in look.tokens)
