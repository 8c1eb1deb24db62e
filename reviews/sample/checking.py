"""Takes one sample verdict as far as it goes: taken and drafted, submitted, or approved and published."""

from django.contrib.auth.models import User

from claims.models import Article, Source
from reviews.drafting import DraftBody, EvidenceInput, FindingInput, OriginInput
from reviews.enums import Stage
from reviews.evidence_facts import current_ratings, sightings_of
from reviews.models import Review
from reviews.payload import build_payload, payload_sha256
from reviews.sample.contacts import ask
from reviews.sample.evidence import SampleEvidence
from reviews.sample.passages import claim_in
from reviews.sample.verdicts import SampleVerdict
from reviews.services.drafts import save_draft
from reviews.services.publishing import approve_verdict
from reviews.services.queue import take_review
from reviews.services.verdicts import submit_verdict


def check(sample: SampleVerdict, article: Article, sources: dict[str, Source], people: dict[str, User]) -> Review:
    """The review in the stage that the sample names. The approver is always the editor, who drafts nothing."""
    author = people[sample.author]
    claim = claim_in(article, sample.passage, sample.wording, by=people["editor"])
    review = take_review(review=Review.objects.get(claim=claim), reviewer=author)
    body = _body(sample, review, sources)
    draft = save_draft(review=review, author=author, body=body, version=0, lease_number=review.lease_number)
    if sample.contact:
        ask(sample.contact, review, sources, author)
    if sample.stage == Stage.IN_REVIEW:
        return review
    verdict = submit_verdict(review=review, author=author, lease_number=review.lease_number, version=draft.version)
    if sample.stage == Stage.APPROVED:
        seen = payload_sha256(build_payload(verdict))
        approve_verdict(verdict=verdict, approver=people["editor"], payload_sha256=seen)
    return verdict.review


def _body(sample: SampleVerdict, review: Review, sources: dict[str, Source]) -> DraftBody:
    rating = next(item for item in current_ratings() if item.code == sample.rating)
    return DraftBody(
        rating=rating.pk,
        headline=sample.headline,
        summary=sample.summary,
        explanation=sample.explanation,
        findings={item.pk: FindingInput(sample.finding.value) for item in sightings_of(review.claim)},
        period_from=sample.period_from,
        period_to=sample.period_to,
        origins_exception=sample.origins_exception,
        evidence=tuple(_evidence(item, sources) for item in sample.evidence),
    )


def _evidence(sample: SampleEvidence, sources: dict[str, Source]) -> EvidenceInput:
    return EvidenceInput(
        source=sources[sample.source].pk,
        kind=sample.kind.value,
        address=sample.address,
        title=sample.title,
        published_on=sample.published_on,
        excerpt=sample.excerpt,
        stance=sample.stance.value,
        question=sample.question.value,
        primary=sample.primary,
        figure_value=sample.figure_value,
        figure_upper=sample.figure_upper,
        figure_as_of=sample.figure_as_of,
        rests_on=tuple(OriginInput(source=sources[name].pk) for name in sample.rests_on),
    )
