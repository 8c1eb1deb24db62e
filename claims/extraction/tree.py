"""A parsed sentence as the rules see it: tokens with tags, heads and labels, and the few questions rules ask."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from claims.extraction.words import listed

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
VERBAL = listed("VB VBD VBG VBN VBP VBZ MD")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
NOMINAL = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "CD"))


@dataclass(slots=True)
class Token:
    """One token. `head` is the index of its head, its own index for the root. Labels are ClearNLP's (nsubj, dobj …)."""

    i: int
    word: str
    lemma: str
    tag: str
    label: str
    entity: str
    head: int
    start: int
    end: int
    children: list[int] = field(default_factory=list)

    @property
    def lower(self) -> str:
        return self.word.lower().replace("’", "'")

    @property
    def counts(self) -> bool:
        """A number that counts or measures: 15, three, R50bn; no date, no ordinal."""
        digits = any(sign.isdigit() for sign in self.word)
        return (self.tag == "CD" or digits) and self.entity not in ("DATE", "TIME", "ORDINAL")

    @property
    def is_name(self) -> bool:
        return self.tag in ("NNP", "NNPS")

    @property
    def is_auxiliary(self) -> bool:
        return self.label in ("aux", "auxpass")

    @property
    def is_verb(self) -> bool:
        return self.tag in VERBAL


@dataclass(eq=False, slots=True)
class Sentence:
    """The tokens of one sentence over `text` (the canonical text of the article); `number` counts sentences."""

    text: str
    start: int
    end: int
    tokens: list[Token]
    number: int = 0

    def __post_init__(self) -> None:
        for token in self.tokens:
            if token.head != token.i:
                self.tokens[token.head].children.append(token.i)

    def head(self, token: Token) -> Token:
        return self.tokens[token.head]

    def kids(self, token: Token, *labels: str) -> list[Token]:
        """Children in order, of any label or of the given ones."""
        return [self.tokens[i] for i in token.children if not labels or self.tokens[i].label in labels]

    def kid(self, token: Token, *labels: str) -> Token | None:
        for i in token.children:
            child = self.tokens[i]
            if not labels or child.label in labels:
                return child
        return None

    def subtree(self, token: Token, without: Collection[int] = ()) -> list[int]:
        """Indexes below and at `token`, sorted, leaving out the subtrees at `without`."""
        found, stack = [], [token.i]
        while stack:
            index = stack.pop()
            found.append(index)
            stack.extend(child for child in self.tokens[index].children if child not in without)
        return sorted(found)

    def words(self, indexes: Collection[int]) -> str:
        """The wording of some tokens, spaced as in the article where they are neighbours there."""
        parts: list[str] = []
        last = -2
        for index in sorted(indexes):
            token = self.tokens[index]
            glued = index == last + 1 and self.tokens[last].end == token.start
            parts.append(("" if glued or not parts else " ") + self.text[token.start : token.end])
            last = index
        return "".join(parts)

    def attach(self, token: Token, head: Token, label: str) -> None:
        """Hang `token` on another head (itself: as a root). What would close a circle is left as it is."""
        if head.i != token.i and under(self, head, token):
            return
        if token.head != token.i:
            self.tokens[token.head].children.remove(token.i)
        token.head, token.label = head.i, label
        if head.i != token.i:
            head.children.append(token.i)
            head.children.sort()

    def span(self, indexes: Collection[int]) -> tuple[int, int]:
        return self.tokens[min(indexes)].start, self.tokens[max(indexes)].end


def finite(sentence: Sentence, verb: Token) -> bool:
    """has killed, killed, will kill, was killed; not "to kill", "killing", "killed by"."""
    return verb.tag in FINITE or any(kid.tag in FINITE for kid in sentence.kids(verb, "aux", "auxpass"))


def under(sentence: Sentence, token: Token, above: Token) -> bool:
    """Whether `token` is `above` or hangs somewhere below it."""
    while token.head != token.i and token.i != above.i:
        token = sentence.head(token)
    return token.i == above.i
