"""Somebody's challenge to a publication, from the public form to the answer.

Events: DISPUTE_RECEIVED (nobody acts), DISPUTE_CONSIDERED, DISPUTE_DECIDED. The log names the dispute and the digest of
its text, never the text or who sent it: what a stranger writes may have to be forgotten, and the log forgets nothing.
"""

from django.contrib.auth.models import User
from django.db import transaction

from claims.readers import text_digest
from reviews.enums import DisputeOutcome, DisputeSender, DisputeState, EventKind
from reviews.errors import TransitionRefused
from reviews.models import Dispute, DisputeDecision, Publication
from reviews.permissions import Action, require
from reviews.selectors import page_of_claim
from reviews.services.brake import lock_publication, refuse_ended
from reviews.services.events import record_event
from reviews.services.identities import refuse_revealing
from reviews.services.steps import database_now
from reviews.services.wording import required_text


@transaction.atomic
def receive_dispute(
    *,
    publication: Publication,
    sender: DisputeSender,
    objection: str,
    grounds: str,
    address: str = "",
    mail: str = "",
    language: str = "en",
) -> Dispute:
    """Keeps a dispute of a page that stands; the caller has screened the texts. Raises TransitionRefused.

    `language` is that of the form: the answer comes in it.

    The same text about the same page is the dispute that is there already: nothing is added to it.
    """
    current = lock_publication(publication)
    refuse_ended(current)
    digest = text_digest(objection, grounds, address)
    known = Dispute.objects.filter(publication=current, digest=digest).first()
    if known is not None:
        return known
    dispute = Dispute.objects.create(
        publication=current,
        sender=DisputeSender(sender),
        objection=required_text(objection, "Say what is wrong."),
        grounds=required_text(grounds, "Say why, and what shows it."),
        address=address,
        mail=mail,
        language=language,
        digest=digest,
    )
    _log(dispute, EventKind.DISPUTE_RECEIVED, None, sender=dispute.sender, text_sha256=digest)
    return dispute


@transaction.atomic
def consider_dispute(*, dispute: Dispute, by: User) -> Dispute:
    """Tells whoever asks, and colleagues, that somebody is at it; anybody else with the right may still decide."""
    locked = _lock(dispute, by)
    if locked.state != DisputeState.RECEIVED:
        raise TransitionRefused(f"This dispute is being considered already, by {locked.considered_by}.")
    locked.state, locked.considered_by, locked.considered_at = DisputeState.CONSIDERED, by, database_now()
    locked.save(update_fields=["state", "considered_by", "considered_at"])
    _log(locked, EventKind.DISPUTE_CONSIDERED, by)
    return locked


@transaction.atomic
def decide_dispute(
    *, dispute: Dispute, by: User, outcome: DisputeOutcome, answer: str, is_public: bool = False
) -> DisputeDecision:
    """Answers for good, by neither author nor approver (FourEyesRefused). The page itself is not changed by it:

    where the dispute is upheld, a correction, a suspension or a reopening follows, each a step of its own.
    """
    locked = _lock(dispute, by)
    outcome = DisputeOutcome(outcome)
    text = required_text(answer, "Write the answer: whoever disputed wants to know why.")
    refuse_revealing(locked.publication.review, answer=text)
    if is_public and not outcome.counts:
        raise TransitionRefused("Only a decision on the substance is published with its answer.")
    publication = locked.publication
    decision = DisputeDecision.objects.create(
        dispute=locked,
        publication=publication,
        author_id=publication.author_id,
        approver_id=publication.approver_id,
        decided_by=by,
        outcome=outcome,
        answer=text,
        is_public=is_public,
    )
    locked.state = DisputeState.DECIDED
    locked.save(update_fields=["state"])
    if outcome.counts:
        _tell_the_page(publication)
    _log(locked, EventKind.DISPUTE_DECIDED, by, outcome=outcome.value, answer=text, is_public=is_public)
    return decision


def _lock(dispute: Dispute, by: User) -> Dispute:
    """The dispute as it is now, with its review locked first; refuses who may not, and what is decided."""
    publication = lock_publication(dispute.publication)
    require(by, Action.DECIDE_DISPUTE, publication)
    locked = Dispute.objects.select_for_update(of=("self",)).select_related("considered_by").get(pk=dispute.pk)
    locked.publication = publication
    if locked.state == DisputeState.DECIDED:
        raise TransitionRefused(f"This dispute was decided already, by {locked.decision.decided_by}.")
    return locked


def _tell_the_page(publication: Publication) -> None:
    """The page that stands now says how many disputes were decided, so caches must fetch it again."""
    page = page_of_claim(publication.claim_id)
    if page is not None:
        Publication.objects.filter(pk=page.pk).update(changed_at=database_now())


def _log(dispute: Dispute, kind: EventKind, by: User | None, **more: object) -> None:
    payload = {"dispute": dispute.pk, "publication": dispute.publication_id, **more}
    record_event(review=dispute.publication.review, kind=kind, actor=by, payload=payload)
