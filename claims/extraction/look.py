"""What the rules of `checkable` need to know about a clause and the words used of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from claims.extraction.clauses import Clause
from claims.extraction.tree import Token

# From this share on a clause counts as direct speech; "considered 'security risks'" is the reporter's sentence.
MOSTLY = 0.6


@dataclass(eq=False)
class Look:
    """What the rules need to know about a clause and the tokens used of it."""

    clause: Clause
    indexes: list[int]
    attributed: bool
    numbers: int
    dates: int
    quoted: float

    @cached_property
    def tokens(self) -> list[Token]:
        return [self.clause.sentence.tokens[i] for i in self.indexes]

    @cached_property
    def modal(self) -> str:
        kids = self.clause.sentence.kids(self.clause.verb, "aux", "auxpass")
        return next((kid.lower for kid in kids if kid.tag == "MD"), "")

    @property
    def speech(self) -> bool:
        return self.quoted >= MOSTLY

    @cached_property
    def names(self) -> int:
        return sum(
            token.entity in ("GPE", "ORG", "PERSON", "NORP", "LOC", "FAC", "LAW", "EVENT") for token in self.tokens
        )

    @cached_property
    def words(self) -> str:
        return self.clause.sentence.words(self.indexes)
