"""The names of people in a sentence, as the parser took them or as their age gives them away."""

from __future__ import annotations

from itertools import pairwise

from claims.extraction.tree import Sentence, Token
from claims.extraction.words.people import OFFICES, TRADES


def name_run(sentence: Sentence, token: Token) -> list[Token]:
    """The tokens of the person's name that ends at `token`: "Jean-Yves Le Drian"."""
    if token.entity != "PERSON" or token.tag == "POS":
        return []
    run = [token]
    while run[0].i and sentence.tokens[run[0].i - 1].entity == "PERSON" and sentence.tokens[run[0].i - 1].tag != "POS":
        run.insert(0, sentence.tokens[run[0].i - 1])
    while len(run) > 1 and is_trade(run[0]):
        run.pop(0)
    return run


def is_trade(token: Token) -> bool:
    """ "Sprinter Dacosta", "Gran-of-four Sandra Pell": what she is, no part of her name."""
    return token.lower in TRADES or "-of-" in token.lower


def person_names(sentence: Sentence) -> list[str]:
    """The runs of tokens that the parser took for people."""
    ends = [
        token
        for token, after in zip(sentence.tokens, [*sentence.tokens[1:], None], strict=False)
        if token.entity == "PERSON"
        and token.tag != "POS"
        and (after is None or after.entity != "PERSON" or after.tag == "POS")
    ]
    names = [sentence.words([part.i for part in name_run(sentence, token)]) for token in ends]
    names += names_with_age(sentence)
    return [name for name in names if name.strip() and name.split()[-1][0].isupper()]


def names_with_age(sentence: Sentence) -> list[str]:
    """Curtis Lund, 34, was …: whatever the parser took it for, a name with an age is a person's."""
    tokens, names = sentence.tokens, []
    for comma, age in pairwise(tokens):
        named = comma.i > 0 and comma.word == "," and tokens[comma.i - 1].is_name
        aged = named and age.word.isdigit() and len(age.word) == 2
        closed = age.i + 1 < len(tokens) and tokens[age.i + 1].word == ","
        first = comma.i
        while aged and closed and first and tokens[first - 1].tag == "NNP" and comma.i - first < 3:
            if tokens[first - 1].lower.rstrip(".") in OFFICES:
                break
            first -= 1
        if aged and closed and comma.i - first >= 2:
            names.append(sentence.words(range(first, comma.i)))
    return names
