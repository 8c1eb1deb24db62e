import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from claims.models.readers import FromAReader
from claims.models.triggers import APPEND_ONLY
from reviews.enums import DisputeOutcome, DisputeSender, DisputeState
from reviews.models.dispute_triggers import (
    DECIDED_BY_SOMEBODY_ELSE,
    DECISION_IS_IN_THE_LOG,
    DISPUTE_IS_IN_THE_LOG,
    DISPUTE_STATES,
    HAS_A_DECISION,
    MAIL_IS_ONLY_REMOVED,
)
from reviews.models.publications import Publication
from reviews.models.withheld_triggers import OF_THE_ANSWER, frozen_but_for_withholding

MAILING = ["mail", "mail_tries", "mail_tried_at", "mailed_at", "forgotten_at"]

CHANGEABLE = ["state", "considered_by", "considered_at", *MAILING]
"""What may be written after receiving; what was objected stands."""


class Dispute(FromAReader):
    """Somebody's challenge to a publication, as it was sent. What we answered is its `DisputeDecision`.

    `received → considered → decided`; an editor may decide at once.
    """

    publication = models.ForeignKey(Publication, models.PROTECT, related_name="disputes")
    sender = models.CharField(max_length=10, choices=DisputeSender)
    objection = models.TextField(help_text="What is wrong.")
    grounds = models.TextField(help_text="Why, and what shows it.")
    address = models.URLField(max_length=2000, blank=True, help_text="Where that can be looked up.")
    state = models.CharField(max_length=10, choices=DisputeState, default=DisputeState.RECEIVED)
    received_at = models.DateTimeField(auto_now_add=True)
    considered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="considered_disputes"
    )
    considered_at = models.DateTimeField(null=True, blank=True)

    class Meta(FromAReader.Meta):
        abstract = False
        ordering = ["-received_at", "-id"]
        indexes = [
            models.Index(
                fields=["publication"], condition=~Q(state=DisputeState.DECIDED), name="dispute_open_by_publication"
            ),
            models.Index(fields=["received_at"], condition=Q(forgotten_at=None), name="dispute_to_forget"),
        ]
        constraints = [
            *FromAReader.Meta.constraints,
            models.CheckConstraint(condition=~Q(objection="") & ~Q(grounds=""), name="dispute_says_what_and_why"),
            models.CheckConstraint(
                condition=Q(considered_by=None, considered_at=None)
                | Q(considered_by__isnull=False, considered_at__isnull=False) & ~Q(state=DisputeState.RECEIVED),
                name="dispute_considered_says_by_whom",
            ),
            models.UniqueConstraint(
                fields=["publication", "digest"], condition=~Q(digest=""), name="dispute_is_kept_once"
            ),
            # Target of the decision's composite foreign key.
            models.UniqueConstraint(fields=["id", "publication"], name="dispute_and_publication"),
        ]
        permissions = [("decide_dispute", "Can consider and decide disputes, never about own work")]
        triggers = [
            *APPEND_ONLY,
            pgtrigger.ReadOnly(name="read_only", exclude=CHANGEABLE),
            DISPUTE_STATES,
            HAS_A_DECISION,
            MAIL_IS_ONLY_REMOVED,
            DISPUTE_IS_IN_THE_LOG,
        ]

    def __str__(self) -> str:
        return self.objection


class DisputeDecision(models.Model):
    """What became of a dispute, and who said so: neither the publication's author nor its approver.

    Apart from the dispute, as readers see it: `answer` stands on the public page where `is_public` says so, and no
    row here names who disputed. `author` and `approver` are the publication's (composite foreign keys hold them to it).
    """

    dispute = models.OneToOneField(Dispute, models.PROTECT, related_name="decision")
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="dispute_decisions")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    approver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="decided_disputes")
    decided_at = models.DateTimeField(auto_now_add=True)
    outcome = models.CharField(max_length=10, choices=DisputeOutcome)
    answer = models.TextField(help_text="Whoever disputed reads it.")
    is_public = models.BooleanField(default=False, help_text="The answer stands on the public page.")

    class Meta:
        ordering = ["-decided_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(answer=""), name="dispute_decision_is_answered"),
            models.CheckConstraint(
                condition=~Q(decided_by=F("author")) & ~Q(decided_by=F("approver")),
                name="dispute_is_decided_by_neither_author_nor_approver",
            ),
            models.CheckConstraint(
                condition=Q(is_public=False)
                | Q(outcome__in=[outcome.value for outcome in DisputeOutcome if outcome.counts]),
                name="dispute_decision_public_is_on_the_substance",
            ),
        ]
        triggers = [
            *frozen_but_for_withholding(OF_THE_ANSWER, ["answer"]),
            DECIDED_BY_SOMEBODY_ELSE,
            DECISION_IS_IN_THE_LOG,
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.answer}"
