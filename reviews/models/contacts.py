import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims.enums import SpeakerKind
from claims.models import Source, Speaker
from claims.models.triggers import APPEND_ONLY, body, refuse_if
from reviews.enums import ContactWay
from reviews.models.reviews import Review

ANSWER_STANDS = pgtrigger.Trigger(
    name="answer_stands",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    func=body(
        refuse_if(
            """OLD.answered_on IS NOT NULL
               AND (NEW.answered_on IS DISTINCT FROM OLD.answered_on OR NEW.answer <> OLD.answer)
           OR OLD.withdrawn_because <> '' AND NEW.withdrawn_because <> OLD.withdrawn_because""",
            "contact_answer_stands",
            "contact %: its answer, and its withdrawal, are written once",
            "OLD.id",
        )
    ),
)


class Contact(models.Model):
    """One attempt to hear somebody before we publish (right of reply). All of it but a private name becomes public.

    Addresses and telephone numbers are kept nowhere. `withdrawn_because`: recorded by mistake, so it counts for
    nothing and is not shown; rows are never removed.
    """

    review = models.ForeignKey(Review, models.PROTECT, related_name="contacts")
    speaker = models.ForeignKey(Speaker, models.PROTECT, null=True, blank=True, related_name="+")
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200, blank=True, help_text="Somebody who is no speaker or source on record.")
    role = models.CharField(max_length=200, blank=True, help_text="What they are: the only thing shown of the private.")
    private_person = models.BooleanField(default=False, help_text="Not named publicly.")
    way = models.CharField(max_length=12, choices=ContactWay)
    asked_on = models.DateField()
    deadline = models.DateField(null=True, blank=True, help_text="Until the end of which day they could answer.")
    answered_on = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True, help_text="The gist; shown publicly.")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="contacts")
    recorded_at = models.DateTimeField(auto_now_add=True)
    withdrawn_because = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["review", "asked_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(speaker__isnull=False, source=None, name="")
                | Q(speaker=None, source__isnull=False, name="")
                | Q(speaker=None, source=None) & ~Q(name=""),
                name="contact_is_with_somebody",
            ),
            models.CheckConstraint(
                condition=Q(deadline=None) | Q(deadline__gte=F("asked_on")), name="contact_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None, answer="") | Q(answered_on__gte=F("asked_on")) & ~Q(answer=""),
                name="contact_answer_has_day_and_gist",
            ),
        ]
        triggers = [
            *APPEND_ONLY,
            pgtrigger.ReadOnly(name="read_only", exclude=["answered_on", "answer", "withdrawn_because"]),
            ANSWER_STANDS,
        ]

    def __str__(self) -> str:
        return f"{self.whom}, {self.get_way_display().lower()}, {self.asked_on:%d %B %Y}"

    @property
    def is_private(self) -> bool:
        kinds = {SpeakerKind.PRIVATE_PERSON, SpeakerKind.ANONYMOUS}
        return self.private_person or (self.speaker is not None and self.speaker.kind in kinds)

    @property
    def whom(self) -> str:
        """As the public reads it: the name with its role; of a private person the role alone."""
        if self.is_private:
            return self.role or "a private person"
        name = str(self.speaker or self.source or self.name)
        return f"{name} ({self.role})" if self.role else name
