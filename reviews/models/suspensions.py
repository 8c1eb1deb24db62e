import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims.models.triggers import APPEND_ONLY, body, refuse_if
from reviews.models.publications import Publication

LIFTED_BY_A_SECOND_PERSON = pgtrigger.Trigger(
    name="lifted_by_a_second_person",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func=body(
        refuse_if(
            "EXISTS (SELECT 1 FROM reviews_publication WHERE id = NEW.publication_id AND author_id = NEW.lifted_by_id)",
            "suspension_is_not_lifted_by_the_author",
            "publication %: its author does not lift its suspension",
            "NEW.publication_id",
        ),
        # An INSERT has no OLD row: its columns are NULL then.
        refuse_if(
            "OLD.lifted_at IS NOT NULL AND OLD.* IS DISTINCT FROM NEW.*",
            "suspension_lifted_stays_lifted",
            "publication %: this suspension is lifted already",
            "NEW.publication_id",
        ),
    ),
)


class Suspension(models.Model):
    """One time under re-examination: who suspended, and who lifted it. `Publication.suspended_*` follow this row."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="suspensions")
    suspended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    suspended_at = models.DateTimeField()
    reason = models.CharField(max_length=500)
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-suspended_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="suspension_says_why"),
            models.CheckConstraint(
                condition=Q(lifted_by=None, lifted_at=None) | Q(lifted_by__isnull=False, lifted_at__isnull=False),
                name="suspension_lifted_says_by_whom",
            ),
            models.CheckConstraint(
                condition=Q(lifted_by=None) | ~Q(lifted_by=F("suspended_by")),
                name="suspension_is_lifted_by_a_second_person",
            ),
            models.UniqueConstraint(
                fields=["publication"], condition=Q(lifted_at=None), name="suspension_is_open_once_per_publication"
            ),
        ]
        triggers = [
            *APPEND_ONLY,
            pgtrigger.ReadOnly(name="read_only", exclude=["lifted_by", "lifted_at"]),
            LIFTED_BY_A_SECOND_PERSON,
        ]

    def __str__(self) -> str:
        return self.reason
