"""Verbs in a list that the parser takes for something else. Each repair has its example."""

from __future__ import annotations

from claims.extraction.tree import SUBJECTS, Sentence, Token, finite, under

PREFIXES = frozenset(("re", "co", "pre", "over", "under", "out"))
FRACTIONS = frozenset(("third", "quarter", "fifth", "tenth", "half"))


def prefix_taken_for_verb(sentence: Sentence, token: Token) -> None:
    """was [re-elected]: cut into three words, the last of which is the verb."""
    if token.lower not in PREFIXES or token.i + 2 >= len(sentence.tokens):
        return
    hyphen, verb = sentence.tokens[token.i + 1 : token.i + 3]
    glued = hyphen.word == "-" and token.end == hyphen.start and hyphen.end == verb.start
    if not glued or verb.tag not in ("VBN", "VBD", "VB", "VBG") or under(sentence, token, verb):
        return
    head = verb if token.head == token.i else sentence.head(token)
    if head is not verb and under(sentence, head, verb):
        return
    sentence.attach(verb, head, token.label)
    for kid in sentence.kids(token):
        if kid.i != verb.i and not under(sentence, verb, kid):
            sentence.attach(kid, verb, kid.label)
    sentence.attach(hyphen, verb, "punct")
    sentence.attach(token, verb, "compound")
    token.tag, hyphen.tag = "AFX", "HYPH"


def past_taken_for_adjective(sentence: Sentence, token: Token) -> None:
    """cut power to 300 homes, [closed schools] and forced 40 to flee: the second of three deeds, no kind of schools."""
    noun = sentence.head(token)
    verb = sentence.head(noun)
    before = sentence.tokens[token.i - 1] if token.i else token
    last = next((kid for kid in sentence.kids(verb, "conj") if kid.i > noun.i and kid.tag == "VBD"), None)
    if token.tag != "VBN" or token.label != "amod" or before.word != "," or token.i != noun.i - 1:
        return
    if verb.tag != "VBD" or noun.label not in ("dobj", "appos", "npadvmod") or last is None or verb.i > token.i:
        return
    token.tag = "VBD"
    sentence.attach(token, verb, "conj")
    sentence.attach(noun, token, "dobj")


def share_that_does(sentence: Sentence, token: Token) -> None:
    """40 percent earn little, and [a third hold a second job]: with an object behind it, no noun."""
    share = next((kid for kid in sentence.kids(token, "amod", "nmod") if kid.lower in FRACTIONS), None)
    if share is None or token.tag != "NN" or sentence.kid(token, "dobj") is None or share.i != token.i - 1:
        return
    above = sentence.head(token)
    while above.head != above.i and not above.is_verb:
        above = sentence.head(above)
    if token.label != "conj" or not finite(sentence, above) or above.i > share.i:
        return
    token.tag, share.tag = "VBP", "NN"
    for link in sentence.kids(sentence.head(token), "cc"):
        sentence.attach(link, above, "cc")
    sentence.attach(token, above, "conj")
    sentence.attach(share, token, "nsubj")
    for kid in sentence.kids(token, "det"):
        sentence.attach(kid, share, "det")


def statement_before_a_passive(sentence: Sentence, token: Token) -> None:
    """[17 were rescued], three bodies have been found: what is found holds no content before it."""
    head = sentence.head(token)
    subject = sentence.kid(head, *SUBJECTS)
    passive = sentence.kid(head, "auxpass") is not None
    if token.label != "ccomp" or not passive or subject is None or not token.i < subject.i < head.i:
        return
    first = min(sentence.subtree(subject))
    marked = sentence.tokens[first - 1].word in (",", ";") and sentence.kid(token, "mark") is None
    if marked and finite(sentence, token) and sentence.kid(token, *SUBJECTS) is not None:
        sentence.attach(token, token, "ROOT")


def relative_taken_for_noun(sentence: Sentence, token: Token) -> None:
    """the ship, which [sails] under a foreign flag: what has "which" as its subject is a verb."""
    subject = sentence.kid(token, "nsubj")
    if token.label == "relcl" and token.tag in ("NN", "NNS") and subject is not None and subject.tag in ("WDT", "WP"):
        bare = sentence.kid(token, "aux", "auxpass", "cop") is None
        if bare and subject.i == token.i - 1:
            token.tag = "VBZ" if token.tag == "NNS" else "VBP"
