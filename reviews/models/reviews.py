import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.enums import Priority
from claims.models import Claim
from claims.models.triggers import APPEND_ONLY
from reviews.enums import CloseReason, Stage
from reviews.models.log_triggers import HEAD_FOLLOWS_THE_LOG
from reviews.models.triggers import APPROVED_HAS_A_PUBLICATION, LEGAL_STAGES, SUBMITTED_HAS_A_VERDICT


class Review(models.Model):
    """The work on one canonical claim. `stage` says whose turn it is; only services change it.

    `assignee` is whose work it is until released; the lease says who is editing right now. `lease_number` rises with
    each taking: a late answer carries an old number and is refused.
    """

    claim = models.OneToOneField(Claim, models.PROTECT, related_name="+")
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    stage = models.CharField(max_length=12, choices=Stage, default=Stage.WAITING)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="assigned_reviews"
    )
    lease_holder = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="leased_reviews"
    )
    lease_until = models.DateTimeField(null=True, blank=True)
    lease_number = models.PositiveIntegerField(default=0)
    priority = models.SmallIntegerField(choices=Priority, default=Priority.NORMAL)
    score = models.FloatField(default=0.5)
    due_on = models.DateField(null=True, blank=True)
    wait_until = models.DateTimeField(null=True, blank=True)
    wait_for = models.CharField(max_length=300, blank=True, help_text="The reply or document that the work waits for.")
    skipped_for_all_at = models.DateTimeField(
        null=True, blank=True, help_text="Since then it is out of the queue: an editor decides what becomes of it."
    )
    close_reason = models.CharField(max_length=20, choices=CloseReason, blank=True)
    close_note = models.CharField(max_length=500, blank=True)
    last_author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="authored_reviews"
    )
    event_count = models.PositiveIntegerField(default=0, editable=False)
    head_hash = models.CharField(max_length=64, blank=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    stage_changed_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-priority", "-score", "created_at", "id"]
        indexes = [
            # The pick of `take_next_review` walks this in order and stops at the first free row.
            models.Index(
                fields=["-priority", "-score", "created_at", "id"],
                condition=Q(stage__in=[Stage.WAITING, Stage.IN_REVIEW]),
                name="review_queue_order",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(lease_holder=None, lease_until=None)
                | Q(lease_holder__isnull=False, lease_until__isnull=False, stage=Stage.IN_REVIEW),
                name="review_lease_has_holder_and_end_while_being_checked",
            ),
            models.CheckConstraint(
                condition=Q(stage=Stage.CLOSED) & ~Q(close_reason="") | ~Q(stage=Stage.CLOSED) & Q(close_reason=""),
                name="review_closed_has_a_reason",
            ),
            models.CheckConstraint(
                condition=~Q(stage=Stage.SUBMITTED) | Q(last_author__isnull=False),
                name="review_submitted_has_an_author",
            ),
            models.CheckConstraint(
                condition=Q(wait_until=None, wait_for="") | Q(wait_until__isnull=False) & ~Q(wait_for=""),
                name="review_wait_says_for_what_until_when",
            ),
            models.CheckConstraint(
                condition=Q(skipped_for_all_at=None)
                | Q(stage__in=[Stage.WAITING, Stage.CLOSED], assignee=None, lease_holder=None),
                name="review_skipped_for_all_is_in_nobodys_hands",
            ),
        ]
        permissions = [
            ("take_review", "Can take claims from the queue, draft and submit verdicts"),
            ("assign_review", "Can assign, reassign, reopen and close reviews and set their priority"),
        ]
        triggers = [
            *APPEND_ONLY,
            pgtrigger.ReadOnly(name="identity_stands", fields=["id", "claim", "uuid", "created_at"]),
            LEGAL_STAGES,
            SUBMITTED_HAS_A_VERDICT,
            APPROVED_HAS_A_PUBLICATION,
            HEAD_FOLLOWS_THE_LOG,
        ]

    def __str__(self) -> str:
        return str(self.claim)
