"""What a button on an evidence row does before the draft is stored: move it, copy an earlier one in, fill it from its
address, put its source on record."""

import re
from dataclasses import dataclass, replace

from claims.errors import ClaimsError
from reviews.desk.access import StaffRequest
from reviews.desk.address_facts import Facts, facts_of, filled, owner_of
from reviews.desk.earlier import earlier_row
from reviews.desk.forms.evidence import MOST_ROWS
from reviews.desk.rowmoves import moved
from reviews.desk.saving import Posted
from reviews.drafting import DraftBody
from reviews.errors import SourceNotProposed
from reviews.models import Review
from reviews.services.proposed_sources import propose_source

BUTTON = re.compile(r"(?P<what>reuse|fill|record)-(?P<which>[a-z0-9-]{1,24})")


@dataclass(frozen=True, slots=True)
class Done:
    """`row`: which one to show next. `says` and `refused` are for the person; both empty for a plain save."""

    body: DraftBody
    row: int | None = None
    says: str = ""
    refused: str = ""


def act(request: StaffRequest, review: Review, sent: Posted, body: DraftBody) -> Done:
    """The body after the pressed button; a refusal leaves it as it was typed. May fetch a page: call it outside of a
    transaction."""
    button = request.POST.get("row", "")
    match = BUTTON.fullmatch(button)
    if match is None:
        return Done(*moved(body, button, sent.page.places()))
    match match["what"], match["which"]:
        case "reuse", key:
            return _reuse(request, body, key)
        case "fill", place if place.isdigit() and int(place) in sent.page.places():
            return _fill(request, body, sent.page.places().index(int(place)))
        case "record", row if row.isdigit() and int(row) < len(body.evidence):
            return _record(request, review, sent, body, int(row))
    return Done(body)


def _reuse(request: StaffRequest, body: DraftBody, key: str) -> Done:
    found = earlier_row(request.user, key)
    if found is None or len(body.evidence) >= MOST_ROWS:
        return Done(body, refused="This evidence cannot be copied: search for it again.")
    copied = replace(body, evidence=(*body.evidence, found))
    return Done(copied, len(body.evidence), "Copied. Look again at which question it answers, and how.")


def _fill(request: StaffRequest, body: DraftBody, index: int) -> Done:
    row = body.evidence[index]
    facts, why = learned(row.address, request)
    rows = list(body.evidence)
    rows[index] = filled(row, facts)
    done = replace(body, evidence=tuple(rows))
    if why:
        return Done(done, index, refused=why)
    return Done(
        done, index, f"Filled in what was empty, from {facts.origin}." if done != body else "Nothing was empty."
    )


def learned(address: str, request: StaffRequest) -> tuple[Facts, str]:
    """What an address tells, and why it does not tell more; who owns the host is known without the page."""
    try:
        return facts_of(address, request.user), ""
    except ClaimsError as refusal:
        return Facts(owner_of(address)), f"Not filled in from the page. {refusal}"


def _record(request: StaffRequest, review: Review, sent: Posted, body: DraftBody, index: int) -> Done:
    row = body.evidence[index]
    try:
        proposal = propose_source(name=row.source_typed, review=review, by=request.user, lease_number=sent.lease_number)
    except SourceNotProposed as refusal:
        return Done(body, index, refused=str(refusal))
    rows = list(body.evidence)
    rows[index] = replace(row, source=proposal.source_id, source_typed="")
    says = f"“{proposal.source}” is on record now, by its name alone; an editor adds what it is and confirms it."
    return Done(replace(body, evidence=tuple(rows)), index, says)
