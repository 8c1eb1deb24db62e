"""What was typed into fields of the workspace that no form object draws."""

from collections.abc import Mapping

from django import template
from django.template import Context

register = template.Library()


@register.simple_tag(takes_context=True)
def typed(context: Context, *parts: object) -> str:
    """The text of the field whose name is the `parts` together, where the page shows it again
    (`reviews.desk.half_typed`)."""
    texts: Mapping[str, str] = context.get("half_typed") or {}
    return texts.get("".join(map(str, parts)), "")
