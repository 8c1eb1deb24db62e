from django.db import models
from django.db.models import Q

from claims.enums import RequestOrigin, RequestState
from claims.models.articles import Article
from claims.models.claims import Claim


class Request(models.Model):
    """Who asked for a check, and what became of it."""

    origin = models.CharField(max_length=10, choices=RequestOrigin)
    state = models.CharField(max_length=10, choices=RequestState, default=RequestState.RECEIVED)
    statement = models.CharField(max_length=1000)
    address = models.URLField(max_length=2000, blank=True)
    contact = models.CharField(max_length=300, blank=True, help_text="How to answer; never shown publicly.")
    answer = models.TextField(blank=True)
    article = models.ForeignKey(Article, models.PROTECT, null=True, blank=True, related_name="requests")
    claim = models.ForeignKey(Claim, models.PROTECT, null=True, blank=True, related_name="requests")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(condition=~Q(statement=""), name="request_has_a_statement"),
            models.CheckConstraint(
                condition=~Q(state=RequestState.DECLINED) | ~Q(answer=""), name="request_declined_is_answered"
            ),
        ]

    def __str__(self) -> str:
        return self.statement
