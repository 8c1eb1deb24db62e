"""The public notice of a minor correction: stated when it was submitted, on record when it is approved."""

from django.utils.timezone import localdate

from reviews.enums import CorrectionKind, EventKind
from reviews.models import Correction, MinorCorrection, Publication
from reviews.services.corrections import Notice, record_notice


def put_on_record(publication: Publication) -> Correction | None:
    """The public notice of the minor correction that this publication makes; part of approving it."""
    planned = MinorCorrection.objects.filter(verdict=publication.verdict_id).first()
    if planned is None:
        return None
    notice = Notice(
        planned.was,
        planned.now,
        planned.cause,
        planned.noticed_by,
        planned.reported_on,
        fixed_on=localdate(publication.valid_from),
    )
    return record_notice(publication, CorrectionKind.MINOR, publication.author, notice, EventKind.CORRECTED)
