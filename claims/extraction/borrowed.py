"""Facts told of a part: "three of which the agency has accepted", "less than half of what it had planned"."""

from __future__ import annotations

from claims.extraction.clauses import Clause
from claims.extraction.gapped import FRACTIONS, amount
from claims.extraction.hanging import Aside, after_mark, before_mark, lowered, subject_words
from claims.extraction.tree import SUBJECTS, Sentence, Token, finite
from claims.extraction.words import listed

BOUNDS = listed("less more fewer than about around nearly almost only just barely over under well hardly roughly")
MULTIPLES = listed("half twice double triple")
LONGEST = 22


def borrowed(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """The fact that begins at `token` and borrows the clause's noun or its verb, where it is one."""
    return _done_to_some(clause, token, indexes) or _of_what_was_meant(clause, token, indexes)


def _done_to_some(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """made four demands[, three of which the state accepted] → The state accepted three of the four demands."""
    sentence = clause.sentence
    tokens = sentence.tokens
    of = tokens[token.i - 1] if token.i > 2 else token
    if token.lower not in ("which", "whom") or of.lower != "of" or token.i + 2 >= len(tokens):
        return None
    start = of.i - 1
    while start > of.i - 4 and not after_mark(sentence, start):
        start -= 1
    share = list(range(start, of.i))
    own = [*share, of.i, *_to_end(sentence, token.i, indexes)]
    verb = next((tokens[i] for i in own if i > token.i and tokens[i].is_verb and not tokens[i].is_auxiliary), None)
    if not after_mark(sentence, start) or verb is None or not finite(sentence, verb):
        return None
    doer = sentence.kid(verb, *SUBJECTS)
    whole = _counted_before(sentence, start)
    if doer is None or not token.i < doer.i < verb.i or not whole or sentence.kid(verb, "dobj") is not None:
        return None
    head = [i for i in own if token.i < i <= verb.i]
    wording = [*head, *share, of.i, *whole, *(i for i in own if i > verb.i)]
    return Aside(own, wording, {whole[0]: f"the {lowered(tokens[whole[0]])}"}, bare=True)


def _to_end(sentence: Sentence, start: int, indexes: list[int]) -> list[int]:
    inside, end = set(indexes), start
    while end in inside and sentence.tokens[end].word not in (",", ".", ";", "—", "–"):
        end += 1
    return list(range(start, end))


def _counted_before(sentence: Sentence, start: int) -> list[int]:
    """four recommendations, [three of which …]: the counted noun right before the comma."""
    noun = sentence.tokens[start - 2] if start > 1 else None
    number = sentence.kid(noun, "nummod") if noun is not None and noun.tag == "NNS" else None
    return list(range(number.i, noun.i + 1)) if noun is not None and number is not None and number.counts else []


def _of_what_was_meant(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """collected $48 million[, less than a third of what it had planned] → It collected less than a third of …"""
    sentence, verb = clause.sentence, clause.verb
    tokens, subject = sentence.tokens, subject_words(clause)
    if token.i <= verb.i + 2 or not after_mark(sentence, token.i) or not subject or subject[-1] > verb.i:
        return None
    if not any(amount(sentence, i) for i in range(verb.i + 1, min(verb.i + 4, token.i))):
        return None
    own = _to_end(sentence, token.i, indexes)
    place = 0
    while place < len(own) and tokens[own[place]].lower in BOUNDS:
        place += 1
    if not own or len(own) > LONGEST or not _fraction(sentence, own[place:]):
        return None
    verbs = (tokens[i] for i in own if tokens[i].is_verb and not tokens[i].is_auxiliary)
    meant = next((part for part in verbs if finite(sentence, part)), None)
    who = sentence.kid(meant, *SUBJECTS) if meant is not None else None
    if who is None or who.i not in own or not (before_mark(sentence, own[-1]) or tokens[own[-1] + 1].word in ".;"):
        return None
    group = [kid.i for kid in sentence.kids(verb, "aux", "auxpass", "neg") if kid.i < verb.i]
    return Aside(own, [*subject, *group, verb.i, *own], {}, bare=True)


def _fraction(sentence: Sentence, own: list[int]) -> bool:
    """half · a third of · two thirds of · twice what · 40 percent of"""
    words = [sentence.tokens[i].lower for i in own[:3]]
    if not words:
        return False
    part = words[0] in MULTIPLES or (len(words) > 1 and words[1].rstrip("s") in FRACTIONS)
    return part or (len(words) > 2 and sentence.tokens[own[0]].counts and words[1:] in (["percent", "of"], ["%", "of"]))
