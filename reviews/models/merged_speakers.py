from typing import Final

from django.db import models

STANDING_NAME: Final = """coalesce((SELECT jsonb_object_agg(name, kept) FROM reviews_mergedspeaker) ->> speaker_name,
                                speaker_name)"""
"""SQL: whose statement it is, by the name on record now, for a row with the name that its page was made with. All
merged names are read once, not once for each row."""


class MergedSpeaker(models.Model):
    """A name under which something may be published, and that of the record which took its place.

    A view, and all that public pages may read of speakers: public figures and bodies alone, as those alone are counted
    by name; a name that a record of its own bears now is not in it.
    """

    name = models.CharField(max_length=200)
    kept = models.CharField(max_length=200)

    class Meta:
        managed = False
        db_table = "reviews_mergedspeaker"
        ordering = ["name"]

    def __str__(self) -> str:
        return f"{self.name}: {self.kept}"
