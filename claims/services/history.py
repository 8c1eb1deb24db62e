"""Who changed what, and why: the context that django-pghistory stores with each history row."""

from contextlib import AbstractContextManager

import pghistory
from django.contrib.auth.models import User


def because(reason: str, by: User | None = None) -> AbstractContextManager[object]:
    """All rows changed inside carry this reason, and the person if one did it."""
    who = {} if by is None else {"user": by.pk}
    return pghistory.context(reason=reason, **who)
