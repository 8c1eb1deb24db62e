import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models.triggers import APPEND_ONLY, body, refuse_if
from reviews.enums import RecheckOutcome, RecheckReason
from reviews.models.publications import Publication

CONFIRMED_BY_SOMEBODY_ELSE = pgtrigger.Trigger(
    name="confirmed_by_somebody_else",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func=body(
        refuse_if(
            """NEW.outcome = 'confirmed'
               AND EXISTS (SELECT 1 FROM reviews_draft d JOIN reviews_publication p ON p.review_id = d.review_id
                            WHERE p.id = NEW.publication_id AND d.author_id = NEW.done_by_id)""",
            "recheck_is_confirmed_by_somebody_else",
            "publication %: user % saved a draft of it, so does not confirm it",
            "NEW.publication_id",
            "NEW.done_by_id",
        ),
        # An INSERT has no OLD row: its columns are NULL then.
        refuse_if(
            "OLD.outcome <> '' AND OLD.* IS DISTINCT FROM NEW.*",
            "recheck_done_stays_done",
            "publication %: this re-check is done already",
            "NEW.publication_id",
        ),
    ),
)


class Recheck(models.Model):
    """From a day on an editor is to look again whether a published verdict still stands; what became of that."""

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="rechecks")
    due_on = models.DateField()
    reason = models.CharField(max_length=20, choices=RecheckReason)
    note = models.CharField(max_length=500, blank=True)
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="planned_rechecks")
    planned_at = models.DateTimeField(auto_now_add=True)
    outcome = models.CharField(max_length=20, choices=RecheckOutcome, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="done_rechecks"
    )
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due_on", "id"]
        indexes = [models.Index(fields=["due_on"], condition=Q(outcome=""), name="recheck_open_by_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["publication"], condition=Q(outcome=""), name="recheck_is_open_once_per_publication"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", done_by=None, done_at=None)
                | ~Q(outcome="") & Q(done_by__isnull=False, done_at__isnull=False),
                name="recheck_done_says_by_whom",
            ),
        ]
        triggers = [
            *APPEND_ONLY,
            pgtrigger.ReadOnly(name="read_only", exclude=["outcome", "done_by", "done_at"]),
            CONFIRMED_BY_SOMEBODY_ELSE,
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}, due {self.due_on:%d %B %Y}"
