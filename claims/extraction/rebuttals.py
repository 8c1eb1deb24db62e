"""Who denies or echoes what a clause says: "…, a charge the ministry rejects", "…, an accusation echoed by both"."""

from __future__ import annotations

from claims.extraction.clauses import Clause
from claims.extraction.hanging import Aside, to_comma
from claims.extraction.tree import Sentence, Token
from claims.extraction.words.denials import CHARGES, ECHOED, REFUSED, REFUSES

AUXILIARIES = frozenset(("has", "have", "had", "also", "strongly", "repeatedly", "always", "flatly"))


def rebuttal(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """Riga accuses Lorn of jamming ships[, a charge Lorn rejects] → Lorn rejects the charge of jamming ships."""
    tokens = clause.sentence.tokens
    article = tokens[token.i - 1] if token.i > 1 else token
    if token.lower not in CHARGES or article.lower not in ("a", "an") or tokens[article.i - 1].word != ",":
        return None
    own = to_comma(clause.sentence, article.i, indexes)
    behind = own[2:]
    while behind and tokens[behind[-1]].label == "punct":
        behind.pop()
    told = _active(clause.sentence, behind) or _passive(clause.sentence, behind)
    content = _content(clause, article.i - 1, indexes)
    if told is None or not content:
        return None
    doer, verb = told
    that = content[0] != _of(clause)
    return Aside(
        [*own[:2], *behind],
        [*doer, *verb, article.i, token.i, *content],
        {article.i: "the", token.i: "statement that" if that else token.word},
        bare=True,
        aloud=False,
    )


def _active(sentence: Sentence, behind: list[int]) -> tuple[list[int], list[int]] | None:
    """[which] the Kremlin [has] rejected"""
    body = behind[1:] if behind and sentence.tokens[behind[0]].lower in ("which", "that") else behind
    if len(body) < 2 or sentence.tokens[body[-1]].lower not in REFUSES:
        return None
    start = len(body) - 1
    while start and sentence.tokens[body[start - 1]].lower in AUXILIARIES:
        start -= 1
    doer = body[:start]
    plain = all(sentence.tokens[i].tag not in ("VBD", "VBZ", "VBP", "MD") for i in doer)
    return (doer, body[start:]) if doer and plain else None


def _passive(sentence: Sentence, behind: list[int]) -> tuple[list[int], list[int]] | None:
    """denied by both the firm and the city"""
    if len(behind) < 3 or sentence.tokens[behind[1]].lower != "by":
        return None
    return (behind[2:], behind[:1]) if sentence.tokens[behind[0]].lower in REFUSED | ECHOED else None


def _of(clause: Clause) -> int:
    """The "of" behind "accuses Lorn"; -1 where the clause accuses nobody."""
    sentence, accused = clause.sentence, clause.sentence.kid(clause.verb, "dobj")
    links = [*sentence.kids(clause.verb, "prep"), *(sentence.kids(accused, "prep") if accused is not None else [])]
    of = next((kid for kid in links if kid.lower == "of"), None)
    return of.i if of is not None and clause.lemma in ("accuse", "suspect") else -1


def _content(clause: Clause, end: int, indexes: list[int]) -> list[int]:
    """What is denied: of jamming ships · the number had been cut"""
    of = _of(clause)
    return [i for i in indexes if max(of, 0) <= i < end and not (i == min(indexes) and _that(clause, i))]


def _that(clause: Clause, i: int) -> bool:
    return clause.sentence.tokens[i].lower == "that" and clause.sentence.tokens[i].label == "mark"
