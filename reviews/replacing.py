"""Whether a page judges anew what readers were told before, so that they are owed a word about it. Pure but for one."""

from collections.abc import Mapping
from typing import Any

from django.db.models.functions import Now

from reviews.models import Publication, Verdict

Json = Mapping[str, Any]

RATING, FINDING, PERIOD, EVIDENCE = "the rating", "whether it was said", "the period it holds for", "the evidence"


def replaced_by(verdict: Verdict) -> Publication | None:
    """The page that readers have now and that this verdict would take the place of; none whose text is withheld."""
    seen = verdict.review.publications.filter(valid_until=None, valid_from__lte=Now()).exclude(verdict=verdict)
    return seen.exclude(payload={}).first()


def judged_anew(before: Json, after: Json) -> list[str]:
    """What of the judgement differs between two payloads, in words; empty where only the wording does.

    A sighting that is new has no finding that changed. Facts of a source, such as its owner, are not the verdict's.
    """
    found = {
        RATING: _rating(before) != _rating(after),
        FINDING: _other_findings(before, after),
        PERIOD: before["period"] != after["period"],
        EVIDENCE: _evidence(before) != _evidence(after),
    }
    return [what for what, differs in found.items() if differs]


def _rating(payload: Json) -> tuple[str, str]:
    return payload["rating"]["code"], payload["label"]["text"]


def _other_findings(before: Json, after: Json) -> bool:
    old, new = ({item["claim_id"]: item["finding"] for item in payload["sightings"]} for payload in (before, after))
    return any(old[claim] != new[claim] for claim in old.keys() & new.keys())


def _evidence(payload: Json) -> list[dict[str, Any]]:
    return [
        {name: value for name, value in item.items() if name not in {"source", "rests_on"}}
        | {"source": item["source"]["id"]}
        for item in payload["evidence"]
    ]
