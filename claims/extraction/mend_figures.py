"""Verbs beside figures that the parser takes for nouns, subjects or asides. Each repair has its example."""

from __future__ import annotations

from claims.extraction.tree import SUBJECTS, Sentence, Token, finite, under
from claims.extraction.words import listed
from claims.extraction.words.verbs import REPORTING

# Before a number: supplies about 60 percent, houses more than 4,200.
BEFORE_NUMBER = listed("about around nearly almost some only just over more than at least up to an estimated another")
SIGNS = listed("$ € £ ¥ rs rs. us$")


def verb_before_a_figure(sentence: Sentence, token: Token) -> None:
    """holds 4 billion metres of water and [supplies 60 percent of the need]: no noun has a number right behind it."""
    link = sentence.tokens[token.i - 1] if token.i else token
    head = sentence.head(token)
    if token.tag != "NNS" or token.label != "conj" or link.lower not in ("and", "but") or link.head != head.i:
        return
    figure = _figure_after(sentence, token)
    above = head
    while above.head != above.i and not above.is_verb:
        above = sentence.head(above)
    if figure is None or above.tag not in ("VBZ", "VBP") or above.i > head.i or above.i == token.i:
        return
    token.tag, token.lemma = "VBZ", _singular(token.lower)
    sentence.attach(token, above, "conj")
    sentence.attach(link, above, "cc")
    top = figure
    while sentence.head(top).i > token.i and not under(sentence, token, sentence.head(top)):
        top = sentence.head(top)
    if not under(sentence, token, top) and not under(sentence, top, token):
        sentence.attach(top, token, "dobj")


def _figure_after(sentence: Sentence, token: Token) -> Token | None:
    place = token.i + 1
    while place < len(sentence.tokens) and sentence.tokens[place].lower in BEFORE_NUMBER | SIGNS:
        place += 1
    found = sentence.tokens[place] if place < len(sentence.tokens) else None
    return found if found is not None and found.counts and found.tag == "CD" else None


def _singular(word: str) -> str:
    """supplies → supply, houses → house, boxes → box"""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("xes", "ches", "shes", "sses")) else word[:-1]


def clause_taken_for_subject(sentence: Sentence, token: Token) -> None:
    """[45 failed] and [12 were closed]: a past tense with a subject of its own is nobody's subject."""
    head = sentence.head(token)
    if token.tag != "VBD" or token.label not in ("nsubj", "nsubjpass", "csubj") or not finite(sentence, head):
        return
    subject = sentence.kid(token, *SUBJECTS)
    second = next((kid for kid in sentence.kids(token, "conj") if token.i < kid.i < head.i), None)
    link = next((kid for kid in sentence.kids(token, "cc") if token.i < kid.i < head.i), None)
    if subject is None or second is None or link is None or second.tag[:2] not in ("NN", "CD"):
        return
    label = token.label
    if head.head == head.i:
        sentence.attach(token, token, "ROOT")
    else:
        sentence.attach(token, sentence.head(head), head.label)
    sentence.attach(head, token, "conj")
    sentence.attach(second, head, label)


def done_to_in_a_row(sentence: Sentence, token: Token) -> None:
    """was adopted in 1998[, amended in 2007 and repealed in 2016]: three things done to it, one behind the other."""
    head = sentence.head(token)
    before = sentence.tokens[token.i - 1] if token.i else token
    last = next((kid for kid in sentence.kids(token, "conj") if kid.i > token.i), None)
    passive = head.tag == "VBN" and sentence.kid(head, "auxpass") is not None
    if token.tag != "VBN" or token.label != "advcl" or before.word != "," or not passive or head.i > token.i:
        return
    bare = last is not None and last.tag in ("VBN", "VBD") and sentence.kid(last, "aux", "auxpass", *SUBJECTS) is None
    if last is None or not bare or sentence.kid(token, "mark", "aux", "auxpass", *SUBJECTS) is not None:
        return
    last.tag, token.label = "VBN", "conj"


def remark_on_the_content(sentence: Sentence, token: Token) -> None:
    """said it made a profit of 1.1 billion[, 12 percent less than a year earlier]: less than the profit, not "said"."""
    saying = sentence.head(token)
    content = next((kid for kid in sentence.kids(saying, "ccomp") if saying.i < kid.i < token.i), None)
    if token.label not in ("npadvmod", "advmod", "acomp", "dep") or content is None or saying.lemma not in REPORTING:
        return
    own = sentence.subtree(token)
    counted = any(sentence.tokens[i].counts for i in own)
    if counted and sentence.tokens[own[0] - 1].word == "," and own[0] > content.i and finite(sentence, content):
        sentence.attach(token, content, token.label)
