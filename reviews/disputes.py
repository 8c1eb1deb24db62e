"""What entry points ask about disputes."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import F, Q, QuerySet
from django.db.models.expressions import RawSQL

from reviews.conflicts import conflict_sql
from reviews.enums import DisputeOutcome, DisputeState
from reviews.models import Dispute, DisputeDecision, Draft, Publication

ON_SUBSTANCE = [outcome for outcome in DisputeOutcome if outcome.counts]

# Names nothing outside of itself, so that it stands in any query.
_UNTOUCHED = f"""SELECT r.id FROM reviews_review r
    WHERE r.id IN (SELECT p.review_id FROM reviews_publication p JOIN reviews_dispute d ON d.publication_id = p.id
                    WHERE d.state <> '{DisputeState.DECIDED}')
      AND NOT {conflict_sql("%s", "r.claim_id")}"""  # noqa: S608 constants


def open_disputes() -> QuerySet[Dispute]:
    """Not decided yet, oldest first: whoever waits longest is answered first."""
    return Dispute.objects.exclude(state=DisputeState.DECIDED).order_by("received_at", "id")


def disputes_to_decide(user: User) -> QuerySet[Dispute]:
    """Open ones about pages that the user had no hand and has no interest in: the rule of `permissions`, for lists."""
    touched = Publication.objects.filter(Q(author=user) | Q(approver=user)).values("review")
    drafted = Draft.objects.filter(author=user).values("review")
    disputes = open_disputes().filter(publication__review__in=RawSQL(_UNTOUCHED, [user.pk]))  # noqa: S611 below
    return disputes.exclude(publication__review__in=touched).exclude(publication__review__in=drafted)


def disputes_of_review(review_id: int) -> QuerySet[Dispute]:
    """Of every edition of its page, the open ones first."""
    disputes = Dispute.objects.filter(publication__review=review_id).select_related("decision__decided_by")
    return disputes.order_by(F("decision__decided_at").desc(nulls_first=True), "received_at", "id")


def decided_about(publication: Publication, until: datetime | None = None) -> list[DisputeDecision]:
    """Decisions on the substance about any edition of the page, newest first; as of a moment. One query.

    Reads the decisions' table alone, in which nobody who disputed is named.
    """
    decisions = DisputeDecision.objects.filter(publication__review=publication.review_id, outcome__in=ON_SUBSTANCE)
    if until is not None:
        decisions = decisions.filter(decided_at__lte=until)
    return list(decisions.order_by("-decided_at", "-id"))
