"""The assessor's file: a row for every verdict that was ever public, with what the codes of principles ask about it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext_noop

from claims.enums import SpeakerKind
from reviews.enums import CorrectionKind, DisputeOutcome, EvidenceKind
from reviews.models import Publication
from reviews.public.addresses import absolute, claim_path
from reviews.public.replies import asked, came
from reviews.public.state import has_ended
from reviews.public.statistics.sheets import Value
from reviews.public.terms import Terms

COLUMNS: tuple[tuple[str, str], ...] = (
    ("address", gettext_noop("the verdict's page")),
    (
        "state",
        gettext_noop(
            "in force, under re-examination, replaced by a later verdict, merged into another claim's page, retracted, "
            "or withheld by legal order"
        ),
    ),
    ("published_at", gettext_noop("when it came out")),
    ("ended_at", gettext_noop("when it was replaced, merged or retracted")),
    ("claim_registered_at", gettext_noop("when the claim came in; empty for verdicts from before we recorded it")),
    ("headline", gettext_noop("of the page")),
    ("statement", gettext_noop("that was checked, standing alone")),
    ("speaker", gettext_noop("who made it; a private person is not named here")),
    ("party", gettext_noop("of a public figure, as on record then")),
    ("publisher", gettext_noop("of the article in which we found it")),
    ("article_address", gettext_noop("where it stands, if we may link there")),
    ("why_checked", gettext_noop("how the claim was chosen")),
    ("rating", gettext_noop("code on the scale; empty while it is taken back")),
    ("label", gettext_noop("what readers see")),
    ("scale_revision", gettext_noop("of the rating scale")),
    ("evidence", gettext_noop("number of citations")),
    ("evidence_kinds", gettext_noop("how many of each kind")),
    ("primary_evidence", gettext_noop("citations that are primary sources")),
    ("evidence_sources", gettext_noop("who is cited")),
    ("independent_origins", gettext_noop("that count towards the minimum")),
    ("origins_exception", gettext_noop("why fewer were enough")),
    ("contact_attempts", gettext_noop("to reach who made the statement, on the page")),
    ("contacts", gettext_noop("when, how and with what result, as on the page")),
    ("corrections", gettext_noop("public records about this verdict, how many of each kind")),
    ("errors_corrected", gettext_noop("those of them that say that we were wrong")),
    ("last_correction_on", gettext_noop("day of the newest")),
    ("disputes", gettext_noop("challenges that were decided on their substance, by what became of them")),
    ("sample_data", gettext_noop("yes for invented articles that show how the program works")),
)


def rows(publications: Iterable[Publication], terms: Terms) -> Iterator[list[Value]]:
    """The head, then a row for each; `publications` are of `queries.every_verdict`, `terms` those of every source."""
    yield [name for name, _ in COLUMNS]
    for publication in publications:
        found = _row(publication, terms) if publication.payload else _withheld(publication)
        yield [found.get(name, "") for name, _ in COLUMNS]


def _withheld(publication: Publication) -> dict[str, Value]:
    """Of a verdict whose text two people withheld there is nothing to tell but that it was there."""
    return {
        "address": absolute(f"/claims/{publication.claim_id}/"),
        "state": "withheld",
        "published_at": publication.valid_from.isoformat(timespec="seconds"),
        "sample_data": "yes" if publication.is_sample else "no",
    }


def _row(publication: Publication, terms: Terms) -> dict[str, Value]:
    corrections = [CorrectionKind(item.kind) for item in publication.corrections.all()]
    payload = publication.payload
    return {
        **_page_columns(publication, retracted=CorrectionKind.RETRACTION in corrections),
        **_statement_columns(payload, terms),
        **_evidence_columns(payload),
        **_contact_columns(payload),
        "corrections": _tally(kind.label for kind in corrections),
        "errors_corrected": sum(kind.is_error for kind in corrections),
        "last_correction_on": max((f"{localdate(item.made_at)}" for item in publication.corrections.all()), default=""),
        "disputes": _tally(
            outcome.label
            for outcome in (DisputeOutcome(item.outcome) for item in publication.dispute_decisions.all())
            if outcome.counts
        ),
    }


def _page_columns(publication: Publication, *, retracted: bool) -> dict[str, Value]:
    """A suspended, retracted or merged verdict has no rating any more, here neither."""
    state, merged = "in force", publication.merged  # type: ignore[attr-defined]  # annotated
    if retracted:
        state = "retracted"
    elif merged:
        state = "merged"
    elif has_ended(publication):
        state = "replaced"
    elif publication.suspended_at:
        state = "under re-examination"
    shows_rating = not (retracted or merged or publication.suspended_at)
    ended = publication.valid_until if has_ended(publication) else None
    return {
        "address": absolute(claim_path(publication.claim_id, publication.slug)),
        "state": state,
        "published_at": publication.valid_from.isoformat(timespec="seconds"),
        "ended_at": ended.isoformat(timespec="seconds") if ended else "",
        "headline": publication.headline,
        "rating": publication.rating_code if shows_rating else "",
        "label": publication.label if shows_rating else "",
        "scale_revision": publication.payload["rating"]["scale_revision"],
        "sample_data": "yes" if publication.is_sample else "no",
    }


def _statement_columns(payload: dict[str, Any], terms: Terms) -> dict[str, Value]:
    claim, article = payload["claim"], payload["article"]
    speaker = claim["speaker"] or {"name": "", "kind": ""}
    private = speaker["kind"] == SpeakerKind.PRIVATE_PERSON
    return {
        "claim_registered_at": claim.get("registered_at", ""),
        "statement": claim["wording"],
        "speaker": "private person" if private else speaker["name"],
        "party": speaker.get("party", ""),
        "publisher": article["source"]["name"] if article["source"] else "",
        "article_address": terms.link(article["address"], article["source"]["id"] if article["source"] else None),
        "why_checked": "; ".join(payload["why_checked"]),
    }


def _evidence_columns(payload: dict[str, Any]) -> dict[str, Value]:
    evidence = payload["evidence"]
    return {
        "evidence": len(evidence),
        "evidence_kinds": _tally(EvidenceKind(item["kind"]).label for item in evidence),
        "primary_evidence": sum(bool(item["primary"]) for item in evidence),
        "evidence_sources": "; ".join(sorted({_cited(item) for item in evidence})),
        "independent_origins": payload["independence"]["origins"],
        "origins_exception": payload["independence"]["exception"],
    }


def _cited(item: dict[str, Any]) -> str:
    """A protected source by its description, as on the page."""
    protected = item.get("protected")
    return str(protected["description"] if protected else item["source"]["name"])


def _contact_columns(payload: dict[str, Any]) -> dict[str, Value]:
    """Empty, which is not 0, for verdicts from before attempts were recorded."""
    contacts = payload.get("contacts")
    if contacts is None:
        return {"contact_attempts": "", "contacts": ""}
    return {"contact_attempts": len(contacts), "contacts": "; ".join(_contact(item) for item in contacts)}


def _contact(contact: dict[str, Any]) -> str:
    return f"{asked(contact)} {came(contact)} {contact['answer']}".strip()


def _tally(labels: Iterable[str]) -> str:
    """How many of each, in the order of their names: `Dataset 1; Document 2`."""
    return "; ".join(f"{label} {count}" for label, count in sorted(Counter(labels).items()))
