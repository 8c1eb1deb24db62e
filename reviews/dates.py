"""Days, moments and numbers as people write them, in the language that is spoken."""

import re
from datetime import date, datetime
from decimal import Decimal

from django.utils.dateformat import format as write
from django.utils.formats import number_format
from django.utils.timezone import is_aware, localtime
from django.utils.translation import gettext, pgettext

from claims.partial_dates import PARTIAL_DATE, earliest, precision


def day_in_words(day: date | None) -> str:
    """9 September 2019, 9 septembre 2019 (but 1er septembre); a moment's day is that of the newsroom's zone."""
    if day is None:
        return ""
    day = _local(day)
    return write(day, _form_of_the_first() if day.day == 1 else pgettext("day", "j F Y"))


def moment_in_words(moment: datetime | None) -> str:
    """9 September 2019, 14:05, in the newsroom's zone."""
    if moment is None:
        return ""
    time = write(_local(moment), pgettext("time of the day", "H:i"))
    return pgettext("day and time", "%(day)s, %(time)s") % {"day": day_in_words(moment), "time": time}


def month_in_words(month: date) -> str:
    return write(month, pgettext("month", "F Y"))


def short_month(month: date) -> str:
    """Sep 2019: for the axis of a plot."""
    return write(month, pgettext("month, short", "M Y"))


def partial_date_in_words(partial: str) -> str:
    """`2019-09-09` → 9 September 2019, `2019-09` → September 2019, `2019` → 2019."""
    first = earliest(partial)
    if first is None:
        return ""
    if precision(partial) == "year":
        return f"{first:%Y}"
    return day_in_words(first) if precision(partial) == "day" else month_in_words(first)


def on_date(partial: str) -> str:
    """When something was, within a sentence: “on 9 September 2019”, “in September 2019”, “in 2019”."""
    if not re.match(PARTIAL_DATE, partial):
        return partial
    words = {"day": partial_date_in_words(partial)}
    return (gettext("on %(day)s") if precision(partial) == "day" else gettext("in %(day)s")) % words


def number_in_words(value: Decimal | float, decimals: int | None = None) -> str:
    """12,800.5 or 12 800,5; with so many decimals, or as many as it has."""
    return str(number_format(value, decimals, use_l10n=True, force_grouping=True))


def percent_in_words(share: Decimal | float, decimals: int | None = None) -> str:
    """0.041 as 4.1 % or 4,1 %, its blank one that does not break; with so many decimals, or as many as it has."""
    percent = Decimal(str(share)).scaleb(2).normalize()
    return f"{number_in_words(percent, decimals)}\u00a0%"


def _form_of_the_first() -> str:
    return pgettext("first day of a month", "j F Y")


def _local(day: date) -> date:
    return localtime(day) if isinstance(day, datetime) and is_aware(day) else day
