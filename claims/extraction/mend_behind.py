"""Clauses behind a noun that the parser hangs on the verb: "work she had not seen", "the war, after which …"."""

from __future__ import annotations

from claims.extraction.tree import SUBJECTS, Sentence, Token, finite, under
from claims.extraction.words import listed

PREPOSITIONS = listed("after before since during under through in at on by for from with to against")
# They need an object: without one of its own, the noun before them is it.
TRANSITIVE = listed("see make buy know meet want need receive give send use take have find build own write")


def plain_form_is_finite(sentence: Sentence, token: Token) -> None:
    """Ukraine and NATO [accuse] Russia: with a subject before it and no "to" or "will", a present tense."""
    subject = sentence.kid(token, *SUBJECTS)
    alone = sentence.kid(token, "aux", "auxpass") is None and token.head == token.i
    if token.tag == "VB" and alone and subject is not None and subject.i < token.i and token.lower != "be":
        token.tag = "VBP"


def behind_a_preposition(sentence: Sentence, token: Token) -> None:
    """the war, [after which Lorn recognised both]: of the noun before the comma."""
    if token.label not in ("advcl", "ccomp", "relcl"):
        return
    own = sentence.subtree(token)
    first = sentence.tokens[own[0]]
    if first.lower not in PREPOSITIONS or len(own) < 4 or own[0] < 2:
        return
    which, noun = sentence.tokens[own[1]], sentence.tokens[own[0] - 2]
    opened = which.lower in ("which", "whom") and which.tag[0] == "W" and sentence.tokens[own[0] - 1].word == ","
    if not opened or noun.tag[:2] != "NN" or not finite(sentence, token) or under(sentence, noun, token):
        return
    while noun.label == "compound" and sentence.head(noun).i < own[0]:
        noun = sentence.head(noun)
    sentence.attach(token, noun, "relcl")


def which_behind_its_noun(sentence: Sentence, token: Token) -> None:
    """a referendum on 11 May [which both have called illegal]: the referendum, not what was said."""
    which = sentence.kid(token, "dobj")
    if token.label != "ccomp" or which is None or which.lower != "which" or which.i != min(sentence.subtree(token)):
        return
    noun = sentence.tokens[which.i - 1]
    while noun.entity == "DATE" or noun.label in ("prep", "punct", "compound", "nummod", "det", "amod"):
        if noun.head == noun.i or noun.head > which.i:
            return
        noun = sentence.head(noun)
    if noun.tag[:2] == "NN" and not under(sentence, noun, token):
        sentence.attach(token, noun, "relcl")


def contact_relative(sentence: Sentence, token: Token) -> None:
    """would not sign for work [she had not seen]: said of the work, and no second thing that was told."""
    outer, subject = sentence.head(token), sentence.kid(token, "nsubj")
    if token.label not in ("ccomp", "dep") or subject is None or subject.tag != "PRP" or token.lemma not in TRANSITIVE:
        return
    noun = sentence.tokens[subject.i - 1] if subject.i else token
    other = next((kid for kid in sentence.kids(outer, "ccomp") if kid.i < token.i), None)
    bare = sentence.kid(token, "mark", "dobj", "ccomp", "xcomp") is None
    beside = noun.tag in ("NN", "NNS") and noun.label in ("pobj", "dobj") and not under(sentence, noun, token)
    if other is not None and bare and beside and subject.i == min(sentence.subtree(token)):
        sentence.attach(token, noun, "relcl")


def among_them_is_no_subject(sentence: Sentence, token: Token) -> None:
    """after the parties, [among them the Greens], complained: the parties did."""
    them, named = sentence.kid(token, "pobj"), sentence.head(token)
    verb = sentence.head(named)
    before = sentence.tokens[token.i - 1] if token.i > 1 else token
    if token.lower != "among" or them is None or them.lower not in ("them", "whom") or before.word != ",":
        return
    if named.label not in ("nsubj", "nsubjpass") or named.i < token.i or not finite(sentence, verb):
        return
    noun = sentence.tokens[before.i - 1]
    opener, outer = sentence.head(noun), sentence.head(sentence.head(noun))
    if noun.tag[:2] != "NN" or noun.label not in ("pobj", "dobj", "nsubj", "npadvmod") or under(sentence, noun, named):
        return
    if noun.label == "pobj":
        if opener.lower not in ("after", "as", "before", "since") or sentence.head(outer).i != verb.i:
            return
        sentence.attach(outer, outer, "ROOT")
        sentence.attach(verb, outer, "advcl")
        sentence.attach(opener, verb, "mark")
    elif under(sentence, noun, verb):
        return
    sentence.attach(noun, verb, named.label)
    sentence.attach(named, noun, "appos")
