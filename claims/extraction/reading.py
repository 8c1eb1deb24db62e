"""Reads what a draft says: its place, who says it, its dates and numbers, and how much of it is direct speech."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from claims.extraction.ahead import lies_ahead
from claims.extraction.attribution import Attribution, attribute
from claims.extraction.clauses import Role
from claims.extraction.dates import DateMention, dates
from claims.extraction.drafts import Draft
from claims.extraction.incidental import apposed_age
from claims.extraction.numbers import ORDINAL, Number, numbers
from claims.extraction.people import People
from claims.extraction.phrases import phrase
from claims.extraction.quotes import share
from claims.extraction.shared_days import its_when
from claims.extraction.tree import Sentence, finite
from claims.extraction.words import listed

SPEECH = 0.6
# A longer noun phrase would make the quote more about the noun than about what is said of it.
LONGEST_NOUN = 8
AHEAD = listed("will 'll ’ll would due planned scheduled expected upcoming tomorrow next set aims aim aimed")
SEASONS = ("spring", "summer", "autumn", "fall")
PLANNED = listed("due planned scheduled expected upcoming next coming")


@dataclass(slots=True)
class Article:
    """What stays the same while an article is read, and what was learned so far.

    `text` is what the rules read: the canonical text with its noise blanked out, so that offsets serve for both.
    `told` is the wording of the last claim that somebody makes, `told_until` where its quote ends.
    """

    canonical: str
    text: str
    published: date | None
    people: People = field(default_factory=People)
    speaker: Attribution | None = None
    headline: str = ""
    told: str = ""
    told_until: int = 0

    def remember(self, told: str, until: int) -> None:
        self.told, self.told_until = told, until


@dataclass(slots=True)
class Reading:
    """A draft with everything read from it; `start` and `end` span its own words."""

    draft: Draft
    start: int
    end: int
    said: Attribution | None
    dates: list[DateMention]
    numbers: list[Number]
    quoted: float
    ahead: bool


def read(draft: Draft, article: Article, marks: list[tuple[int, int]]) -> Reading:
    sentence = draft.clause.sentence
    start, end = sentence.span(_quoted(draft))
    ahead = _ahead(draft)
    first, last = sentence.span(draft.indexes) if draft.aside is not None else (start, end)
    mentioned = _dates(draft, article, first, last, ahead=ahead)
    named = [m for m in mentioned if _own(sentence, draft, m.start, m.end)]
    for elsewhere in (draft.shared, its_when(draft.clause)):
        named += _dates(draft, article, *sentence.span(elsewhere), ahead=ahead) if elsewhere else []
    taken = [(m.start, m.end) for m in mentioned]
    counted = [n for n in numbers(article.text, start, end, taken) if _own(sentence, draft, n.start, n.start + 1)]
    if noun := _named_by_which(draft):
        found = numbers(article.text, *sentence.span(noun), taken)
        counted = [*(n for n in found if _counts_there(article.text, n)), *counted]
    voiced = draft.nominal is None or (draft.aside is not None and draft.aloud)
    said = attribute(draft.clause, article.people) if voiced else None
    return Reading(draft, start, end, said, named, counted, share(marks, start, end), ahead)


def _named_by_which(draft: Draft) -> list[int]:
    """a loan of 40 million, [which was due in May]: the loan's figure stands in the claim, in the noun's place."""
    clause, sentence = draft.clause, draft.clause.sentence
    if clause.role is not Role.RELATIVE or clause.antecedent is None or draft.nominal is not None:
        return []
    first = sentence.tokens[draft.indexes[0]]
    named = first.label in ("nsubj", "nsubjpass") and first.lower in ("which", "that", "who")
    noun = phrase(sentence, clause.antecedent, conjuncts=False) if named else []
    return noun if noun and not set(noun) & set(draft.indexes) and noun[-1] < first.i else []


def _counts_there(text: str, number: Number) -> bool:
    """Not "one resident", "the 23-year-old", "the second-largest producer": these only say who is meant."""
    age = text.startswith("-year-old", number.end) or apposed_age(text, number.start, number.end)
    return number.unit != ORDINAL and number.value != 1 and not age


def _dates(draft: Draft, article: Article, start: int, end: int, *, ahead: bool) -> list[DateMention]:
    """The dates of the passage, each resolved as the words that govern it look back or ahead."""
    behind = dates(article.text, start, end, article.published, past=_told_past(draft))
    if not behind:
        return behind
    coming = dates(article.text, start, end, article.published, future=True)
    pairs = zip(behind, coming, strict=True)
    return [later if _governed_ahead(draft, now, ahead=ahead) else now for now, later in pairs]


def _told_past(draft: Draft) -> bool:
    """reached, has won; not "is to win", "said he would"."""
    sentence, verb = draft.clause.sentence, draft.clause.verb
    auxiliaries = {kid.lower for kid in sentence.kids(verb, "aux", "auxpass")}
    return verb.tag == "VBD" or (verb.tag == "VBN" and not auxiliaries & AHEAD)


def _governed_ahead(draft: Draft, mention: DateMention, *, ahead: bool) -> bool:
    """The minister, appointed in March, will resign: March is past. The planned March 16 vote: it is to come."""
    sentence, main = draft.clause.sentence, draft.clause.verb
    token = next((token for token in reversed(sentence.tokens) if mention.start <= token.start < mention.end), main)
    if sentence.text[mention.start : mention.end].lower().endswith(SEASONS):
        return ahead  # closes its pools in the spring: every year
    if lies_ahead(sentence, token):
        return True
    while token.head != token.i and token.i != main.i:
        if any(kid.lower in PLANNED for kid in sentence.kids(token, "amod", "acomp")):
            return True
        to = any(kid.tag == "TO" for kid in sentence.kids(token, "aux"))
        if token.is_verb and not finite(sentence, token) and token.tag == "VBN" and not to:
            return token.lower in AHEAD
        if token.is_verb and finite(sentence, token):
            return bool({token.lower, *(kid.lower for kid in sentence.kids(token, "aux", "acomp"))} & AHEAD)
        token = sentence.head(token)
    return ahead


def _quoted(draft: Draft) -> list[int]:
    """The tokens that the quote spans: a relative clause takes its noun along ("the format that was suspended") or
    leaves its pronoun out ("where [fighting has killed …]", "that [the Union has imposed]")."""
    if draft.aside is not None:
        return draft.aside
    clause, sentence = draft.clause, draft.clause.sentence
    first = sentence.tokens[draft.indexes[0]]
    if clause.role is not Role.RELATIVE or clause.antecedent is None or first.tag[0] != "W" or len(draft.indexes) < 2:
        return draft.indexes
    if first.label not in ("nsubj", "nsubjpass"):
        return draft.indexes[1:] if first.lower != "whose" else draft.indexes
    noun = phrase(sentence, clause.antecedent, conjuncts=False)
    beside = first.i - noun[-1] <= 2 and len(noun) <= LONGEST_NOUN
    return [noun[0], *draft.indexes] if beside else draft.indexes


def _own(sentence: Sentence, draft: Draft, start: int, end: int) -> bool:
    """Whether a passage belongs to the draft's own words and not to a clause set apart from it."""
    return any(sentence.tokens[i].start < end and sentence.tokens[i].end > start for i in draft.indexes)


def _ahead(draft: Draft) -> bool:
    """Whether the clause speaks of what is to come, also by a shared auxiliary: "would cut jobs and close plants"."""
    sentence, verb = draft.clause.sentence, draft.clause.verb
    around = (verb, *sentence.kids(verb, "aux", "auxpass", "acomp", "attr", "npadvmod", "amod"))
    words = {token.lower for token in around}
    while verb.label == "conj":
        verb = sentence.head(verb)
        words |= {kid.lower for kid in sentence.kids(verb, "aux")}
    return bool(words & AHEAD)


def share_speakers(readings: list[Reading], article: Article) -> None:
    """Direct speech without its own attribution is the paragraph's speaker's, or goes on from the last paragraph."""
    speech = [reading for reading in readings if reading.quoted >= SPEECH and reading.draft.nominal is None]
    named = next((reading.said for reading in speech if reading.said is not None), None)
    opened = bool(readings) and article.text[readings[0].start - 1 : readings[0].start] in ("“", '"')
    for reading in speech:
        if reading.said is None:
            reading.said = named or _said_before(reading, readings) or (article.speaker if opened else None)
    last = next((reading.said for reading in reversed(readings) if reading.said is not None), None)
    article.speaker = last or article.speaker


def _said_before(reading: Reading, readings: list[Reading]) -> Attribution | None:
    """As Heald told the paper, ozone has dropped. "It has declined …": the last one heard in the paragraph goes on."""
    before = [other.said for other in readings if other.start < reading.start and other.said is not None]
    return before[-1] if before else None
