"""The rating scale: a change of words or criteria is a new revision; verdicts keep the one they were given on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from reviews.errors import NotAllowed, ScaleInvalid
from reviews.labels import NOT_CHECKABLE
from reviews.models import Rating, Scale


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingInput:
    """One step of a scale; `number` 5 is truest, None is off the scale. `tolerance_share` 0.05 is 5 %."""

    code: str
    label: str
    definition: str
    criteria: str
    tolerance: str = ""
    tolerance_share: Decimal | None = None
    number: int | None = None


@transaction.atomic
def add_scale_revision(*, name: str, note: str, introduced_on: date, ratings: Sequence[RatingInput], by: User) -> Scale:
    """The next revision, with its ratings in this order; earlier revisions stand (NotAllowed, ScaleInvalid)."""
    if not by.has_perm("reviews.add_scale"):
        raise NotAllowed("Your account may not change the rating scale. Administrators can.")
    _refuse_gaps(ratings)
    last = Scale.objects.aggregate(last=Max("revision"))["last"] or 0
    scale = Scale(name=name, revision=last + 1, introduced_on=introduced_on, note=note)
    rows = [Rating(scale=scale, position=place, **_columns(item)) for place, item in enumerate(ratings, 1)]
    try:
        scale.full_clean()
        for row in rows:
            row.clean_fields(exclude=["scale"])
    except ValidationError as error:
        raise ScaleInvalid(" ".join(error.messages)) from error
    scale.save()
    Rating.objects.bulk_create(rows)
    return scale


def _refuse_gaps(ratings: Sequence[RatingInput]) -> None:
    numbers = sorted(rating.number for rating in ratings if rating.number is not None)
    # The public labels and their tones are one for each number (`reviews.labels`).
    if numbers != [1, 2, 3, 4, 5]:
        raise ScaleInvalid("A scale has one rating for each number from 1 to 5, and others off the scale.")
    codes = [rating.code for rating in ratings]
    if len(set(codes)) != len(codes):
        raise ScaleInvalid("Two ratings have the same code: give each its own.")
    shares = [rating.tolerance_share for rating in ratings if rating.tolerance_share is not None]
    if any(not 0 <= share <= 1 for share in shares):
        raise ScaleInvalid("A tolerance is a share from 0 to 1: 0.05 is 5 %.")
    if NOT_CHECKABLE not in codes:
        raise ScaleInvalid(f"A scale needs the rating “{NOT_CHECKABLE}”, for opinions, wishes and forecasts.")


def _columns(item: RatingInput) -> dict[str, object]:
    return {name: getattr(item, name) for name in RatingInput.__dataclass_fields__}
