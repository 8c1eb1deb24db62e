"""From a publication's frozen payload to what its page shows: words for codes, links and quotations within limits."""

from collections.abc import Mapping
from typing import Any

from claims.enums import Basis, ClaimKind, Control, SourceKind, Treatment
from reviews.enums import EvidenceKind, FindingValue, Question, Stance
from reviews.labels import questions
from reviews.payload_parts import CONTEXT_CHARACTERS
from reviews.public import markdown
from reviews.public.replies import replies
from reviews.public.terms import Terms
from reviews.wording import is_kept_language, label_in_words

Json = Mapping[str, Any]
Shown = dict[str, Any]


def verdict_content(payload: Json, terms: Terms) -> Shown:
    """Everything that `includes/verdict.html` draws; takes the payload alone, so that approvers see the same page.

    Words of word lists are in English here: templates translate them.
    """
    claim = payload["claim"]
    return {
        "payload": payload,
        "language": claim["language"],
        "label": label_in_words(payload["label"]["text"], payload),
        "questions": payload["questions"] if is_kept_language() else questions(payload),
        "kind": ClaimKind(claim["kind"]).label,
        "passage": _passage(payload, terms),
        "sightings": [_sighting(sighting, payload, terms) for sighting in payload["sightings"]],
        "explanation": markdown.render(payload["explanation_markdown"]),
        "evidence": [_evidence(item, payload, terms) for item in payload["evidence"]],
        "replies": replies(payload),
    }


def is_covered(sighting: Json, payload: Json) -> bool:
    """Whether the rating is of this sighting too: of the statement that was checked, and of those in the period."""
    own = sighting["claim_id"] == payload["claim"]["id"]
    return own or holds_on(payload["period"], sighting["stated_on"] or sighting["article"]["published_on"])


def holds_on(period: Json, day: str) -> bool:
    """Whether a verdict's period covers a partial date; an unknown date or an open end is covered."""

    def compare(bound: str) -> int:
        length = min(len(bound), len(day))
        return (day[:length] > bound[:length]) - (day[:length] < bound[:length])

    return compare(period["from"]) >= 0 and compare(period["to"]) <= 0


def _passage(payload: Json, terms: Terms) -> Shown:
    """The quotation as it stands in its article, with the words around it where the source allows that."""
    claim, source_id = payload["claim"], _source_id(payload["article"])
    before, after = context_of(claim) if terms.allow_context(source_id) else ("", "")
    return {"before": before, "quote": terms.quotation(claim["quote"], source_id), "after": after}


def context_of(claim: Json) -> tuple[str, str]:
    """The words before and after a quotation within its own paragraph, in whole words; … where they go on.

    Not beyond the paragraph: what stands there, a credit line for one, says nothing about the statement.
    """
    before, after = claim["before"].rsplit("\n", 1)[-1], claim["after"].split("\n", 1)[0]
    if len(before) == CONTEXT_CHARACTERS:
        before = "… " + before.partition(" ")[2]
    if len(after) == CONTEXT_CHARACTERS:
        after = after.rpartition(" ")[0] + " …"
    return before, after


def _sighting(sighting: Json, payload: Json, terms: Terms) -> Shown:
    article = sighting["article"]
    source_id = _source_id(article)
    return {
        **sighting,
        "quote": terms.quotation(sighting["quote"], source_id),
        "link": terms.link(article["address"], source_id),
        "treatment": Treatment(sighting["treatment"]).label,
        "finding": FindingValue(sighting["finding"]).label,
        "covered": is_covered(sighting, payload),
    }


def _evidence(item: Json, payload: Json, terms: Terms) -> Shown:
    source = item["source"]
    control = Control(source["control"])
    return {
        **item,
        "kind": EvidenceKind(item["kind"]).label,
        "source_kind": SourceKind(source["kind"]).label,
        "control": "" if control == Control.UNKNOWN else control.label,
        "stance_label": Stance(item["stance"]).label,
        "question": Question(item["question"]).label,
        "figure_basis": Basis(item["figure_basis"]).label if item["figure_basis"] else "",
        "figure_unit": item.get("figure_unit", ""),  # Older pages do not have it.
        "excerpt": terms.quotation(item["excerpt"], source["id"]),
        "excerpt_translation": terms.quotation(item["excerpt_translation"], source["id"]),
        "link": terms.link(item["address"], source["id"]),
        "why_not": _why_not_counted(item["position"], payload["independence"]),
    }


def _why_not_counted(position: int, independence: Json) -> str:
    """Why this citation's origin does not count towards independence; empty when it does."""
    reasons = [group["why_not"] for group in independence.get("groups", ()) if position in group["positions"]]
    return next(iter(reasons), "")


def _source_id(article: Json) -> int | None:
    return article["source"]["id"] if article["source"] else None
