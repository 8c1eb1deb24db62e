"""Whom editors may choose."""

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from reviews.permissions import RIGHTS, Action


def reviewers() -> QuerySet[User]:
    """People who may take claims; superusers may do everything, so they are offered too."""
    app, codename = RIGHTS[Action.TAKE][0].split(".")
    right = {"codename": codename, "content_type__app_label": app}
    by_group = Q(**{f"groups__permissions__{name}": value for name, value in right.items()})
    by_person = Q(**{f"user_permissions__{name}": value for name, value in right.items()})
    people = User.objects.filter(by_group | by_person | Q(is_superuser=True), is_active=True)
    return people.distinct().order_by("username")
