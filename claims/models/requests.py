from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.enums import RequestOrigin, RequestState
from claims.models.articles import Article
from claims.models.claims import Claim
from claims.models.jobs import Job
from claims.models.readers import FromAReader


class Request(FromAReader):
    """Who asked for a check, and what became of it.

    `received → accepted → answered`, the last when a verdict on `claim` is published; or `declined`, with `answer`.
    """

    origin = models.CharField(max_length=10, choices=RequestOrigin)
    state = models.CharField(max_length=10, choices=RequestState, default=RequestState.RECEIVED)
    statement = models.CharField(max_length=1000, blank=True)
    address = models.URLField(max_length=2000, blank=True)
    seen_at = models.CharField("where they saw it", max_length=300, blank=True)
    note = models.TextField(blank=True, help_text="For the editors; never shown publicly, deleted after the answer.")
    answer = models.TextField(blank=True, help_text="Whoever asked reads it.")
    article = models.ForeignKey(Article, models.PROTECT, null=True, blank=True, related_name="requests")
    claim = models.ForeignKey(Claim, models.PROTECT, null=True, blank=True, related_name="requests")
    job = models.ForeignKey(
        Job, models.PROTECT, null=True, blank=True, related_name="+", help_text="Fetches the address that was sent."
    )
    created_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", help_text="Who decided last."
    )

    class Meta(FromAReader.Meta):
        abstract = False
        ordering = ["-created_at", "-id"]
        indexes = [
            # What the sweeps look for: taken up and not answered, answered and not forgotten.
            models.Index(fields=["answered_at"], condition=Q(forgotten_at=None), name="request_to_forget"),
        ]
        constraints = [
            *FromAReader.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(statement="") | ~Q(address=""), name="request_has_a_statement_or_an_address"
            ),
            models.CheckConstraint(
                condition=~Q(state=RequestState.DECLINED) | ~Q(answer=""), name="request_declined_is_answered"
            ),
            models.CheckConstraint(
                condition=~Q(state=RequestState.ANSWERED) | Q(claim__isnull=False), name="request_answered_has_a_claim"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[RequestState.DECLINED, RequestState.ANSWERED], answered_at__isnull=False)
                | Q(state__in=[RequestState.RECEIVED, RequestState.ACCEPTED], answered_at=None),
                name="request_answered_says_when",
            ),
            models.UniqueConstraint(fields=["digest"], condition=~Q(digest=""), name="request_is_kept_once"),
        ]

    def __str__(self) -> str:
        return self.statement or self.address
