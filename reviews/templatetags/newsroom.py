"""Template words that every page uses: the newsroom's name, dates as far as they are known, hosts of addresses."""

import re
from datetime import datetime
from decimal import Decimal, InvalidOperation
from urllib.parse import urlsplit

from django import template
from django.conf import settings

from claims.partial_dates import PARTIAL_DATE
from reviews.dates import number_in_words, partial_date_in_words, percent_in_words

register = template.Library()


@register.simple_tag
def site_name() -> str:
    return str(settings.SITE_NAME)


@register.filter
def partial_date(value: object) -> str:
    """`2019-09-09` as 9 September 2019, `2014-04` as April 2014, `2014` as 2014; anything else as it is."""
    text = str(value or "")
    return (partial_date_in_words(text) if re.match(PARTIAL_DATE, text) else "") or text


@register.filter
def timestamp(moment: datetime) -> str:
    """For the datetime attribute, which takes no microseconds."""
    return moment.isoformat(timespec="seconds")


@register.filter
def figure(value: object, unit: str = "") -> str:
    """A plain decimal with its thousands apart: `12800.5` is 12,800.5 or 12 800,5; anything else as it is.

    In percent 0.041 is 4.1 % or 4,1 %.
    """
    text = str(value or "")
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    if not number.is_finite():
        return text
    return percent_in_words(number) if unit == "percent" else number_in_words(number)


@register.filter
def host(address: str) -> str:
    """The host of an address, for readers: `https://www.ohchr.org/x` is ohchr.org. Empty for anything else."""
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
