"""Hangs the saying and what is said right where the saying stands in the middle or at the end of a sentence."""

from __future__ import annotations

from claims.extraction.tree import FINITE, SUBJECTS, Sentence, Token, finite, under
from claims.extraction.words import listed
from claims.extraction.words.verbs import REPORTING, SPEECH_ACTS

# These need an object, so that nothing before them is what they say: "a charge Moscow denies".
OBJECTING = frozenset(
    ("deny", "reject", "dispute", "dismiss", "condemn", "criticise", "criticize", "describe", "accuse")
)
TELLING = frozenset(("tell", "inform", "brief"))
# What may follow the verb of a saying that is over: a mark, a day, "in a statement", "to reporters".
AFTERWARDS = listed("on in at to by last earlier late yesterday today during after by when while")
VOWS = listed("warn urge call vow promise pledge threaten demand accuse add")
WITNESSES = listed("journalist reporter correspondent photographer witness")
NOMINAL_START = ("DT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "JJS", "CD")


def saying_behind_its_content(sentence: Sentence, token: Token) -> None:
    """Prices have doubled, [the finance chief, Dana Orr, told Reuters], which … · …, [the union has warned]."""
    if not _says(sentence, token) or not _over(sentence, token):
        return
    end = _before_auxiliaries(sentence, token)
    start = _start(sentence, end)
    content = _content(sentence, start) if start is not None else None
    if start is None or content is None or content.i == token.i:
        return
    noun = _noun(sentence, start, end)
    if noun is None or (under(sentence, token, noun) and sentence.head(token).i != noun.i):
        return
    sentence.attach(token, token, "ROOT")
    sentence.attach(noun, token, "nsubj")
    for other in sentence.tokens[start:end]:
        if other.i != noun.i and not start <= other.head < end and other.head not in (token.i, noun.i):
            sentence.attach(other, noun, "appos" if other.tag[:2] == "NN" else "dep")
    sentence.attach(content, token, "ccomp")
    for kid in sentence.kids(token, "advcl"):
        alone = finite(sentence, kid) and sentence.kid(kid, "mark") is None and sentence.kid(kid, "nsubj", "nsubjpass")
        if kid.i < content.i and alone:
            kid.label = "ccomp"  # [the number has halved], and two have died out, they reported
    _subject_taken_away(sentence, token, content, start)
    _told_to(sentence, token, content)


def content_of_telling(sentence: Sentence, token: Token) -> None:
    """told a press conference [that the man had confessed]: what was told, not which conference."""
    hearer = sentence.head(token)
    teller = sentence.head(hearer)
    if token.label != "relcl" or hearer.label not in ("dobj", "pobj", "dative") or not finite(sentence, token):
        return
    while not teller.is_verb and teller.head != teller.i:
        teller = sentence.head(teller)
    that = sentence.tokens[min(sentence.subtree(token))]
    subject = sentence.kid(token, *SUBJECTS)
    if teller.lemma in TELLING and that.lower == "that" and subject is not None and subject.i != that.i:
        that.tag, that.label = "IN", "mark"
        sentence.attach(token, teller, "ccomp")


def content_behind_a_statement(sentence: Sentence, token: Token) -> None:
    """saying in a statement [that the gates had been opened]: what was said, not which statement."""
    paper = sentence.head(token)
    that = sentence.kid(token, "mark")
    if token.label not in ("acl", "relcl") or that is None or that.lower != "that" or not finite(sentence, token):
        return
    teller = sentence.head(sentence.head(paper))
    between = paper.label == "pobj" and sentence.head(paper).lower in ("in", "on", "at", "to", "by")
    if between and teller.lemma in REPORTING and sentence.kid(token, *SUBJECTS) and teller.i < paper.i < token.i:
        sentence.attach(token, teller, "ccomp")


def holding_that(sentence: Sentence, token: Token) -> None:
    """acquitted five[, holding that the state had failed]: a court rules so."""
    content = sentence.kid(token, "ccomp")
    mark = sentence.kid(content, "mark") if content is not None else None
    witness = sentence.kid(token, "nsubj")
    if token.lemma == "see" and content is not None and witness is not None and witness.lemma in WITNESSES:
        token.lemma = "report"  # …, an agency's journalist saw on Tuesday
    if token.lemma == "hold" and mark is not None and mark.lower == "that" and token.i < mark.i:
        token.lemma = "rule"


def as_per(sentence: Sentence, token: Token) -> None:
    """[As per the charge sheet,] the firm collected …: according to it."""
    noun = sentence.kid(token, "pobj")
    first = sentence.tokens[token.i - 1] if token.i else None
    if token.lower != "per" or first is None or first.lower != "as" or noun is None:
        return
    top = first if token.head == first.i else token
    above = sentence.head(top)
    if above.i in (token.i, first.i) or under(sentence, above, noun):
        return
    sentence.attach(first, above, "prep")
    sentence.attach(token, first, "prep")
    first.word = "according"


def said_of_the_thing_before(sentence: Sentence, token: Token) -> None:
    """She said [the dam at Kessa, built in 1974, was to blame]: the noun is the subject of what follows."""
    said = next((kid for kid in sentence.kids(token, "parataxis", "ccomp") if kid.lemma in REPORTING), None)
    if token.head != token.i or said is None or said.i > token.i or not finite(sentence, token):
        return
    things = [kid for kid in sentence.kids(said, "nsubj", "dobj") if said.i < kid.i < token.i]
    sayer = next((kid for kid in sentence.kids(said, "nsubj") if kid.i < said.i), None)
    if not things or sayer is None or sentence.kid(token, "nsubj", "nsubjpass", "expl") is not None:
        return
    sentence.attach(said, said, "ROOT")
    sentence.attach(token, said, "ccomp")
    sentence.attach(things[0], token, "nsubjpass" if sentence.kid(token, "auxpass") is not None else "nsubj")


def tail_before_the_sayer(sentence: Sentence, token: Token) -> None:
    """have paid 38 million[, with 6 million to follow,] the club announced: it belongs to what was announced."""
    content, sayer = sentence.kid(token, "ccomp"), sentence.kid(token, "nsubj")
    if token.lemma not in REPORTING or content is None or sayer is None or not content.i < sayer.i < token.i:
        return
    start = min(sentence.subtree(sayer))
    for kid in sentence.kids(token, "prep", "advcl", "npadvmod"):
        own = sentence.subtree(kid)
        if content.i < own[0] and own[-1] < start and kid.lower != "as":
            sentence.attach(kid, content, kid.label)


def denied_afterwards(sentence: Sentence, token: Token) -> None:
    """Norway accused Russia of spying, [a charge Moscow denies]: Moscow does not say what it denies."""
    content = sentence.kid(token, "ccomp")
    if token.lemma not in OBJECTING or token.head != token.i or content is None or content.i > token.i:
        return
    comma = _back_to_comma(sentence, token.i)
    if comma is not None and comma > content.i and sentence.tokens[comma + 1].lower in ("a", "an", "something"):
        sentence.attach(content, content, "ROOT")
        sentence.attach(token, content, "dep")


def _subject_taken_away(sentence: Sentence, token: Token, content: Token, start: int) -> None:
    """hurt when a bus carrying pupils [overturned], police said: the bus overturned, it said nothing."""
    for other in [kid for kid in sentence.kids(token, "nsubj", "advmod", "mark") if kid.i < start - 1]:
        if other.label != "nsubj":
            continue
        own = sentence.subtree(other)
        done = next((sentence.tokens[i] for i in reversed(own) if sentence.tokens[i].tag in ("VBN", "VBD")), None)
        if done is None or done.i < other.i or sentence.kid(done, "aux", "auxpass", "agent") is not None:
            sentence.attach(other, content, "dep")
            continue
        done.tag = "VBD"
        sentence.attach(done, content, "advcl")
        sentence.attach(other, done, "nsubj")
        opener = sentence.tokens[min(own) - 1] if min(own) else done
        if opener.head == token.i:
            sentence.attach(opener, done, "advmod" if opener.lower in ("when", "where") else "mark")


def second_saying(sentence: Sentence, token: Token) -> None:
    """She said imports fell [and blamed a good harvest]; … a valve was to blame [and denied that …]: she did."""
    if token.label != "conj" or token.lemma not in REPORTING | SPEECH_ACTS | VOWS or token.tag not in ("VBD", "VBN"):
        return
    head = sentence.head(token)
    while head.label in ("xcomp", "acomp", "conj") and head.head != head.i:
        head = sentence.head(head)
    outer = sentence.head(head)
    if head.label != "ccomp" or outer.lemma not in REPORTING or outer.tag != "VBD" or not outer.i < head.i < token.i:
        return
    subject = sentence.kid(head, "nsubj", "nsubjpass")
    bare = sentence.kid(token, "aux", "auxpass", "nsubj", "nsubjpass") is None
    thing = subject is not None and subject.tag in ("NN", "NNS") and subject.entity == ""
    past = head.tag in ("VBD", "VBN") or sentence.kid(head, "auxpass") is not None
    coming = head.tag == "VB" and any(kid.tag == "MD" for kid in sentence.kids(head, "aux"))
    if bare and coming and token.tag == "VBD":
        sentence.attach(token, outer, "conj")  # said they would visit the mills, and [conceded]
    elif bare and thing and (past or token.lemma in OBJECTING):
        token.tag = "VBD"
        sentence.attach(token, outer, "conj")


def clause_joined_to_participle(sentence: Sentence, token: Token) -> None:
    """wrote twice, warning that cables were corroded, [but no reply came]: goes on from "wrote"."""
    head = sentence.head(token)
    joined = token.label == "conj" and finite(sentence, token) and sentence.kid(token, "nsubj", "nsubjpass") is not None
    if joined and head.tag == "VBG" and head.label == "advcl" and not finite(sentence, head) and token.i > head.i:
        sentence.attach(token, sentence.head(head), "conj")
        for link in sentence.kids(head, "cc"):
            sentence.attach(link, sentence.head(head), "cc")


def _told_to(sentence: Sentence, token: Token, content: Token) -> None:
    """…, she told Reuters, [which forced them to close]: what was said did so, not Reuters."""
    for kid in sentence.kids(token, "dobj"):
        for clause in sentence.kids(kid, "relcl"):
            first = min(sentence.subtree(clause))
            if sentence.tokens[first].lower == "which" and sentence.tokens[first - 1].word == ",":
                sentence.attach(clause, content, "advcl")


def _says(sentence: Sentence, token: Token) -> bool:
    perfect = token.tag == "VBN" and any(kid.lemma == "have" for kid in sentence.kids(token, "aux"))
    passive = sentence.kid(token, "auxpass") is not None
    near = sentence.kid(token, "ccomp")
    own = token.tag in FINITE - {"MD"} or perfect
    return token.lemma in REPORTING - OBJECTING and own and not passive and (near is None or near.i > token.i)


def _over(sentence: Sentence, token: Token) -> bool:
    """Nothing follows the saying that would be said by it."""
    after = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
    if after is None or after.label == "punct" or after.lower in AFTERWARDS or after.entity in ("DATE", "TIME"):
        return not any(kid.lower == "that" and kid.i > token.i for kid in sentence.kids(token)) and after is not None
    content = any(kid.i > token.i for kid in sentence.kids(token, "ccomp"))
    return token.lemma in TELLING and after.lower != "that" and not content


def _before_auxiliaries(sentence: Sentence, token: Token) -> int:
    """The place where the verb group begins: "[has] warned", "[later] said"."""
    end = token.i
    while end and sentence.tokens[end - 1].head == token.i and sentence.tokens[end - 1].label in ("aux", "advmod"):
        end -= 1
    return end


def _start(sentence: Sentence, end: int) -> int | None:
    """Where the sayer begins: behind a comma, with at most one insert between two commas."""
    tokens = sentence.tokens
    if end < 3:
        return None
    at = _back_to_comma(sentence, end - 2 if tokens[end - 1].word == "," else end - 1)
    if tokens[end - 1].word == ",":
        at = _back_to_comma(sentence, at - 1) if at is not None else None
        if at is not None and any(part.tag in FINITE for part in _insert(sentence, at + 1, end)):
            return None
    if at is None or tokens[at + 1].tag not in NOMINAL_START:
        return None
    first = next((i for i in range(at + 1, end) if tokens[i].word == ","), end)
    plain = not any(part.tag in FINITE or part.tag[0] == "W" for part in tokens[at + 1 : first])
    return at + 1 if plain else None


def _insert(sentence: Sentence, start: int, end: int) -> list[Token]:
    """What stands between the sayer's two commas, unless it is a relative clause."""
    first = next((i for i in range(start, end) if sentence.tokens[i].word == ","), end)
    inside = sentence.tokens[first + 1 : end]
    return [] if inside and inside[0].tag[0] == "W" else inside


def _back_to_comma(sentence: Sentence, at: int) -> int | None:
    return next((i for i in range(at, 0, -1) if sentence.tokens[i].word in (",", "”", '"')), None)


def _content(sentence: Sentence, start: int) -> Token | None:
    """The topmost finite verb before the saying; none where the sentence opens with "after", "if", "when"."""
    verbs = [
        part
        for part in sentence.tokens[: start - 1]
        if part.is_verb and not part.is_auxiliary and finite(sentence, part) and not _hangs(sentence, part)
    ]
    subject = [part for part in verbs if sentence.kid(part, "nsubj", "nsubjpass", "expl", "csubj") is not None]
    return min(subject, key=lambda part: (_depth(sentence, part), part.i), default=None)


def _hangs(sentence: Sentence, verb: Token) -> bool:
    """A relative or adverbial clause; "Hours later planes struck, residents said" opens with no word that makes one."""
    opened = sentence.kid(verb, "mark") or next(
        (kid for kid in sentence.kids(verb, "advmod") if kid.tag[0] == "W"), None
    )
    return verb.label == "relcl" or (verb.label == "advcl" and (opened is not None or min(sentence.subtree(verb)) > 0))


def _depth(sentence: Sentence, token: Token) -> int:
    depth = 0
    while token.head != token.i:
        token, depth = sentence.head(token), depth + 1
    return depth


def _noun(sentence: Sentence, start: int, end: int) -> Token | None:
    """The head of the sayer: "[chief], Dana Orr," · "Chamber of Trade" · "police chief [Tom Berg]"."""
    first = next((i for i in range(start, end) if sentence.tokens[i].word == ","), end)
    of = next((i for i in range(start, first) if sentence.tokens[i].tag == "IN"), first)
    nouns = [part for part in sentence.tokens[start:of] if part.tag[:2] in ("NN", "PR") and part.tag != "PRP$"]
    return nouns[-1] if nouns else None
