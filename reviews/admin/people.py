"""Whom editors may choose."""

from django.contrib.auth.models import User
from django.db.models import QuerySet

from reviews.permissions import RIGHTS, Action
from reviews.recipients import people_with


def reviewers() -> QuerySet[User]:
    """People who may take claims; superusers may do everything, so they are offered too."""
    return people_with(RIGHTS[Action.TAKE][0]).order_by("username")
