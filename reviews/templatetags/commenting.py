"""Where a page is looked at before approval, each part has a place for comments; anywhere else there is nothing."""

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag(takes_context=True)
def comments_on(context: Context, part: str, number: int | None = None) -> SafeString:
    """The place beside a part, as in `{% comments_on "evidence" item.position %}`."""
    places = context.get("commented")
    if places is None:
        return SafeString("")
    place = places.at(part if number is None else f"{part}-{number}")
    if place is None:
        return SafeString("")
    address = context.get("comment_address")
    return render_to_string(
        "admin/reviews/verdict/comments_at.html",
        {"place": place, "address": address},
        request=context.get("request"),
    )
