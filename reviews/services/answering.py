"""Requests for a check are answered by the verdict that came of them."""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from claims.enums import RequestState
from claims.models import Request
from claims.services.requests import conclude_request
from reviews.selectors import published


def requests_with_a_verdict() -> QuerySet[Request]:
    """Taken up, and a verdict on their claim, or on the claim that it is a sighting of, is public."""
    taken_up = Request.objects.filter(state=RequestState.ACCEPTED, claim__isnull=False)
    about = taken_up.annotate(about=Coalesce("claim__canonical_id", "claim_id"))
    return about.filter(about__in=published().values("claim")).order_by("pk")


@transaction.atomic
def answer_requests_with_verdicts(*, now: datetime) -> list[Request]:
    """Those that this call answered; whoever calls rings for their mails."""
    return [request for request in requests_with_a_verdict() if conclude_request(request=request, now=now)]
