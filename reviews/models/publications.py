from typing import Any

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.fields.json import KT, KeyTransform
from django.db.models.functions import Cast

from claims.enums import ClaimKind, Treatment
from claims.models import Article, Claim, Source
from claims.models.triggers import FROZEN
from reviews.enums import FindingValue, SourceRole
from reviews.models.hold_triggers import BEGINS_AS_SET, NOT_HELD
from reviews.models.holds import WHEN_LIFTED
from reviews.models.publication_triggers import (
    APPROVER_IS_FREE,
    CHANGE_IS_EXPLAINED,
    COMES_WITH_ITS_PUBLICATION,
    ENDED_STAYS_ENDED,
    FOLLOWS_A_SUBMISSION,
    FOUR_EYES,
    IN_THE_LOG,
    SUSPENSION_IS_ON_RECORD,
)
from reviews.models.purge_triggers import PURGE_IS_DUE
from reviews.models.reviews import Review
from reviews.models.second_triggers import WAITS_FOR_THE_SECOND
from reviews.models.verdicts import Verdict
from reviews.models.withheld_triggers import (
    OF_THE_PUBLICATION,
    OF_THE_VERDICT,
    frozen_but_for_withholding,
    loses_its_slug,
)
from reviews.search_text import BLANKS, SEPARATORS

GENERATED = ["search", "topics", "origins", "registered_at", "speaker_kind", "speaker_party"]
"""PostgreSQL makes them from frozen columns; a BEFORE trigger may not look at them."""

COUNTED = [
    *("valid_from", "valid_until", "suspended_at", "is_sample", "verdict", "claim", "rating_code", "rating_number"),
    *("label", "origins", "registered_at", "speaker_name", "speaker_kind", "speaker_party"),
]
"""What statistics look at."""

COLUMNS = ["valid_from", "valid_until", "changed_at", "suspended_at", "suspended_by_id", "suspension_reason"]
"""What may be written after publishing; all else is the frozen copy that the public saw."""

FROZEN_BUT_FOR_TEXTS = frozen_but_for_withholding(
    OF_THE_VERDICT,
    ["headline", "wording", "summary", "quote", "speaker_name", "source_names", "slug"],
    documents=["payload"],
    free=[*COLUMNS, *GENERATED],
    also=loses_its_slug([*COLUMNS, *GENERATED]),
)


def _from_payload(path: str, output_field: models.Field[Any, Any]) -> models.GeneratedField:
    """A value out of the payload as a column, null where it has none: counting must not unpack every page."""
    return models.GeneratedField(
        expression=Cast(KT(f"payload__{path}"), output_field), output_field=output_field, db_persist=True, null=True
    )


def _in_words(text: Any) -> Func:
    """The text with a blank wherever a word ends: see `reviews.search_text`."""
    return Func(text, Value(SEPARATORS), Value(BLANKS), function="translate", output_field=models.TextField())


class Publication(models.Model):
    """What the public sees: a frozen copy of an approved verdict and everything around it.

    `payload` is the whole page (`reviews.payload`), `payload_sha256` what the approver saw; the other columns are
    copies of it for filtering, searching and ordering. Open publications have no `valid_until`.
    """

    verdict = models.OneToOneField(Verdict, models.PROTECT, related_name="publication")
    review = models.ForeignKey(Review, models.PROTECT, related_name="publications")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="authored_publications")
    approver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="approved_publications")
    approved_at = models.DateTimeField(auto_now_add=True)
    set_for = models.DateTimeField(null=True, blank=True, help_text="Set by the approver; empty: to come out at once.")
    valid_from = models.DateTimeField(help_text="The time set for it; later where a hold lasts longer.")
    valid_until = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField()
    suspended_at = models.DateTimeField(null=True, blank=True)
    suspended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="suspended_publications"
    )
    suspension_reason = models.CharField(max_length=500, blank=True)
    slug = models.SlugField(max_length=100)
    payload = models.JSONField()
    payload_sha256 = models.CharField(max_length=64)
    headline = models.CharField(max_length=75)
    wording = models.CharField(max_length=1000)
    quote = models.TextField(blank=True)
    summary = models.CharField(max_length=600)
    speaker_name = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=20, choices=ClaimKind)
    rating_code = models.CharField(max_length=30)
    rating_number = models.PositiveSmallIntegerField(null=True, blank=True)
    label = models.CharField(max_length=100, help_text="The public label: one function of both questions makes it.")
    language = models.CharField(max_length=10, default="en")
    source_names = models.TextField(blank=True, help_text="For the search.")
    is_sample = models.BooleanField(default=False)
    # Names and sources are searched as they are written, the rest by English stems. What readers see first weighs most.
    search = models.GeneratedField(
        expression=SearchVector(_in_words("headline"), weight="A", config="english")
        + SearchVector(_in_words("wording"), weight="A", config="english")
        + SearchVector(_in_words("quote"), weight="B", config="english")
        + SearchVector(_in_words("summary"), weight="B", config="english")
        + SearchVector(_in_words("speaker_name"), weight="A", config="simple")
        + SearchVector(_in_words("source_names"), weight="C", config="simple")
        + SearchVector(_in_words(KT("payload__claim__topics")), weight="C", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )
    topics = models.GeneratedField(
        expression=KeyTransform("topics", KeyTransform("claim", "payload")),
        output_field=models.JSONField(),
        db_persist=True,
        null=True,
    )
    origins = _from_payload("independence__origins", models.IntegerField())
    registered_at = _from_payload("claim__registered_at", models.TextField())
    speaker_kind = _from_payload("claim__speaker__kind", models.TextField())
    speaker_party = _from_payload("claim__speaker__party", models.TextField())

    class Meta:
        ordering = ["-valid_from", "-id"]
        indexes = [
            GinIndex(fields=["search"], name="publication_search"),
            # All that the lists' WHERE looks at, so that they walk it in their order and counts read nothing else.
            models.Index(
                fields=["-valid_from", "-id"],
                include=["valid_until", "suspended_at", "is_sample", "verdict", "review", "claim"],
                name="publication_by_day",
            ),
            # What changed last tells whether a list is still the same (reviews.public.selectors.site_revision).
            models.Index(fields=["-changed_at", "-id"], name="publication_by_change"),
            # All that the statistics count, a page's editions side by side: rows are wide, and they look at every one.
            models.Index(fields=["review", "id"], include=COUNTED, name="publication_for_counting"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(author=F("approver")), name="publication_approver_is_not_its_author"),
            # Target of the composite foreign key by which a dispute's decision names both.
            models.UniqueConstraint(fields=["id", "author", "approver"], name="publication_author_and_approver"),
            models.UniqueConstraint(
                fields=["review"], condition=Q(valid_until=None), name="publication_is_open_once_per_review"
            ),
            models.CheckConstraint(
                condition=Q(valid_until=None) | Q(valid_until__gte=F("valid_from")),
                name="publication_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(suspended_at=None, suspended_by=None, suspension_reason="")
                | Q(suspended_at__isnull=False, suspended_by__isnull=False) & ~Q(suspension_reason=""),
                name="publication_suspension_says_who_and_why",
            ),
        ]
        permissions = [
            ("suspend_publication", "Can suspend publications and lift the suspension of others"),
            ("retract_publication", "Can retract publications"),
            ("correct_publication", "Can record corrections"),
        ]
        triggers = [
            *FROZEN_BUT_FOR_TEXTS,
            FOUR_EYES,
            APPROVER_IS_FREE,
            FOLLOWS_A_SUBMISSION,
            NOT_HELD,
            IN_THE_LOG,
            CHANGE_IS_EXPLAINED,
            BEGINS_AS_SET,
            ENDED_STAYS_ENDED,
            SUSPENSION_IS_ON_RECORD,
            WAITS_FOR_THE_SECOND,
            PURGE_IS_DUE,
        ]

    def __str__(self) -> str:
        return self.headline

    @property
    def waits_for_a_hold(self) -> bool:
        """It comes out when somebody lifts a hold that has no end."""
        return self.valid_from == WHEN_LIFTED

    @property
    def called_off(self) -> bool:
        """It ended before it began: nobody has seen it."""
        return self.valid_until == self.valid_from


class PublishedSighting(models.Model):
    """One sighting that a publication covers, frozen."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="sightings")
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="+")
    article = models.ForeignKey(Article, models.PROTECT, related_name="+")
    quote = models.TextField(blank=True)
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    treatment = models.CharField(max_length=10, choices=Treatment)
    finding = models.CharField(max_length=20, choices=FindingValue)

    class Meta:
        ordering = ["publication", "id"]
        indexes = [
            # Whose statements statistics count: those that somebody was found to have made.
            models.Index(
                fields=["publication"], condition=Q(finding=FindingValue.SAID), name="published_sighting_said"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["publication", "claim"], name="published_sighting_is_listed_once"),
        ]
        triggers = [*frozen_but_for_withholding(OF_THE_PUBLICATION, ["quote"]), COMES_WITH_ITS_PUBLICATION]

    def __str__(self) -> str:
        return self.quote


class PublishedSource(models.Model):
    """Why a source appears on a publication: it asserted, reported or disputed the statement, or is cited."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="sources")
    source = models.ForeignKey(Source, models.PROTECT, related_name="+")
    role = models.CharField(max_length=10, choices=SourceRole)

    class Meta:
        ordering = ["publication", "role", "source"]
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "source", "role"], name="published_source_is_listed_once_per_role"
            ),
        ]
        triggers = [*FROZEN, COMES_WITH_ITS_PUBLICATION]

    def __str__(self) -> str:
        return f"{self.source} ({self.get_role_display()})"
