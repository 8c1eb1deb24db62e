"""Sets coordinated counted things apart: "moved 15 planes and 20 trains" is two claims, "from 29bn to 47bn" one."""

from __future__ import annotations

from itertools import pairwise

from claims.extraction import rows
from claims.extraction.chains import deeds_apart
from claims.extraction.clauses import Clause
from claims.extraction.paired import pairs_apart
from claims.extraction.ranked import ranks_apart
from claims.extraction.respective import respective
from claims.extraction.tree import Sentence, Token

VAGUE = frozenset(("a", "an", "dozens", "hundreds", "thousands", "scores", "tens", "millions", "several", "many"))
CAUSES = frozenset(("due", "because", "owing", "thanks"))
NOUNS = ("NN", "NNS", "NNP", "NNPS", "CD", "$")


def separate(clause: Clause, indexes: list[int]) -> list[list[int]]:
    """The token lists of the clause, one per counted thing; just `indexes` where nothing is to be set apart."""
    sentence = clause.sentence
    if pairs := respective(clause, indexes):
        return pairs
    if row := rows.apart(clause, indexes):
        return row
    if ranks := ranks_apart(clause, indexes):
        return ranks
    if phrases := pairs_apart(clause, indexes):
        return phrases
    if sums := _parallel_sums(sentence, clause, indexes):
        return sums
    for i in indexes:
        chain = _chain(sentence, sentence.tokens[i])
        if len(chain) >= 2 and _each_counts(sentence, chain, indexes):
            return [_only(sentence, indexes, chain, keep) for keep in chain]
    if deeds := deeds_apart(clause, indexes):
        return deeds
    return _results_apart(sentence, clause, indexes) or _cause_apart(sentence, clause, indexes)


def _parallel_sums(sentence: Sentence, clause: Clause, indexes: list[int]) -> list[list[int]]:
    """Rs 5 lakh [for the families of the dead] and Rs 50,000 [for the injured]: each sum has its own "for"."""
    behind = [i for i in indexes if i > clause.verb.i]
    first = next((place for place, i in enumerate(behind) if _opens_sum(sentence, i)), len(behind))
    sums: list[list[int]] = []
    for i in behind[first:]:
        link = sentence.tokens[i - 1].lower
        if not sums or (_opens_sum(sentence, i) and link in ("and", ",")):
            sums.append([])
        sums[-1].append(i)
    words = [{sentence.tokens[i].lower for i in part} for part in sums]
    shared = set.intersection(*words) & {"for", "to"} if len(sums) > 1 else set()
    verbs = any(sentence.tokens[i].tag in ("VBD", "VBZ", "VBP", "MD") for part in sums for i in part)
    if not shared or verbs:
        return []
    before = [i for i in indexes if i not in behind[first:]]
    return [[*before, *_unlinked(sentence, part)] for part in sums]


def _unlinked(sentence: Sentence, part: list[int]) -> list[int]:
    """Without the comma or "and" that leads to the next sum."""
    end = len(part)
    while end > 1 and sentence.tokens[part[end - 1]].lower in ("and", ","):
        end -= 1
    return part[:end]


def _opens_sum(sentence: Sentence, i: int) -> bool:
    """Rs 50,000 · $3 million · 20 trucks"""
    token = sentence.tokens[i]
    following = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else token
    return token.counts or (token.lower.rstrip(".") in ("rs", "$", "€", "£", "us$", "a$") and following.counts)


def _each_counts(sentence: Sentence, chain: list[Token], indexes: list[int]) -> bool:
    """Every thing has its number; the last of three may have it further in: "18 phones, 5 laptops and cash worth …"."""
    if any(kid.lower == "or" for part in chain for kid in sentence.kids(part, "cc")):
        return False  # rose $1.20, or 1.6 percent: one figure in two units, or an estimate
    if any(sentence.tokens[i].lower == "respectively" for i in indexes):
        return False  # 17.1% and 15.4% respectively: which is whose stands elsewhere
    if sentence.head(chain[0]).lower in ("including", "among", "like", "excluding", "as"):
        return False  # worth 64 crore, [among them 120 acres and three halls]: examples
    inside = all(part.i in indexes for part in chain)
    bare = [part for part in chain if not _counts(sentence, part)]
    if len(chain) > 2 and len(chain) - len(bare) > 1 and inside and all(_vaguely(sentence, part) for part in bare):
        return True
    late = bare == chain[2:3] and any(sentence.tokens[i].counts for i in sentence.subtree(chain[-1]))
    return inside and (not bare or (late and len(chain) == 3))


def _results_apart(sentence: Sentence, clause: Clause, indexes: list[int]) -> list[list[int]]:
    """struck Chile, [killing 14 people] and [injuring 200]; took 3 towns, [killing 20]: a claim for each figure."""
    results = next((chain for kid in sentence.kids(clause.verb, "advcl") if len(chain := _results(sentence, kid))), [])
    parts = [
        set(sentence.subtree(part, without={kid.i for kid in sentence.kids(part, "conj", "cc")})) for part in results
    ]
    everything = set().union(*parts, *({kid.i for kid in sentence.kids(part, "cc")} for part in results))
    if not results or not everything <= set(indexes):
        return []
    rest = [i for i in indexes if i not in everything]
    each = [sorted({*rest, *part}) for part in parts]
    if any(sentence.tokens[i].counts for i in rest):
        return [rest, *each]
    return each if len(each) > 1 else []


def _results(sentence: Sentence, token: Token) -> list[Token]:
    """killing, injuring: participles that each count something."""
    chain = [token]
    while (following := sentence.kid(chain[-1], "conj")) is not None:
        chain.append(following)
    counted = all(any(sentence.tokens[i].counts for i in sentence.subtree(part)) for part in chain)
    bare = all(part.tag == "VBG" and sentence.kid(part, "aux", "mark") is None for part in chain)
    return chain if counted and bare else []


def _cause_apart(sentence: Sentence, clause: Clause, indexes: list[int]) -> list[list[int]]:
    """was cut by $3m [due to the loss of a contract]: the figure is one claim, its cause another."""
    for kid in sentence.kids(clause.verb):
        mark = sentence.kid(kid, "mark")
        ahead = sentence.kid(kid, "xcomp") is not None  # was due to be repaid in October: no cause
        because = (kid.lower in CAUSES and not ahead) or (mark is not None and mark.lower == "because")
        cause = set(sentence.subtree(kid)) if because and kid.i > clause.verb.i else set()
        left = [i for i in indexes if i not in cause]
        if len(cause) >= 4 and any(_measures(sentence.tokens[i]) for i in left):
            return [left, indexes]
    return [indexes]


def _measures(token: Token) -> bool:
    """Also "a third", which is no number word."""
    return token.counts or (token.entity in ("CARDINAL", "PERCENT") and token.tag == "NN")


def _chain(sentence: Sentence, token: Token) -> list[Token]:
    """The noun and its conjuncts: planes, trains."""
    if token.tag not in NOUNS or token.label == "conj":
        return []
    chain = [token]
    while (following := sentence.kid(chain[-1], "conj")) is not None and following.tag in NOUNS:
        chain.append(following)
    return chain


def _counts(sentence: Sentence, token: Token) -> bool:
    """Has a number of its own: "20 trains", "$3 million"; a year or a day of the month is none."""
    own = [token, *sentence.kids(token, "nummod", "quantmod", "compound")]
    first = min(part.i for part in own)
    ranged = any(part.lower in ("between", "from") for part in (*own, *sentence.tokens[max(0, first - 1) : first]))
    return any(part.counts for part in own) and not ranged


def _vaguely(sentence: Sentence, token: Token) -> bool:
    """thousands homeless · dozens of cars · a tourist: as good as a number beside numbers."""
    words = {token.lower, *(kid.lower for kid in sentence.kids(token, "nummod", "det", "amod"))}
    return bool(words & VAGUE)


def _only(sentence: Sentence, indexes: list[int], chain: list[Token], keep: Token) -> list[int]:
    """The clause with one of the coordinated things, the others and the "and" left out."""
    links = {kid.i for part in chain for kid in sentence.kids(part, "conj", "cc", "punct")}
    drop: set[int] = set()
    for part in chain:
        if part is not keep:
            drop.update(sentence.subtree(part, without=links))
        drop.update(kid.i for kid in sentence.kids(part, "cc", "punct") if kid.tag != "HYPH")
    drop |= _dates_of_others(sentence, indexes, chain, keep)
    first = min(sentence.subtree(keep, without=links))
    gone_before = first - 2 in drop or first - 2 not in indexes
    if first - 1 in indexes and gone_before and sentence.tokens[first - 1].word == ",":
        drop.add(first - 1)  # left 14 dead[, 60 injured] and thousands homeless
    return [i for i in indexes if i not in drop]


def _dates_of_others(sentence: Sentence, indexes: list[int], chain: list[Token], keep: Token) -> set[int]:
    """20 million [this year] and 35 million [next year]: each figure keeps its own day."""
    starts = [part.i for part in chain] + [max(indexes) + 1]
    dated = [
        {i for i in indexes if left < i < right and sentence.tokens[i].entity == "DATE"}
        for left, right in pairwise(starts)
    ]
    if len([days for days in dated if days]) < 2:
        return set()
    others = set().union(*(days for part, days in zip(chain, dated, strict=True) if part is not keep))
    return others | {i - 1 for i in others if sentence.tokens[i - 1].lower in ("in", "on") and i - 1 in indexes}
