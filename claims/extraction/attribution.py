"""Who asserts a clause. Only what the text attributes counts: a person named nearby is no speaker."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.apart import adds_a_figure
from claims.extraction.clauses import Clause, Role
from claims.extraction.people import People
from claims.extraction.phrases import core, phrase
from claims.extraction.pronouns import genitive
from claims.extraction.tree import SUBJECTS, Sentence, Token, finite
from claims.extraction.voices import (
    apposed_name,
    apposed_person,
    put_in,
    reckoner,
    said_between,
    second_content_of,
    voiced,
)
from claims.extraction.words import listed
from claims.extraction.words.verbs import REPORTING, SPEECH_ACTS

PAPERS = listed(
    """
    data datum figure report statement study survey review document analysis estimate statistic calculation
    investigation audit poll census record release letter memo filing account work experiment paper
    """
)
WORKERS = listed("clerk worker employee officer manager chief minister coach member staff head director teacher judge")
# researchers at Oslo University · officials from the ministry · authorities in Oslo
BELONGING = ("of", "for", "at", "from", "with")
SEATED = listed(
    "authorities officials police prosecutors residents doctors government officers leaders separatists rebels"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """A speaker, and the body that relayed them; `verb` is the verb of saying, None for "according to"."""

    speaker: str
    via: str | None
    token: Token | None
    verb: Token | None


def attribute(clause: Clause, people: People) -> Attribution | None:
    """The attribution of a clause, or None for the article's own voice."""
    said = _said(clause, people)
    relay = _relay(clause, people)
    if said and relay and relay.speaker != said.speaker:
        return Attribution(said.speaker, relay.speaker, said.token, said.verb)
    return said or relay


def _said(clause: Clause, people: People) -> Attribution | None:
    """[X said] C; clauses coordinated with C or explaining it are X's too, relative clauses are the article's."""
    sentence = clause.sentence
    if (
        (speech_act(clause) or _puts_at(clause) or _claims_to(clause) or _expects(clause) or voiced(clause))
        and clause.subject is not None
        and clause.role is not Role.CONTENT
    ):
        doer = _doer(sentence, clause.verb, clause.subject)
        if doer is not None:
            return Attribution(_subject_name(clause, doer, people), None, doer, clause.verb)
    if clause.role is Role.CONTENT:
        outer = attribute(clause.parent, people) if clause.parent is not None else None
        verb = sentence.head(clause.verb)
        subject = _sayer(sentence, verb)
        if subject is None or subject.label == "nsubjpass" or verb.lemma not in REPORTING or put_in(sentence, subject):
            return outer
        speaker = _subject_name(clause.parent or clause, subject, people)
        relayed = outer.speaker if outer and outer.speaker != speaker else outer.via if outer else None
        return Attribution(speaker, relayed, subject, verb)
    if (sayer := second_content_of(sentence, clause.verb)) is not None:
        return Attribution(_subject_name(clause.parent or clause, sayer, people), None, sayer, sentence.head(sayer))
    if (sayer := said_between(clause)) is not None:
        return Attribution(speaker_name(sentence, sayer, people), None, sayer, sentence.head(sayer))
    return _said(clause.parent, people) if clause.parent is not None and _goes_on(clause) else None


def speech_act(clause: Clause) -> bool:
    """Kiev accused Moscow of …; "the bank dismissed its clerk in May" and "rejected 400 ballots" are deeds."""
    sentence, thing = clause.sentence, clause.sentence.kid(clause.verb, "dobj")
    somebody = thing is not None and (thing.is_name or thing.lemma in WORKERS or thing.counts)
    counted = thing is not None and sentence.kid(thing, "nummod") is not None
    as_what = any(kid.lower == "as" for kid in sentence.kids(clause.verb, "prep"))
    deed = clause.lemma in ("dismiss", "reject") and (somebody or counted) and not as_what
    return clause.lemma in SPEECH_ACTS and not deed


def _claims_to(clause: Clause) -> bool:
    """The rebels claimed [to have downed three helicopters]"""
    done = clause.sentence.kid(clause.verb, "xcomp")
    past = done is not None and any(kid.lower == "have" for kid in clause.sentence.kids(done, "aux"))
    return past and clause.lemma == "claim"


def _expects(clause: Clause) -> bool:
    """Forecasters expect 80mm of rain: it is their word; "is expected to" is nobody's."""
    active = clause.sentence.kid(clause.verb, "auxpass") is None and finite(clause.sentence, clause.verb)
    thing = clause.sentence.kid(clause.verb, "dobj", "xcomp", "ccomp")
    return clause.lemma in ("expect", "forecast", "predict", "project") and active and thing is not None


def _puts_at(clause: Clause) -> bool:
    """The union put the toll [at 17] · officials estimate the damage [at 40 million]"""
    if clause.lemma not in ("put", "estimate", "value") or clause.verb.tag == "VBN":
        return False
    sentence = clause.sentence
    ats = (sentence.tokens[i] for i in sentence.subtree(clause.verb) if sentence.tokens[i].lower == "at")
    figures = (figure for at in ats if at.i > clause.verb.i and (figure := sentence.kid(at, "pobj")) is not None)
    return any(sentence.tokens[i].counts for figure in figures for i in sentence.subtree(figure))


def _goes_on(clause: Clause) -> bool:
    """Whether a clause belongs to what somebody said: "… said [it would cut jobs] and [close plants]"."""
    inner = (Role.COORDINATED, Role.ADVERBIAL, Role.REDUCED, Role.PURPOSE)
    while (clause.role in inner or _restricts(clause)) and clause.parent is not None:
        clause = clause.parent
    return clause.role is Role.CONTENT


def _restricts(clause: Clause) -> bool:
    """said the units were in exercises [that will end in May]: without a comma it is part of what was said."""
    first = min(clause.tokens)
    before = clause.sentence.tokens[first - 1].word if first else ""
    return (
        clause.role is Role.RELATIVE
        and clause.sentence.tokens[first].lower in ("that", "who", "which", "whom", "whose")
        and before not in (",", "-", "–", "—")
    )


def _doer(sentence: Sentence, verb: Token, subject: Token) -> Token | None:
    """The subject, or the noun after "by" in the passive."""
    if verb.label == "acl" and verb.tag == "VBN" and sentence.kid(verb, "agent") is None:
        return None  # executives [accused of hiding losses]: they say nothing
    if sentence.kid(verb, "auxpass") is None and subject.label != "nsubjpass" and verb.tag != "VBN":
        return subject
    agent = sentence.kid(verb, "agent")
    return sentence.kid(agent, "pobj") if agent else None if subject.label == "nsubjpass" else subject


def _subject_name(clause: Clause, subject: Token, people: People) -> str:
    """The sayer's name; for "separatists who say" it is the noun before "who"."""
    relative = subject.tag in ("WP", "WDT") and clause.antecedent is not None
    return speaker_name(clause.sentence, clause.antecedent if relative and clause.antecedent else subject, people)


def _relay(clause: Clause, people: People) -> Attribution | None:
    """ "According to X" and "as X told Y" count for the clause and for what hangs on it as an adverbial."""
    relay = _according_to(clause.sentence, clause, people) or _as_told(clause, people) or _reckoned(clause, people)
    outer = clause.parent if clause.role in (Role.ADVERBIAL, Role.COORDINATED) else None
    return relay or (_relay(outer, people) if outer is not None else None)


def _sayer(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of the verb of saying, also across "and added", "adding that", "was quoted as saying"."""
    token = verb
    while True:
        subject = sentence.kid(token, *SUBJECTS)
        if subject is not None and subject.label != "expl":
            return subject
        if token.head == token.i or token.label not in ("conj", "advcl", "xcomp", "pcomp", "prep", "ccomp"):
            return None
        token = sentence.head(token)


def _according_to(sentence: Sentence, clause: Clause, people: People) -> Attribution | None:
    for i in [*clause.tokens, *_joined_words(clause)]:
        token = sentence.tokens[i]
        if token.lower == "according":
            to = sentence.kid(token, "prep")
            noun = sentence.kid(to, "pobj") if to else None
            if noun is not None:
                return Attribution(speaker_name(sentence, noun, people), None, noun, None)
    return None


def _joined_words(clause: Clause) -> list[int]:
    """A rose, and B fell[, according to X]: at the end of the sentence, behind a comma, it covers both."""
    sentence, words = clause.sentence, list[int]()
    for child in clause.children:
        if child.role is not Role.COORDINATED:
            continue
        if sentence.kid(child.verb, *SUBJECTS) is None:  # has killed 9 and driven out 40, according to X, and …
            words += [i for i in child.tokens if sentence.tokens[i].lower == "according"]
        for i in child.tokens:
            last = sentence.tokens[i].lower == "according" and sentence.tokens[i - 1].word == ","
            if last and "," not in [part.word for part in sentence.tokens[i + 4 :]]:
                words.append(i)
    return words


def _as_told(clause: Clause, people: People) -> Attribution | None:
    """As Heald told the paper, US surface ozone has dropped."""
    sentence = clause.sentence
    for kid in sentence.kids(clause.verb, "advcl"):
        mark = sentence.kid(kid, "mark", "advmod")
        subject = sentence.kid(kid, "nsubj")
        told = kid.lemma in REPORTING and not adds_a_figure(sentence, kid)
        if mark and mark.lower == "as" and subject is not None and told:
            return Attribution(speaker_name(sentence, subject, people), None, subject, kid)
    return None


def _reckoned(clause: Clause, people: People) -> Attribution | None:
    """By its own reckoning, the party won 53 percent."""
    owner = reckoner(clause)
    if owner is None:
        return None
    if owner.tag == "PRP$" and clause.subject is not None and clause.subject.i > owner.i and owner.lower != "my":
        before = people.readings(clause.sentence, owner)
        name = before[0] if before else speaker_name(clause.sentence, clause.subject, people)
        return Attribution(name, None, owner, None)
    return Attribution(speaker_name(clause.sentence, owner, people), None, owner, None)


def speaker_name(sentence: Sentence, token: Token, people: People) -> str:
    """The full name where a person is named, else the noun phrase: "Ukraine's health ministry"."""
    if token.tag == "PRP":
        readings = people.readings(sentence, token)
        return readings[0] if len(readings) == 1 else ""  # a pronoun names nobody
    if token.lower == "two" and (both := people.the_two(sentence)):
        return both
    named = _named_person(sentence, token, people)
    if named:
        return people.full_name(named)
    if (name := apposed_name(sentence, token) or apposed_person(sentence, token)) is not None:
        return speaker_name(sentence, name, people)
    if (author := _author(sentence, token)) is not None:
        return speaker_name(sentence, author, people)
    if token.lemma in PAPERS and (owner := _owner(sentence, token)):
        return owner
    indexes = phrase(sentence, token) if sentence.kid(token, "conj") else core(sentence, token)
    where = ("in", *BELONGING) if token.lower in SEATED else BELONGING
    after = [i for prep in sentence.kids(token, "prep") if prep.lower in where for i in sentence.subtree(prep)]
    words = sentence.words(sorted({*indexes, *after}) if len(after) <= 6 else indexes).strip(" ,\"“”'")
    return people.titled(words) or _owned(sentence, token, words, people) + _own_genitive(sentence, token, words)


def _owned(sentence: Sentence, token: Token, words: str, people: People) -> str:
    """his main challenger → Alphonse Mabika's main challenger, where it is clear whose."""
    owner = next((kid for kid in sentence.kids(token, "poss") if kid.tag == "PRP$"), None)
    whose = people.readings(sentence, owner) if owner is not None else []
    vague = owner is None or len(whose) != 1 or whose[0].lower().startswith(("its ", "his ", "her ", "their "))
    if owner is None or vague or not words.startswith(f"{owner.word} "):
        return words
    return genitive(whose[0]) + words.removeprefix(owner.word)


def _own_genitive(sentence: Sentence, token: Token, words: str) -> str:
    """Moody's says …: the name itself ends so."""
    case = sentence.kid(token, "case")
    owns = case is None or not token.is_name or token.label == "poss" or words.endswith(case.word)
    return "" if owns or case is None else case.word


def _author(sentence: Sentence, token: Token) -> Token | None:
    """Data [from the statistics office] · a report [by the auditor general]: papers say what their makers say."""
    if token.lemma not in PAPERS or any(kid.is_name for kid in sentence.kids(token, "compound", "poss")):
        return None
    makers = [kid for kid in sentence.kids(token, "prep", "agent") if kid.lower in ("from", "by")]
    released = (kid for verb in sentence.kids(token, "acl") for kid in sentence.kids(verb, "agent"))
    return next((noun for by in (*makers, *released) if (noun := sentence.kid(by, "pobj")) is not None), None)


def _owner(sentence: Sentence, token: Token) -> str:
    """WHO data → WHO; the Labour Ministry's report → the Labour Ministry"""
    named = [kid for kid in sentence.kids(token, "compound", "poss") if kid.is_name]
    if not named:
        return ""
    own = [i for i in sentence.subtree(named[-1]) if sentence.tokens[i].tag != "POS"]
    article = [kid.i for kid in sentence.kids(token, "det") if named[-1].label == "compound"]
    names = [i for kid in named for i in sentence.subtree(kid) if sentence.tokens[i].tag != "POS"]
    return sentence.words(sorted({*article, *own, *names}))


def _named_person(sentence: Sentence, token: Token, people: People) -> str:
    """The person's name in the phrase at `token`, or in an apposition to it ("The minister, Gunnar Strömmer, …")."""
    for noun in (token, *sentence.kids(token, "appos")):
        run = people.run(sentence, noun)
        if run and sentence.kid(noun, "conj") is None:
            return sentence.words([part.i for part in run])
    return ""
