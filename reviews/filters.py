"""Filters of the public list; the addresses of filtered lists are shared, so these names stay."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from functools import reduce
from operator import and_, or_
from typing import Any

import django_filters
from django import forms
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce
from django.utils.timezone import make_aware
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from claims.enums import ClaimKind
from claims.models import Source
from claims.models.sources import SourceQuerySet
from reviews.enums import SourceRole
from reviews.labels import FALSE_ATTRIBUTION, Tone
from reviews.models import MergedSpeaker, Publication, PublishedSource, Rating
from reviews.search_numbers import in_other_writing
from reviews.search_text import typed_plainly
from reviews.wording import translated_choices

LOOKED_AT = 5_000
"""Verdicts that are ranked and counted for one search, the newest: what a frequent word costs has a limit."""

# Ranks are real numbers; as whole ones they can be compared exactly, which stable paging needs.
RANK_STEPS = 1_000_000

NEGATED = re.compile(r"""(?<!\S)-("[^"]*"|[^\s"]+)""")
"""A word or a quoted phrase that must not be there."""

_DATE = forms.DateInput(attrs={"type": "date"})


class FilterForm(forms.Form):
    """What no field can tell by itself."""

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        since, until = values.get("since"), values.get("until")
        if since and until and until < since:
            self.add_error("until", gettext("This day is before the one from which you search."))
        return values


class PublicationFilter(django_filters.FilterSet):  # type: ignore[misc]  # django-filter has no types
    """Search and filters. A value that makes no sense is named at its field and left out; the others still hold."""

    q = django_filters.CharFilter(
        label=gettext_lazy("Search"),
        method="search",
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": gettext_lazy("Names, words, figures")}),
    )
    rating = django_filters.ChoiceFilter(
        label=gettext_lazy("Rating"), method="with_rating", empty_label=gettext_lazy("Any rating")
    )
    source = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Source"),
        queryset=Source.objects.none(),
        method="with_source",
        empty_label=gettext_lazy("Any source"),
        widget=forms.HiddenInput,
    )
    role = django_filters.ChoiceFilter(
        label=gettext_lazy("The source"),
        choices=translated_choices(SourceRole),
        method="in_role",
        empty_label=gettext_lazy("In any role"),
    )
    speaker = django_filters.CharFilter(label=gettext_lazy("Said by"), method="said_by", max_length=200)
    kind = django_filters.ChoiceFilter(
        label=pgettext_lazy("what a claim states", "About"),
        choices=translated_choices(ClaimKind),
        empty_label=gettext_lazy("Anything"),
    )
    topic = django_filters.CharFilter(
        label=gettext_lazy("Topic"), method="about_topic", max_length=100, widget=forms.HiddenInput
    )
    year = django_filters.NumberFilter(
        label=gettext_lazy("Published in"),
        field_name="valid_from",
        lookup_expr="year",
        min_value=1900,
        max_value=2200,
        decimal_places=0,
        widget=forms.HiddenInput,
    )
    since = django_filters.DateFilter(label=gettext_lazy("Published from"), method="published_since", widget=_DATE)
    until = django_filters.DateFilter(label=gettext_lazy("Published until"), method="published_until", widget=_DATE)

    class Meta:
        model = Publication
        fields: list[str] = []
        form = FilterForm

    def __init__(self, *args: Any, ratings: Iterable[Rating], **kwargs: Any) -> None:
        """`ratings`: the steps to choose from, as readers know them; false attribution is no step but a label."""
        super().__init__(*args, **kwargs)
        self.matches: QuerySet[Publication] = self.queryset
        steps = [(rating.code, rating.label) for rating in ratings]
        labels = [*steps, (Tone.FALSE_ATTRIBUTION.value, FALSE_ATTRIBUTION)]
        self.filters["rating"].extra["choices"] = [(code, gettext(label)) for code, label in labels]
        self.filters["source"].queryset = sources_of(self.queryset)

    def filter_queryset(self, queryset: QuerySet[Publication]) -> QuerySet[Publication]:
        """All `matches`; with words the newest LOOKED_AT of them, each with its `rank`."""
        self.matches = super().filter_queryset(queryset)
        words = self.form.cleaned_data.get("q")
        return _ranked(self.matches, words) if words else self.matches

    def search(self, queryset: QuerySet[Publication], name: str, value: str) -> QuerySet[Publication]:
        """Full text, in the words that search engines taught: "quoted phrase", or, -without."""
        return queryset.filter(search=search_query(value))

    def said_by(self, queryset: QuerySet[Publication], name: str, value: str) -> QuerySet[Publication]:
        """A part of the name on the page, or of any name of the same speaker, whose records were merged."""
        called_so = MergedSpeaker.objects.filter(Q(name__icontains=value) | Q(kept__icontains=value)).order_by()
        kept = called_so.values("kept")
        others = MergedSpeaker.objects.filter(kept__in=kept).order_by().values("name")
        by_any_name = Q(speaker_name__in=kept) | Q(speaker_name__in=others)
        return queryset.filter(Q(speaker_name__icontains=value) | by_any_name)

    def about_topic(self, queryset: QuerySet[Publication], name: str, value: str) -> QuerySet[Publication]:
        return queryset.filter(topics__contains=[value])

    def published_since(self, queryset: QuerySet[Publication], name: str, value: date) -> QuerySet[Publication]:
        """Moments, not days, are compared: so the list is entered where the day begins."""
        return queryset.filter(valid_from__gte=make_aware(datetime.combine(value, time.min)))

    def published_until(self, queryset: QuerySet[Publication], name: str, value: date) -> QuerySet[Publication]:
        return queryset.filter(valid_from__lte=make_aware(datetime.combine(value, time.max)))

    def with_rating(self, queryset: QuerySet[Publication], name: str, value: str) -> QuerySet[Publication]:
        """What a reader sees: a true statement that was never made is a false attribution, and nothing else."""
        shown = queryset.filter(suspended_at=None)
        if value == Tone.FALSE_ATTRIBUTION:
            return shown.filter(label=FALSE_ATTRIBUTION)
        return shown.filter(rating_code=value).exclude(label=FALSE_ATTRIBUTION)

    def with_source(self, queryset: QuerySet[Publication], name: str, value: Source) -> QuerySet[Publication]:
        cited = PublishedSource.objects.filter(source__in=Source.objects.standing_for(value.pk).values("pk"))
        if role := self.form.cleaned_data.get("role"):
            cited = cited.filter(role=role)
        return queryset.filter(pk__in=cited.values("publication"))

    def in_role(self, queryset: QuerySet[Publication], name: str, value: str) -> QuerySet[Publication]:
        return queryset  # A role means nothing without its source: `with_source` reads it.

    @property
    def is_search(self) -> bool:
        """Words were given, so the best match comes first; else the newest."""
        return self.is_bound and bool(self.form.cleaned_data.get("q"))


def _ranked(found: QuerySet[Publication], words: str) -> QuerySet[Publication]:
    newest = found.order_by("-valid_from", "-id").values("pk")[:LOOKED_AT]
    rank = Cast(SearchRank(F("search"), search_query(words)) * RANK_STEPS, IntegerField())
    return Publication.objects.filter(pk__in=newest).defer("search").annotate(rank=rank)


def search_query(words: str) -> SearchQuery:
    """English stems, or the words as they are: names and abbreviations have no stems. What is left out, is in both."""
    words = typed_plainly(words)
    wanted, left_out = without_negated(words), [_neither(term) for term in NEGATED.findall(words)]
    queries = [_either(wanted), *left_out] if wanted.strip() or not left_out else left_out
    return reduce(and_, queries)


def without_negated(words: str) -> str:
    """The words that are searched for."""
    return NEGATED.sub(" ", words)


def _either(words: str) -> SearchQuery:
    return reduce(or_, _readings(words))


def _neither(words: str) -> SearchQuery:
    return reduce(and_, (~reading for reading in _readings(words)))


def _readings(words: str) -> Iterator[SearchQuery]:
    for writing in dict.fromkeys((words, in_other_writing(words))):
        for config in ("english", "simple"):
            yield SearchQuery(writing, config=config, search_type="websearch")


def sources_of(publications: QuerySet[Publication]) -> SourceQuerySet:
    """Sources that appear on these publications, by their own record or by one that was merged into it.

    Those merged are among them, as addresses that name them are shared. For each the database stops at the first row.
    """
    named = PublishedSource.objects.filter(publication__in=publications.order_by().values("pk")).order_by()
    # Not Exists, which it would turn into a join of every source with every publication.
    own = Subquery(named.filter(source=OuterRef("pk")).values("pk")[:1])
    merged = Subquery(named.filter(source__merged_into=OuterRef("pk")).values("pk")[:1])
    return Source.objects.alias(first=Coalesce(own, merged)).filter(first__isnull=False).order_by("name")
