"""What entry points ask about re-checks: which published verdicts an editor is to look at again, and since when."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from reviews.changed_texts import changed_passages
from reviews.enums import RecheckOutcome, Stage
from reviews.models import Publication, Recheck
from reviews.selectors import published

_SETTLED = (Stage.APPROVED, Stage.CLOSED)
"""While a review is being checked again, somebody looks already."""


def rechecks_due(now: datetime) -> QuerySet[Publication]:
    """Public verdicts whose day has come, or whose article changed since somebody last looked; the longest due first.

    `recheck_on` is the day that was set; None: the article's text changed.
    """
    day_has_come = _open().filter(publication=OuterRef("pk"), due_on__lte=localdate(now))
    changed = _changed_since_somebody_looked().values("publication")
    found = _in_force()
    due = found.filter(Exists(day_has_come)) | found.filter(pk__in=changed)
    return due.order_by(F("recheck_on").asc(nulls_first=True), "pk")


def rechecks_due_since(since: datetime, now: datetime) -> QuerySet[Any]:
    """Of `rechecks_due` those whose day, or whose newest change, came after `since`."""
    day_came = Q(due_on__gt=localdate(since), due_on__lte=localdate(now))
    days = _open().filter(day_came, publication=OuterRef("pk"))
    changed = _changed_since_somebody_looked().filter(at__gt=since).values("publication")
    found = _in_force()
    return (found.filter(Exists(days)) | found.filter(pk__in=changed)).order_by("pk")


def rechecks_planned() -> QuerySet[Publication]:
    """Every public verdict with a day for its re-check, due or to come, the next one first."""
    return _in_force().filter(Exists(_open().filter(publication=OuterRef("pk")))).order_by(F("recheck_on"), "pk")


def open_recheck(publication: Publication) -> Recheck | None:
    return publication.rechecks.filter(outcome="").select_related("planned_by").first()


def last_confirmed(publication: Publication) -> datetime | None:
    """When somebody last looked again at the published verdict and found it still right. One query."""
    confirmed = publication.rechecks.filter(outcome=RecheckOutcome.CONFIRMED).order_by("-done_at")
    return confirmed.values_list("done_at", flat=True).first()


def _open() -> QuerySet[Recheck]:
    return Recheck.objects.filter(outcome="")


def _in_force() -> QuerySet[Publication]:
    opened = _open().filter(publication=OuterRef("pk")).values("due_on")
    return published().filter(review__stage__in=_SETTLED).annotate(recheck_on=Subquery(opened))


def _changed_since_somebody_looked() -> QuerySet[Any]:
    """Rows of `changed_passages`."""
    return changed_passages().filter(~Exists(_looked_since_the_change()))


def _looked_since_the_change() -> QuerySet[Recheck]:
    """For rows of `changed_passages`: planned, postponed or confirmed after the text changed."""
    looked = Recheck.objects.filter(publication=OuterRef("publication"))
    return looked.annotate(seen=Coalesce("done_at", "planned_at")).filter(seen__gt=OuterRef("at"))
