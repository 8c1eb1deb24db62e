"""Verbs joined to another that the parser hangs elsewhere. Each repair has its example."""

from __future__ import annotations

from claims.extraction.tree import FINITE, SUBJECTS, Sentence, Token, finite, under
from claims.extraction.words import listed

SAME_FORMS = listed("cut put set let hit shut cost quit spread bid hurt burst cast split beat")
PARTICIPLE_ENDS = (
    *("iven", "aken", "oken", "itten", "isen", "olen", "own"),
    *("awn", "allen", "osen", "eaten", "een", "one"),
)
OPENERS = frozenset(("when", "as", "after", "because", "while", "where"))


def then_done(sentence: Sentence, token: Token) -> None:
    """wrote 40 cheques[, then used the money]: goes on from "wrote" like after "and"."""
    head = sentence.head(token)
    then = next((kid for kid in sentence.kids(token, "advmod") if kid.lower == "then" and kid.i < token.i), None)
    bare = sentence.kid(token, *SUBJECTS) is None
    if then is not None and bare and token.label in ("dep", "ccomp", "advcl") and token.tag == head.tag == "VBD":
        token.label = "conj" if head.i < token.i else token.label


def same_form_behind_will(sentence: Sentence, token: Token) -> None:
    """would close 28 stores and [cut 2,000 jobs]: "would" serves both, though the form is the past tense's too."""
    head = sentence.head(token)
    bare = sentence.kid(token, "aux", "auxpass", *SUBJECTS) is None
    modal = any(kid.tag == "MD" for kid in sentence.kids(head, "aux"))
    if token.label == "conj" and token.tag == "VBP" and head.tag == "VB" and modal and bare:
        token.tag = "VB"  # would get land back and [pay 4 million]
    if (
        token.label == "conj"
        and token.tag in ("VBD", "VBN")
        and token.lower in SAME_FORMS
        and head.tag == "VB"
        and bare
    ):
        token.tag = "VB"


def verb_behind_and(sentence: Sentence, token: Token) -> None:
    """is to cut 1,400 jobs and [close 62 shops]: with an object, what is joined to a verb is one."""
    head = sentence.head(token)
    if token.label == "conj" and token.tag in ("JJ", "NN", "RB") and head.tag == "VB" and sentence.kid(token, "dobj"):
        token.tag = "VB"


def same_form_behind_a_past(sentence: Sentence, token: Token) -> None:
    """kept rates at 7 percent and [cut its forecast]: no "will" or "to" before it, so a past tense."""
    head = sentence.head(token)
    bare = sentence.kid(token, "aux", "auxpass", *SUBJECTS) is None
    if token.label == "conj" and token.tag == "VB" and token.lower in SAME_FORMS and head.tag == "VBD" and bare:
        token.tag = "VBD"


def participle_behind_has(sentence: Sentence, token: Token) -> None:
    """has killed 18,000 and [driven 1.2 million] from home: no past tense looks so."""
    head = sentence.head(token)
    has = any(kid.lemma == "have" for kid in sentence.kids(head, "aux"))
    plain = token.lower.endswith(PARTICIPLE_ENDS) and token.lower not in ("happen", "open")
    if token.label == "conj" and token.tag == "VBD" and has and plain and sentence.kid(token, *SUBJECTS) is None:
        token.tag = "VBN"


def second_expectation(sentence: Sentence, token: Token) -> None:
    """expects output to rise and [exports to fall]: the noun between "and" and "to" is the second subject."""
    to, head = sentence.tokens[token.i - 1] if token.i else token, sentence.head(token)
    while head.tag != "VB" and head.head != head.i and head.i < token.i and head.tag[:2] == "NN":
        head = sentence.head(head)
    first = sentence.kid(head, "nsubj")
    if to.tag != "TO" or token.tag != "VB" or head.tag != "VB" or head.label != "ccomp" or first is None:
        return
    noun = sentence.tokens[to.i - 1]
    start = noun.i
    while sentence.tokens[start - 1].tag[:2] in ("NN", "JJ", "DT", "PR", "HY", "CD", "PO") and start > head.i:
        start -= 1
    link = sentence.tokens[start - 1]
    if noun.tag[:2] != "NN" or link.lower != "and" or link.i <= head.i or under(sentence, head, token):
        return
    if sentence.kid(token, *SUBJECTS) is not None or under(sentence, token, noun):
        if not (under(sentence, token, noun) and noun.i > head.i):
            return
        sentence.attach(token, head, "conj")
    sentence.attach(token, head, "conj")
    sentence.attach(noun, token, "nsubj")
    sentence.attach(link, head, "cc")


def figure_beside_figure(sentence: Sentence, token: Token) -> None:
    """growth of 2 percent this year and [3 percent in 2020]: joined to the first figure, not to "growth"."""
    head = sentence.head(token)
    if token.label != "conj" or head.tag[:2] != "NN" or sentence.kid(token, "nummod") is None:
        return
    own = [sentence.tokens[i] for i in sentence.subtree(head) if head.i < i < token.i and i != token.i]
    first = next((part for part in own if part.lower == token.lower and part.label == "pobj"), None)
    if first is None or sentence.kid(head, "nummod") is not None or under(sentence, first, token):
        return
    for link in sentence.kids(head, "cc"):
        sentence.attach(link, first, "cc")
    sentence.attach(token, first, "conj")


def second_subject(sentence: Sentence, token: Token) -> None:
    """were found guilty of treason and [two were acquitted]: the noun between "and" and the verb is its subject."""
    first = sentence.kid(token, "aux", "auxpass") or token
    noun = sentence.tokens[first.i - 1] if first.i > 1 else first
    if token.label != "conj" or not finite(sentence, token) or sentence.kid(token, *SUBJECTS) is not None:
        return
    while noun.label == "pobj" and sentence.head(sentence.head(noun)).tag[:2] in ("NN", "CD"):
        noun = sentence.head(sentence.head(noun))
    start = min(sentence.subtree(noun), default=0)
    link = sentence.tokens[start - 1] if start else token
    plain = noun.tag[:2] in ("NN", "CD") and noun.label == "conj" and noun.i < first.i and link.label == "cc"
    if plain and noun.head < start and not under(sentence, token, noun) and sentence.head(token).i < start:
        sentence.attach(noun, token, "nsubjpass" if sentence.kid(token, "auxpass") is not None else "nsubj")
        sentence.attach(link, sentence.head(token), "cc")


def verb_behind_an_absolute(sentence: Sentence, token: Token) -> None:
    """About 60 men, some of them carrying rifles, [broke] the gate: no "and" joins it, so it is what the men did."""
    participle = sentence.head(token)
    noun = sentence.head(participle)
    if (
        token.label != "conj"
        or token.tag != "VBD"
        or participle.tag != "VBG"
        or participle.label not in ("acl", "advcl")
    ):
        return
    linked = sentence.kid(participle, "cc") is not None or sentence.tokens[token.i - 1].word != ","
    if linked or noun.tag not in ("NN", "NNS", "NNP", "NNPS") or sentence.kid(token, *SUBJECTS) is not None:
        return
    outer = sentence.head(noun)
    if noun.label not in ("dep", "nsubj", "ROOT", "npadvmod") or (outer.i != noun.i and not outer.is_verb):
        return
    sentence.attach(token, token if outer.i == noun.i else outer, "ROOT" if outer.i == noun.i else "ccomp")
    sentence.attach(noun, token, "nsubj")


def only_verb_of_its_sentence(sentence: Sentence, token: Token) -> None:
    """Residents of the streets nearest to the port [spent] Tuesday night in a hall: the sentence has no other verb."""
    if token.tag != "VBN" or token.label != "acl":
        return
    top = sentence.head(token)
    timed = any(kid.entity in ("DATE", "TIME") and kid.i > token.i for kid in sentence.kids(token, "npadvmod"))
    object_ = sentence.kid(token, "dobj")
    if not (timed or object_) or sentence.kid(token, "agent", "aux"):
        return
    while top.head != top.i:
        top = sentence.head(top)
    if (
        top.tag not in ("NN", "NNS", "NNP", "NNPS")
        or top.i > token.i
        or any(part.tag in FINITE for part in sentence.tokens)
    ):
        return
    token.tag = "VBD"
    sentence.attach(token, token, "ROOT")
    sentence.attach(top, token, "nsubj")


def done_by_after_a_comma(sentence: Sentence, token: Token) -> None:
    """fell 31 percent[, dragged down by lower prices]: without "and" before it, what has a doer is a participle."""
    head = sentence.head(token)
    before = sentence.tokens[token.i - 1] if token.i else token
    bare = sentence.kid(token, "aux", "auxpass", "dobj", "cc", *SUBJECTS) is None
    by = next((kid for kid in sentence.kids(token, "agent", "prep") if kid.lower == "by"), None)
    if token.label == "conj" and token.tag == "VBD" and before.word == "," and bare and by is not None and head.is_verb:
        token.tag, token.label, by.label = "VBN", "advcl", "agent"


def done_to_without_verb(sentence: Sentence, token: Token) -> None:
    """houses were destroyed and [112,000 people forced from their homes] when rain fell: they "were" forced."""
    head = sentence.head(token)
    noun = next((kid for kid in sentence.kids(token, "nsubj", "nsubjpass") if kid.i < token.i), None)
    if token.label != "conj" or noun is None or not finite(sentence, token) or sentence.kid(head, "auxpass") is None:
        return
    done = next((part for part in sentence.tokens[noun.i + 1 : token.i] if part.tag == "VBN"), None)
    if done is None or done.label != "acl" or not under(sentence, done, noun):
        return
    behind = sentence.tokens[done.i + 1 : token.i]
    opener = next((part for part in behind if part.lower in OPENERS and part.tag in ("IN", "WRB")), None)
    if opener is None or not any(part.tag[:2] in ("NN", "PR") for part in behind if part.i > opener.i):
        return
    sentence.attach(done, head, "conj")
    sentence.attach(noun, done, "nsubjpass")
    sentence.attach(token, done, "advcl")
    for kid in sentence.kids(opener, "pobj"):
        sentence.attach(kid, token, "nsubj")
    sentence.attach(opener, token, "advmod" if opener.tag == "WRB" else "mark")
