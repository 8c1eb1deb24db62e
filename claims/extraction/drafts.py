"""What a sentence offers as claims: its clauses, counted things apart from each other, and events told by a noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.extraction.clauses import Clause, Role, clauses
from claims.extraction.counted import separate
from claims.extraction.nominals import Nominal, nominals
from claims.extraction.tree import Sentence, Token

# With fewer words of content a clause says too little alone and takes its subordinate clauses back.
THIN = 3


@dataclass(slots=True)
class Draft:
    """A clause with the tokens that its wording uses; `lead` replaces wording altogether for an event told by a noun."""

    clause: Clause
    indexes: list[int]
    nominal: Nominal | None = None


def drafts(sentence: Sentence) -> Iterator[Draft]:
    """The drafts of one sentence, in the order of their place."""
    for clause in sorted(clauses(sentence), key=lambda clause: min(clause.tokens)):
        indexes = _filled(clause)
        for variant in separate(clause, indexes):
            yield Draft(clause, variant)
        for nominal in nominals(clause):
            yield Draft(clause, nominal.tokens, nominal)


def _filled(clause: Clause) -> list[int]:
    content = [token for token in clause_tokens(clause) if is_content(token)]
    if len(content) >= THIN or (clause.role is Role.MAIN and not clause.children):
        return trimmed(clause, clause.tokens)
    taken = [i for child in clause.children if child.role in (Role.ADVERBIAL, Role.REDUCED) for i in child.tokens]
    return trimmed(clause, sorted({*clause.tokens, *taken}))


def clause_tokens(clause: Clause) -> list[Token]:
    return [clause.sentence.tokens[i] for i in clause.tokens]


def is_content(token: Token) -> bool:
    """A word that says something: noun, full verb, adjective, number."""
    return token.tag[:2] in ("NN", "VB", "JJ", "CD") and not token.is_auxiliary


def trimmed(clause: Clause, indexes: list[int]) -> list[int]:
    """Without opening connectives, marks and stray punctuation at either end."""
    tokens = clause.sentence.tokens
    kept = list(indexes)
    while kept and (_stray(tokens[kept[0]]) or _connective(clause, tokens[kept[0]])):
        kept.pop(0)
    while kept and (_stray(tokens[kept[-1]]) or tokens[kept[-1]].label == "cc") and tokens[kept[-1]].word not in "%)":
        kept.pop()
    return kept or list(indexes)


def _stray(token: Token) -> bool:
    return (token.label == "punct" and token.tag not in ("$", "HYPH")) or token.tag == "_SP"


def _connective(clause: Clause, token: Token) -> bool:
    """However, …; … that; … and; earlier that …"""
    alone = not token.children
    opener = token.lower in CONNECTIVES and token.label in ("advmod", "mark", "cc", "prep", "dep", "preconj")
    following = clause.sentence.tokens[token.i + 1] if token.i + 1 < len(clause.sentence.tokens) else None
    before_that = token.tag == "RBR" and following is not None and following.lower == "that"
    return alone and (opener or before_that)


CONNECTIVES = frozenset(
    """however meanwhile additionally furthermore moreover also but and yet so nevertheless besides then instead though still
    nonetheless therefore thus indeed otherwise consequently or nor while as after before since because although whereas
    when where until once that whether""".split()  # noqa: SIM905
)
