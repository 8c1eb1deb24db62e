"""What asides are made of, and what their rules ask: the clause's subject, its tense, the words up to a comma."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.clauses import Clause
from claims.extraction.phrases import phrase, plural
from claims.extraction.tree import Sentence, Token

PARTICULAR = ("DATE", "MONEY", "PERCENT", "CARDINAL", "QUANTITY")
MARKS = (",", "—", "–", "-", "--", "(", ")")


@dataclass(frozen=True, slots=True)
class Aside:
    """`own` are its words in the text, `indexes` those of its wording, `swaps` replace single tokens there.

    `bare` asides are worded as they stand; the others are their clause with the aside at its end. `aloud` ones are part
    of what the clause's speaker says; the others are the article's own remark.
    """

    own: list[int]
    indexes: list[int]
    swaps: dict[int, str]
    bare: bool
    aloud: bool = True


def subject_words(clause: Clause) -> list[int]:
    """The words of the clause's subject, wherever they stand."""
    sentence, subject = clause.sentence, clause.subject
    if subject is not None and subject.tag[0] == "W":
        subject = clause.antecedent
    if subject is None or subject.label == "expl":
        return []
    return phrase(sentence, subject)


def many(clause: Clause) -> bool:
    noun = clause.antecedent if clause.subject is not None and clause.subject.tag[0] == "W" else clause.subject
    return noun is not None and (plural(clause.sentence, noun) or noun.lower in ("they", "we"))


def present(clause: Clause) -> bool:
    """Whether the clause tells how things are now."""
    first = next(iter(clause.sentence.kids(clause.verb, "aux", "auxpass")), clause.verb)
    return first.tag in ("VBZ", "VBP") and clause.verb.tag != "VBN"


def told_past(clause: Clause) -> bool:
    """Whether the clause tells what has happened, so that what led to it has happened too."""
    aux = {kid.lower for kid in clause.sentence.kids(clause.verb, "aux", "auxpass")}
    return clause.verb.tag in ("VBD", "VBN") and not aux & {"will", "would", "could", "may", "might", "should", "must"}


def be(clause: Clause, subject: list[int]) -> str:
    """is, are, was, were: the number of the subject, the time of the clause."""
    now = present(clause) and bool(subject)
    return ("are" if many(clause) else "is") if now else ("were" if many(clause) else "was")


def to_comma(sentence: Sentence, first: int, indexes: list[int]) -> list[int]:
    """The words from `first` to the next comma or dash, as far as they are the clause's."""
    own: list[int] = []
    for i in indexes:
        if i < first:
            continue
        if sentence.tokens[i].word in (",", ";", "—", "–") or (own and i != own[-1] + 1):
            break
        own.append(i)
    return own


def counts(sentence: Sentence, own: list[int]) -> bool:
    return any(sentence.tokens[i].counts for i in own)


def lowered(token: Token) -> str:
    """Thirty-four → thirty-four, where the word moves from the start of its sentence; a name stays."""
    return token.word.lower() if token.i == 0 and not token.is_name else token.word


def particular(sentence: Sentence, own: list[int]) -> bool:
    """A figure or a day."""
    return any(sentence.tokens[i].counts or sentence.tokens[i].entity in PARTICULAR for i in own)


def names(sentence: Sentence, own: list[int]) -> bool:
    return any(sentence.tokens[i].is_name for i in own)


def unbroken(own: list[int]) -> bool:
    return bool(own) and own[-1] - own[0] + 1 == len(own)


def without_end_marks(sentence: Sentence, own: list[int]) -> list[int]:
    while own and sentence.tokens[own[-1]].label == "punct" and sentence.tokens[own[-1]].word in (*MARKS, ".", ";"):
        own = own[:-1]
    return own


def after_mark(sentence: Sentence, first: int) -> bool:
    return first > 0 and _mark(sentence.tokens[first - 1])


def before_mark(sentence: Sentence, last: int) -> bool:
    return last + 1 < len(sentence.tokens) and _mark(sentence.tokens[last + 1])


def _mark(token: Token) -> bool:
    """A comma, dash or bracket, not the hyphen of "five-nation"."""
    return token.word in MARKS and token.tag != "HYPH"


def own_words(sentence: Sentence, token: Token, indexes: list[int]) -> list[int]:
    """The token's subtree as far as the clause has it, without marks at either end."""
    inside = set(indexes)
    own = without_end_marks(sentence, [i for i in sentence.subtree(token) if i in inside])
    while own and sentence.tokens[own[0]].label == "punct" and sentence.tokens[own[0]].word in MARKS:
        own = own[1:]
    return own
