"""Parts of a number told behind it: "27 cases, of which 19 were local", "65 firms, most of which lost money"."""

from __future__ import annotations

from claims.extraction.tree import SUBJECTS, Sentence, Token, finite, under
from claims.extraction.words.verbs import REPORTING

SUMS = frozenset(
    ("rupees", "dollars", "euros", "pounds", "crowns", "yen", "yuan", "rand", "roubles", "rubles", "francs")
)
PEOPLE = frozenset(("people", "men", "women", "children", "victims", "troops", "families", "dead", "boys", "girls"))
PERIODS = ("DATE", "TIME")


def part_of_what(sentence: Sentence, token: Token) -> None:
    """3,974 employees of an age of 46, [none of whom was ill]: of the employees, not of the age."""
    main = next((kid for kid in sentence.kids(token, "ccomp") if kid.i < token.i), None)  # was jailed, five of which …
    labels = ("relcl", "advcl", "ccomp", "conj", "dep", "parataxis")
    if not (token.label in labels or (token.head == token.i and main)) or not finite(sentence, token):
        return
    whole = _which(sentence, token)
    if whole is None or (main is not None and token.lemma in REPORTING):
        return  # made four demands, three of which it has dropped, [the report said]
    if token.head == token.i and main is not None:
        if main.i > whole.i:
            return
        sentence.attach(main, main, "ROOT")
        token.label = "dep"
        for kid in sentence.kids(token, "punct"):
            sentence.attach(kid, main if kid.i < whole.i else token, "punct")
    start = min(sentence.subtree(token))
    if start < 2 or sentence.tokens[start - 1].word not in (",", "-", "–", "—", "("):
        return
    noun = _wholes(sentence, token, whole, start - 1)
    if noun is not None and not under(sentence, noun, token):
        sentence.attach(token, noun, "relcl")


def _which(sentence: Sentence, token: Token) -> Token | None:
    """The "which" or "whom" behind "of" before the verb."""
    own = [sentence.tokens[i] for i in sentence.subtree(token) if i < token.i]
    found = next((part for part in own if part.lower in ("which", "whom") and part.i), None)
    return found if found is not None and sentence.tokens[found.i - 1].lower == "of" else None


def _wholes(sentence: Sentence, token: Token, whole: Token, end: int) -> Token | None:
    """The noun before the comma that has parts; people where it is "whom", many or one as the verb says."""
    several = True if whole.lower == "whom" else _several(sentence, token)
    nouns = [part for part in reversed(sentence.tokens[:end]) if _can_have_parts(sentence, part)]
    people = [part for part in nouns if _human(part) and sentence.kid(part, "nummod")] if whole.lower == "whom" else []
    if people:
        return people[0]
    sums = [part for part in nouns if part.lower in SUMS or (part.entity == "MONEY" and part.label != "compound")]
    if sums and _money(sentence, token):
        return sums[0]  # 70 crore rupees for repairs, of which 12 crore has been spent
    fitting = [part for part in nouns if several is None or several == _many(part)]
    many = [part for part in nouns if _many(part)]
    return next(iter(fitting if several is not None else many or fitting), None)


def _several(sentence: Sentence, token: Token) -> bool | None:
    """Whether the parts are counted (19 were), one amount (15% is, 12 million is) or either (most lost)."""
    subject = sentence.kid(token, *SUBJECTS)
    verb = next(iter(sentence.kids(token, "aux", "auxpass")), token)
    if subject is not None and (subject.lower in ("%", "percent", "cent") or subject.entity == "MONEY"):
        return None if verb.lower in ("were", "are", "have") else False
    if verb.lower in ("was", "is", "has") or (verb.tag == "VBZ"):
        return None if subject is not None and subject.counts else False
    counted = subject is not None and subject.counts
    return True if counted or verb.lower in ("were", "are", "have") or verb.tag == "VBP" else None


def _human(part: Token) -> bool:
    """people, workers, students: "whom" stands for no places"""
    return part.lower in PEOPLE or part.lower.endswith(("ers", "ors", "ants", "ents", "ists", "ians", "ees"))


def _money(sentence: Sentence, token: Token) -> bool:
    """Whether the part is a sum too, or a bare number with a scale."""
    subject = sentence.kid(token, *SUBJECTS)
    own = [sentence.tokens[i] for i in sentence.subtree(subject)] if subject is not None else []
    scales = ("million", "billion", "crore", "lakh", "trillion", "bn", "m")
    return any(part.entity == "MONEY" or part.lower in scales for part in own)


def _many(part: Token) -> bool:
    return part.tag in ("NNS", "NNPS") or (part.counts and part.tag == "CD")


def _can_have_parts(sentence: Sentence, part: Token) -> bool:
    term = part.tag == "NNS" and part.lower in ("years", "months", "weeks", "days")  # 12 years, five of which …
    plain = part.tag[:2] in ("NN", "CD") and (term or part.entity not in PERIODS) and part.lower not in ("%", "percent")
    before = sentence.tokens[part.i - 1].lower if part.i else ""
    share = part.lower in ("thirds", "quarters", "half", "most") or before in ("them", "whom", "which")
    return plain and not share and part.label not in ("compound", "nummod", "nmod", "npadvmod")


def result_behind_a_part(sentence: Sentence, token: Token) -> None:
    """27 were reported, of which 19 were local[, bringing the total to 9,129]: the report did."""
    clause = sentence.head(token)
    if token.label != "advcl" or token.tag != "VBG" or clause.label != "relcl" or _which(sentence, clause) is None:
        return
    first = min(sentence.subtree(token))
    above = sentence.head(clause)
    while above.head != above.i and not above.is_verb:
        above = sentence.head(above)
    if sentence.tokens[first - 1].word == "," and first == token.i and above.is_verb:
        sentence.attach(token, above, "advcl")
        sentence.attach(sentence.tokens[first - 1], above, "punct")
