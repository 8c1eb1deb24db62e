"""Who is meant: full names for surnames, and antecedents for pronouns, found while reading from the top.

Nothing is guessed: where two antecedents are equally near, the pronoun has two readings.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from claims.extraction.mentions import Mention, done_to, gender_of, genders, needs_people, told_by
from claims.extraction.names import name_run, names_with_age, person_names
from claims.extraction.phrases import core, phrase, plural
from claims.extraction.tree import NOMINAL, Sentence, Token
from claims.extraction.words.people import (
    FEMALE,
    FEMALE_MARKS,
    GROUP_PRONOUNS,
    HUMAN_GROUPS,
    HUMAN_NOUNS,
    MALE,
    MALE_MARKS,
    PERSON_PRONOUNS,
    THING_PRONOUNS,
)
from claims.extraction.words.verbs import REPORTING

SUBJECT_LABELS = ("nsubj", "nsubjpass")
# "Any self-proclamation", "no house", "anyone": nothing there is that a later "it" or "they" could mean.
NOBODY = frozenset(("any", "no", "anyone", "anybody", "anything", "nobody", "nothing"))
PUBLISHERS = frozenset(("newspaper", "daily", "weekly", "broadcaster", "magazine", "tabloid", "outlet"))
# An antecedent further back than this many sentences is not taken for granted.
REACH = 2
# So far back a person of known gender is taken up where nobody nearer fits.
LONG_REACH = 6


@dataclass(slots=True)
class People:
    """What is known so far; `read` each sentence before asking about the pronouns in it."""

    names: dict[str, str] = field(default_factory=dict)
    titles: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    mentions: dict[int, list[Mention]] = field(default_factory=dict)
    pairs: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)
    # Surnames that stand behind a given name, with an age: no places, whatever the parser took them for elsewhere.
    sure: set[str] = field(default_factory=set)

    def read_all(self, sentences: list[Sentence]) -> None:
        """Names first, so that a name counts as one wherever it stands; then who is mentioned where."""
        for sentence in sentences:
            self.places |= {token.word for token in sentence.tokens if token.entity in ("GPE", "LOC")}
            for words in person_names(sentence):
                self._learn(words)
            self.sure |= {words.split()[-1] for words in names_with_age(sentence)}
        for sentence in sentences:
            self._read(sentence)
        self.genders = genders(sentences, self.mentions)

    def _read(self, sentence: Sentence) -> None:
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
        known = self.names.get(parts[-1], "") if parts and words not in self.places - self.sure else ""
        return known if known.endswith(words) else words

    def is_person(self, words: str) -> bool:
        """A known name, or a noun for people: "a spokeswoman", not "the statement"."""
        last = words.split()[-1] if words.split() else ""
        return (
            last in self.names
            or last.lower() in HUMAN_NOUNS
            or any(word.lower() in HUMAN_NOUNS for word in words.split())
        )

    def titled(self, words: str) -> str:
        """the French foreign minister → Jean-Yves Le Drian, where the text introduced him so; else ""."""
        title = _title(words)
        known = self.titles.get(title.rpartition(" ")[2], set()) if title else set()
        holders = {name for full, name in known if full == title or full.endswith(f" {title}")}
        if not holders and words.lower().startswith("the "):
            holders = {name for full, name in known if full == title.rpartition(" ")[2]}
        return next(iter(holders)) if len(holders) == 1 else ""

    def _learn_title(self, sentence: Sentence, token: Token, name: str) -> None:
        """French Foreign Minister Jean-Yves Le Drian · Sweden's Minister of Justice, Gunnar Strömmer"""
        before = [i for i in core(sentence, token) if sentence.tokens[i].entity != "PERSON"]
        office = any(sentence.tokens[i].label in ("compound", "nmod") for i in before)
        phrases = [before] if office else []
        head = sentence.head(token)
        beside = [*sentence.kids(token, "appos"), *([head] if token.label == "appos" else [])]
        phrases += [core(sentence, noun) for noun in beside if noun.entity != "PERSON" and noun.tag[:2] == "NN"]
        for indexes in phrases:
            title = _title(sentence.words(indexes))
            if title:
                self.titles.setdefault(title.rpartition(" ")[2], set()).add((title, name))

    def _learn_outlet(self, sentence: Sentence, token: Token, words: str) -> None:
        """the newspaper Nordlys Tidende: further on, "the paper" and "the newspaper" are the same."""
        first, _, rest = words.partition(" ")
        noun = sentence.head(token)
        if first in PUBLISHERS and rest:  # findings of newspaper Nordlys Tidende
            noun, words = sentence.tokens[token.i - len(rest.split())], rest
        if token.is_name and noun.word in PUBLISHERS and noun.i == token.i - len(words.split()):
            for title in (noun.lower, "paper" if noun.lower in ("newspaper", "daily", "weekly") else noun.lower):
                self.titles.setdefault(title, set()).add((title, words))

    def run(self, sentence: Sentence, token: Token) -> list[Token]:
        """The tokens of a person's name that ends at `token`, as parsed or as known from elsewhere in the text."""
        found = name_run(sentence, token)
        place = token.entity in ("GPE", "LOC") and token.word in self.places - self.sure
        if found or not token.is_name or place or token.word not in self.names:
            return found
        words = self.names[token.word].split()
        run = [token]
        while run[0].i and sentence.tokens[run[0].i - 1].is_name and sentence.tokens[run[0].i - 1].word in words:
            run.insert(0, sentence.tokens[run[0].i - 1])
        after = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
        before = sentence.tokens[run[0].i - 1] if run[0].i else None
        alone = not (after and after.is_name) and not (
            before and before.is_name and before.entity == token.entity != ""
        )
        return run if alone else []

    def _name_at(self, sentence: Sentence, token: Token) -> str:
        run = self.run(sentence, token)
        return self.full_name(sentence.words([part.i for part in run])) if run else ""

    def _mention(self, sentence: Sentence, token: Token) -> None:
        if token.entity in ("DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "QUANTITY"):
            return
        if any(kid.lower in NOBODY for kid in (token, *sentence.kids(token, "det"))):
            return
        words = sentence.words(phrase(sentence, token, conjuncts=False)).strip(" ,\"“”'")
        words = re.sub(r"['’]s?$", "", words) if token.label == "poss" else words
        self._learn_outlet(sentence, token, words)
        name = self._name_at(sentence, token)
        if name:
            self._learn_title(sentence, token, name)
        if token.label == "appos" and name and sentence.head(token).tag[:2] == "NN":
            return  # the chairman, Devin Nunes: one person, mentioned where "the chairman" stands
        apposed = (self._name_at(sentence, kid) for kid in sentence.kids(token, "appos"))
        name = name or next((other for other in apposed if other), "")
        name = name or ("" if token.is_name else self.titled(words))
        subject = token.label in SUBJECT_LABELS
        self.mentions.setdefault(sentence.number, []).append(
            Mention(
                sentence.number,
                token.i,
                name or words,
                person=bool(name) or token.lower in HUMAN_NOUNS,
                plural=plural(sentence, token),
                subject=subject,
                owner=token.label == "poss",
                object=token.label == "dobj" and sentence.head(token).tag != "VBG",
                sayer=subject and sentence.head(token).lemma in REPORTING,
                gender=self._gender(sentence, token),
                human=bool(name) or token.lower in HUMAN_NOUNS | HUMAN_GROUPS,
                aside=told_by(sentence, token),
                main=subject and sentence.head(token).head == sentence.head(token).i,
            )
        )
        self._pair(sentence, token, subject)

    def _pair(self, sentence: Sentence, token: Token, subject: bool) -> None:  # noqa: FBT001
        other = sentence.kid(token, "conj")
        if other is None or sentence.kid(other, "conj") is not None or not (token.is_name and other.is_name):
            return
        people = bool(self.run(sentence, token) and self.run(sentence, other))
        both = " and ".join(
            self._name_at(sentence, part) or sentence.words(core(sentence, part)) for part in (token, other)
        )
        self.pairs.setdefault(sentence.number, []).append((people + subject, both))

    def _gender(self, sentence: Sentence, token: Token) -> str:
        words = {sentence.tokens[i].lower.rstrip(".") for i in core(sentence, token)}
        if words & FEMALE_MARKS:
            return "female"
        return "male" if words & MALE_MARKS else ""

    def the_two(self, sentence: Sentence) -> str:
        """Macron and Putin, where the text goes on with "the two agreed"; people and subjects before others."""
        for number in range(sentence.number - 1, sentence.number - REACH - 1, -1):
            if pairs := self.pairs.get(number):
                return max(pairs)[1]
        return ""

    def readings(self, sentence: Sentence, token: Token, outside: Collection[int] = ()) -> list[str]:
        """The possible antecedents of a third-person pronoun, best first; one entry means that it is clear.

        `outside` holds places in the sentence that cannot be meant: "observe it" is not what observes.
        """
        word = token.lower
        if word not in PERSON_PRONOUNS | THING_PRONOUNS | GROUP_PRONOUNS:
            return []
        if word == "it" and token.label == "nsubj" and sentence.head(token).lemma in REPORTING:
            content = sentence.kid(sentence.head(token), "ccomp")
            before = content is None or content.i < token.i
            outside = range(len(sentence.tokens)) if before else outside  # "debt stood at 2 billion, it said": not it
        says = sentence.head(token).lemma in REPORTING and token.label in SUBJECT_LABELS
        if says and word in PERSON_PRONOUNS:
            outside = self._own_words(sentence, token, outside)
        near = self._near(sentence, token, outside)
        sayers = self._near(sentence, token, outside, sayers=True) if says else []
        if sayers and not (near[0].sentence > sayers[0].sentence and any(m.subject and m.person for m in near)):
            near = sayers
        near = done_to(sentence, token, near)
        here = bool(near) and near[0].sentence == sentence.number
        if token.tag == "PRP$" and here and word in THING_PRONOUNS:
            return [near[0].text]
        subjects = [mention for mention in near if mention.subject]
        if word in THING_PRONOUNS and not here:
            subjects = [mention for mention in subjects if mention.main] or subjects
        group = here and word in GROUP_PRONOUNS and token.tag == "PRP"
        choice = list(
            dict.fromkeys(mention.text for mention in (near if group or token.label == "dobj" else subjects or near))
        )
        several = word in PERSON_PRONOUNS or (token.tag == "PRP" and here)
        return choice[:2] if several else choice[:1]

    def _own_words(self, sentence: Sentence, token: Token, outside: Collection[int]) -> Collection[int]:
        """ "The president's policies work," she said: who speaks is named before, not in the quotation."""
        content = sentence.kid(sentence.head(token), "ccomp")
        own = {*sentence.subtree(content), *outside} if content is not None and content.i < token.i else set(outside)
        return own if self._near(sentence, token, own) else outside

    def _near(
        self, sentence: Sentence, token: Token, outside: Collection[int], *, sayers: bool = False
    ) -> list[Mention]:
        """The fitting mentions of the nearest sentence that has any, the last one first."""
        gendered = token.lower in PERSON_PRONOUNS
        for number in range(sentence.number, sentence.number - (LONG_REACH if gendered else REACH) - 1, -1):
            far = number < sentence.number - REACH
            here = number == sentence.number
            fitting = [
                mention
                for mention in reversed(self.mentions.get(number, []))
                if (not here or (mention.token < token.i and mention.token not in outside))
                and self._fits(sentence, mention, token, here=here)
                and (mention.sayer or not sayers)
                and not mention.aside
                and (not far or self.genders.get(mention.text) == gender_of(token))
            ]
            if fitting:
                return fitting
        return []

    def _fits(self, sentence: Sentence, mention: Mention, token: Token, *, here: bool) -> bool:
        """Number and gender agree; a thing must be a subject, or stand in the same sentence as owner or object."""
        word = token.lower
        if word in PERSON_PRONOUNS:
            known = mention.gender or self.genders.get(mention.text, "")
            clash = {"female": MALE, "male": FEMALE}.get(known, frozenset())
            return mention.person and not mention.plural and word not in clash
        if word in GROUP_PRONOUNS:
            return mention.plural and (mention.human or not needs_people(sentence, token))
        nearby = here and (mention.owner if token.tag == "PRP$" else mention.object and token.label == "dobj")
        return not mention.person and not mention.plural and (mention.subject or nearby)


def _title(words: str) -> str:
    lowered = words.lower().replace("’", "'").strip(" ,")
    return re.sub(r"^(?:the|a|an|mr\.?|mrs\.?|ms\.?|dr\.?)\s*|\s*'s$", "", lowered)
