import pghistory
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from claims.enums import SpeakerKind
from claims.models.triggers import APPEND_ONLY


@pghistory.track(model_name="SpeakerHistory")
class Speaker(models.Model):
    """Who a statement is attributed to."""

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=SpeakerKind, default=SpeakerKind.UNCLASSIFIED)
    aliases = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    wikidata_id = models.CharField("Wikidata id", max_length=20, blank=True)
    office = models.CharField(max_length=200, blank=True)
    party = models.CharField(max_length=200, blank=True)
    office_since = models.DateField(null=True, blank=True)
    office_until = models.DateField(null=True, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]
        indexes = [GinIndex(fields=["aliases"], name="speaker_aliases")]
        constraints = [
            models.UniqueConstraint(
                fields=["name"], condition=Q(merged_into=None), name="speaker_name_is_unique_among_current"
            ),
            models.CheckConstraint(condition=~Q(name=""), name="speaker_has_a_name"),
            models.CheckConstraint(condition=~Q(merged_into=F("id")), name="speaker_is_not_merged_into_itself"),
            models.CheckConstraint(
                condition=Q(office_since=None) | Q(office_until=None) | Q(office_since__lte=F("office_until")),
                name="speaker_office_ends_after_it_begins",
            ),
        ]
        triggers = [*APPEND_ONLY]

    def __str__(self) -> str:
        return self.name
