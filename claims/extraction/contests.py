"""What the other side got: "58.4 percent, against 33.1 percent for Lind", "on 41.2%, ahead of the Greens on 28.9%"."""

from __future__ import annotations

from claims.extraction.clauses import Clause
from claims.extraction.gapped import amount
from claims.extraction.hanging import Aside, present, subject_words
from claims.extraction.tree import FINITE, Sentence, Token
from claims.extraction.words import listed

# What both sides of a contest do; whoever leads or wins has so much, and so has the other side.
GETTING = listed("have get take receive poll score secure garner credit obtain gather collect stand put")
LEADING = listed("win lead beat defeat top triumph prevail finish")
UNITS = listed("percent % pct cent votes vote points point seats seat ballots delegates goals runs")
RIVALS = listed(
    """
    rival opponent challenger candidate incumbent party bloc coalition alliance minister president predecessor
    opposition senator governor mayor side camp list conservatives democrats socialists greens liberals
    republicans nationalists communists
    """
)
OPENERS = frozenset(("against", "versus", "v", "vs", "to", "compared"))
LONGEST_RIVAL = 14


def contest(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """The other side's figure that begins at `token`, worded with the clause's verb."""
    sentence = clause.sentence
    if clause.lemma not in GETTING | LEADING or token.i <= clause.verb.i + 1 or not subject_words(clause):
        return None
    first = _first(sentence, clause.verb.i, token.i)
    if not first or not _units(sentence, first):
        return None
    own, rival, figure = _behind(sentence, token, indexes) or _ahead_of(sentence, token, indexes) or ([], [], [])
    if not own or not _somebody(sentence, rival) or _other_units(sentence, first, figure):
        return None
    return Aside(own, *_worded(clause, rival, figure, first, token.i), bare=True)


def _first(sentence: Sentence, verb: int, end: int) -> list[int]:
    """The figure right behind the verb: credited with [58.4 percent]"""
    found = next((part for i in range(verb + 1, min(verb + 9, end)) if (part := amount(sentence, i))), [])
    following = sentence.tokens[found[-1] + 1] if found else None
    named = following is not None and following.lower in UNITS and following.i < end
    return [*found, following.i] if named and following is not None else found


def _units(sentence: Sentence, figure: list[int]) -> set[str]:
    return {sentence.tokens[i].lower for i in figure} & UNITS


def _other_units(sentence: Sentence, first: list[int], second: list[int]) -> bool:
    mine = _units(sentence, second)
    return bool(mine) and not mine & _units(sentence, first)


def _behind(sentence: Sentence, token: Token, indexes: list[int]) -> tuple[list[int], list[int], list[int]] | None:
    """[against] 33.1 percent [for] Théodore Lundu · compared with 47.3 percent for her rival"""
    tokens, start = sentence.tokens, token.i + 1
    if token.lower not in OPENERS:
        return None
    if token.lower == "compared":
        start += start < len(tokens) and tokens[start].lower in ("with", "to")
    figure = amount(sentence, start)
    link = figure[-1] + 1 if figure else start
    if figure and link < len(tokens) and tokens[link].lower in UNITS:
        figure, link = [*figure, link], link + 1
    if not figure or link + 1 >= len(tokens) or tokens[link].lower not in ("for", "by"):
        return None
    rival, end = _rival(sentence, link + 1, indexes)
    return (list(range(token.i, end)), rival, figure) if rival else None


def _ahead_of(sentence: Sentence, token: Token, indexes: list[int]) -> tuple[list[int], list[int], list[int]] | None:
    """[ahead of] the Greens [on] 28.9% · followed by the Greens with 22%"""
    tokens = sentence.tokens
    pair = (token.lower, tokens[token.i + 1].lower if token.i + 1 < len(tokens) else "")
    if pair not in (("ahead", "of"), ("followed", "by")):
        return None
    for link in range(token.i + 3, min(token.i + LONGEST_RIVAL, len(tokens))):
        figure = amount(sentence, link + 1) if tokens[link].lower in ("on", "with", "at") else []
        if figure:
            unit = figure[-1] + 1
            figure += [unit] if unit < len(tokens) and tokens[unit].lower in UNITS else []
            rival = [i for i in range(token.i + 2, link) if tokens[i].word != ","]
            own = list(range(token.i, figure[-1] + 1))
            return (own, rival, figure) if set(own) <= set(indexes) else None
    return None


def _rival(sentence: Sentence, start: int, indexes: list[int]) -> tuple[list[int], int]:
    """The words of who is meant and where they end: former minister Théodore Lundu · her rival, Ivan Kolar"""
    tokens, inside, end = sentence.tokens, set(indexes), start
    while end in inside and tokens[end].word not in (",", ".", ";", "—", "–", ")") and tokens[end].lower != "and":
        end += 1
    rival = list(range(start, end))
    last = end + 1
    while end in inside and tokens[end].word == "," and last in inside and tokens[last].is_name:
        last += 1
    if last > end + 1 and (last not in inside or tokens[last].word in (",", ".", ";")):
        rival, end = [*rival, *range(end + 1, last)], last
    return (rival, end) if rival and len(rival) < LONGEST_RIVAL else ([], start)


def _somebody(sentence: Sentence, rival: list[int]) -> bool:
    """A name or a rival, and no clause in it."""
    words = [sentence.tokens[i] for i in rival]
    named = any((word.is_name and word.entity not in ("DATE", "TIME")) or word.lemma in RIVALS for word in words)
    return named and not any(word.tag in FINITE or word.counts for word in words)


def _worded(
    clause: Clause, rival: list[int], figure: list[int], first: list[int], opener: int
) -> tuple[list[int], dict[int, str]]:
    """Former minister Lundu was credited with 33.1 percent of the vote: the clause with the other figure in place."""
    sentence, verb = clause.sentence, clause.verb
    group = [kid.i for kid in sentence.kids(verb, "aux", "auxpass") if kid.i < verb.i]
    between = list(range(verb.i + 1, first[0]))
    unit = [] if _units(sentence, figure) else [first[-1]]
    rest = [i for i in range(first[-1] + 1, opener) if sentence.tokens[i].word not in (",", "—", "–")]
    of = rest if rest and sentence.tokens[rest[0]].lower == "of" and len(rest) < 6 else []
    if clause.lemma in LEADING:
        has = "has" if present(clause) else "had"
        return [*rival, verb.i, *figure, *unit, *of], {verb.i: has}
    return [*rival, *group, verb.i, *between, *figure, *unit, *of], {}
