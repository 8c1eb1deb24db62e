"""What the statistics count, in SQL: each function is one aggregate query, however many verdicts there are.

Only publications and what hangs on them are read. Sample data is counted only where there is nothing else.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from django.db import connection
from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    Min,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce, TruncMonth

from claims.enums import SpeakerKind
from reviews.enums import FindingValue, SourceRole
from reviews.independence import MINIMUM
from reviews.labels import FALSE_ATTRIBUTION, Tone
from reviews.models import Correction, DisputeDecision, Merge, Publication, PublishedSighting, Rating
from reviews.models.merged_speakers import STANDING_NAME
from reviews.public.statistics.counts import COUNTED_FROM, Named, Rated, Times
from reviews.selectors import came_out, published

COUNTED_SPEAKERS = (SpeakerKind.PUBLIC_FIGURE, SpeakerKind.BODY)
"""Private persons are never counted, nor is anybody of whom we have not said that they are none."""


def sample_only() -> bool:
    """Whether sample data is all that was ever published; a newsroom without a verdict has none of it."""
    return not Publication.objects.filter(is_sample=False).exists() and Publication.objects.exists()


def scale_steps() -> list[Rating]:
    """Every rating that was ever on the scale, each code once as it was last worded; the current scale's come first."""
    newest = Rating.objects.order_by("code", "-scale__revision").distinct("code").select_related("scale")
    return sorted(newest, key=lambda item: (-item.scale.revision, item.position))


def in_force(*, sample: bool) -> QuerySet[Publication]:
    """One for each claim: the verdict that stands now."""
    return published().filter(is_sample=sample).order_by()


def by_month_and_rating(*, sample: bool) -> list[Rated]:
    """By the month of the claim's first verdict, and the code that readers see."""
    on_scale = Q(rating_number__isnull=False)
    earliest = _editions().annotate(first=Min("valid_from")).values("first")
    first_at = Case(
        When(review__in=_reviews_with_an_end(), then=Coalesce(Subquery(earliest), F("valid_from"))),
        default=F("valid_from"),
    )
    code = Case(
        When(label=FALSE_ATTRIBUTION, then=Value(Tone.FALSE_ATTRIBUTION.value)),
        default=F("rating_code"),
        output_field=CharField(),
    )
    rows = (
        in_force(sample=sample)
        .annotate(month=TruncMonth(first_at), code=code)
        .values("month", "code")
        .annotate(
            verdicts=Count("id"),
            rated=Count("id", filter=on_scale),
            independent=Count("id", filter=on_scale & Q(origins__gte=MINIMUM)),
        )
        .order_by("month", "code")
    )
    return [Rated(row["month"].date(), row["code"], row["verdicts"], row["rated"], row["independent"]) for row in rows]


_TIMES = """SELECT count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY took.time), {within}
  FROM (SELECT valid_from - registered_at::timestamptz AS time FROM ({verdicts}) AS verdict OFFSET 0) AS took
"""
"""OFFSET keeps the two apart: else PostgreSQL would read each text as a moment once for every count."""


def times_to_verdict(limits: Sequence[timedelta], *, sample: bool) -> Times:
    """Of the first verdicts that say when their claim came in; older ones do not."""
    registered = _first_verdicts(sample=sample).exclude(registered_at=None)
    verdicts, parameters = registered.values("valid_from", "registered_at").query.sql_with_params()
    limits_first: list[Any] = [*limits, *parameters]
    within = ", ".join(["count(*) FILTER (WHERE took.time <= %s)"] * len(limits))
    with connection.cursor() as cursor:
        cursor.execute(_TIMES.format(verdicts=verdicts, within=within), limits_first)
        total, median, *counts = cursor.fetchone()
    spans = [later - earlier for earlier, later in pairwise([0, *counts, total])]
    return Times(total, median, tuple(spans))


def claims_by_month(*, sample: bool) -> list[tuple[date, int]]:
    """Claims by the month of their first verdict, those since retracted or suspended among them."""
    return _counted(_first_verdicts(sample=sample).annotate(month=TruncMonth("valid_from")).values_list("month"))


def corrections_by_month(*, sample: bool) -> list[tuple[date, str, int]]:
    rows = (
        Correction.objects.filter(publication__in=came_out().filter(is_sample=sample).order_by().values("pk"))
        .order_by()
        .annotate(month=TruncMonth("made_at"))
        .values_list("month", "kind")
        .annotate(count=Count("id"))
        .order_by("month", "kind")
    )
    return [(month.date(), kind, count) for month, kind, count in rows]


def every_verdict(*, sample: bool) -> QuerySet[Publication]:
    """All that was ever public, replaced and retracted verdicts too, in the order in which it was published.

    `merged` says which ended in another claim's page.
    """
    merged = Exists(Merge.objects.filter(ended=OuterRef("pk")))
    publications = came_out().defer("search", "quote", "source_names").annotate(merged=merged).order_by("id")
    shown = publications if sample else publications.filter(is_sample=False)
    corrections = Correction.objects.only("publication", "kind", "made_at").order_by("id")
    decisions = DisputeDecision.objects.only("publication", "outcome").order_by("id")
    return shown.prefetch_related(Prefetch("corrections", corrections), Prefetch("dispute_decisions", decisions))


def newest_decision() -> int:
    """Of a dispute; 0 without one."""
    return DisputeDecision.objects.order_by("-id").values_list("id", flat=True).first() or 0


def newest_correction(*, sample: bool) -> int:
    newest = Correction.objects.filter(publication__is_sample=sample).order_by("-id").values_list("id", flat=True)
    return newest.first() or 0


def speakers(codes: Sequence[str], *, sample: bool) -> list[Named]:
    """Who made statements: found said, by a public figure or a body; a name that any verdict hides is left out.

    Merged records are one speaker, by the name of the one that took the others' place.
    """
    said = PublishedSighting.objects.filter(publication=OuterRef("pk"), finding=FindingValue.SAID)
    made = in_force(sample=sample).filter(Exists(said)).exclude(speaker_name="").exclude(label=FALSE_ATTRIBUTION)
    hidden = Count("id", filter=Q(speaker_kind=None) | ~Q(speaker_kind__in=COUNTED_SPEAKERS))
    standing = RawSQL(STANDING_NAME, (), CharField())  # noqa: S611 a constant
    return _named(made.values(name=standing).annotate(hidden=hidden).filter(hidden=0), codes)


def parties(codes: Sequence[str], *, sample: bool) -> list[Named]:
    """Parties of public figures, as they stood in the record when the verdict came out."""
    said = PublishedSighting.objects.filter(publication=OuterRef("pk"), finding=FindingValue.SAID)
    made = in_force(sample=sample).filter(Exists(said), speaker_kind=SpeakerKind.PUBLIC_FIGURE)
    named = made.exclude(speaker_party="").exclude(label=FALSE_ATTRIBUTION)
    return _named(named.values(name=F("speaker_party")), codes)


def sources(codes: Sequence[str], *, sample: bool) -> list[Named]:
    """Publishers that asserted a statement in their own words; those that passed it on or disputed it did not."""
    asserted = in_force(sample=sample).exclude(label=FALSE_ATTRIBUTION).filter(sources__role=SourceRole.ASSERTED)
    kept = Coalesce("sources__source__merged_into__name", "sources__source__name")
    return _named(asserted.values(name=kept), codes)


def _first_verdicts(*, sample: bool) -> QuerySet[Publication]:
    """The first verdict of each claim, whatever became of it."""
    later_edition = Q(review__in=_reviews_with_an_end()) & Exists(_editions().filter(id__lt=OuterRef("id")))
    return came_out().filter(~later_edition, is_sample=sample).order_by()


def _editions() -> QuerySet[Any, Any]:
    """For a publication: all of the same page that were ever public, itself among them."""
    return came_out().filter(review=OuterRef("review")).order_by().values("review")


def _reviews_with_an_end() -> QuerySet[Any, Any]:
    """Only these can have more than one edition, as a review has one open publication at most.

    They are few: whoever asks for each of the others' editions looks 100,000 times for what is not there.
    """
    return Publication.objects.filter(valid_until__isnull=False).order_by().values("review")


def _named(groups: QuerySet[Any, Any], codes: Sequence[str]) -> list[Named]:
    """False attributions are nobody's, so that the code which readers see is the rating's."""
    counts = {f"n{number}": Count("id", filter=Q(rating_code=code)) for number, code in enumerate(codes)}
    rows = groups.annotate(verdicts=Count("id"), **counts).filter(verdicts__gte=COUNTED_FROM)
    return [
        Named(row["name"], row["verdicts"], tuple(row[name] for name in counts))
        for row in rows.order_by("-verdicts", "name")
    ]


def _counted(months: QuerySet[Any, Any]) -> list[tuple[date, int]]:
    rows = months.annotate(count=Count("id")).order_by("month")
    return [(month.date(), count) for month, count in rows]
