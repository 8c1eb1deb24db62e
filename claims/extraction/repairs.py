"""Mends the parser's commonest mistakes on news before any rule looks at the tree. Each repair has its example."""

from __future__ import annotations

from collections.abc import Callable

from claims.extraction.tree import FINITE, Sentence, Token
from claims.extraction.words.verbs import REPORTING

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
OPENERS = frozenset(("as", "after", "before", "since", "until", "while", "because", "than"))


def repair(sentence: Sentence) -> Sentence:
    """Apply every repair, in order, to the sentence itself."""
    for mend in REPAIRS:
        for token in sentence.tokens:
            mend(sentence, token)
    return sentence


def _past_taken_for_participle(sentence: Sentence, token: Token) -> None:
    """Macron hosted Putin and [renewed] contacts; after its losses [widened]: no auxiliary to borrow, so a past tense."""
    if token.tag != "VBN" or sentence.kid(token, "aux", "auxpass") is not None:
        return
    if token.label in ("ROOT", "advcl", "ccomp", "relcl") and sentence.kid(token, "nsubj") is not None:
        token.tag = "VBD"
    if token.label != "conj":
        return
    head = sentence.head(token)
    active = head.tag == "VBD" and sentence.kid(head, "auxpass", "nsubjpass") is None
    if active and (sentence.kid(token, "dobj", "ccomp") is not None or sentence.kid(token, "nsubj") is not None):
        token.tag = "VBD"


def _participle_taken_for_past(sentence: Sentence, token: Token) -> None:
    """was sentenced to prison and [fined] 2 million: what is done to people goes on in the passive."""
    head = sentence.head(token)
    passive = (
        token.label == "conj" and sentence.kid(head, "auxpass") is not None and sentence.kid(token, *SUBJECTS) is None
    )
    if token.tag == "VBD" and passive and token.lemma in PUNISHED:
        token.tag = "VBN"


PUNISHED = frozenset(
    ("fine", "charge", "sentence", "jail", "arrest", "ban", "convict", "wound", "injure", "order", "release", "dismiss")
)


def _saying_at_the_end(sentence: Sentence, token: Token) -> None:
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


def _first_verb(sentence: Sentence, token: Token) -> Token | None:
    """The root that the saying was hung on, where it stands before it."""
    top = token
    while top.head != top.i:
        top = sentence.head(top)
    return top if top.is_verb and top.i < token.i else None


def _subject_taken_for_object(sentence: Sentence, token: Token) -> None:
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
    if token.i in (outer.i, noun.i) or _under(sentence, outer, token):
        return
    sentence.attach(token, outer, "advcl")
    sentence.attach(noun, token, "nsubj")
    sentence.attach(opener, token, "mark")


def _under(sentence: Sentence, token: Token, above: Token) -> bool:
    while token.head != token.i:
        if token.i == above.i:
            return True
        token = sentence.head(token)
    return token.i == above.i


def _parallel_auxiliary(sentence: Sentence, token: Token) -> None:
    """Kiev [has acknowledged] that … cannot be held and [has accused] Moscow: "has" goes on from "has", not from "can"."""
    if token.label != "conj":
        return
    head = sentence.head(token)
    mine, its = _auxiliary(sentence, token), _auxiliary(sentence, head)
    if not mine or mine == its or head.label != "ccomp" or sentence.kid(token, *SUBJECTS) is not None:
        return
    outer = sentence.head(head)
    if _auxiliary(sentence, outer) == mine:
        sentence.attach(token, outer, "conj")


def _auxiliary(sentence: Sentence, token: Token) -> str:
    first = sentence.kid(token, "aux", "auxpass")
    return first.lower if first else ""


def _antecedent_behind_a_verb(sentence: Sentence, token: Token) -> None:
    """not the time to lift [sanctions] that the Union has imposed: the relative hangs on the noun beside it."""
    if token.label != "relcl":
        return
    antecedent = sentence.head(token)
    first = min(sentence.subtree(token))
    between = [other for other in sentence.tokens[antecedent.i + 1 : first] if other.is_verb]
    near = next((other for other in reversed(sentence.tokens[antecedent.i + 1 : first]) if other.tag[:2] == "NN"), None)
    if between and near is not None and not _under(sentence, near, token):
        sentence.attach(token, near, "relcl")


def _where_beside_its_noun(sentence: Sentence, token: Token) -> None:
    """peace in eastern Ukraine [where fighting has killed …]: a relative of the noun beside it."""
    if token.label not in ("advcl", "relcl"):
        return
    first = sentence.tokens[min(sentence.subtree(token))]
    if first.lower != "where" or not first.i:
        return
    noun = sentence.tokens[first.i - 1]
    if noun.word == "," and first.i > 1:
        noun = sentence.tokens[first.i - 2]
    if noun.tag[:2] == "NN" and noun.label != "compound" and not _under(sentence, noun, token):
        sentence.attach(token, noun, "relcl")


def _subject_on_the_auxiliary(sentence: Sentence, token: Token) -> None:
    """30 employees [had] for different reasons been considered risks: the subject belongs to the verb."""
    if token.label in SUBJECTS and sentence.head(token).is_auxiliary:
        sentence.attach(token, sentence.head(sentence.head(token)), token.label)


def _adverbial_taken_for_content(sentence: Sentence, token: Token) -> None:
    """Video showed men [as vehicles burned]: what "as" or "after" opens is no content of showing."""
    mark = sentence.kid(token, "mark") if token.label == "ccomp" else None
    if mark is not None and mark.lower in OPENERS:
        token.label = "advcl"


def _noun_joined_to_a_verb(sentence: Sentence, token: Token) -> None:
    """moved 15 planes and [20 trains]: a noun after "and" goes on from the object, not from the verb."""
    head = sentence.head(token)
    if token.label != "conj" or token.tag[:2] not in ("NN", "CD") or not head.is_verb or sentence.kid(token, *SUBJECTS):
        return
    first = min(sentence.subtree(token))
    linked = first > 0 and sentence.tokens[first - 1].label == "cc"
    objects = [kid for kid in sentence.kids(head, "dobj", "attr", "nsubjpass") if kid.i < first]
    if linked and objects and objects[-1].i > head.i and not _has_verb(sentence, token):
        sentence.attach(sentence.tokens[first - 1], objects[-1], "cc")
        sentence.attach(token, objects[-1], "conj")


def _has_verb(sentence: Sentence, token: Token) -> bool:
    return any(kid.tag in FINITE for kid in sentence.kids(token))


def _clause_after_and(sentence: Sentence, token: Token) -> None:
    """He fled [and in March Russia annexed Crimea]: coordinated, not adverbial."""
    if token.label != "advcl" or token.tag not in FINITE or sentence.kid(token, "mark") is not None:
        return
    first = min(sentence.subtree(token))
    if first > 0 and sentence.tokens[first - 1].label == "cc" and sentence.kid(token, *SUBJECTS) is not None:
        token.label = "conj"


def _that_is_no_subject(sentence: Sentence, token: Token) -> None:
    """told her [that] in Ukraine Putin is …: with another subject behind it, "that" opens the clause."""
    if token.lower == "that" and token.label in SUBJECTS and len(sentence.kids(sentence.head(token), *SUBJECTS)) > 1:
        token.label = "mark"


def _said_to_be(sentence: Sentence, token: Token) -> None:
    """a field [said to be in Volnovakha]: a participle of the noun, no clause of saying."""
    follows = sentence.tokens[token.i + 1].lower if token.i + 1 < len(sentence.tokens) else ""
    noun = sentence.tokens[token.i - 1] if token.i else None
    bare = token.label == "ccomp" and follows == "to" and sentence.kid(token, *SUBJECTS) is None
    if (
        bare
        and token.lemma in REPORTING
        and noun is not None
        and noun.tag[:2] == "NN"
        and not _under(sentence, noun, token)
    ):
        token.tag = "VBN"
        sentence.attach(token, noun, "acl")


def _two_clauses_taken_for_one(sentence: Sentence, token: Token) -> None:
    """noticed [the people] and [a warship was deployed]: the first noun is an object, the second a subject."""
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


def _which_is_the_object(sentence: Sentence, token: Token) -> None:
    """boats [which … the United States have criticised]: with another subject behind it, "which" is the object."""
    if (
        token.tag in ("WDT", "WP")
        and token.label in SUBJECTS
        and len(sentence.kids(sentence.head(token), *SUBJECTS)) > 1
    ):
        token.label = "dobj"


def _figure_taken_for_verb(sentence: Sentence, token: Token) -> None:
    """from R11bn [to R5.5bn]: a figure is never a verb."""
    if token.is_verb and any(sign.isdigit() for sign in token.word) and token.label != "ROOT":
        token.tag, token.label = "CD", "pobj"


def _content_without_that(sentence: Sentence, token: Token) -> None:
    """found [reduction of yields] by 2050 [exceeded 10 %]: no "and" joins the verbs, so the second is what was found."""
    outer = sentence.head(token)
    joined = sentence.kid(outer, "cc") is not None or sentence.kid(token, "cc", "mark") is not None
    if (
        token.label != "conj"
        or outer.lemma not in REPORTING
        or joined
        or not _finite(sentence, token)
        or token.i < outer.i
    ):
        return
    if sentence.kid(token, *SUBJECTS) is None:
        thing = sentence.kid(outer, "dobj")
        if thing is None or not outer.i < thing.i < token.i or sentence.tokens[token.i - 1].word == ",":
            return
        for kid in sentence.kids(outer, "prep"):
            if thing.i < kid.i < token.i:
                sentence.attach(kid, token, "prep")
        sentence.attach(thing, token, "nsubj")
    sentence.attach(token, outer, "ccomp")


def _finite(sentence: Sentence, token: Token) -> bool:
    return token.tag in FINITE or any(kid.tag in FINITE for kid in sentence.kids(token, "aux", "auxpass"))


REPAIRS: tuple[Callable[[Sentence, Token], None], ...] = (
    _figure_taken_for_verb,
    _subject_on_the_auxiliary,
    _adverbial_taken_for_content,
    _past_taken_for_participle,
    _participle_taken_for_past,
    _saying_at_the_end,
    _subject_taken_for_object,
    _parallel_auxiliary,
    _antecedent_behind_a_verb,
    _where_beside_its_noun,
    _noun_joined_to_a_verb,
    _clause_after_and,
    _that_is_no_subject,
    _said_to_be,
    _two_clauses_taken_for_one,
    _which_is_the_object,
    _content_without_that,
)
