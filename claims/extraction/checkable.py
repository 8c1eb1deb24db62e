"""Says why a clause is no claim: opinion, wish, appeal, loose prediction, procedure, too little said.

Rules run in the order of RULES; each returns the reason or "". To add one, write it with an
example in its docstring and put it into the list.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from claims.extraction.clauses import Clause, Role
from claims.extraction.kinds import CAUSE, COMPARE, compares
from claims.extraction.look import Look
from claims.extraction.remarks import remark
from claims.extraction.rhetoric import rhetoric
from claims.extraction.told import FIRST_PERSON, JUDGING, asks_a_body, deed, definite, placed, witnessed
from claims.extraction.tree import Token, finite
from claims.extraction.unasserted import unasserted
from claims.extraction.words import listed
from claims.extraction.words.verbs import DEALINGS, OPINION_HEADS, REPORTING, RULINGS, SPEECH_ACTS, STANCE, VAGUE

ASKING = frozenset(("what", "who", "why", "how", "which", "when"))
ADVICE = frozenset(("should", "must", "ought", "need", "shall"))
LOOSE = frozenset(("could", "might", "may", "would"))
FUTURE = frozenset(("will", "'ll", "’ll", "wo"))
CONDITIONAL = frozenset(("if", "unless", "whether", "lest"))
# Told by somebody of somebody, these are deeds: "sources said the banks had demanded the closures".
DEMANDED = frozenset(("demand", "ask", "urge", "request", "promise", "pledge"))
WRITINGS = listed(
    "document accord agreement deal resolution treaty law bill decree plan pact protocol text letter petition"
)
PLEADS = listed("ask call demand plead beg wait hope warn wish urge cry")
EMPTY_SUBJECTS = frozenset(
    ("it", "this", "that", "there", "they", "what", "you", "these", "those", "nobody", "everyone")
)
# Said of somebody, two words are a fact: "a woman has died".
FATES = frozenset(("die", "drown", "resign", "collapse"))
# They go on where anybody can see it.
GOING_ON = listed(
    """
    attract run spread rise fall grow shrink flee arrive die treat hold block build sell buy pay lose dwindle close
    leak burn suffer starve smuggle use flow operate work function recruit import export supply deliver carry
    """
)
COMPLEMENTS = ("dobj", "attr", "acomp", "ccomp", "xcomp", "prep", "oprd", "advcl", "npadvmod")
# The worst accident since 1944: a rank over a time can be checked.
SINCE = re.compile(r"(?i)\b(?:best|worst)\b.*\b(?:since|on record|in (?:[\w-]+ )?(?:years|decades|history))\b")


def why_not(look: Look) -> str:
    """The reason why the clause is no claim, or ""."""
    return next((reason for rule in RULES if (reason := rule(look))), "")


def _question(look: Look) -> str:
    """What happens now? · What measures the police are taking"""
    tokens = look.clause.sentence.tokens
    asked = tokens[max(look.indexes)].word == "?" or tokens[min(max(look.indexes) + 1, len(tokens) - 1)].word == "?"
    opens = look.tokens[0].lower in ASKING and look.tokens[0].lower != "where" and look.clause.antecedent is None
    indirect = look.clause.role is Role.CONTENT and opens
    return "a question" if asked or indirect else ""


def _conditional(look: Look) -> str:
    """If these words were truly spoken …"""
    opener = {token.lower for token in look.tokens[:2] if token.head == look.clause.verb.i or token.label != "mark"}
    if look.clause.role is not Role.MAIN and opener & CONDITIONAL:
        return "a condition"
    sentence = look.clause.sentence
    told = [kid for kid in sentence.kids(look.clause.verb, "advcl") if sentence.kid(kid, "nsubj", "nsubjpass", "expl")]
    marks = [sentence.kid(kid, "mark") for kid in told]  # will leave the board if confirmed: no condition of ours
    conditional = any(mark is not None and mark.lower in CONDITIONAL for mark in marks)
    dated = look.dates or any(token.entity == "DATE" for token in look.tokens)
    forecast = look.attributed and dated and not look.speech
    return "a condition" if conditional and not look.numbers and not forecast else ""


def _no_statement(look: Look) -> str:
    """Subscribe now. · a list of names"""
    clause = look.clause
    if not clause.verb.is_verb and look.numbers and any(token.tag in ("VBD", "VBN") for token in look.tokens):
        return ""
    if clause.subject is None and clause.role is not Role.RELATIVE:
        return "nobody and nothing is spoken of"
    borrowed = clause.role in (Role.REDUCED, Role.COORDINATED, Role.PURPOSE)
    return "" if borrowed or finite(clause.sentence, clause.verb) else "no finite verb"


def _advice(look: Look) -> str:
    """Residents must adhere to alerts; "Ruiz must report to prison by May 8" tells of an order."""
    said_by = look.clause.sentence.head(look.clause.verb).lemma
    ordered = look.modal == "must" and look.clause.role is Role.CONTENT and said_by in RULINGS
    bound = look.modal == "must" and not look.speech and bool(look.dates or look.numbers) and definite(look.clause)
    return "advice or demand" if look.modal in ADVICE and not ordered and not bound else ""


def _stance(look: Look) -> str:
    """He urged residents to avoid flooded areas; what he hopes is no statement either."""
    clause: Clause | None = look.clause
    while clause is not None:
        planned = clause.lemma == "intend" and look.dates > 0 and not look.speech
        ranked = clause.lemma == "call" and COMPARE.search(look.words)  # called it the deadliest since the truce began
        done = clause is look.clause and (look.numbers or _done_by(clause) or deed(look) or ranked or planned)
        told = clause is look.clause and clause.lemma in DEMANDED and "had" in auxiliaries(clause)
        told = told or (clause is look.clause and (_written_down(clause) or asks_a_body(look)))
        advised = clause.lemma in ("advise", "urge", "remind", "encourage") and auxiliaries(clause) & {"is", "are"}
        to_do = clause.sentence.kid(clause.verb, "xcomp") is not None and {"are", "being"} <= auxiliaries(clause)
        told_to = to_do and clause.lemma in ("tell", "ask", "warn")  # are being told to stay at home
        if advised or told_to or (clause.lemma in STANCE and not done and not told):
            return "wish, appeal or praise"
        said_by = clause.sentence.head(clause.verb)
        within = clause.role is Role.CONTENT and clause.parent is not None and said_by is clause.parent.verb
        clause = clause.parent if within else None
    return ""


def _written_down(clause: Clause) -> bool:
    """The accord calls for all groups to be disarmed: what it says can be read."""
    subject = clause.subject
    return subject is not None and subject.lemma in WRITINGS and clause.lemma in ("call", "demand", "ask", "urge")


def auxiliaries(clause: Clause) -> set[str]:
    return {kid.lower for kid in clause.sentence.kids(clause.verb, "aux", "auxpass")}


def _done_by(clause: Clause) -> bool:
    """The study was supported by the foundation: a fact, however kind the verb."""
    return clause.sentence.kid(clause.verb, "agent") is not None


def _opinion(look: Look) -> str:
    """It is important to keep talking."""
    sentence, verb = look.clause.sentence, look.clause.verb
    if look.numbers or SINCE.search(look.words):
        return ""
    if verb.lemma == "be" and re.search(r"\b(?:under ?way|ongoing)\b", look.words):
        return "procedure"
    heads = sentence.kids(verb, "acomp", "attr", "oprd", "ccomp") if verb.lemma in JUDGING else []
    judged = {word.lower for head in heads for word in (head, *sentence.kids(head, "amod", "conj"))}
    if look.attributed and not look.speech and any(sentence.kid(head, "xcomp") for head in heads):
        judged.discard("ready")  # said the army was ready to strike: its word, whatever it is worth
    meant_for = sentence.kid(verb, "auxpass") is not None  # the oil had been meant for soap
    if verb.lemma == "matter" and not look.dates:
        return "opinion"  # matters less than what comes next
    praised = verb.lemma in VAGUE and (look.attributed or look.speech) and not meant_for
    labelled = any(_labels(look, token) for token in look.tokens)
    return "opinion" if judged & OPINION_HEADS or praised or labelled else ""


def _labels(look: Look, token: Token) -> bool:
    """a statement [calling the spending "entirely reasonable"]"""
    if token.tag != "VBG" or token.lemma not in ("call", "label", "brand", "dub", "describe"):
        return False
    return any(part.tag == "``" for part in look.tokens if part.i > token.i)


# With these prepositions they are deeds.
FACT_BESIDE = {"charge": {"with"}, "agree": {"on", "to"}, "decide": {"on", "against"}, "rule": {"on"}}


def _saying_itself(look: Look) -> str:
    """[He told the news conference]: the act of saying, whose content is a claim of its own or none."""
    clause = look.clause
    if clause.lemma not in REPORTING or clause.lemma in SPEECH_ACTS:
        return ""
    if clause.role is Role.REDUCED and look.numbers:
        return ""  # turnout estimated at 54 percent
    if (clause.lemma == "put" and look.numbers) or (clause.lemma == "learn" and compares(look.words)):
        return ""  # the government puts the number at nine; girls learned faster than boys
    said = [child for child in clause.children if child.role is Role.CONTENT]
    content = any(child.verb.head == clause.verb.i for child in said)
    if clause.lemma in DEALINGS and not content and (look.numbers or look.dates):
        return ""
    beside = {kid.lower for kid in clause.sentence.kids(clause.verb, "prep")}
    if not content and FACT_BESIDE.get(clause.lemma, set()) & beside:
        return ""  # charged with two murders; agreed on a second track
    if not content and ((clause.lemma == "respond" and "by" in beside) or (clause.lemma == "learn" and "of" in beside)):
        return ""  # smugglers responded by using smaller boats; staff learned of the closure from the news
    content = bool(said)
    things = ("nsubjpass", "xcomp", "attr", "ccomp", *(() if clause.lemma in ("tell", "inform") else ("dobj",)))
    thing = clause.sentence.kid(clause.verb, *things)
    if thing is not None and thing.tag == "VB" and thing.i < clause.verb.i and not clause.sentence.kid(thing, "nsubj"):
        thing = None  # "Look upstairs," he said
    return "only says that something was said" if content or thing is None else ""


def _first_person(look: Look) -> str:
    """We are pleased about that."""
    subject = look.clause.subject
    first = subject is not None and subject.lower in FIRST_PERSON
    pleads = look.speech and look.clause.lemma in PLEADS  # "We have been asking for it for ten years"
    counted = look.numbers and not pleads
    return "the speaker about themselves" if first and not counted and not witnessed(look) else ""


# Under the plan, every coal-fired station would be shut: what the plan says.
UNDER_A_PLAN = re.compile(
    r"(?i)\b(?:under|according to) (?:the|its|their|his|her|this) (?:[\w-]+ )?"
    r"(?:plans?|deal|law|proposals?|agreement|bill|scheme|accord|terms|package|rules|reform|contract|draft|programme|program)\b"
)


def _loose_prediction(look: Look) -> str:
    """They could provide additional fodder."""
    confirmed = look.modal == "would" and look.clause.lemma in ("confirm", "say", "give") and not look.speech
    if confirmed and any(token.lower == "only" for token in look.tokens):
        return ""  # would confirm only one of the incidents: that is what it did
    if look.numbers or look.modal not in LOOSE | FUTURE | ({"can"} if look.speech else set()):
        return ""
    planned = look.modal == "would" and UNDER_A_PLAN.search(look.words) and not look.speech
    if look.modal in LOOSE and not look.attributed and not planned:
        return "a possibility, not a fact"
    return "loose prediction" if look.speech and not placed(look) else ""


def _talk(look: Look) -> str:
    """ "There are vulnerabilities throughout our society": direct speech without figure, date or event."""
    if not look.speech or look.numbers or placed(look) or witnessed(look):
        return ""
    if any(token.lower in FIRST_PERSON for token in look.tokens):
        return "the speaker about themselves"
    subject = look.clause.subject
    if subject is not None and subject.lower in EMPTY_SUBJECTS:
        return "talk without anything particular"
    if subject is not None and any(kid.lower in ("this", "these") for kid in look.clause.sentence.kids(subject, "det")):
        return "talk without anything particular"
    happened = look.clause.verb.tag in ("VBD", "VBN")
    particular = happened or look.names or compares(look.words) or CAUSE.search(look.words) or _part_of_a_number(look)
    return "" if particular else "talk without anything particular"


def _part_of_a_number(look: Look) -> bool:
    """ "87 people were treated, and [some of them are still in hospital]" """
    clause, subject = look.clause, look.clause.subject
    if subject is None or clause.parent is None or clause.role is not Role.COORDINATED:
        return False
    them = any(clause.sentence.tokens[i].lower in ("them", "these") for i in clause.sentence.subtree(subject))
    return them and any(clause.sentence.tokens[i].counts for i in clause.parent.tokens)


def _under_way(look: Look) -> str:
    """The city is acting with urgency: said of what goes on now, without figure or date."""
    sentence, verb = look.clause.sentence, look.clause.verb
    now = verb.tag == "VBG" and any(
        kid.tag in ("VBZ", "VBP") and kid.lemma == "be" for kid in sentence.kids(verb, "aux")
    )
    plain = not look.speech and verb.lemma in GOING_ON  # said hospitals were running out of beds
    bare = not look.numbers and not look.dates and (look.speech or look.attributed) and look.names < 2 and not plain
    return "said of what goes on, nothing particular" if now and bare else ""


def _too_little(look: Look) -> str:
    """He agreed."""
    content = [
        token for token in look.tokens if token.tag[:2] in ("NN", "VB", "JJ", "CD", "PR") and not token.is_auxiliary
    ]
    relayed = {i for token in look.tokens if token.lower == "according" for i in look.clause.sentence.subtree(token)}
    content = [token for token in content if token.i not in relayed]
    complement = look.clause.sentence.kid(look.clause.verb, *COMPLEMENTS)
    if look.clause.lemma in ("have", "do", "be") and not look.numbers and complement is None:
        return "too little said"
    subject = look.clause.subject
    borrowed = look.clause.role is Role.RELATIVE or look.clause.antecedent is not None
    elsewhere = borrowed or (subject is not None and subject.i not in look.indexes)
    denied = not look.speech and any(token.lower in ("no", "not", "n't", "n’t", "never") for token in look.tokens)
    fate = look.clause.lemma in FATES and not look.speech and subject is not None and subject.tag[:2] in ("NN", "CD")
    done_to = not look.speech and look.clause.sentence.kid(look.clause.verb, "auxpass") is not None
    relayed_fact = (
        look.attributed and subject is not None and subject.tag[:2] in ("NN", "CD")
    )  # said officers had been bribed
    shared = done_to and (look.clause.role is Role.COORDINATED or look.numbers > 0 or relayed_fact)
    taken = elsewhere + denied + fate + shared + bool(look.dates)
    return "too little said" if len(content) + taken < 3 else ""


Rule = Callable[[Look], str]
RULES: tuple[Rule, ...] = (
    _question,
    _no_statement,
    _conditional,
    _advice,
    _stance,
    _opinion,
    _saying_itself,
    _first_person,
    _loose_prediction,
    _talk,
    _under_way,
    remark,
    rhetoric,
    unasserted,
    _too_little,
)
