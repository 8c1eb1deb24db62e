from django.db import models
from django.db.models.functions import Now

from reviews.models.publications import Publication


class Purge(models.Model):
    """A publication changed: what shows it is to be purged from the cache before us, when it is due.

    The database writes it with the change itself (trigger `purge_is_due` of Publication), so no change is forgotten,
    whoever made it. The row goes when the cache has confirmed, and with it the words of an address that had to go.
    """

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="+")
    due_at = models.DateTimeField(db_default=Now(), help_text="Later than now for what comes out later.")
    slug = models.CharField(
        max_length=100, blank=True, help_text="Of the address before the change, where it had another."
    )
    tried_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due_at", "id"]
        indexes = [models.Index(fields=["due_at"], name="purge_by_due")]

    def __str__(self) -> str:
        return f"Publication {self.publication_id}"
