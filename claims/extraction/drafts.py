"""What a sentence offers as claims: its clauses, counted things apart from each other, and events told by a noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from claims.extraction.asides import asides, without
from claims.extraction.clauses import Clause, Role, clauses
from claims.extraction.completed import completed, since_when
from claims.extraction.counted import separate
from claims.extraction.nominals import Nominal, nominals
from claims.extraction.phrases import phrase
from claims.extraction.rows import rows
from claims.extraction.shared_days import shared_days
from claims.extraction.tree import Sentence, Token
from claims.extraction.words import listed
from claims.extraction.words.verbs import REPORTING

# Openers that tie a sentence to the one before and say nothing by themselves.
CONNECTIVES = listed(
    """
    however meanwhile additionally furthermore moreover also but and yet so nevertheless besides then instead though
    still nonetheless therefore thus indeed otherwise consequently or nor while as after before since because
    although whereas when where until once that whether
    """
)
# With fewer words of content a clause says too little alone and takes its subordinate clauses back.
THIN = 3
# "The clashes came as Russia moved its trains": nothing is lost without the first half.
FATES = frozenset(("die", "drown", "resign", "quit", "collapse", "step"))
# Where a noun stands that sums up the clause before it: "…, an offer that he called an insult".
SUMMING = ("pobj", "appos", "npadvmod", "dobj", "attr", "dep", "conj", "oprd")
# A court is told how something was done: that it was done so is what is said.
HEARD = frozenset(("hear", "tell", "describe", "recall", "recount", "reveal", "relate"))
OCCURRING = frozenset(("come", "happen", "occur", "follow"))


@dataclass(slots=True)
class Draft:
    """A clause with the tokens that its wording uses; `nominal` is set for an event told by a noun.

    `aside` holds the words of a fact that hangs on the clause; they are its quote, its dates and its figures.
    What is not `aloud` is the article's own remark, whoever says the clause.
    `shared` are words of another clause that say when this one happened too; they are worded, never quoted.
    """

    clause: Clause
    indexes: list[int]
    nominal: Nominal | None = None
    aside: list[int] | None = None
    shared: list[int] = field(default_factory=list)
    aloud: bool = True


def drafts(sentence: Sentence) -> Iterator[Draft]:
    """The drafts of one sentence, in the order of their place."""
    for clause in sorted(clauses(sentence), key=lambda clause: min(clause.tokens)):
        indexes = _filled(clause)
        told = list(nominals(clause))
        described = {i for nominal in told for i in nominal.apart}
        row = {i for part in rows(clause, indexes)[1:] for i in part}
        told = [nominal for nominal in told if not row & set(nominal.tokens)]
        apart = asides(clause, [i for i in indexes if i not in described])
        apart = [aside for aside in apart if not row & set(aside.own)]
        indexes = [i for i in indexes if i not in described] if apart or described else indexes
        rest = trimmed(clause, without(clause, indexes, apart)) if apart else indexes
        days = [] if set(shared_days(clause)) & set(indexes) else shared_days(clause)
        if whole := completed(clause, rest):
            yield Draft(clause, whole, Nominal(whole, {}), rest)
        else:
            yield from (Draft(clause, variant, shared=days) for variant in separate(clause, rest) if variant)
        for aside in apart:
            bare = Nominal(aside.indexes, aside.swaps) if aside.bare else None
            yield Draft(clause, aside.indexes, bare, aside.own, aloud=aside.aloud)
        for nominal in told:
            yield Draft(clause, trimmed(clause, nominal.tokens), nominal)
        for own in since_when(clause):
            yield Draft(clause, own, Nominal(own, {}), own)


def _filled(clause: Clause) -> list[int]:
    """The clause's tokens, without the noun that a reduced clause takes along, with subordinates where it is thin."""
    sentence = clause.sentence
    if clause.role is Role.REDUCED and clause.antecedent is not None:
        return trimmed(clause, sorted({*phrase(sentence, clause.antecedent), *clause.tokens}))
    if (day := _day_of_when(clause)) is not None:
        return [*trimmed(clause, clause.tokens), *day]
    gone = {i for child in clause.children if child.role is Role.REDUCED for i in _taken_along(sentence, child)}
    gone |= _saying_aside(clause) | _loose_commas(clause) | _saying_left_over(clause) | _left_bare(clause)
    left = [i for i in clause.tokens if i not in gone]
    content = [i for i in left if is_content(sentence.tokens[i])]
    if len(content) >= THIN or not clause.children or clause.lemma in OCCURRING | FATES:
        return trimmed(clause, left or clause.tokens)
    taken = [i for child in clause.children if child.role in (Role.ADVERBIAL, Role.REDUCED) for i in child.tokens]
    return trimmed(clause, sorted({*left, *taken}))


def _day_of_when(clause: Clause) -> list[int] | None:
    """homeless since Friday, [when 280mm fell]: it fell on that Friday."""
    sentence, day = clause.sentence, clause.antecedent
    first = sentence.tokens[clause.tokens[0]]
    if clause.role is not Role.RELATIVE or day is None or first.lower != "when" or day.entity != "DATE":
        return None
    return phrase(sentence, day)


def _saying_aside(clause: Clause) -> set[int]:
    """, according to the ministry · As Heald told the paper,: who says it is kept as the speaker."""
    sentence, gone = clause.sentence, set[int]()
    for i in clause.tokens:
        token = sentence.tokens[i]
        told = (
            token.label == "advcl"
            and token.lemma in REPORTING
            and sentence.tokens[min(sentence.subtree(token))].lower == "as"
        )
        if token.lower == "according" or told:
            own = sentence.subtree(token)
            around = {
                j for j in (own[0] - 1, own[-1] + 1) if 0 <= j < len(sentence.tokens) and sentence.tokens[j].word == ","
            }
            gone.update(own, around)
    return gone


def _saying_left_over(clause: Clause) -> set[int]:
    """wrote twice[, warning] that …; a man [claiming] that …: what was said is a claim of its own."""
    sentence, gone = clause.sentence, set[int]()
    for child in clause.children:
        verb = sentence.head(child.verb)
        if child.role is Role.CONTENT and verb.i != clause.verb.i and verb.tag == "VBG":
            own = sentence.subtree(verb, without={child.verb.i})
            gone.update(i for i in own if i >= verb.i or (i == verb.i - 1 and sentence.tokens[i].word == ","))
    return gone


def _left_bare(clause: Clause) -> set[int]:
    """was jailed[, in a case] that critics call political: without what is said of it, the case says nothing."""
    sentence, gone = clause.sentence, set[int]()
    for child in clause.children:
        noun = child.antecedent
        if child.role is not Role.RELATIVE or noun is None or noun.label not in SUMMING:
            continue
        top = sentence.head(noun) if noun.label == "pobj" else noun
        own = sentence.subtree(top, without={child.verb.i})
        some = any(kid.lower in ("a", "an") for kid in sentence.kids(noun, "det"))
        beside = sentence.tokens[min(child.tokens) - 1].i == own[-1]
        after_comma = own[0] > 0 and sentence.tokens[own[0] - 1].word == ","
        apart = own[0] > clause.verb.i and (top.label == "prep" or after_comma) and len(own) <= 3
        if some and beside and apart and (top.label != "prep" or top.lower == "in"):
            gone.update(own)
    return gone


def _loose_commas(clause: Clause) -> set[int]:
    """The commas around a clause that was set apart: "Results, [published in 1989], show"."""
    sentence, loose = clause.sentence, set[int]()
    for child in clause.children:
        whole = child.role in (Role.REDUCED, Role.RELATIVE)  # with what is joined to it: "who led it and ruled"
        own = trimmed(child, sentence.subtree(child.verb) if whole else child.tokens)
        before, after = min(own) - 1, max(own) + 1
        if whole:
            loose.update(i for i in clause.tokens if before < i < after and sentence.tokens[i].word == ",")
        pair = [i for i in (before, after) if 0 <= i < len(sentence.tokens) and sentence.tokens[i].word == ","]
        following = sentence.tokens[after + 1] if after + 1 < len(sentence.tokens) else None
        goes_on = following is not None and following.tag == "VBG" and following.i in clause.tokens
        if not pair[:1] or sentence.tokens[before].word != ",":
            loose.update(i for i in (after,) if whole and pair == [after] and _between(sentence, clause, after))
        goes_on = goes_on or (before > 1 and _aged(sentence, before))
        if len(pair) == 2:
            loose.update(pair[:1] if goes_on else pair)  # 27 were reported, [of which 19 were local], bringing …
    return loose


def _taken_along(sentence: Sentence, child: Clause) -> list[int]:
    """16 troops died, [in addition to one soldier] killed elsewhere: the soldier is counted in the other claim only."""
    token = child.antecedent
    if token is None or token.label != "pobj" or sentence.tokens[min(child.tokens) - 1].word == ",":
        return []
    while sentence.head(token).label in ("prep", "pobj") and not sentence.head(token).is_verb:
        token = sentence.head(token)
    if token.label != "prep":
        return []  # written by a panel of 12 scientists [led by Roth]: without the panel, nothing is left
    return sentence.subtree(token, without={child.verb.i})


def is_content(token: Token) -> bool:
    """A word that says something: noun, full verb, adjective, number."""
    told = token.tag[:2] in ("NN", "VB", "JJ", "CD") or token.lower in ("twice", "once")
    return told and not token.is_auxiliary


def trimmed(clause: Clause, indexes: list[int]) -> list[int]:
    """Without opening connectives, marks and stray punctuation at either end."""
    tokens = clause.sentence.tokens
    kept = _behind_its_measure(clause, list(indexes))
    while kept and (_stray(tokens[kept[0]]) or _connective(clause, tokens[kept[0]])):
        kept.pop(0)
    while kept and (_stray(tokens[kept[-1]]) or tokens[kept[-1]].label == "cc") and tokens[kept[-1]].word not in "%)":
        kept.pop()
    return kept or list(indexes)


def _behind_its_measure(clause: Clause, kept: list[int]) -> list[int]:
    """[Two days after] an explosion shut the line: how long after is no part of what happened."""
    if clause.role is not Role.ADVERBIAL:
        return kept
    tokens = clause.sentence.tokens
    mark = next((i for i in kept[:5] if tokens[i].label == "mark" and tokens[i].head == clause.verb.i), None)
    measured = mark is not None and tokens[mark].lower in ("after", "before")
    plain = mark is not None and all(tokens[i].tag in ("CD", "NN", "NNS", "DT", "RB", "JJ") for i in kept if i < mark)
    return [i for i in kept if mark is None or i > mark] if measured and plain else kept


def _stray(token: Token) -> bool:
    return (token.label == "punct" and token.tag not in ("$", "HYPH")) or token.tag == "_SP"


def _connective(clause: Clause, token: Token) -> bool:
    """However, …; … that; … and; earlier that …"""
    if clause.role is Role.RELATIVE and token.lower in ("where", "when", "that"):
        return False
    if token.lower == "as" and _many_as(clause, token):
        return False
    if token.lower == "how" and _told_how(clause, token):
        return True
    alone = not token.children
    opener = token.lower in CONNECTIVES and token.label in ("advmod", "mark", "cc", "prep", "dep", "preconj")
    following = clause.sentence.tokens[token.i + 1] if token.i + 1 < len(clause.sentence.tokens) else None
    before_that = token.tag == "RBR" and following is not None and following.lower == "that"
    return alone and (opener or before_that)


def _told_how(clause: Clause, token: Token) -> bool:
    """The court heard [how] he spent the 12,000 on a car: told of as a fact, not asked."""
    above = clause.sentence.head(clause.verb)
    past = clause.verb.tag in ("VBD", "VBN") and above.lemma in HEARD
    following = clause.sentence.tokens[token.i + 1] if token.i + 1 < len(clause.sentence.tokens) else token
    return (
        past
        and clause.role is Role.CONTENT
        and following.tag[:2] in ("NN", "PR", "DT", "CD")
        and token.head == clause.verb.i
    )


def _many_as(clause: Clause, token: Token) -> bool:
    """[As many as 300] were on board"""
    after = clause.sentence.tokens[token.i + 1 : token.i + 3]
    return len(after) == 2 and after[0].lower in ("many", "much", "few", "little") and after[1].lower == "as"


def _between(sentence: Sentence, clause: Clause, comma: int) -> bool:
    """Four of five doctors who took part in the survey, held in May[,] reported it: between subject and verb."""
    subject = clause.subject
    inside = [i for i in clause.tokens if i < comma and sentence.tokens[i].word == ","]
    return subject is not None and subject.i < comma < clause.verb.i and not inside


def _aged(sentence: Sentence, comma: int) -> bool:
    """Mr Baros, 61[,] who …: the comma behind an age is needed without the clause too."""
    age, mark = sentence.tokens[comma - 1], sentence.tokens[comma - 2]
    return age.word.isdigit() and mark.word == ","
