"""Filters of the public list; the addresses of filtered lists are shared, so these names stay."""

from collections.abc import Iterable
from typing import Any

import django_filters
from django import forms
from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, IntegerField, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from claims.enums import ClaimKind
from claims.models import Source
from reviews.enums import SourceRole
from reviews.labels import FALSE_ATTRIBUTION, Tone
from reviews.models import Publication, PublishedSource, Rating
from reviews.wording import translated_choices

# Ranks are real numbers; as whole ones they can be compared exactly, which stable paging needs.
RANK_STEPS = 1_000_000

_DATE = forms.DateInput(attrs={"type": "date"})


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
    )
    role = django_filters.ChoiceFilter(
        label=gettext_lazy("The source"),
        choices=translated_choices(SourceRole),
        method="in_role",
        empty_label=gettext_lazy("In any role"),
    )
    speaker = django_filters.CharFilter(
        label=gettext_lazy("Said by"), field_name="speaker_name", lookup_expr="icontains", max_length=200
    )
    kind = django_filters.ChoiceFilter(
        label=pgettext_lazy("what a claim states", "About"),
        choices=translated_choices(ClaimKind),
        empty_label=gettext_lazy("Anything"),
    )
    since = django_filters.DateFilter(
        label=gettext_lazy("Published from"), field_name="valid_from", lookup_expr="date__gte", widget=_DATE
    )
    until = django_filters.DateFilter(
        label=gettext_lazy("Published until"), field_name="valid_from", lookup_expr="date__lte", widget=_DATE
    )

    class Meta:
        model = Publication
        fields: list[str] = []

    def __init__(self, *args: Any, ratings: Iterable[Rating], **kwargs: Any) -> None:
        """`ratings`: the steps to choose from, as readers know them; false attribution is no step but a label."""
        super().__init__(*args, **kwargs)
        steps = [(rating.code, rating.label) for rating in ratings]
        labels = [*steps, (Tone.FALSE_ATTRIBUTION.value, FALSE_ATTRIBUTION)]
        self.filters["rating"].extra["choices"] = [(code, gettext(label)) for code, label in labels]
        self.filters["source"].queryset = sources_of(self.queryset)

    def search(self, queryset: QuerySet[Publication], name: str, value: str) -> QuerySet[Publication]:
        """Full text, in the words that search engines taught: "quoted phrase", or, -without."""
        query = search_query(value)
        rank = Cast(SearchRank(F("search"), query) * RANK_STEPS, IntegerField())
        return queryset.filter(search=query).annotate(rank=rank)

    def with_rating(self, queryset: QuerySet[Publication], name: str, value: str) -> QuerySet[Publication]:
        """What a reader sees: a true statement that was never made is a false attribution, and nothing else."""
        shown = queryset.filter(suspended_at=None)
        if value == Tone.FALSE_ATTRIBUTION:
            return shown.filter(label=FALSE_ATTRIBUTION)
        return shown.filter(rating_code=value).exclude(label=FALSE_ATTRIBUTION)

    def with_source(self, queryset: QuerySet[Publication], name: str, value: Source) -> QuerySet[Publication]:
        cited = PublishedSource.objects.filter(source=value)
        if role := self.form.cleaned_data.get("role"):
            cited = cited.filter(role=role)
        return queryset.filter(pk__in=cited.values("publication"))

    def in_role(self, queryset: QuerySet[Publication], name: str, value: str) -> QuerySet[Publication]:
        return queryset  # A role means nothing without its source: `with_source` reads it.

    @property
    def is_search(self) -> bool:
        """Words were given, so the best match comes first; else the newest."""
        return self.is_bound and bool(self.form.cleaned_data.get("q"))


def search_query(words: str) -> SearchQuery:
    """English stems, or the words as they are: names and abbreviations have no stems."""
    return SearchQuery(words, config="english", search_type="websearch") | SearchQuery(
        words, config="simple", search_type="websearch"
    )


def sources_of(publications: QuerySet[Publication]) -> QuerySet[Source]:
    """Sources that appear on these publications."""
    named = PublishedSource.objects.filter(publication__in=publications.order_by().values("pk"))
    return Source.objects.filter(pk__in=named.values("source")).order_by("name")
