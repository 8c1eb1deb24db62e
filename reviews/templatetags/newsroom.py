"""Template words that every page uses: the newsroom's name, dates as far as they are known, hosts of addresses."""

from datetime import date
from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.utils.formats import date_format

from claims.partial_dates import earliest, precision

register = template.Library()

FORMATS = {"day": "j F Y", "month": "F Y", "year": "Y"}


@register.simple_tag
def site_name() -> str:
    return str(settings.SITE_NAME)


@register.filter
def partial_date(value: str | None) -> str:
    """`2019-09-09` as 9 September 2019, `2014-04` as April 2014, `2014` as 2014; anything else as it is."""
    text = value or ""
    known: date | None = earliest(text) if precision(text) else None
    return date_format(known, FORMATS[precision(text)]) if known else text


@register.filter
def host(address: str) -> str:
    """The host of an address, for readers: `https://www.ohchr.org/x` is ohchr.org. Empty for anything else."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
