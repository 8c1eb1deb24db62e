"""What becomes of somebody's request for a check."""

from django.db import transaction

from claims.enums import RequestState
from claims.errors import RecordInvalid, TransitionRefused
from claims.models import Claim, Request


@transaction.atomic
def answer_request(*, request: Request, state: str, answer: str, claim: Claim | None) -> Request:
    """Takes a request up (with the claim that came of it, if there is one) or declines it with an answer."""
    request = Request.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if state not in {RequestState.ACCEPTED, RequestState.DECLINED}:
        raise RecordInvalid("Take the request up, or decline it.")
    if request.state == RequestState.DECLINED:
        raise TransitionRefused("This request was declined and answered before.")
    if state == RequestState.DECLINED and not answer.strip():
        raise RecordInvalid("Write why the request is declined: whoever asked wants to know.")
    request.state, request.answer, request.claim = RequestState(state), answer.strip(), claim
    request.save(update_fields=["state", "answer", "claim"])
    return request
