import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims.models import Source, Speaker, Topic
from claims.models.triggers import APPEND_ONLY


class Interest(models.Model):
    """What somebody declared of themselves: a tie to a source, a speaker or a topic that keeps them from judging it.

    While it lasts they neither take, check nor approve what touches it (`reviews.conflicts` is the rule). Seen by
    them and by editors. Only its end is ever set.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="interests")
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="+")
    speaker = models.ForeignKey(Speaker, models.PROTECT, null=True, blank=True, related_name="+")
    topic = models.ForeignKey(Topic, models.PROTECT, null=True, blank=True, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True, help_text="The last day; empty: it lasts.")
    note = models.TextField(help_text="What the tie is.")
    declared_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["person", "-since", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(source__isnull=False, speaker=None, topic=None)
                | Q(source=None, speaker__isnull=False, topic=None)
                | Q(source=None, speaker=None, topic__isnull=False),
                name="interest_is_in_one_thing",
            ),
            models.CheckConstraint(condition=~Q(note=""), name="interest_says_what_it_is"),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")), name="interest_ends_after_it_begins"
            ),
        ]
        triggers = [*APPEND_ONLY, pgtrigger.ReadOnly(name="read_only", exclude=["until"])]

    def __str__(self) -> str:
        return f"{self.kind} “{self.about}”"

    @property
    def about(self) -> Source | Speaker | Topic | None:
        """Never None in a stored row: `interest_is_in_one_thing`."""
        return self.source or self.speaker or self.topic

    @property
    def kind(self) -> str:
        return "the source" if self.source_id else "the speaker" if self.speaker_id else "the topic"
