import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from claims.enums import Control, LinkPolicy, SourceKind
from claims.models.triggers import APPEND_ONLY

POLICIES = ("quoting_limit", "link_policy", "full_text_allowed")
"""What we may show of a source publicly: administrators alone decide it."""


class SourceQuerySet(models.QuerySet["Source"]):
    def current(self) -> "SourceQuerySet":
        """Without the records that were merged into another."""
        return self.filter(merged_into=None)

    def standing_for(self, record: int) -> "SourceQuerySet":
        """The record with this number, the one that took its place, and all that were merged into that one."""
        kept = Source.objects.filter(pk=record).values(kept=Coalesce("merged_into", "pk"))
        return self.filter(Q(pk__in=kept) | Q(merged_into__in=kept))

    def with_domain(self, host: str) -> "SourceQuerySet":
        """Sources that own a host, or a parent domain of it: `www.rferl.org` finds `rferl.org`."""
        labels = host.lower().split(".")
        parents = [".".join(labels[i:]) for i in range(len(labels) - 1)]
        return self.filter(domains__overlap=parents)


@pghistory.track(model_name="SourceHistory")
class Source(models.Model):
    """An organisation that publishes or is cited."""

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=20, choices=SourceKind, default=SourceKind.OTHER)
    owner = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="owned")
    control = models.CharField(max_length=20, choices=Control, default=Control.UNKNOWN)
    control_reference = models.CharField(
        max_length=500,
        blank=True,
        help_text="Where the control is documented: a statute, a register, an annual report.",
    )
    control_checked_on = models.DateField(null=True, blank=True, help_text="When somebody last looked.")
    country = models.CharField(max_length=2, blank=True, help_text="ISO 3166 code, for example FR.")
    domains = ArrayField(
        models.CharField(max_length=253),
        default=list,
        blank=True,
        help_text="Without www, separated by commas.",
    )
    aliases = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        help_text="Other names as credit lines write them, separated by commas.",
    )
    wikidata_id = models.CharField("Wikidata id", max_length=20, blank=True)
    quoting_limit = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Longest quotation that we show publicly, in words; empty: no limit."
    )
    link_policy = models.CharField(max_length=20, choices=LinkPolicy, default=LinkPolicy.FOLLOW)
    full_text_allowed = models.BooleanField(
        default=False, help_text="We may show the whole text of its articles publicly."
    )
    interests = models.TextField(blank=True, help_text="Interests that a reader should know of.")
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        permissions = [("set_source_policy", "Can set what may be shown of a source")]
        indexes = [
            GinIndex(fields=["domains"], name="source_domains"),
            GinIndex(fields=["aliases"], name="source_aliases"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="source_has_a_name"),
            models.CheckConstraint(condition=~Q(owner=F("id")), name="source_does_not_own_itself"),
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="source_is_not_merged_into_itself"),
            models.CheckConstraint(
                condition=Q(control=Control.UNKNOWN) | ~Q(control_reference=""),
                name="source_control_names_its_reference",
            ),
        ]
        triggers = [*APPEND_ONLY]

    def __str__(self) -> str:
        return self.name
