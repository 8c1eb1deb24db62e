"""Which predicates stand alone as a clause of their own: a rule for each label that the parser gives."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from claims.extraction.tree import SUBJECTS, Sentence, Token, finite
from claims.extraction.words import listed
from claims.extraction.words.denials import CHARGES, REFUSES
from claims.extraction.words.verbs import MEANS, REPORTING, SPEECH_ACTS

# These open a clause that states a fact of its own; "if", "since it began", "before he left" only place another fact.
FACTUAL_OPENERS = listed("as after before while because although though whereas where when")
SHARES = listed("percent % cent half third thirds two-thirds quarter quarters three-quarters fifth majority minority")
# "began when soldiers mutinied": how it began is what is told.
STARTING = listed("begin start come happen occur end follow")
MOMENTS = listed("second moment minute hour day shortly just soon immediately")
HARM = listed("kill wound injure hurt die drown")
# They only place another fact unless they tell something particular of the past: "when gunmen stormed the market".
PLACING = frozenset(("when",))


def stands_alone(sentence: Sentence, token: Token) -> bool:
    """Whether this token heads a clause of its own."""
    if token.head == token.i:
        return True
    rule = RULES.get(token.label)
    return token.is_verb and rule is not None and rule(sentence, token)


def _own(sentence: Sentence, token: Token) -> list[Token]:
    return [sentence.tokens[i] for i in sentence.subtree(token)]


def _dated_or_counted(tokens: list[Token]) -> bool:
    part = any(token.entity == "CARDINAL" and token.lemma in SHARES for token in tokens)
    part = part or any(
        token.lower in SHARES and before.lower in ("a", "one", "two", "three") for before, token in pairwise(tokens)
    )
    return part or any(token.counts or token.entity in ("DATE", "MONEY", "PERCENT") for token in tokens)


def _content(sentence: Sentence, token: Token) -> bool:
    """… said [16 troops died]; "Kiev has acknowledged that …" stays whole: there the saying is the fact."""
    head = sentence.head(token)
    if not finite(sentence, token) or _polled(sentence, head):
        return False
    return token.i < head.i or (head.lemma in REPORTING and head.lemma not in SPEECH_ACTS)


def _polled(sentence: Sentence, verb: Token) -> bool:
    """[60 percent of respondents] said they opposed it: how many say so is the fact, and nobody's saying."""
    subject = sentence.kid(verb, "nsubj")
    words = {sentence.tokens[i].lower for i in sentence.subtree(subject)} if subject is not None else set()
    alone = subject is not None and sentence.kid(subject, "prep", "compound", "poss") is None
    behind = (
        sentence.tokens[subject.i + 1].lower if subject is not None and subject.i + 1 < len(sentence.tokens) else ""
    )
    one_in = subject is not None and subject.counts and behind in ("in", "out")  # one in five · two out of three
    return one_in or (bool(words & SHARES) and ("of" in words or alone))


def _relative(sentence: Sentence, token: Token) -> bool:
    """Sorel, [which is now held by rebels]; not "provinces that border Ukraine"."""
    if not finite(sentence, token):
        return False
    own = _own(sentence, token)
    first = own[0].i
    comma = first > 0 and sentence.tokens[first - 1].word in (",", "—", "–", "-", "(")
    comma = comma or _sums_up(sentence, token)
    if _one_of_so_many(sentence, sentence.head(token)) or _rebuts(sentence, token):
        return False
    if not comma and any(kid.lower in ("each", "every") for kid in sentence.kids(sentence.head(token), "det")):
        return False  # fell for each degree by which nights grew warmer
    whose = any(part.lower == "whose" for part in own)
    says = token.lemma in REPORTING and sentence.kid(token, "ccomp") is not None
    where = any(part.lower == "where" for part in own)
    who = any(part.lower in ("who", "whom") and part.tag[0] == "W" for part in own)
    subject = sentence.kid(token, *SUBJECTS)
    named_doer = subject is not None and subject.is_name and sum(part.is_name for part in own) >= 2
    particular = _dated_or_counted(own) and (where or not who or _somebody(sentence, token))
    return (comma and len(own) >= 3) or says or whose or (len(own) >= 6 and (particular or named_doer))


def _rebuts(sentence: Sentence, token: Token) -> bool:
    """…, a figure [which the firm disputes]: told together with the figure (`rebuttals`)."""
    noun = sentence.head(token)
    some = any(kid.lower in ("a", "an") for kid in sentence.kids(noun, "det"))
    return some and noun.lower in CHARGES and token.lower in REFUSES


def _one_of_so_many(sentence: Sentence, noun: Token) -> bool:
    """Four out of five doctors [who took part]: says of whom the share is told."""
    number = sentence.kid(noun, "nummod")
    before = sentence.tokens[number.i - 1].lower if number is not None and number.i > 1 else ""
    share = (
        before in ("in", "of") and number is not None and sentence.tokens[number.i - 2].lower in ("out", "one", "two")
    )
    return share and noun.tag == "NNS"


def _sums_up(sentence: Sentence, token: Token) -> bool:
    """…, a pattern [that scientists link to warm water]: said of the whole clause before the comma."""
    noun = sentence.head(token)
    start = min(sentence.subtree(noun))
    one = any(kid.lower in ("a", "an") for kid in sentence.kids(noun, "det"))
    return one and noun.label in ("appos", "npadvmod", "dobj") and start > 0 and sentence.tokens[start - 1].word == ","


def _somebody(sentence: Sentence, token: Token) -> bool:
    """A clerk [who stole 2 million] was jailed: one person's deed; "people who walk 5 km a day" are a kind."""
    noun = sentence.head(token)
    one = noun.tag in ("NN", "NNP") and any(kid.lower in ("a", "an") for kid in sentence.kids(noun, "det"))
    some = noun.tag == "NNS" and sentence.kid(noun, "nummod") is not None
    done = token.tag == "VBD" or any(
        kid.lower in ("had", "has", "was") for kid in sentence.kids(token, "aux", "auxpass")
    )
    above = noun
    studied = noun.tag == "NNS" and sentence.head(noun).lemma in REPORTING and noun.label == "nsubj"
    while above.head != above.i and not above.is_verb:
        above = sentence.head(above)
    return done and (one or some or studied or noun.is_name) and above.tag in ("VBD", "VBN")


def _adverbial(sentence: Sentence, token: Token) -> bool:
    """… [as Russia moved 15 transport planes]; needs its own subject and something particular."""
    if _purpose(sentence, token):
        return True
    subject = sentence.kid(token, *SUBJECTS)
    opener = sentence.kid(token, "mark") or sentence.kid(token, "advmod", "prep")
    if not finite(sentence, token) or subject is None or opener is None:
        return False
    if opener.lower not in FACTUAL_OPENERS and not _since_it_is_so(sentence, token, opener):
        return False
    if token.lemma in REPORTING and opener.lower == "as" and sentence.kid(token, "ccomp") is None:
        return adds_a_figure(sentence, token)
    measure = sentence.tokens[opener.i - 1] if opener.i > 1 else opener
    bare = measure.lemma in MOMENTS and sentence.tokens[measure.i - 1].tag != "CD"
    if opener.lower in ("after", "before") and bare and subject.tag == "PRP":
        return False  # blew up seconds after it was launched
    own = [part for part in _own(sentence, token) if part.i >= opener.i]  # [two weeks] after the report was published
    past = token.tag in ("VBD", "VBN") or sentence.kid(token, "neg") is not None
    if opener.lower == "before":
        return token.tag == "VBD" and _when_told(sentence, token, subject) and any(part.counts for part in own)
    if opener.lower in PLACING:
        return past and _when_told(sentence, token, subject)
    if past and opener.lower in ("as", "after") and len(own) >= 6 and subject.tag[:2] in ("NN", "CD"):
        return True
    contrast = opener.lower in ("although", "though", "while", "whereas", "since") and len(own) >= 6
    return _dated_or_counted(own) or contrast or (past and any(part.is_name for part in own))


def _since_it_is_so(sentence: Sentence, token: Token, opener: Token) -> bool:
    """was put out late[, since the crews had been forced to withdraw]: a reason, not a time."""
    first = sentence.kid(token, "aux", "auxpass") or token
    now = first.tag in ("VBZ", "VBP") or first.lower == "had"
    return opener.lower == "since" and now and opener.i > 0 and sentence.tokens[opener.i - 1].word == ","


def adds_a_figure(sentence: Sentence, verb: Token) -> bool:
    """as employers [added 263,000 workers]: nobody says anything; "as Heald told 12 reporters" says."""
    thing = sentence.kid(verb, "dobj")
    return (
        verb.lemma != "tell" and thing is not None and any(sentence.tokens[i].counts for i in sentence.subtree(thing))
    )


def _when_told(sentence: Sentence, token: Token, subject: Token) -> bool:
    """were killed [when gunmen stormed the market of Idra]; "began when …", "when it rains" stay."""
    head, own = sentence.head(token), _own(sentence, token)
    event = head.lemma not in STARTING and head.tag in ("VBD", "VBN")
    joined = sentence.kid(head, "conj") is not None or head.label == "conj"
    timed = any(part.entity in ("DATE", "TIME") for part in own) and head.lemma not in HARM
    if not joined and not timed:
        return False  # went dark when two shells struck, 14 were wounded when 30 struck: one event, told once
    particular = _dated_or_counted(own) or any(part.is_name for part in own)
    return event and particular and len(own) >= 5 and subject.tag[:2] in ("NN", "CD")


def _purpose(sentence: Sentence, token: Token) -> bool:
    """will hire 1,000 collectors [to claw back R50bn a year]: two figures, two claims."""
    to = sentence.kid(token, "aux")
    passive = sentence.kid(sentence.head(token), "auxpass") is not None
    if token.tag != "VB" or to is None or to.tag != "TO" or passive:
        return False  # plans were dropped to save 260 million: whoever dropped them wanted to save
    inside = set(sentence.subtree(token))
    outside = [i for i in sentence.subtree(sentence.head(token)) if i not in inside]
    return any(sentence.tokens[i].counts for i in inside) and any(sentence.tokens[i].counts for i in outside)


def _reduced(sentence: Sentence, token: Token) -> bool:
    """one soldier [killed in another attack]; a plan, [approved by the council]; with shootings [recorded weekly]"""
    if (
        token.tag not in ("VBN", "VBD")
        or sentence.kid(token, "aux") is not None
        or token.lemma in ("follow", "accompany")
    ):
        return False
    own = _own(sentence, token)
    noun = sentence.head(token)
    comma = own[0].i > 0 and sentence.tokens[own[0].i - 1].word == ","
    agent = sentence.kid(token, "agent") is not None
    counted = any(kid.tag == "CD" for kid in sentence.kids(noun, "nummod"))
    particular = any(part.is_name or part.tag == "CD" for part in own)
    whole = sentence.head(noun)
    if noun.label == "pobj" and whole.lower == "of" and sentence.head(whole).counts:
        return False  # 31 of the 48 drones launched by the army: says which 48
    told = comma and (agent or (noun.tag[:2] == "NN" and _dated_or_counted(own) and _closed(sentence, own)))
    with_absolute = (
        noun.label == "pobj" and sentence.head(noun).lower == "with" and _after_comma(sentence, sentence.head(noun))
    )
    apart = told or (counted and particular and noun.label in ("pobj", "conj", "appos"))
    least = 1 if counted else 2
    return (len(own) >= 4 and apart) or (len(own) >= least and with_absolute)


def _closed(sentence: Sentence, own: list[Token]) -> bool:
    """The bridge, built in 1987[,] was repaired …; "women, ages 24 and 31" has no participle."""
    after = sentence.tokens[own[-1].i + 1] if own[-1].i + 1 < len(sentence.tokens) else None
    return own[0].label == "acl" and (own[-1].word == "," or (after is not None and after.word in (",", ".")))


def _after_comma(sentence: Sentence, token: Token) -> bool:
    return token.i > 0 and sentence.tokens[token.i - 1].word == ","


def _coordinated(sentence: Sentence, token: Token) -> bool:
    """Macron hosted Putin [and renewed contacts with Russia]; "resigned or were forced to quit" stays whole."""
    head = sentence.head(token)
    own = _own(sentence, token)
    if finite(sentence, token) and sentence.kid(token, *SUBJECTS) is not None and len(own) >= 3:
        return True
    if not head.is_verb or not stands_alone(sentence, head) or _either(sentence, token, head):
        return False
    reduced = head.label == "acl" and head.tag == "VBN"  # built in 1987 [and repaired in 2019]
    shared = finite(sentence, token) or (token.tag == head.tag and (_finite_chain(sentence, head) or reduced))
    least = 2 if any(part.counts for part in own) else 3 if _dated_or_counted(own) else 4
    if not shared or len(own) < least:
        return False
    told = token.lemma in SPEECH_ACTS and sentence.kid(token, "dobj", "ccomp") is not None
    told = told or (token.lemma in REPORTING and sentence.kid(token, "ccomp") is not None)
    told = told or _other_time(sentence, token, head)
    return told or _dated_or_counted(own) or any(part.is_name for part in own) or _two_deeds(sentence, token, head)


def _finite_chain(sentence: Sentence, verb: Token) -> bool:
    """will cut 400 jobs, close its base [and sell six aircraft]: "will" serves them all."""
    while verb.label == "conj" and not finite(sentence, verb):
        verb = sentence.head(verb)
    return finite(sentence, verb)


def _other_time(sentence: Sentence, token: Token, head: Token) -> bool:
    """ran aground on Monday [and has begun to leak]: what has its own tense is a statement of its own."""
    mine = [kid.lower for kid in sentence.kids(token, "aux", "auxpass")]
    its = [kid.lower for kid in sentence.kids(head, "aux", "auxpass")]
    tensed = bool(mine) and mine[0] in ("has", "have", "had", "will", "is", "are", "was", "were")
    denied = bool(mine) and any(kid.lower in ("never", "not") for kid in sentence.kids(token, "neg", "advmod"))
    denied = denied or (not mine and any(kid.lower == "never" for kid in sentence.kids(token, "neg", "advmod")))
    return (denied or (tensed and mine[:1] != its[:1])) and finite(sentence, head)


def _two_deeds(sentence: Sentence, token: Token, head: Token) -> bool:
    """rejected the offer [and called a new strike]: two deeds, each with its object; three in a row are a summary."""
    more = head.label == "conj" or sentence.kid(token, "conj") is not None
    done = token.tag == "VBD" and head.tag == "VBD"
    each = all(sentence.kid(verb, "dobj", "ccomp", "xcomp", "prep", "attr") is not None for verb in (token, head))
    return done and each and not more and len(_own(sentence, token)) >= 4


def _either(sentence: Sentence, token: Token, head: Token) -> bool:
    kids = [*sentence.kids(token), *sentence.kids(head)]
    return any(kid.lower in ("either", "or") and kid.label in ("preconj", "cc") for kid in kids)


def _means(sentence: Sentence, token: Token) -> bool:
    """use the money [to hire 1,000 people]: after verbs that put something to use, "to" opens a purpose."""
    return sentence.head(token).lemma in MEANS and _purpose(sentence, token)


def _reduced_or_purpose(sentence: Sentence, token: Token) -> bool:
    return _purpose(sentence, token) or _reduced(sentence, token)


def _relative_or_purpose(sentence: Sentence, token: Token) -> bool:
    return _purpose(sentence, token) or _relative(sentence, token)


RULES: dict[str, Callable[[Sentence, Token], bool]] = {
    "ccomp": _content,
    "relcl": _relative_or_purpose,
    "advcl": _adverbial,
    "acl": _reduced_or_purpose,
    "conj": _coordinated,
    "parataxis": finite,
    "xcomp": _means,
}
