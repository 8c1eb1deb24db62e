"""Where a notification leads: to the page on which its reader can do what it asks for, which has rights of its own."""

import json

from django.contrib.auth.models import User
from django.urls import reverse

from reviews.desk.access import APPROVE
from reviews.enums import NotificationKind
from reviews.models import Dispute, Notification, SecondOpinion, Withholding
from reviews.sealing import may_see_verdict
from reviews.selectors import latest_verdict

_AT_THE_DESK = {
    NotificationKind.ASSIGNED,
    NotificationKind.TAKEN_AWAY,
    NotificationKind.CHANGES_REQUESTED,
    NotificationKind.APPROVED,
    NotificationKind.LEASE_ENDING,
    NotificationKind.WAIT_OVER,
    NotificationKind.DUE,
}

_LOGGED: dict[NotificationKind, type[Dispute] | type[Withholding]] = {
    NotificationKind.DISPUTE: Dispute,
    NotificationKind.WITHHOLDING: Withholding,
}


def target(notification: Notification, reader: User) -> str:
    """Needs `review` and `event.payload`. At most three queries."""
    kind, review = NotificationKind(notification.kind), notification.review_id
    if kind in _AT_THE_DESK or not reader.is_staff:
        return reverse("desk:review", args=[review])
    if kind == NotificationKind.SECOND:
        return _second(notification)
    if kind in _LOGGED:
        return _logged(notification, _LOGGED[kind])
    if kind == NotificationKind.FOR_APPROVAL:
        return _approval(notification, reader)
    if kind == NotificationKind.COMMENT and not reader.has_perm(APPROVE):
        return reverse("desk:review", args=[review])
    about_a_page = kind in {NotificationKind.RECHECK, NotificationKind.STOPPED} and notification.publication_id
    if about_a_page and reader.has_perm("reviews.view_publication"):
        return reverse("admin:reviews_publication_change", args=[notification.publication_id])
    if reader.has_perm("reviews.view_review"):
        return reverse("admin:reviews_review_change", args=[review])
    return reverse("admin:index")


def _second(notification: Notification) -> str:
    opinion = SecondOpinion.objects.filter(review=notification.review_id).order_by("-pk").first()
    if opinion is None:
        return reverse("desk:review", args=[notification.review_id])
    return reverse("desk:second", args=[opinion.pk])


def _approval(notification: Notification, reader: User) -> str:
    """The review, while a blind second verdict is awaited: then the verdict itself is not for its approvers yet."""
    verdict = latest_verdict(notification.review)
    if verdict is None or not may_see_verdict(reader, verdict):
        return reverse("admin:reviews_review_change", args=[notification.review_id])
    return reverse("admin:reviews_verdict_approve", args=[verdict.pk])


def _logged(notification: Notification, model: type[Dispute] | type[Withholding]) -> str:
    """The row's own page: the log names it. Where what the log says is withheld, the list of all."""
    text = notification.event.payload.text if notification.event else ""
    name = str(model._meta.model_name)
    number = json.loads(text)["data"].get(name) if text else None
    if number is None:
        return reverse(f"admin:reviews_{name}_changelist")
    return reverse(f"admin:reviews_{name}_change", args=[number])
