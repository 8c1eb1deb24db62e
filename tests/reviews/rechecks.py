"""Re-checks whose day has come: nobody can choose such a day, so the row is written, not the clock moved."""

from datetime import timedelta

from django.utils.timezone import localdate

from reviews.enums import RecheckReason
from reviews.models import Publication, Recheck
from tests.claims.factories import make_user
from tests.reviews.factories import make_publication


def make_due(publication: Publication | None = None, *, days_ago: int = 1, note: str = "") -> Publication:
    """A publication without a day of its own (its period has ended) gets one that has passed."""
    publication = publication or make_publication()
    Recheck.objects.create(
        publication=publication,
        due_on=localdate() - timedelta(days=days_ago),
        reason=RecheckReason.CHOSEN,
        planned_by=make_user("editor"),
        note=note,
    )
    return publication
