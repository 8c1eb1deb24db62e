"""Single tokens that the parser tags, labels or hangs wrongly in news. Each repair has its example."""

from __future__ import annotations

import re

from claims.extraction.tree import FINITE, SUBJECTS, Sentence, Token, under
from claims.extraction.words import listed
from claims.extraction.words.verbs import REPORTING

# R441bn · RM12 · 40m
SUM = re.compile(r"(?:R|RM|Rs|N|KSh|Sh|[$€£])?\d[\d.,]*(?:bn|mn|tn|m|k)?")
OPENERS = frozenset(("as", "after", "before", "since", "until", "while", "because", "than"))
# Done to people: coordinated with a passive, their past tense is a participle.
PUNISHED = listed(
    """
    fine charge sentence jail arrest ban convict wound injure order release dismiss launch build repair publish approve
    destroy remand seize evacuate rescue treat abduct kidnap kill detain damage displace hospitalise hospitalize trap
    capture acquit behead torch loot bury
    """
)


def figure_taken_for_verb(sentence: Sentence, token: Token) -> None:
    """from R11bn [to R5.5bn]: a figure is never a verb."""
    if token.is_verb and any(sign.isdigit() for sign in token.word) and token.label != "ROOT":
        token.tag, token.label = "CD", "pobj"
    if token.tag in ("ADD", "XX", "FW", "SYM") and any(sign.isdigit() for sign in token.word):
        token.tag = "CD"
    if token.entity in ("PERSON", "ORG", "GPE", "NORP", "PRODUCT") and SUM.fullmatch(token.word):
        token.entity = "MONEY"


def have_is_finite(sentence: Sentence, token: Token) -> None:
    """The rains, which fall in May, [have] been heavier: without "will" or "to" before it, a present tense."""
    if token.lower != "have" or token.tag != "VB" or token.label != "aux":
        return
    if not any(kid.tag in ("MD", "TO") and kid.i < token.i for kid in sentence.kids(sentence.head(token), "aux")):
        token.tag = "VBP"


def subject_on_the_auxiliary(sentence: Sentence, token: Token) -> None:
    """30 employees [had] for different reasons been considered risks: the subject belongs to the verb."""
    if token.label in SUBJECTS and sentence.head(token).is_auxiliary:
        sentence.attach(token, sentence.head(sentence.head(token)), token.label)


def adverbial_taken_for_content(sentence: Sentence, token: Token) -> None:
    """Video showed men [as vehicles burned]: what "as" or "after" opens is no content of showing."""
    mark = sentence.kid(token, "mark") if token.label == "ccomp" else None
    if mark is not None and mark.lower in OPENERS:
        token.label = "advcl"


def past_taken_for_participle(sentence: Sentence, token: Token) -> None:
    """hosted him and [renewed] contacts; after its losses [widened]: no auxiliary to borrow, so a past tense."""
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


def participle_taken_for_past(sentence: Sentence, token: Token) -> None:
    """was sentenced to prison and [fined] 2 million; 11 were killed and [26 abducted]; two [found dead]: what is done
    to people goes on in the passive."""
    if token.label != "conj" or token.tag != "VBD" or sentence.kid(sentence.head(token), "auxpass") is None:
        return
    doing = (
        sentence.kid(token, "dobj", "ccomp", "aux", "auxpass") is not None
        and sentence.kid(token, *SUBJECTS) is not None
    )
    found_so = token.lemma == "find" and sentence.kid(token, "oprd", "acomp") is not None
    if (token.lemma in PUNISHED and not doing) or found_so:
        token.tag = "VBN"
        for kid in sentence.kids(token, "nsubj"):
            kid.label = "nsubjpass"


def noun_joined_to_a_verb(sentence: Sentence, token: Token) -> None:
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


def that_is_no_subject(sentence: Sentence, token: Token) -> None:
    """told her [that] in Ukraine Putin is …: with another subject behind it, "that" opens the clause."""
    if token.lower == "that" and token.label in SUBJECTS and len(sentence.kids(sentence.head(token), *SUBJECTS)) > 1:
        token.label = "mark"


def that_is_no_determiner(sentence: Sentence, token: Token) -> None:
    """told the radio [that] turnout had been 73 percent: behind a verb of saying, "that" opens the clause."""
    noun = sentence.head(token)
    verb = sentence.head(noun)
    if token.lower != "that" or token.label != "det" or verb.label != "ccomp":
        return
    # found [that birch plywood has been …]: without an article of its own, but "found that plywood was …" may have one
    behind_saying = sentence.tokens[token.i - 1].i == verb.head and noun.tag in ("NNS", "NNPS")
    behind_saying = behind_saying or sentence.kid(noun, "compound", "amod", "prep") is not None
    before = sentence.tokens[token.i - 1]
    told = before.head == verb.head and before.label in ("dobj", "dative") and sentence.head(verb).lemma == "tell"
    opens = token.tag == "WDT" or told or (before.i == verb.head and behind_saying)
    if opens and verb.is_verb and sentence.kid(verb, "mark") is None and token.i < verb.i:
        token.tag = "IN"
        sentence.attach(token, verb, "mark")


def that_is_no_object(sentence: Sentence, token: Token) -> None:
    """told the council [that] she would not sign: with a subject of its own behind it, "that" opens what was told."""
    verb = sentence.head(token)
    if token.lower != "that" or token.label != "dobj" or token.tag != "WDT" or verb.label != "ccomp":
        return
    subject = sentence.kid(verb, "nsubj", "nsubjpass")
    opened = token.i == min(sentence.subtree(verb)) and sentence.head(verb).lemma in REPORTING
    if opened and subject is not None and token.i < subject.i < verb.i:
        token.tag, token.label = "IN", "mark"


def saying_taken_for_noun(sentence: Sentence, token: Token) -> None:
    """…, [WWF estimates]: a noun with a content clause is a verb of saying, and the word before it its subject."""
    content = sentence.kid(token, "ccomp")
    sayer = sentence.kid(token, "compound", "nmod")
    if (
        token.tag == "NNS"
        and token.label == "ROOT"
        and token.lemma in REPORTING
        and content is not None
        and sayer is not None
    ):
        token.tag, sayer.label = "VBZ", "nsubj"


def forecast_taken_for_noun(sentence: Sentence, token: Token) -> None:
    """[The IMF forecasts] growth of 2 percent: the plural between name and noun is the missing verb."""
    name = sentence.tokens[token.i - 1] if token.i else token
    noun = sentence.head(token)
    verbs = any(part.tag in FINITE for part in sentence.tokens)
    if token.tag != "NNS" or token.label != "compound" or token.lemma not in REPORTING or verbs or not name.is_name:
        return
    if name.label != "compound" or noun.label != "ROOT" or noun.i < token.i:
        return
    token.tag = "VBZ"
    sentence.attach(token, token, "ROOT")
    sentence.attach(noun, token, "dobj")
    sentence.attach(name, token, "nsubj")
    for kid in [kid for kid in sentence.kids(noun) if kid.i < name.i]:
        sentence.attach(kid, name, kid.label)
    for kid in [kid for kid in sentence.kids(noun, "punct") if kid.i > noun.i]:
        sentence.attach(kid, token, "punct")


def noun_before_its_verb(sentence: Sentence, token: Token) -> None:
    """[The road] links two towns: a noun hung on a verb of the present as part of a name is its subject."""
    noun = sentence.kid(token, "compound", "nmod")
    if token.tag not in ("VBZ", "VBD") or token.head != token.i or noun is None or noun.i != token.i - 1:
        return
    if noun.tag[:2] != "NN" or sentence.kid(token, *SUBJECTS) is not None:
        return
    noun.label = "nsubj"
    for kid in sentence.kids(token, "det", "amod", "poss", "compound", "nummod"):
        if kid.i < noun.i:
            sentence.attach(kid, noun, kid.label)


def said_to_be(sentence: Sentence, token: Token) -> None:
    """a field [said to be in Volnovakha]: a participle of the noun, no clause of saying."""
    follows = sentence.tokens[token.i + 1].lower if token.i + 1 < len(sentence.tokens) else ""
    noun = sentence.tokens[token.i - 1] if token.i else None
    bare = token.label == "ccomp" and follows == "to" and sentence.kid(token, *SUBJECTS) is None
    if (
        bare
        and token.lemma in REPORTING
        and noun is not None
        and noun.tag[:2] == "NN"
        and not under(sentence, noun, token)
    ):
        token.tag = "VBN"
        sentence.attach(token, noun, "acl")


def which_is_the_object(sentence: Sentence, token: Token) -> None:
    """boats [which … the United States have criticised]: with another subject behind it, "which" is the object."""
    if (
        token.tag in ("WDT", "WP")
        and token.label in SUBJECTS
        and len(sentence.kids(sentence.head(token), *SUBJECTS)) > 1
    ):
        token.label = "dobj"


def done_before_its_subject(sentence: Sentence, token: Token) -> None:
    """[Seized were] 18 phones and five laptops: the participle comes first, its subject last."""
    be = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
    opens = token.i == 0 or (token.i == 1 and sentence.tokens[0].lower == "also")
    if token.tag not in ("VBN", "JJ", "NNP", "VBD") or be is None or be.lower not in ("was", "were") or not opens:
        return
    thing = sentence.kid(be, "attr", "nsubj") or sentence.kid(token, "nsubj", "attr")
    if thing is None or thing.i < be.i or not token.lower.endswith("ed"):
        return
    sentence.attach(token, token, "ROOT")
    sentence.attach(be, token, "auxpass")
    sentence.attach(thing, token, "nsubjpass")
    token.tag = "VBN"


def subject_behind_being(sentence: Sentence, token: Token) -> None:
    """Among the wounded [were three journalists]: what follows is the subject."""
    first = sentence.tokens[min(sentence.subtree(token))]
    before = token.lemma == "be" and first.i < token.i and first.tag == "IN"
    if before and token.head == token.i and sentence.kid(token, *SUBJECTS) is None:
        thing = sentence.kid(token, "attr")
        if thing is not None and thing.i > token.i:
            thing.label = "nsubj"


def participle_between_commas(sentence: Sentence, token: Token) -> None:
    """The museum, [opened in 1962 and visited by many], will close: what has its own auxiliary is the main verb."""
    linked = sentence.kid(token, "cc") is not None
    main = next((kid for kid in sentence.kids(token, "conj") if _main(sentence, kid, linked=linked)), None)
    subject = sentence.kid(token, "nsubj", "nsubjpass")
    alone = (
        token.tag in ("VBD", "VBN") and token.label == "ROOT" and sentence.kid(token, "aux", "auxpass", "dobj") is None
    )
    if main is None or subject is None or not alone or main.i < token.i or sentence.kid(main, *SUBJECTS) is not None:
        return
    first = min(i for i in sentence.subtree(main))
    if sentence.tokens[token.i - 1].word != "," or sentence.tokens[first - 1].word != "," or subject.i > token.i:
        return
    token.tag = "VBN"
    sentence.attach(main, main, "ROOT")
    sentence.attach(subject, main, "nsubjpass" if sentence.kid(main, "auxpass") else "nsubj")
    sentence.attach(token, subject, "acl")
    for kid in sentence.kids(token):
        if kid.i > main.i:
            sentence.attach(kid, main, kid.label)


def _whose_person(sentence: Sentence, token: Token) -> None:
    """the murder of Sara Lind, 29, [whose body was found]: the person beside it, her age apart."""
    clause = sentence.head(sentence.head(token))
    at = token.i - 2 if token.i > 1 and sentence.tokens[token.i - 1].word == "," else -1
    if at > 1 and sentence.tokens[at].word.isdigit() and sentence.tokens[at - 1].word == ",":
        at -= 2
    person = sentence.tokens[at] if at >= 0 else token
    apart = clause.label == "relcl" and clause.head != person.i and not under(sentence, person, clause)
    if token.lower == "whose" and person.entity == "PERSON" and apart:
        sentence.attach(clause, person, "relcl")


def whose_is_the_object(sentence: Sentence, token: Token) -> None:
    """[whose fortune the magazine Capital] estimates at …: the noun behind "whose" is the object."""
    noun = sentence.head(token)
    _whose_person(sentence, token)
    if token.lower != "whose" or noun.label != "nsubj":
        return
    for other in sentence.kids(noun, "appos"):
        first = sentence.tokens[min(sentence.subtree(other))]
        if first.i == noun.i + 1 and first.tag in ("DT", "NNP", "PRP$"):
            sentence.attach(other, sentence.head(noun), "nsubj")
            noun.label = "dobj"


def last_participle_is_the_verb(sentence: Sentence, token: Token) -> None:
    """The painting, stolen in 1990, [sold] for 22 million: where no verb is left, it is the one behind the comma."""
    noun = sentence.head(token)
    before = sentence.tokens[token.i - 1] if token.i else token
    others = [kid for kid in sentence.kids(noun, "acl", "appos") if kid.i < token.i - 1]
    verbs = any(part.tag in FINITE and part.label not in ("relcl", "aux", "auxpass") for part in sentence.tokens)
    if token.label != "acl" or token.tag != "VBN" or noun.label != "ROOT" or before.word != "," or not others or verbs:
        return
    token.tag = "VBD"
    sentence.attach(token, token, "ROOT")
    sentence.attach(noun, token, "nsubj")


def _main(sentence: Sentence, token: Token, *, linked: bool) -> bool:
    """A verb with its auxiliary, or in the present; without "and" before it any finite one."""
    return _has_verb(sentence, token) or token.tag in ("VBZ", "VBP") or (token.tag == "VBD" and not linked)


def _has_verb(sentence: Sentence, token: Token) -> bool:
    return any(kid.tag in FINITE for kid in sentence.kids(token))
