from django.db import models
from django.db.models import F, Q

from claims.enums import Basis
from claims.models import Article, Source
from claims.models.triggers import FROZEN
from claims.partial_dates import PartialDateField, partial_date_check
from reviews.enums import EvidenceKind, Question, Stance
from reviews.models.protected import ProtectedSource
from reviews.models.triggers import PROTECTED_WITHIN_ITS_REVIEW, comes_with_its_verdict
from reviews.models.verdicts import Verdict
from reviews.models.withheld_triggers import OF_THE_VERDICT, frozen_but_for_withholding


class Evidence(models.Model):
    """A citation. `figure` fields are the evidence's own figure in plain numbers, with its range, basis and as-of."""

    verdict = models.ForeignKey(Verdict, models.PROTECT, related_name="evidence")
    position = models.PositiveSmallIntegerField()
    source = models.ForeignKey(Source, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=EvidenceKind)
    address = models.URLField(max_length=2000, blank=True)
    title = models.CharField(max_length=500)
    published_on = PartialDateField()
    language = models.CharField(max_length=10, default="en")
    excerpt = models.TextField(blank=True)
    excerpt_translation = models.TextField(blank=True)
    stance = models.CharField(max_length=10, choices=Stance)
    question = models.CharField(max_length=12, choices=Question, default=Question.SUBSTANCE)
    primary = models.BooleanField(default=False)
    figure_value = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    figure_upper = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    figure_basis = models.CharField(max_length=10, choices=Basis, blank=True, default=Basis.UNSTATED)
    figure_as_of = PartialDateField()
    protected = models.ForeignKey(
        ProtectedSource,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence",
        help_text="Whose identity is protected; the source is “Protected source” then.",
    )
    withheld_because = models.CharField(
        max_length=500, blank=True, help_text="Why title, address and excerpt are not public; shown publicly."
    )

    class Meta:
        ordering = ["verdict", "position"]
        verbose_name_plural = "evidence"
        constraints = [
            models.UniqueConstraint(fields=["verdict", "position"], name="evidence_position_is_unique"),
            models.CheckConstraint(condition=~Q(title=""), name="evidence_has_a_title"),
            models.CheckConstraint(
                condition=Q(figure_upper=None) | Q(figure_value__isnull=False, figure_upper__gte=F("figure_value")),
                name="evidence_range_is_in_order",
            ),
            partial_date_check("published_on", "evidence_published_on_is_a_partial_date"),
            partial_date_check("figure_as_of", "evidence_as_of_is_a_partial_date"),
        ]
        triggers = [
            *frozen_but_for_withholding(
                OF_THE_VERDICT, ["title", "address", "excerpt", "excerpt_translation", "withheld_because"]
            ),
            comes_with_its_verdict("NEW.verdict_id"),
            PROTECTED_WITHIN_ITS_REVIEW,
        ]

    def __str__(self) -> str:
        return self.title


class EvidenceOrigin(models.Model):
    """What a piece of evidence rests on: a source or an article. Origins that are the same count once."""

    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="origins")
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="+")
    article = models.ForeignKey(Article, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["evidence", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(source=None, article__isnull=False) | Q(source__isnull=False, article=None),
                name="origin_is_a_source_or_an_article",
            ),
            models.UniqueConstraint(
                fields=["evidence", "source", "article"], nulls_distinct=False, name="origin_is_named_once"
            ),
        ]
        triggers = [
            *FROZEN,
            comes_with_its_verdict("(SELECT e.verdict_id FROM reviews_evidence e WHERE e.id = NEW.evidence_id)"),
        ]

    def __str__(self) -> str:
        return str(self.source or self.article)
