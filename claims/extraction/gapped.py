"""Statements that leave their verb out: "corn 1.4 percent", "and one for a cut", "350 at the head office"."""

from __future__ import annotations

from claims.extraction.clauses import Clause
from claims.extraction.hanging import Aside, subject_words
from claims.extraction.tree import Sentence, Token
from claims.extraction.words import listed

UNITS = listed(
    "% percent pct million billion trillion euros dollars pounds crowns points cents seats votes people tonnes"
)
BOUNDS = listed("about around nearly almost some only just over")
FINITE_TAGS = ("VBD", "VBZ", "VBP", "MD", "VBN", "VBG", "WDT", "WP")


def gapped(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """The statement that begins at `token` and borrows the clause's verb, where it is one."""
    return _amounts(clause, token, indexes) or _others(clause, token, indexes) or _by_amount(clause, token, indexes)


def _others(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """Two members voted for a rise [and one for a cut] · 900 of the jobs go in shops[, 350 at the head office]"""
    sentence, subject = clause.sentence, clause.subject
    tokens, inside = sentence.tokens, set(indexes)
    if not token.counts or token.i <= clause.verb.i + 1 or subject is None or subject.i > clause.verb.i:
        return None
    if not _number(sentence, subject) or token.i + 2 >= len(tokens) or tokens[token.i + 1].tag != "IN":
        return None
    start = token.i - 1 if tokens[token.i - 1].lower in BOUNDS else token.i
    between = tokens[clause.verb.i + 1 : start - 1]
    opens = between and between[0].tag == "IN" and not any(part.counts for part in between)
    preposition = tokens[token.i + 1].lower in ("for", "at", "in", "to", "on", "against", "from", "by")
    if tokens[start - 1].lower not in (",", "and") or not opens or not preposition:
        return None
    own = list(range(start, token.i + 1))
    while own[-1] + 1 in inside and tokens[own[-1] + 1].lower not in (",", "and", ".", ";"):
        own.append(own[-1] + 1)
    if len(own) < 3 or any(tokens[i].tag in FINITE_TAGS for i in own):
        return None
    group = [kid.i for kid in sentence.kids(clause.verb, "aux", "auxpass", "neg")] + [clause.verb.i]
    rest = [i for i in subject_words(clause) if i > _number(sentence, subject)[-1]]
    head = own[: own.index(token.i) + 1]
    one = {i: tokens[i].lemma for i in rest if tokens[i].tag == "NNS"} if token.lower in ("one", "1") else {}
    return Aside(own, [*head, *rest, *group, *own[len(head) :]], one, bare=True)


def _number(sentence: Sentence, subject: Token) -> list[int]:
    """The words of the subject's number: Two [members] · About 900 [of the jobs]."""
    if subject.counts:
        return [subject.i]
    return [kid.i for kid in sentence.kids(subject, "nummod") if kid.counts]


def _by_amount(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """Prices rise by 7 percent a year[, and wages by almost 9] → Wages rise by almost 9."""
    sentence, verb = clause.sentence, clause.verb
    tokens, inside = sentence.tokens, set(indexes)
    if token.lower not in ("by", "to") or token.i < verb.i + 4 or tokens[token.i - 1].tag not in ("NNS", "NN"):
        return None
    noun = tokens[token.i - 1]
    start = noun.i
    while start > verb.i and tokens[start - 1].tag in ("NN", "NNS", "JJ", "DT", "PRP$"):
        start -= 1
    first = next((part for part in tokens[verb.i + 1 : start] if part.lower == token.lower), None)
    last = token.i
    while last + 1 in inside and tokens[last + 1].word not in (",", ".", ";"):
        last += 1
    own = list(range(start, last + 1))
    linked = tokens[start - 1].lower == "and" or tokens[start - 1].word == ","
    counted = any(tokens[i].counts for i in own if i > token.i) and tokens[token.i + 1].tag != "VB"
    if first is None or first.i > verb.i + 2 or not linked or not counted or not set(own) <= inside:
        return None
    if any(tokens[i].tag in FINITE_TAGS for i in own) or not subject_words(clause):
        return None
    group = [kid.i for kid in sentence.kids(verb, "aux", "auxpass", "neg")] + [verb.i]
    return Aside(own, [*range(start, noun.i + 1), *group, *range(token.i, last + 1)], {}, bare=True)


def _amounts(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """Wheat rose 2 percent, [corn 1.4 percent] and [soybeans 0.8 percent] → Corn rose 1.4 percent."""
    sentence, verb = clause.sentence, clause.verb
    tokens = sentence.tokens
    first = _amount(sentence, verb.i + 1)
    mine = _amount(sentence, token.i + 1) if token.tag[:2] == "NN" and not token.counts else []
    if not first or not mine or token.i <= first[-1] or tokens[first[-1]].lower != tokens[mine[-1]].lower:
        return None
    start = token.i
    while start > first[-1] and (tokens[start - 1].tag[:2] in ("NN", "JJ") or tokens[start - 1].tag == "DT"):
        start -= 1
    own = [*range(start, token.i + 1), *mine]
    linked = tokens[start - 1].word == "," or tokens[start - 1].lower == "and"
    closed = mine[-1] + 1 >= len(tokens) or tokens[mine[-1] + 1].lower in (",", ".", "and", ";")
    subject = subject_words(clause)
    if not linked or not closed or not subject or not set(own) <= set(indexes) or verb.tag not in ("VBD", "VBZ", "VBP"):
        return None
    return Aside(own, [*range(start, token.i + 1), verb.i, *mine], {}, bare=True)


def _amount(sentence: Sentence, start: int) -> list[int]:
    """2 percent · $3 million · 25 million euros: a number with its unit, right at `start`."""
    end = start
    while end < len(sentence.tokens) and (
        sentence.tokens[end].tag in ("CD", "$") or (end > start and sentence.tokens[end].lower in UNITS)
    ):
        end += 1
    return list(range(start, end)) if end - start > 1 else []
