"""Where the full story about a verdict lives, and with it the ClaimReview, of which there is one."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction

from reviews.enums import EventKind
from reviews.errors import TransitionRefused
from reviews.full_stories import full_story_of
from reviews.models import FullStory, Publication
from reviews.models.full_stories import LONGEST_ADDRESS
from reviews.permissions import Action, require
from reviews.services.brake import lock_publication, refuse_ended
from reviews.services.events import record_event
from reviews.services.identities import refuse_revealing
from reviews.services.steps import database_now

_is_web_address = URLValidator(schemes=["http", "https"])


@transaction.atomic
def set_full_story(*, publication: Publication, address: str, by: User) -> FullStory:
    """The page at the address carries the ClaimReview from now on, and our page links to it; empty: ours does again.

    Raises TransitionRefused for what is no web address, an address of this site, and where nothing would change.
    """
    current = lock_publication(publication)
    require(by, Action.PLACE_FULL_STORY, current)
    refuse_ended(current)
    address = address.strip()
    _refuse_misplaced(address)
    refuse_revealing(current.review, address=address)
    if address == full_story_of(current):
        raise TransitionRefused("That is where it is already: nothing would change.")
    current.changed_at = max(database_now(), current.valid_from)
    current.save(update_fields=["changed_at"])
    story = FullStory.objects.create(publication=current, address=address, set_by=by)
    payload = {"publication": current.pk, "address": address}
    record_event(review=current.review, kind=EventKind.FULL_STORY_SET, actor=by, payload=payload)
    return story


def _refuse_misplaced(address: str) -> None:
    if not address:
        return
    try:
        _is_web_address(address)
    except ValidationError:
        raise TransitionRefused("Write the whole address of the page, from https:// on.") from None
    if len(address) > LONGEST_ADDRESS:
        raise TransitionRefused(f"That address is too long: it may have {LONGEST_ADDRESS:,} characters.")
    if urlsplit(address).hostname == urlsplit(settings.SITE_URL).hostname:
        raise TransitionRefused("That address is of this site: leave it empty, as this page has the ClaimReview then.")
