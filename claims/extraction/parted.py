"""A number and its parts, listed behind a dash, a colon or in brackets: "48 detainees -- 31 held by …, 17 by …"."""

from __future__ import annotations

from claims.extraction.clauses import Clause
from claims.extraction.hanging import Aside, lowered, present
from claims.extraction.tree import FINITE, Sentence, Token
from claims.extraction.words import listed

OPENING = ("--", "—", "–", "-", ":", "(")
CLOSING = ("--", "—", "–", "-", ")", ";", ".")
BOUNDS = listed("about around nearly almost some at least more than over up to")
PLACING = listed("in at from by for on with under held")
LONGEST = 40
# What announces a list and counts nothing that matters: "covers three areas: …".
ANNOUNCING = listed("area point issue topic thing part measure step element kind type way category phase stage case")


def parts(clause: Clause, indexes: list[int]) -> tuple[list[int], list[list[int]]]:
    """The words of the whole and those of each of its parts; ([], []) where the clause lists none."""
    sentence, inside = clause.sentence, set(indexes)
    for i in indexes:
        token = sentence.tokens[i]
        if token.word not in (*OPENING, ",") or token.tag == "HYPH" or not i:
            continue
        whole = _whole(sentence, sentence.tokens[i - 1], inside)
        end = _end(sentence, i + 1, inside) if whole else i
        listing = list(range(i + 1, end))
        found = _numbers(sentence, listing, whole) if token.word == "," else _items(sentence, listing)
        if found:
            return whole, found
    return [], []


def _numbers(sentence: Sentence, listing: list[int], whole: list[int]) -> list[list[int]]:
    """900 employees, [600 in Finland] and [300 in Estonia]: behind a comma only bare numbers are parts."""
    found: list[list[int]] = []
    for item in _cut(sentence, listing):
        first = sentence.tokens[item[0] - 1]
        link = first.lower in (",", "and")
        if not _bare_number(sentence, item) or not link or any(sentence.tokens[i].tag in FINITE for i in item):
            break
        found.append(item)
    placed = all(
        any(sentence.tokens[i].lower in PLACING for i in item) and not _dated(sentence, item) for item in found
    )
    return found if placed and any(sentence.tokens[i].counts for i in whole) else []


def _dated(sentence: Sentence, item: list[int]) -> bool:
    return any(sentence.tokens[i].entity == "DATE" for i in item)


def _end(sentence: Sentence, start: int, inside: set[int]) -> int:
    end = start
    while (
        end in inside
        and end - start < LONGEST
        and (sentence.tokens[end].word not in CLOSING or sentence.tokens[end].tag == "HYPH")
    ):
        end += 1
    return end


def _items(sentence: Sentence, listing: list[int]) -> list[list[int]]:
    """Cut at commas and "and"; [] unless each item begins with its number or article and most have a number."""
    items = _cut(sentence, listing)
    if any(sentence.tokens[i].tag in FINITE or sentence.tokens[i].lower == "or" for i in listing):
        return []
    counted = [item for item in items if any(sentence.tokens[i].counts for i in item)]
    return items if len(counted) > 1 and all(_begins(sentence, item) for item in items) else []


def _cut(sentence: Sentence, listing: list[int]) -> list[list[int]]:
    items: list[list[int]] = [[]]
    for i in listing:
        token = sentence.tokens[i]
        if token.word in (",", ";") or token.lower == "and":
            items.append([])
        else:
            items[-1].append(i)
    return [item for item in items if item]


def _begins(sentence: Sentence, item: list[int]) -> bool:
    words = [sentence.tokens[i] for i in item]
    while words and words[0].lower in BOUNDS:
        words = words[1:]
    return bool(words) and len(item) > 1 and (words[0].counts or words[0].tag in ("DT", "$"))


def _whole(sentence: Sentence, noun: Token, inside: set[int]) -> list[int]:
    """48 detainees · the victims: the noun right before the mark, with its number or article."""
    if noun.tag not in ("NNS", "NNPS") or noun.i not in inside:
        return []
    own = [i for i in sentence.subtree(noun) if i <= noun.i]
    if own[0] == noun.i and noun.i - 1 in inside and sentence.tokens[noun.i - 1].counts:
        own = [noun.i - 1, noun.i]
    return own if own and own[-1] - own[0] + 1 == len(own) else []


def part(clause: Clause, token: Token, indexes: list[int]) -> Aside | None:
    """The part that begins at `token`: 31 held by the army → 31 of the 48 detainees are held by the army."""
    if not (token.counts or token.tag in ("DT", "$") or token.lower in BOUNDS):
        return None
    whole, found = parts(clause, indexes)
    own = next((item for item in found if item[0] == token.i), None)
    if own is None:
        return None
    sentence = clause.sentence
    bare = _bare_number(sentence, own)
    if bare:
        return _of_the_whole(clause, whole, own, bare, _shared_deed(sentence, found[0], own))
    noun = sentence.tokens[whole[-1]]
    if noun.lemma in ANNOUNCING and noun.label in ("dobj", "attr"):
        before = [i for i in indexes if i < whole[0]]
        return Aside(own, [*before, *own], {}, bare=False)
    return Aside(own, [*whole, *own], {whole[0]: _the(sentence, whole), own[0]: _included(clause, own)}, bare=True)


def _bare_number(sentence: Sentence, own: list[int]) -> list[int]:
    """31 [held by the army]: a number with no noun of its own."""
    end = 0
    while end < len(own) and (sentence.tokens[own[end]].lower in BOUNDS or sentence.tokens[own[end]].counts):
        end += 1
    following = sentence.tokens[own[end]] if end < len(own) else None
    if end + 1 < len(own) and sentence.tokens[own[end + 1]].counts:
        return []  # one in six
    if following is not None and following.lower == "of":
        return []  # 3,100 of them
    return own[:end] if following is not None and end and following.tag in ("VBN", "VBD", "VBG", "IN") else []


def _shared_deed(sentence: Sentence, first: list[int], own: list[int]) -> str:
    """31 held by the army and 17 [held] by the rebels"""
    deed = sentence.tokens[first[len(_bare_number(sentence, first))]] if _bare_number(sentence, first) else None
    mine = sentence.tokens[own[len(_bare_number(sentence, own))]]
    after = sentence.tokens[deed.i + 1] if deed is not None and deed.i + 1 in first else None
    same = after is not None and mine.tag == "IN" and after.lower == mine.lower
    return f"{deed.word} " if deed is not None and same and deed.tag in ("VBN", "VBD") else ""


def _of_the_whole(clause: Clause, whole: list[int], own: list[int], number: list[int], deed: str) -> Aside:
    sentence = clause.sentence
    of = f"of {_the(sentence, whole)}"
    first = own[len(number)]
    be = "are" if present(clause) else "were"
    swaps = {whole[0]: of, first: f"{be} {deed}{sentence.tokens[first].word}"}
    return Aside(own, [*number, *whole, *own[len(number) :]], swaps, bare=True)


def _the(sentence: Sentence, whole: list[int]) -> str:
    first = sentence.tokens[whole[0]]
    return lowered(first) if first.tag in ("DT", "PRP$") else f"the {lowered(first)}"


def _included(clause: Clause, own: list[int]) -> str:
    return f"{'include' if present(clause) else 'included'} {clause.sentence.tokens[own[0]].word}"
