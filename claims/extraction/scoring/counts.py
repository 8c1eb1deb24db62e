"""Counts for one article what the measures are made of; counts of several articles add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from claims.extraction.scoring.gold import GoldArticle, GoldClaim, Predicted, Span
from claims.extraction.scoring.lines import sentence_spans
from claims.extraction.scoring.matching import Guess, Wanted, best_overlap, guess, pair, wanted
from claims.extraction.scoring.mentions import close, mentioned
from claims.extraction.scoring.names import agency, iso_date, same_speaker
from claims.extraction.scoring.words import in_common

SAME_WORDING: Final = 0.95
"""From here on two predictions say the same, and do not count as two for a sentence that states two claims."""
TOP: Final = 10
Counts = Counter[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One article's annotation, what was predicted for it, and which belongs to which."""

    article: GoldArticle
    gold: list[Wanted]
    guesses: list[Guess]
    pairs: dict[int, int]

    def paired(self) -> list[tuple[Guess, GoldClaim]]:
        return [(self.guesses[left], self.gold[right].claim) for left, right in self.pairs.items()]


def count(article: GoldArticle, predicted: Sequence[Predicted], credits: Sequence[str]) -> Counter[str]:
    """All counts of one article. The result's values are whole numbers, but for sums of shares."""
    gold = [wanted(claim) for claim in article.claims]
    guesses = [guess(claim, article.text) for claim in predicted]
    outcome = Outcome(article, gold, guesses, pair(guesses, gold))
    found: Counts = Counter()
    for step in STEPS:
        found.update(step(outcome))
    found.update(_credits(article, credits))
    return found


def _found(outcome: Outcome) -> Counts:
    counts: Counts = Counter(f"gold{one.claim.importance}" for one in outcome.gold)
    counts.update(f"hit{claim.importance}" for _, claim in outcome.paired())
    counts["pred"] = len(outcome.guesses)
    counts["pred_hit"] = len(outcome.pairs)
    counts["offset_ok"] = sum(one.exact for one in outcome.guesses)
    counts["quote_chars"] = sum(one.span[1] - one.span[0] for one in outcome.guesses if one.span)
    return counts


def _likeness(outcome: Outcome) -> Counts:
    shares = [best_overlap(one.span, claim.spans) for one, claim in outcome.paired() if one.span]
    return Counter(iou=sum(shares))  # type: ignore[arg-type]  # A sum of shares among the counts.


def _in_not_claims(outcome: Outcome) -> Counts:
    """Predictions that match nothing and lie by half or more in what the annotators ruled out."""
    unpaired = [one.span for place, one in enumerate(outcome.guesses) if place not in outcome.pairs and one.span]
    return Counter(in_not=sum(_covered(span, outcome.article.not_claims) for span in unpaired))


def _covered(span: Span, ruled_out: Sequence[Span]) -> bool:
    inside = sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in ruled_out)
    return inside >= 0.5 * (span[1] - span[0])


def _splits(outcome: Outcome) -> Counts:
    """Pairs of annotated claims in one sentence, and those found as two differently worded claims."""
    spans = sentence_spans(outcome.article.text)
    sentence = [_sentence(one.claim.spans[0], spans) for one in outcome.gold]
    guess_of = {right: outcome.guesses[left] for left, right in outcome.pairs.items()}
    counts: Counts = Counter()
    for left, right in combinations(range(len(outcome.gold)), 2):
        if sentence[left] != sentence[right]:
            continue
        both = left in guess_of and right in guess_of
        apart = both and in_common(guess_of[left].words, guess_of[right].words) < SAME_WORDING
        weighty = min(outcome.gold[left].claim.importance, outcome.gold[right].claim.importance) >= 2
        counts.update(pairs=1, pairs_ok=apart, pairs2=weighty, pairs2_ok=weighty and apart)
    return counts


def _sentence(span: Span, sentences: Sequence[Span]) -> int:
    """The sentence that holds most of the span."""
    shares = [min(span[1], end) - max(span[0], start) for start, end in sentences]
    return shares.index(max(shares))


def _numbers(outcome: Outcome) -> Counts:
    """On pairs made without looking at numbers, or every pair would be right by making."""
    counts: Counts = Counter()
    for left, right in pair(outcome.guesses, outcome.gold, by_numbers=False).items():
        gold, predicted = outcome.gold[right], outcome.guesses[left].claim.numbers
        numbers = gold.claim.numbers
        if not numbers:
            continue
        found = sum(any(close(number, one) for one in predicted) for number in numbers)
        borne = all(any(close(one, number) for number in numbers) or mentioned(one, gold.numbers) for one in predicted)
        exact = found == len(numbers) and borne
        counts.update(num_pairs=1, num_gold=len(numbers), num_found=found, num_exact=exact)
    return counts


def _dates(outcome: Outcome) -> Counts:
    counts: Counts = Counter()
    for one, claim in outcome.paired():
        predicted = [iso_date(written) for written in one.claim.dates]
        for day in claim.dates:
            right = any(other == day or other.startswith(f"{day}-") for other in predicted)
            counts.update(date_gold=1, date_ok=right, date_year=any(other[:4] == day[:4] for other in predicted))
        if not claim.dates:
            counts.update(date_none=1, date_spurious=bool(predicted))
    return counts


def _speakers(outcome: Outcome) -> Counts:
    counts: Counts = Counter()
    for one, claim in outcome.paired():
        name = (one.claim.speaker or "").strip()
        right = same_speaker(name, claim.speakers) if name else claim.own_voice
        counts.update(spk=1, spk_ok=right, spk_attr=claim.attributed, spk_attr_ok=claim.attributed and right)
        counts.update(kind=bool(one.claim.kind), kind_ok=one.claim.kind == claim.kind)
    return counts


def _top(outcome: Outcome) -> Counts:
    """The ten predictions with the highest scores, paired among themselves."""
    first = sorted(outcome.guesses, key=lambda one: -one.claim.score)[:TOP]
    hits = Counter(outcome.gold[right].claim.importance for right in pair(first, outcome.gold).values())
    wanted2 = min(TOP, sum(one.claim.importance >= 2 for one in outcome.gold))
    wanted3 = min(TOP, sum(one.claim.importance == 3 for one in outcome.gold))
    return Counter(
        top_n2=wanted2,
        top_hit2=min(hits[2] + hits[3], wanted2),
        top_n3=wanted3,
        top_hit3=min(hits[3], wanted3),
        top_pred=len(first),
        top_pred_hit=hits.total(),
    )


def _credits(article: GoldArticle, predicted: Sequence[str]) -> Counts:
    """By agency, whatever name it goes by; naming an optional one is neither right nor wrong."""
    gold = set(map(agency, article.credits))
    optional = set(map(agency, article.credits_optional))
    named = set(map(agency, predicted)) - (optional - gold)
    return Counter(cr_tp=len(gold & named), cr_fp=len(named - gold), cr_fn=len(gold - named))


STEPS: Final[tuple[Callable[[Outcome], Counts], ...]] = (
    _found,
    _likeness,
    _in_not_claims,
    _splits,
    _numbers,
    _dates,
    _speakers,
    _top,
)
