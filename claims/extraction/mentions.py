"""Who and what a sentence mentions, and which mention a pronoun's verb and gender allow."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.tree import Sentence, Token
from claims.extraction.words.people import AUTHORITIES, DONE_TO_SUSPECTS, FEMALE, MALE
from claims.extraction.words.verbs import REPORTING


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or something that a later pronoun may mean."""

    sentence: int
    token: int
    text: str
    person: bool
    plural: bool
    subject: bool
    owner: bool
    object: bool
    sayer: bool
    gender: str
    human: bool = False
    aside: bool = False
    main: bool = False


def gender_of(token: Token) -> str:
    return "female" if token.lower in FEMALE else "male"


def told_by(sentence: Sentence, token: Token) -> bool:
    """…, according to police chief Ada Trask: who only tells is not who a later "he" means."""
    to = sentence.head(token)
    return token.label == "pobj" and sentence.head(to).lower == "according"


def needs_people(sentence: Sentence, token: Token) -> bool:
    """Only people are told something, or say, or are freed: "told them", "they realised"."""
    verb = sentence.head(token)
    told = token.label in ("dobj", "dative") and verb.lemma in ("tell", "inform", "ask", "warn", "arrest", "charge")
    says = token.label == "nsubj" and verb.lemma in REPORTING | {"realise", "realize", "know", "want"}
    return told or says or (token.label == "nsubjpass" and verb.lemma in DONE_TO_SUSPECTS)


def done_to(sentence: Sentence, token: Token, near: list[Mention]) -> list[Mention]:
    """Police detained four suspects. [They] were remanded: those whom it was done to."""
    if token.label != "nsubjpass" or sentence.head(token).lemma not in DONE_TO_SUSPECTS or not near:
        return near
    others = [mention for mention in near if mention.text.rpartition(" ")[2].lower() not in AUTHORITIES]
    return [mention for mention in others if mention.object] or others or near


def genders(sentences: list[Sentence], mentions: dict[int, list[Mention]]) -> dict[str, str]:
    """Names with the pronouns that can only mean them: "Moyale … where she polled"; nothing where uses differ."""
    found: dict[str, set[str]] = {}
    guessed: dict[str, set[str]] = {}
    for sentence in sentences:
        named = [mention for mention in mentions.get(sentence.number, []) if mention.person]
        before = [mention for mention in mentions.get(sentence.number - 1, []) if mention.person]
        for token in sentence.tokens:
            if token.lower not in FEMALE | MALE or sentence.kid(token, "case") is not None:
                continue
            near = {mention.text: mention for mention in named if mention.token < token.i} or {
                mention.text: mention for mention in before if not mention.aside
            }
            only = next(iter(near.values())) if len(near) == 1 else None
            if only is not None and (only.sentence == sentence.number or only.subject):
                uses = found if only.sentence == sentence.number else guessed
                uses.setdefault(only.text, set()).add(gender_of(token))
    return {name: next(iter(used)) for name, used in {**guessed, **found}.items() if len(used) == 1}
