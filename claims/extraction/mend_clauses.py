"""Clauses that the parser hangs wrongly in news. Each repair has its example."""

from __future__ import annotations

from claims.extraction.tree import FINITE, SUBJECTS, Sentence, Token, finite, under
from claims.extraction.words.verbs import REPORTING

OPENERS = frozenset(("as", "after", "before", "since", "until", "while", "because", "than"))


def saying_at_the_end(sentence: Sentence, token: Token) -> None:
    """The referendum is illegal and no mission will come, [the Swiss head said on Monday]: the saying is the root."""
    if (
        token.lemma not in REPORTING
        or token.label not in ("conj", "parataxis", "dep", "advcl")
        or token.tag not in FINITE
    ):
        return
    first = _first_verb(sentence, token)
    own = sentence.subtree(token)
    before = sentence.tokens[min(own) - 1] if min(own) else None
    opened = sentence.kid(token, "mark", "cc", "ccomp", "dobj") is not None
    if first is None or before is None or before.word != "," or opened or sentence.kid(token, "nsubj") is None:
        return
    sentence.attach(token, token, "ROOT")
    sentence.attach(first, token, "ccomp")


def subject_taken_for_object(sentence: Sentence, token: Token) -> None:
    """warnings [as severe weather continues]: the noun after "as" is the subject of the verb right behind it."""
    if (
        token.tag not in FINITE
        or token.is_auxiliary
        or sentence.kid(token, *SUBJECTS) is not None
        or token.label == "ROOT"
    ):
        return
    noun = sentence.tokens[token.i - 1] if token.i else None
    if noun is None or noun.label != "pobj":
        return
    opener = sentence.head(noun)
    if opener.lower not in OPENERS or opener.label != "prep":
        return
    outer = sentence.head(opener)
    if token.i in (outer.i, noun.i) or under(sentence, outer, token):
        return
    sentence.attach(token, outer, "advcl")
    sentence.attach(noun, token, "nsubj")
    sentence.attach(opener, token, "mark")


def parallel_auxiliary(sentence: Sentence, token: Token) -> None:
    """Kiev [has acknowledged] that … cannot be held and [has accused] Moscow: "has" goes on from "has"."""
    if token.label != "conj":
        return
    head = sentence.head(token)
    mine, its = _auxiliary(sentence, token), _auxiliary(sentence, head)
    if not mine or mine == its or head.label != "ccomp" or sentence.kid(token, *SUBJECTS) is not None:
        return
    outer = sentence.head(head)
    if _auxiliary(sentence, outer) == mine:
        sentence.attach(token, outer, "conj")


def clause_after_and(sentence: Sentence, token: Token) -> None:
    """He fled [and in March Russia annexed Crimea]: coordinated, not adverbial."""
    if token.label != "advcl" or token.tag not in FINITE or sentence.kid(token, "mark") is not None:
        return
    first = min(sentence.subtree(token))
    if first > 0 and sentence.tokens[first - 1].label == "cc" and sentence.kid(token, *SUBJECTS) is not None:
        token.label = "conj"


def two_clauses_taken_for_one(sentence: Sentence, token: Token) -> None:
    """saw [the smoke] and [a plane was sent]: the first noun is an object, the second a subject."""
    outer = sentence.head(token)
    subject = sentence.kid(token, "nsubj", "nsubjpass")
    plain = (
        token.label in ("ccomp", "attr")
        and sentence.kid(token, "mark") is None
        and outer.lemma not in REPORTING - {"note"}
    )
    if (
        not plain
        or subject is None
        or not outer.is_verb
        or not outer.i < subject.i < token.i
        or sentence.kid(outer, "dobj")
    ):
        return
    link, other = sentence.kid(subject, "cc"), sentence.kid(subject, "conj")
    if link is None or other is None or link.lower not in ("and", "but"):
        return
    sentence.attach(other, token, subject.label)
    sentence.attach(link, outer, "cc")
    sentence.attach(subject, outer, "attr" if outer.lemma == "be" else "dobj")
    sentence.attach(token, outer, "conj")


def content_without_that(sentence: Sentence, token: Token) -> None:
    """found [reduction of yields] by 2050 [exceeded 10 %]: no "and" joins the verbs, so that is what was found."""
    outer = sentence.head(token)
    joined = sentence.kid(outer, "cc") is not None or sentence.kid(token, "cc", "mark") is not None
    if token.label not in ("conj", "ccomp") or outer.lemma not in REPORTING or joined or token.i < outer.i:
        return
    if any(kid.lower == "then" and kid.i < token.i for kid in sentence.kids(token, "advmod")):
        return  # wrote 40 cheques, then used the money
    bare = sentence.kid(token, *SUBJECTS) is None
    if not finite(sentence, token) or (token.label == "ccomp" and not bare):
        return
    thing = sentence.kid(outer, "dobj")
    if bare and (thing is None or not outer.i < thing.i < token.i):
        return
    if bare and thing is not None:
        for kid in sentence.kids(outer, "prep"):
            if thing.i < kid.i < token.i:
                sentence.attach(kid, token, "prep")
        sentence.attach(thing, token, "nsubjpass" if sentence.kid(token, "auxpass") is not None else "nsubj")
    sentence.attach(token, outer, "ccomp")


def where_beside_its_noun(sentence: Sentence, token: Token) -> None:
    """peace in eastern Ukraine [where fighting has killed …]: a relative of the noun beside it."""
    if token.label not in ("advcl", "relcl"):
        return
    first = sentence.tokens[min(sentence.subtree(token))]
    if first.lower != "where" or not first.i:
        return
    noun = sentence.tokens[first.i - 1]
    if noun.word == "," and first.i > 1:
        noun = sentence.tokens[first.i - 2]
    if noun.tag[:2] == "NN" and noun.label != "compound" and not under(sentence, noun, token):
        sentence.attach(token, noun, "relcl")


def when_beside_its_day(sentence: Sentence, token: Token) -> None:
    """homeless since Friday[, when 280mm of rain fell]: a relative of the day beside it."""
    if token.label not in ("advcl", "relcl"):
        return
    first = sentence.tokens[min(sentence.subtree(token))]
    if first.lower != "when" or first.i < 2 or sentence.tokens[first.i - 1].word != ",":
        return
    day = sentence.tokens[first.i - 2]
    while day.entity == "DATE" and sentence.head(day).entity == "DATE" and sentence.head(day).i < first.i:
        day = sentence.head(day)
    if day.entity == "DATE" and token.head != day.i and not under(sentence, day, token):
        sentence.attach(token, day, "relcl")


def antecedent_behind_a_verb(sentence: Sentence, token: Token) -> None:
    """not the time to lift [sanctions] that the Union has imposed: the relative hangs on the noun beside it."""
    if token.label != "relcl":
        return
    antecedent = sentence.head(token)
    first = min(sentence.subtree(token))
    between = [other for other in sentence.tokens[antecedent.i + 1 : first] if other.is_verb]
    near = next((other for other in reversed(sentence.tokens[antecedent.i + 1 : first]) if other.tag[:2] == "NN"), None)
    if between and near is not None and not under(sentence, near, token):
        sentence.attach(token, near, "relcl")


def relative_of_another_number(sentence: Sentence, token: Token) -> None:
    """hopes of an oil boom [that were raised in 1998]: the hopes were; the second drug in tablets, [which kills …]."""
    noun = sentence.head(token)
    said = sentence.kid(token, "nsubj", "nsubjpass")
    if token.label != "relcl" or said is None or said.lower not in ("that", "which", "who") or said.tag[0] != "W":
        return
    verb = next(iter(sentence.kids(token, "aux", "auxpass")), token)
    many = verb.lower in ("were", "are", "have") or (verb.tag == "VBP" and verb.lower != "had")
    one = verb.lower in ("was", "is", "has") or verb.tag == "VBZ"
    wanted = "NNS" if many else "NN" if one else ""
    if not wanted or noun.tag not in ("NN", "NNS") or noun.tag == wanted or sentence.kid(noun, "conj") is not None:
        return
    above = sentence.head(noun)
    while above.head != above.i and above.tag not in ("NN", "NNS"):
        above = sentence.head(above)
    if above.tag == wanted and above.i < noun.i:
        sentence.attach(token, above, "relcl")


def counted_and_done_to(sentence: Sentence, token: Token) -> None:
    """four were beaten and [two journalists arrested]: a second passive that leaves out its "were"."""
    head = sentence.head(token)
    done = sentence.kid(token, "acl")
    passive = head.is_verb and sentence.kid(head, "auxpass") is not None
    if (
        token.label != "conj"
        or token.tag[:2] != "NN"
        or not passive
        or done is None
        or done.tag != "VBN"
        or done.i < token.i
    ):
        return
    if sentence.kid(token, "nummod") is not None:
        sentence.attach(done, head, "conj")
        sentence.attach(token, done, "nsubjpass")


def verb_joined_to_a_word(sentence: Sentence, token: Token) -> None:
    """condemned the vote as illegitimate and [imposed] bans: a verb with an object goes on from a verb."""
    if (
        token.label != "conj"
        or not token.is_verb
        or sentence.head(token).is_verb
        or sentence.kid(token, "dobj") is None
    ):
        return
    above = sentence.head(token)
    past = ("VBD", "VBN")
    while above.head != above.i and not above.is_verb:
        above = sentence.head(above)
    if above.i < token.i and (above.tag == token.tag or {above.tag, token.tag} == set(past)):
        token.tag = above.tag
        sentence.attach(token, above, "conj")


def remark_behind_a_relative(sentence: Sentence, token: Token) -> None:
    """The club, which finished 17th[, two points above the last], has spent …: it goes on from "finished"."""
    noun = sentence.head(token)
    if token.label not in ("npadvmod", "prep", "advmod", "amod", "nummod", "appos") or noun.tag[:2] != "NN":
        return
    own = sentence.subtree(token)
    clause = next((kid for kid in sentence.kids(noun, "relcl") if noun.i < kid.i < own[0]), None)
    verb = sentence.head(noun)
    between = clause is not None and noun.label in ("nsubj", "nsubjpass") and own[-1] < verb.i
    if clause is None or not between or sentence.tokens[own[0] - 1].word != ",":
        return
    opener = sentence.tokens[own[0]]
    if token.label != "appos" or opener.tag in ("RB", "CD"):
        sentence.attach(token, clause, "npadvmod" if token.label in ("appos", "amod", "nummod") else token.label)


def verb_behind_other_than(sentence: Sentence, token: Token) -> None:
    """No state [other than Norland] has recognised it: the verb is the state's."""
    noun, than = sentence.head(token), sentence.kid(token, "mark")
    subject = sentence.kid(token, "nsubj")
    if token.label != "advcl" or than is None or than.lower != "than" or subject is None or noun.head != noun.i:
        return
    if noun.tag[:2] != "NN" or not finite(sentence, token) or not noun.i < than.i < subject.i < token.i:
        return
    sentence.attach(token, token, "ROOT")
    sentence.attach(noun, token, "nsubj")
    sentence.attach(than, noun, "prep")
    sentence.attach(subject, than, "pobj")
    than.tag = "IN"


def _first_verb(sentence: Sentence, token: Token) -> Token | None:
    """The root that the saying was hung on, where it stands before it."""
    top = token
    while top.head != top.i:
        top = sentence.head(top)
    return top if top.is_verb and top.i < token.i else None


def _auxiliary(sentence: Sentence, token: Token) -> str:
    first = sentence.kid(token, "aux", "auxpass")
    return first.lower if first else ""
