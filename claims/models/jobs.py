from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.enums import JobKind, JobState
from claims.models.articles import Article, ArticleText


class Job(models.Model):
    """Background work whose truth is this row; a Celery message only rings for it.

    `queued → running → done | failed`, and `running → queued` when the lease ran out. `token` rises with each taking,
    so that the result of a worker that lost its lease is refused.
    """

    kind = models.CharField(max_length=10, choices=JobKind)
    state = models.CharField(max_length=10, choices=JobState, default=JobState.QUEUED)
    address = models.URLField(max_length=2000, blank=True)
    article = models.ForeignKey(Article, models.PROTECT, null=True, blank=True, related_name="jobs")
    article_text = models.ForeignKey(ArticleText, models.PROTECT, null=True, blank=True, related_name="jobs")
    token = models.PositiveIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(auto_now_add=True)
    error = models.TextField(blank=True)
    result = models.JSONField(default=dict, blank=True)
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        indexes = [
            # The sweep looks for due rows and ended leases only.
            models.Index(fields=["due_at"], condition=Q(state=JobState.QUEUED), name="job_queued_by_due"),
            models.Index(fields=["lease_until"], condition=Q(state=JobState.RUNNING), name="job_running_by_lease"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["article_text"],
                condition=Q(kind=JobKind.EXTRACT, state__in=[JobState.QUEUED, JobState.RUNNING]),
                name="job_extract_is_open_once_per_text",
            ),
            models.UniqueConstraint(
                fields=["address"],
                condition=Q(kind=JobKind.FETCH, state__in=[JobState.QUEUED, JobState.RUNNING]),
                name="job_fetch_is_open_once_per_address",
            ),
            models.CheckConstraint(
                condition=Q(kind=JobKind.FETCH) & ~Q(address="") | Q(kind=JobKind.EXTRACT, article_text__isnull=False),
                name="job_names_what_it_works_on",
            ),
            models.CheckConstraint(
                condition=Q(state=JobState.RUNNING, lease_until__isnull=False)
                | ~Q(state=JobState.RUNNING) & Q(lease_until=None),
                name="job_has_a_lease_while_running",
            ),
            models.CheckConstraint(
                condition=Q(state=JobState.FAILED) & ~Q(error="") | ~Q(state=JobState.FAILED),
                name="job_failed_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.address or self.article_id} ({self.get_state_display()})"
