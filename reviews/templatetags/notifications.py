"""The bell on every page of the staff."""

from django import template
from django.contrib.auth.models import User

from reviews.notices import kinds_for
from reviews.notifications import MOST_COUNTED, unread_count

register = template.Library()


@register.simple_tag
def unread_notifications(user: User) -> str:
    """How many are unread, in words for the bell: empty for none, “99+” from a hundred on. One query."""
    count = unread_count(user)
    if count >= MOST_COUNTED:
        return f"{MOST_COUNTED - 1}+"
    return str(count or "")


@register.filter
def can_be_told(user: User) -> bool:
    """Whether there is anything that they could be told of: without, the page of notifications is not for them."""
    return bool(kinds_for(user))
