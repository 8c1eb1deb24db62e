"""What was typed into fields that no form object draws."""

from django import template
from django.template import Context

register = template.Library()


@register.simple_tag(takes_context=True)
def typed(context: Context, *parts: object) -> str:
    """The posted text of the field whose name is the `parts` together: a page that was refused shows it again."""
    request = context.get("request")
    return str(request.POST.get("".join(map(str, parts)), "")) if request is not None else ""
