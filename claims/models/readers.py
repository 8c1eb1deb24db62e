"""What everything that readers send through a public form has in common."""

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q


class FromAReader(models.Model):
    """A text from somebody outside, with an address of its own that only its sender knows.

    `token` is that address. `digest` finds the same text sent twice. `mail` is the only thing that names a person: the
    answer goes there, in the `language` of the form, and a sweep empties it (`forgotten_at`) some days later.
    `mail_tries`, `mail_tried_at` and `mailed_at` let workers send one answer once, and give up after some tries.
    """

    token = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    digest = models.CharField(max_length=64, blank=True, editable=False)
    mail = models.EmailField(blank=True, help_text="How to answer; never shown publicly, deleted after the answer.")
    language = models.CharField(max_length=10, default="en", editable=False)
    mail_tries = models.PositiveSmallIntegerField(default=0, db_default=0, editable=False)
    mail_tried_at = models.DateTimeField(null=True, blank=True, editable=False)
    mailed_at = models.DateTimeField(null=True, blank=True, editable=False)
    forgotten_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(forgotten_at=None) | Q(mail=""), name="%(app_label)s_%(class)s_forgotten_has_no_mail"
            ),
        ]
