"""From a posted workspace page to the stored draft."""

from dataclasses import dataclass

from claims.models import Claim
from reviews.desk.access import StaffRequest
from reviews.desk.forms.numbers import posted_number
from reviews.desk.forms.page import Page
from reviews.drafting import DraftBody
from reviews.evidence_facts import sightings_of
from reviews.models import Draft, Review
from reviews.services.drafts import save_draft

FULL = Review.objects.select_related("claim__article__source", "claim__speaker", "claim__via").prefetch_related(
    "claim__figures"
)


class PageRefused(Exception):
    """The page holds more than a draft may; nothing was stored, the page's forms say where."""


@dataclass(frozen=True, slots=True)
class Posted:
    """What came from the browser: the bound page and the numbers that tell an old one."""

    page: Page
    sightings: list[Claim]
    version: int
    lease_number: int


def posted(request: StaffRequest, review: Review) -> Posted:
    sightings = sightings_of(review.claim)
    return Posted(
        page=Page.of_post(request.POST, sightings),
        sightings=sightings,
        version=posted_number(request, "version"),
        lease_number=posted_number(request, "lease_number"),
    )


def store(request: StaffRequest, review: Review, sent: Posted, body: DraftBody) -> Draft:
    """Raises what `save_draft` raises."""
    return save_draft(
        review=review, author=request.user, body=body, version=sent.version, lease_number=sent.lease_number
    )


def own_draft(review: Review, request: StaffRequest) -> Draft | None:
    """The reviewer's own; nobody reads another person's draft here."""
    return Draft.objects.filter(review=review, author=request.user).first()


def readable_body(sent: Posted) -> DraftBody:
    """Raises PageRefused where a field is out of bounds."""
    if not sent.page.is_storable():
        raise PageRefused
    return sent.page.body()
