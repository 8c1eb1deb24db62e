"""Who is meant: full names for surnames, and antecedents for pronouns, found while reading from the top.

Nothing is guessed: where two antecedents are equally near, the pronoun has two readings.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.extraction.phrases import core, phrase, plural
from claims.extraction.tree import NOMINAL, Sentence, Token
from claims.extraction.words import listed

PERSON_PRONOUNS = frozenset(["he", "she", "him", "her", "his", "hers"])
THING_PRONOUNS = frozenset(["it", "its"])
GROUP_PRONOUNS = frozenset(["they", "them", "their", "theirs"])
SUBJECT_LABELS = ("nsubj", "nsubjpass")
# An antecedent further back than this many sentences is not taken for granted.
REACH = 2
HUMAN_NOUNS = listed(
    """
    man woman boy girl prince princess king queen president minister spokesman spokeswoman spokesperson
    commissioner senator congressman congresswoman lawyer judge leader chief director officer teacher
    driver player mayor governor author professor doctor prime-minister chairman chairwoman suspect
    victim
    """
)
FEMALE = frozenset(["she", "her", "hers"])
MALE = frozenset(["he", "him", "his"])
FEMALE_MARKS = listed(
    """
    mrs ms miss woman girl princess queen spokeswoman congresswoman chairwoman mother daughter wife
    sister
    """
)
MALE_MARKS = listed(
    """
    mr man boy prince king spokesman congressman chairman father son husband brother
    """
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or something that a later pronoun may mean."""

    sentence: int
    token: int
    text: str
    person: bool
    plural: bool
    subject: bool
    gender: str


@dataclass(slots=True)
class People:
    """What is known so far; `read` each sentence before asking about the pronouns in it."""

    names: dict[str, str] = field(default_factory=dict)
    mentions: list[Mention] = field(default_factory=list)
    pairs: list[tuple[int, str]] = field(default_factory=list)
    genders: dict[str, str] = field(default_factory=dict)

    def read(self, sentence: Sentence) -> None:
        for words in person_names(sentence):
            self._learn(words)
        for token in sentence.tokens:
            if token.tag in NOMINAL and token.tag != "PRP" and token.label not in ("compound", "nummod", "npadvmod"):
                self._mention(sentence, token)

    def _learn(self, words: str) -> None:
        last = words.split()[-1]
        known = self.names.get(last)
        if known is None or (words.endswith(known) and len(words.split()) <= 4):
            self.names[last] = words

    def full_name(self, words: str) -> str:
        """Le Drian → Jean-Yves Le Drian, once the longer name was read."""
        parts = words.split()
        known = self.names.get(parts[-1], "") if parts else ""
        return known if known.endswith(words) else words

    def _mention(self, sentence: Sentence, token: Token) -> None:
        if token.entity in ("DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "QUANTITY"):
            return
        person = token.entity == "PERSON" or token.lower in HUMAN_NOUNS
        words = sentence.words(phrase(sentence, token, conjuncts=False))
        text = self.full_name(words) if token.entity == "PERSON" else words
        subject = token.label in SUBJECT_LABELS
        mention = Mention(
            sentence.number, token.i, text, person, plural(sentence, token), subject, self._gender(sentence, token)
        )
        self.mentions.append(mention)
        conjunct = sentence.kid(token, "conj")
        if conjunct is not None and sentence.kid(conjunct, "conj") is None and token.is_name and conjunct.is_name:
            both = " and ".join(self._name(sentence, part) for part in (token, conjunct))
            self.pairs.append((sentence.number, both))

    def _name(self, sentence: Sentence, token: Token) -> str:
        words = sentence.words(core(sentence, token))
        return self.full_name(words)

    def _gender(self, sentence: Sentence, token: Token) -> str:
        words = {sentence.tokens[i].lower.rstrip(".") for i in core(sentence, token)}
        if words & FEMALE_MARKS:
            return "female"
        return "male" if words & MALE_MARKS else ""

    def the_two(self, sentence: Sentence) -> str:
        """Macron and Putin, where the text goes on with "the two agreed"."""
        near = [both for number, both in self.pairs if sentence.number - REACH <= number < sentence.number]
        return near[-1] if near else ""

    def readings(self, sentence: Sentence, token: Token) -> list[str]:
        """The possible antecedents of a third-person pronoun, best first; one entry means that it is clear."""
        word = token.lower
        if word not in PERSON_PRONOUNS | THING_PRONOUNS | GROUP_PRONOUNS:
            return []
        fitting = [
            mention
            for mention in reversed(self.mentions)
            if self._before(mention, sentence, token) and self._fits(mention, word)
        ]
        if not fitting:
            return []
        nearest = [mention for mention in fitting if mention.sentence == fitting[0].sentence]
        subjects = [mention for mention in nearest if mention.subject]
        choice = list(dict.fromkeys(mention.text for mention in (subjects or nearest)))
        return choice[:2] if word in PERSON_PRONOUNS or not subjects else choice[:1]

    def _before(self, mention: Mention, sentence: Sentence, token: Token) -> bool:
        here = mention.sentence == sentence.number and mention.token < token.i
        return here or sentence.number - REACH <= mention.sentence < sentence.number

    def _fits(self, mention: Mention, word: str) -> bool:
        if word in PERSON_PRONOUNS:
            clash = {"female": MALE, "male": FEMALE}.get(mention.gender, frozenset())
            return mention.person and not mention.plural and word not in clash
        if word in GROUP_PRONOUNS:
            return mention.plural
        return not mention.person and not mention.plural and mention.subject


def person_names(sentence: Sentence) -> list[str]:
    """The runs of tokens that the parser took for people: "Jean-Yves Le Drian"."""
    runs: list[list[Token]] = []
    for token in sentence.tokens:
        if token.entity != "PERSON" or token.tag == "POS":
            continue
        if runs and runs[-1][-1].i + 1 == token.i:
            runs[-1].append(token)
        else:
            runs.append([token])
    names = [sentence.words([token.i for token in run]) for run in runs]
    return [name for name in names if name and name.split()[-1][0].isupper()]
