"""Reviews in every stage, made the way the product makes them: through the services.

`make_publication()` alone builds all that it needs: a source, an article, an accepted claim, its review, two people.
"""

from itertools import count
from typing import Any

from django.contrib.auth.models import User

from claims.enums import ClaimStatus
from claims.models import Claim, Source
from reviews.drafting import DraftBody, EvidenceInput, FindingInput
from reviews.enums import CorrectionKind, FindingValue, SkipScope
from reviews.evidence_facts import current_ratings, sightings_of
from reviews.models import Draft, Publication, Rating, Review, SecondVerdict, Verdict
from reviews.payload import build_payload, payload_sha256
from reviews.replacing import judged_anew, replaced_by
from reviews.second_drafting import SecondBody
from reviews.services.change_notices import ChangeNotice
from reviews.services.corrections import Notice
from reviews.services.drafts import save_draft
from reviews.services.intake import pull_accepted_claims
from reviews.services.publishing import approve_verdict
from reviews.services.queue import take_review
from reviews.services.seconds import ask_second, save_second_draft, submit_second
from reviews.services.skips import skip_review
from reviews.services.verdicts import submit_verdict
from tests.claims.factories import make_claim, make_source, make_user

_numbers = count(1)

LOW = ("half_true", "misleading", "false")
"""Ratings with which somebody has to be asked for a reply, or the reader told why not."""


UPDATE = ChangeNotice(CorrectionKind.UPDATE, Notice("The register counted 120 bridges.", "It counts 124 by now."))


def make_review(claim: Claim | None = None, **claim_values: Any) -> Review:
    """Waiting, its claim accepted and frozen. `claim_values` go to `make_claim`."""
    claim = claim or make_claim(status=ClaimStatus.ACCEPTED, **claim_values)
    pull_accepted_claims()
    return Review.objects.select_related("claim").get(claim=claim)


def make_taken_review(reviewer: User | None = None, review: Review | None = None) -> Review:
    """Being checked, leased to `reviewer`."""
    return take_review(review=review or make_review(), reviewer=reviewer or make_user("reviewer"))


def make_skipped_for_all(reviewer: User | None = None, reason: str = "Nobody can check this.") -> Review:
    """Out of the queue until an editor decides."""
    reviewer = reviewer or make_user("reviewer")
    taken = make_taken_review(reviewer)
    return skip_review(
        review=taken, reviewer=reviewer, lease_number=taken.lease_number, reason=reason, scope=SkipScope.ALL
    )


def rating(code: str) -> Rating:
    """Of the current scale: true, mostly_true, half_true, misleading, false, unverifiable, not_checkable."""
    return next(item for item in current_ratings() if item.code == code)


def make_evidence_input(source: Source | None = None, **values: Any) -> EvidenceInput:
    number = next(_numbers)
    defaults: dict[str, Any] = {
        "source": (source or make_source()).pk,
        "address": f"https://records.example/{number}",
        "title": f"Register of closed bridges {number}",
        "published_on": "2021-12-31",
        "excerpt": "In all, 124 bridges were closed.",
        "primary": True,
    }
    return EvidenceInput(**(defaults | values))


def make_draft_body(review: Review, *, code: str = "true", **values: Any) -> DraftBody:
    """Complete: every finding “said”, two pieces of evidence from sources that have nothing to do with each other.

    Where somebody should have been asked for a reply, it says why nobody was.
    """
    findings = {sighting.pk: FindingInput(FindingValue.SAID.value) for sighting in sightings_of(review.claim)}
    defaults: dict[str, Any] = {
        "rating": rating(code).pk,
        "headline": f"Bridges closed in 2021: what the registers say ({next(_numbers)})",
        "summary": "Two registers count 124 closed bridges for the year.",
        "explanation": "The **ministry's register** and the auditors count the same 124 bridges.",
        "findings": findings,
        "period_from": "2021",
        "period_to": "2021",
        "evidence": (make_evidence_input(), make_evidence_input()),
    }
    found = (values.get("findings") or findings).values()
    if code in LOW or any(finding.value == FindingValue.NOT_SAID for finding in found):
        defaults["contact_exception"] = "The register speaks for itself."
    return DraftBody(**(defaults | values))


def make_draft(review: Review | None = None, author: User | None = None, **values: Any) -> Draft:
    """The author takes the review and saves a complete draft; `values` go to `make_draft_body`."""
    author = author or make_user("reviewer")
    taken = make_taken_review(author, review)
    body = make_draft_body(taken, **values)
    return save_draft(review=taken, author=author, body=body, version=0, lease_number=taken.lease_number)


def make_submitted_verdict(review: Review | None = None, author: User | None = None, **values: Any) -> Verdict:
    """Awaiting approval; `values` go to `make_draft_body`."""
    draft = make_draft(review, author, **values)
    lease_number = Review.objects.get(pk=draft.review_id).lease_number
    return submit_verdict(review=draft.review, author=draft.author, lease_number=lease_number, version=draft.version)


def make_next_verdict(review: Review, author: User, **values: Any) -> Verdict:
    """After changes were requested or the review was reopened: the author takes it again and submits anew."""
    taken = take_review(review=Review.objects.get(pk=review.pk), reviewer=author)
    version = taken.drafts.get(author=author).version
    body = make_draft_body(taken, **values)
    draft = save_draft(review=taken, author=author, body=body, version=version, lease_number=taken.lease_number)
    return submit_verdict(review=taken, author=author, lease_number=taken.lease_number, version=draft.version)


def approve(verdict: Verdict, approver: User | None = None, **values: Any) -> Publication:
    """A second person approves the page as it is; `values` go to `approve_verdict`.

    Where it judges anew what readers know, they are told of an update.
    """
    payload = build_payload(verdict)
    seen, replaced = payload_sha256(payload), replaced_by(verdict)
    if replaced and judged_anew(replaced.payload, payload) and not hasattr(verdict, "minor_correction"):
        values = {"change": UPDATE} | values
    approver = approver or make_user("editor")
    return approve_verdict(verdict=verdict, approver=approver, payload_sha256=seen, **values)


def make_publication(
    review: Review | None = None, author: User | None = None, approver: User | None = None, **values: Any
) -> Publication:
    """Published now; `values` go to `make_draft_body` (`code="false"` chooses the rating)."""
    return approve(make_submitted_verdict(review, author, **values), approver)


def make_second_body(review: Review, *, code: str = "true", **values: Any) -> SecondBody:
    """A complete second verdict: every finding “said”."""
    findings = {sighting.pk: FindingValue.SAID.value for sighting in sightings_of(review.claim)}
    defaults: dict[str, Any] = {
        "rating": rating(code).pk,
        "findings": findings,
        "reasoning": f"The **auditors** count fewer bridges than the ministry does ({next(_numbers)}).",
        "sources": "Report of the auditors, 2021\nhttps://auditors.example/2021",
    }
    return SecondBody(**(defaults | values))


def make_second(
    review: Review | None = None, reviewer: User | None = None, *, asked_by: User | None = None, **values: Any
) -> SecondVerdict:
    """Asked for by an editor, taken, drafted and submitted; `values` go to `make_second_body`."""
    review, reviewer = review or make_review(), reviewer or make_user("reviewer")
    opinion = ask_second(review=review, by=asked_by or make_user("editor"), why="Much hangs on it.", to=reviewer)
    body = make_second_body(review, **values)
    draft = save_second_draft(opinion=opinion, author=reviewer, body=body, version=1)
    return submit_second(opinion=opinion, author=reviewer, version=draft.version)
