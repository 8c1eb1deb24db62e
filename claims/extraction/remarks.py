"""Says which clauses are mere remarks: they judge, refuse, announce procedure or say who is speaking."""

from __future__ import annotations

import re

from claims.extraction.clauses import Role
from claims.extraction.look import Look
from claims.extraction.tree import Sentence, Token
from claims.extraction.words import listed
from claims.extraction.words.rhetoric import KIN
from claims.extraction.words.verbs import REPORTING

LABELLING = listed("dismiss describe label brand dub portray depict characterise characterize")
# Refusing a thing that the clause only names says nothing that could be looked up; denying does: "denied wrongdoing".
REFUSING = listed("reject question dismiss doubt contest challenge rebut criticise criticize condemn")
AS_EVER = re.compile(
    r"(?i)\bas\s\w+\sas\sever\b|\bthe\sones?\swho\b|\bthere\s(?:can|must|should|will)\sbe\sno\b|\bat\s(?:best|worst),?\s(?:half\s)?an?\b"
)
# What these say of somebody nobody can look up.
FIGURATIVE = re.compile(
    r"(?i)\b(?:(?:takes?|took|taken|taking|finds?|found) (?:no |great |little |some )?"
    r"(?:pleasure|pride|comfort|heart|solace)"
    r"|str(?:ikes?|uck) an? (?:[\w-]+ )?(?:note|tone|chord)|h(?:u|a)ng out to dry"
    r"|played for (?:a )?fools?|slap in the face|paid? (?:warm )?tribute|spoke? with one voice"
    r"|sen(?:d|ds|t) an? (?:[\w-]+ )?(?:message|signal)|pull(?:ing|s)? together|leav(?:e|es|ing) no stone"
    r"|st(?:and|ands|ood) (?:by|ready|firm|shoulder)|thrown? under the bus|turn(?:ed|s|ing)? a (?:new )?page"
    r"|cross(?:ed|es)? (?:a|the) line(?! (?:on|that|at|in|into|of|from|near|between)\b)"
    r"|wake-up call|tip of (?:the|an) iceberg|ta(?:kes?|ken|king) notice"
    r"|nothing to (?:fear|hide)|depends? on whom?|had the last word"
    r"|hardly the only|would rather|lost patience)\b"
)
# Elena Marchetti, an ecologist who took no part in the study, said …
UNINVOLVED = re.compile(
    r"(?i)\bwho\s(?:took no part|(?:was|is|were) not (?:\w+ )?(?:involved|part)|had no (?:part|role))\b"
)
# An ecologist, a lawyer, a student: what somebody is by trade.
TRADE = re.compile(r"(?:ist|er|or|ian|man|woman|graduate|student|nurse|attorney|advocate|analyst|scholar)$")
CONSULTED = listed("consult examine assess brief discuss review consider monitor")
GENERIC = ("VBZ", "VBP")


def remark(look: Look) -> str:
    """The reason why the clause is a mere remark, or ""."""
    return next((reason for rule in RULES if (reason := rule(look))), "")


def _label(look: Look) -> str:
    """The envoy described the swap as a door that has opened."""
    sentence, verb = look.clause.sentence, look.clause.verb
    as_what = any(kid.lower == "as" for kid in sentence.kids(verb, "prep"))
    return "opinion" if verb.lemma in LABELLING and as_what and not look.numbers and not look.dates else ""


def _refusal(look: Look) -> str:
    """The ministry questioned the conclusions."""
    sentence, verb = look.clause.sentence, look.clause.verb
    thing = sentence.kid(verb, "dobj")
    bare = thing is not None and thing.lower in ("this", "that", "it") and verb.lemma in REFUSING | {"dispute"}
    if bare:
        return "refuses what it does not tell"
    if verb.lemma not in REFUSING or thing is None or look.numbers or look.dates:
        return ""
    own = [sentence.tokens[i] for i in sentence.subtree(thing)]
    told = sentence.kid(thing, "acl", "relcl", "prep") is not None or sentence.kid(verb, "prep", "ccomp", "advcl")
    named = any(part.is_name for part in own) or (len(own) == 2 and own[0].lower in ("that", "this"))
    return "" if told or named or len(own) > 4 else "refuses what it does not tell"


def _emphasis(look: Look) -> str:
    """Anger is as strong as ever · the families are the ones who pay · there can be no excuse"""
    return "opinion" if AS_EVER.search(look.words) and not look.dates else ""


def _figurative(look: Look) -> str:
    """Members were hung out to dry · he took no pleasure in the cuts"""
    return "opinion" if FIGURATIVE.search(look.words) and (look.speech or not look.numbers) else ""


def _consulted(look: Look) -> str:
    """Residents will be consulted on what becomes of the branches."""
    passive = look.clause.sentence.kid(look.clause.verb, "auxpass") is not None
    coming = look.modal in ("will", "would") and look.clause.lemma in CONSULTED
    return "procedure" if coming and passive and not look.numbers and not look.dates else ""


def _procedure(look: Look) -> str:
    """The result still has to be validated by the court."""
    sentence, verb = look.clause.sentence, look.clause.verb
    if look.numbers or look.dates:
        return ""
    open_yet = any(kid.lower == "yet" for kid in sentence.kids(verb, "advmod"))  # has yet to sign it: has not
    has_to = (
        verb.lemma == "have"
        and not open_yet
        and verb.tag in GENERIC
        and any(part.tag == "TO" for kid in sentence.kids(verb, "xcomp") for part in sentence.kids(kid, "aux"))
    )
    expected = verb.lemma == "expect" and sentence.kid(verb, "auxpass") is not None
    return "procedure" if has_to or expected else ""


def _introduction(look: Look) -> str:
    """Elena Marchetti, [who heads the delegation], said; Pooja, [whose father is a farmer], said: who is speaking."""
    clause = look.clause
    noun = clause.antecedent
    if clause.role is not Role.RELATIVE or noun is None or look.numbers or look.dates:
        return ""
    while noun.label == "appos":
        noun = clause.sentence.head(noun)
    if UNINVOLVED.search(look.words):
        return "says who is speaking"
    says = noun.label == "nsubj" and clause.sentence.head(noun).lemma in REPORTING
    kin = clause.subject is not None and clause.subject.lemma in KIN
    who = look.tokens[0].lower == "who" and noun.is_name
    person = (noun.entity == "PERSON" or who) and clause.verb.tag in GENERIC and (clause.lemma != "be" or kin)
    return "says who is speaking" if says and person else ""


def introduces(sentence: Sentence, tokens: list[int]) -> bool:
    """said Junior, [a graduate with a scarf over his face]: who is speaking, told by no name and no figure."""
    apposed = (sentence.tokens[i] for i in tokens if sentence.tokens[i].label == "appos")
    token = next((token for token in apposed if sentence.head(token).label == "nsubj"), None)
    if token is None or any(_counts(sentence.tokens[i]) for i in tokens):
        return False
    says = sentence.head(sentence.head(token))
    some = any(kid.lower in ("a", "an") for kid in sentence.kids(token, "det"))
    named = any(sentence.tokens[i].is_name for i in sentence.subtree(token))
    body = sentence.head(token).entity in ("ORG", "NORP", "GPE") and sentence.kid(sentence.head(token), "compound")
    told = named and not TRADE.search(token.lemma)
    return says.lemma in REPORTING and some and not told and not body


def _counts(token: Token) -> bool:
    return token.counts or token.entity == "DATE" or token.word[:1].isdigit()


def _bare_frame(look: Look) -> str:
    """The imports come under a contract [which was signed in 2022]: nothing is told without the relative clause."""
    clause = look.clause
    if look.numbers or look.dates:
        return ""
    for child in clause.children:
        noun = child.antecedent
        if child.role is not Role.RELATIVE or noun is None or noun.label not in ("dobj", "pobj", "attr"):
            continue
        some = any(kid.lower in ("a", "an") for kid in clause.sentence.kids(noun, "det"))
        first = min(child.tokens)
        beside = first > 0 and clause.sentence.tokens[first - 1].word not in (",", "—", "–", "-", "(")
        others = [token for token in look.tokens if token.i > clause.verb.i and token.is_name]
        link = clause.sentence.head(noun)
        direct = noun.label != "pobj" or (link.head == clause.verb.i and link.lower not in ("after", "before", "since"))
        if some and beside and direct and not others:
            return "too little said"
    return ""


RULES = (_label, _refusal, _emphasis, _figurative, _consulted, _procedure, _introduction, _bare_frame)
