"""How much comes in through the public forms: counted in the database, so that every web process sees the same.

A network's address is hashed with the day's salt, which is thrown away the day after. No address is stored.
"""

import hashlib
import math
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from django.db import connection, transaction
from django.utils.translation import gettext, gettext_noop

from reviews.errors import TooManyAtOnce
from reviews.models import ReaderWrite, ThrottleSalt
from reviews.services.steps import database_now


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `most` texts within `window`, from one network or (`own` False) from everybody together."""

    most: int
    window: timedelta
    own: bool
    says: str


LIMITS: Final = (
    # Somebody who takes an hour over five texts is a reader; a sixth within it is rarely one.
    Limit(5, timedelta(hours=1), own=True, says=gettext_noop("Five texts have come from your network within an hour.")),
    Limit(15, timedelta(days=1), own=True, says=gettext_noop("Fifteen texts have come from your network today.")),
    # What two editors can read in a day, come what may: an attack from many networks stops here.
    Limit(60, timedelta(hours=1), own=False, says=gettext_noop("Very many texts are coming in at the moment.")),
    Limit(300, timedelta(days=1), own=False, says=gettext_noop("Very many texts have come in today.")),
)

KEPT: Final = max(limit.window for limit in LIMITS)

# Any number that nothing else of ours locks by: public writes are counted one after the other.
_LOCK: Final = 0x7265616465727772


@transaction.atomic
def count_write(*, network: str) -> None:
    """Counts one text from this network (an address, or its prefix). Raises TooManyAtOnce, counting nothing.

    Call it in the transaction of the write that it counts: both are kept, or neither.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    now = database_now()
    hashed = _hashed(network, now)
    for limit in LIMITS:
        writes = ReaderWrite.objects.filter(at__gt=now - limit.window)
        if limit.own:
            writes = writes.filter(network=hashed)
        # While the oldest of the newest `most` is inside the window, there is no room.
        oldest = writes.order_by("-at").values_list("at", flat=True)[limit.most - 1 : limit.most].first()
        if oldest is not None:
            wait = (oldest + limit.window - now).total_seconds()
            raise TooManyAtOnce(gettext(limit.says), retry_after=max(1, math.ceil(wait)))
    ReaderWrite.objects.create(network=hashed, at=now)


@transaction.atomic
def forget_writes() -> int:
    """Removes what no limit looks at any more, and the salts of days that are over. Returns how many rows went."""
    now = database_now()
    writes, _ = ReaderWrite.objects.filter(at__lte=now - KEPT).delete()
    salts, _ = ThrottleSalt.objects.filter(day__lt=now.astimezone(UTC).date()).delete()
    return writes + salts


def _hashed(network: str, now: datetime) -> str:
    """Under the lock, so that two processes can't make two salts for one day."""
    salt, _ = ThrottleSalt.objects.get_or_create(
        day=now.astimezone(UTC).date(), defaults={"salt": secrets.token_hex(32)}
    )
    return hashlib.sha256(f"{salt.salt}\n{network}".encode()).hexdigest()
