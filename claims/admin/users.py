"""Who acts."""

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest


def acting(request: HttpRequest) -> User:
    """The signed-in person, for `by=`."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
