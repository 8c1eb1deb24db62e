"""Statements that leave their verb out: "corn 1.4 percent", "and one for a cut", "350 at the head office"."""

from __future__ import annotations

from claims.extraction.clauses import Clause
from claims.extraction.hanging import Aside, subject_words
from claims.extraction.tree import Sentence, Token
from claims.extraction.words import listed

UNITS = listed(
    "% percent pct million billion trillion euros dollars pounds crowns points cents seats votes people"
    " tonnes m bn mn tn"
)
FRACTIONS = listed("half third quarter fifth tenth")
SCALES = listed("million billion trillion m bn mn tn")
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
    figure = amount(sentence, token.i)
    link = figure[-1] + 1 if figure else token.i + 1
    if not _number(sentence, subject) or link + 1 >= len(tokens) or tokens[link].tag not in ("IN", "TO"):
        return None
    start = token.i - 1 if tokens[token.i - 1].lower in BOUNDS else token.i
    between = tokens[clause.verb.i + 1 : start - 1]
    opens = between and between[0].tag == "IN" and _only_such(between)
    preposition = tokens[link].lower in ("for", "at", "in", "to", "on", "against", "from", "by")
    if tokens[start - 1].lower not in (",", "and") or not opens or not preposition:
        return None
    own = list(range(start, link))
    while own[-1] + 1 in inside and tokens[own[-1] + 1].lower not in (",", "and", ".", ";"):
        own.append(own[-1] + 1)
    if len(own) < 3 or any(tokens[i].tag in FINITE_TAGS for i in own):
        return None
    group = [kid.i for kid in sentence.kids(clause.verb, "aux", "auxpass", "neg")] + [clause.verb.i]
    rest = [i for i in subject_words(clause) if i > _number(sentence, subject)[-1]]
    rest = [i for i in rest if len(figure) < 2 or tokens[i].lower not in SCALES]
    head = own[: own.index(link - 1) + 1]
    one = {i: tokens[i].lemma for i in rest if tokens[i].tag == "NNS"} if token.lower in ("one", "1") else {}
    return Aside(own, [*head, *rest, *group, *own[len(head) :]], one, bare=True)


def _only_such(between: list[Token]) -> bool:
    """in the capital, [seven in Bohol]: every figure before this one opens such a statement too."""
    counted = [place for place, part in enumerate(between) if part.counts]
    return all(
        between[place - 1].lower in (",", "and", *BOUNDS) and between[min(place + 1, len(between) - 1)].tag == "IN"
        for place in counted
    )


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
    while start > max(verb.i, noun.i - 4) and tokens[start - 1].lower not in (",", "and"):
        start -= 1
    first = next((part for part in tokens[verb.i + 1 : start] if part.lower == token.lower), None)
    last = token.i
    while last + 1 in inside and tokens[last + 1].word not in (",", ".", ";"):
        last += 1
    own = list(range(start, last + 1))
    linked = tokens[start - 1].lower == "and" or tokens[start - 1].word == ","
    counted = any(tokens[i].counts or tokens[i].lower in FRACTIONS for i in own if i > token.i)
    counted = counted and tokens[token.i + 1].tag != "VB"
    if first is None or first.i > verb.i + 2 or not linked or not counted or not set(own) <= inside:
        return None
    if any(tokens[i].tag in FINITE_TAGS for i in own) or not subject_words(clause):
        return None
    group = [kid.i for kid in sentence.kids(verb, "aux", "auxpass", "neg")] + [verb.i]
    return Aside(own, [*range(start, noun.i + 1), *group, *range(token.i, last + 1)], {}, bare=True)


def _amounts(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """Wheat rose 2 percent, [corn 1.4 percent] · He had 51 percent and [his rival 46.9]: His rival had 46.9 percent."""
    sentence, verb = clause.sentence, clause.verb
    tokens = sentence.tokens
    first = _first_amount(sentence, verb)
    mine = amount(sentence, token.i + 1) if _named(sentence, token) else []
    if not first or not mine or token.i <= first[-1]:
        return None
    unit = [] if tokens[first[-1]].tag == "CD" else first[-1:]
    bare = tokens[mine[-1]].tag == "CD"
    if not bare and tokens[first[-1]].lower != tokens[mine[-1]].lower:
        return None
    start = _phrase_start(sentence, token, first[-1])
    own = [*range(start, token.i + 1), *mine]
    linked = tokens[start - 1].word == "," or tokens[start - 1].lower in ("and", "while", "but")
    closed = mine[-1] + 1 >= len(tokens) or tokens[mine[-1] + 1].lower in (",", ".", "and", ";")
    subject = subject_words(clause)
    told = verb.tag in ("VBD", "VBZ", "VBP") or sentence.kid(verb, "aux", "auxpass") is not None
    if not linked or not closed or not subject or subject[0] > verb.i or not set(own) <= set(indexes) or not told:
        return None
    fronted = tokens[start].tag == "IN"
    if fronted and tokens[min(indexes)].lower != tokens[start].lower:
        return None  # in the north 12 percent: only beside "In the south the figure was …"
    group = [kid.i for kid in sentence.kids(verb, "aux", "auxpass", "neg") if kid.i < verb.i]
    between = list(range(verb.i + 1, first[0]))
    thing = _rise(sentence, first, between)
    wording = [*range(start, token.i + 1), *(subject if fronted else []), *group, verb.i, *between, *mine, *thing]
    swaps = {mine[-1]: f"{tokens[mine[-1]].word} {tokens[unit[0]].word}"} if bare and unit else {}
    return Aside(own, wording, swaps, bare=True)


def _named(sentence: Sentence, token: Token) -> bool:
    """corn · his rival · the second"""
    owned = token.i > 0 and sentence.tokens[token.i - 1].tag in ("DT", "PRP$")
    return not token.counts and (token.tag[:2] == "NN" or (token.tag == "JJ" and owned))


def _first_amount(sentence: Sentence, verb: Token) -> list[int]:
    """rose [2 percent] · fell by [a third] · scored an average of [487 points]"""
    tokens = sentence.tokens
    for start in range(verb.i + 1, min(verb.i + 6, len(tokens))):
        if found := amount(sentence, start):
            bare = len(found) == 1
            noun = tokens[found[-1] + 1] if found[-1] + 1 < len(tokens) else None
            return [*found, noun.i] if bare and noun is not None and noun.tag == "NNS" else found
        if tokens[start].tag not in ("DT", "IN", "RB", "RBR", "JJ", "JJR", "TO") and tokens[start].lower != "average":
            return []
    return []


def _phrase_start(sentence: Sentence, token: Token, after: int) -> int:
    """The first word of the noun phrase that ends at `token`, with the preposition before it."""
    tokens, start = sentence.tokens, token.i
    while start - 1 > after and (
        tokens[start - 1].tag[:2] in ("NN", "JJ", "DT", "PO") or tokens[start - 1].tag == "PRP$"
    ):
        start -= 1
    opened = (
        start - 1 > after and tokens[start - 1].tag == "IN" and tokens[start - 1].lower in ("in", "at", "on", "among")
    )
    return start - 1 if opened else start


def _rise(sentence: Sentence, first: list[int], between: list[int]) -> list[int]:
    """will get a 6.5 percent [rise]: the noun that the amount describes goes with every amount."""
    noun = sentence.tokens[first[-1] + 1] if first[-1] + 1 < len(sentence.tokens) else None
    described = any(sentence.tokens[i].lower in ("a", "an") for i in between)
    return [noun.i] if described and noun is not None and noun.tag == "NN" else []


def amount(sentence: Sentence, start: int) -> list[int]:
    """2 percent · $3 million · a third · 502: a number with its unit, right at `start`."""
    tokens, end = sentence.tokens, start
    if end + 1 < len(tokens) and tokens[end].lower in ("a", "one") and tokens[end + 1].lower in FRACTIONS:
        return [end, end + 1]
    while end < len(sentence.tokens) and (
        sentence.tokens[end].tag in ("CD", "$") or (end > start and sentence.tokens[end].lower in UNITS)
    ):
        end += 1
    return list(range(start, end)) if any(tokens[i].counts for i in range(start, end)) else []
