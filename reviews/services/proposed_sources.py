"""Sources that a reviewer needs and nobody has put on record: by name alone, until an editor confirms them."""

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Lower

from claims.errors import RecordInvalid
from claims.models import Source
from claims.services.records import save_record
from reviews.errors import SourceNotProposed
from reviews.models import ProposedSource, Review
from reviews.permissions import Action, require
from reviews.services.leases import require_lease
from reviews.services.steps import database_now, lock


@transaction.atomic
def propose_source(*, name: str, review: Review, by: User, lease_number: int) -> ProposedSource:
    """A new Source with nothing but its name: what it is, who owns and controls it, an editor adds.

    Raises SourceNotProposed where the name says nothing or is on record already, LeaseLost without the review.
    """
    require(by, Action.PROPOSE_SOURCE)
    locked = lock(review)
    require_lease(locked, by, lease_number)
    wanted = " ".join(name.split())
    _refuse_known(wanted)
    try:
        source = save_record(record=Source(name=wanted), by=by)
    except RecordInvalid as invalid:
        raise SourceNotProposed(str(invalid)) from invalid
    return ProposedSource.objects.create(source=source, proposed_by=by, review=locked)


@transaction.atomic
def confirm_source(*, proposal: ProposedSource, by: User) -> ProposedSource:
    """A second person has looked at the record. Raises SourceNotProposed where it is confirmed, or their own."""
    require(by, Action.CONFIRM_SOURCE)
    locked = ProposedSource.objects.select_for_update().get(pk=proposal.pk)
    if locked.confirmed_at is not None:
        raise SourceNotProposed(f"This source was confirmed already, by {locked.confirmed_by}.")
    if locked.proposed_by_id == by.pk:
        raise SourceNotProposed("You proposed this source: somebody else must confirm it.")
    locked.confirmed_by, locked.confirmed_at = by, database_now()
    locked.save(update_fields=["confirmed_by", "confirmed_at"])
    return locked


def _refuse_known(name: str) -> None:
    if not any(character.isalpha() for character in name):
        raise SourceNotProposed("A source needs a name with letters in it.")
    same = Q(lower_name=name.lower()) | Q(aliases__contains=[name])
    known = Source.objects.annotate(lower_name=Lower("name")).filter(same).first()
    if known is not None:
        raise SourceNotProposed(f"“{name}” is on record already, as “{known.merged_into or known}”: choose it.")
