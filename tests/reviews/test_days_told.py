"""Days told in refusals are those of the newsroom's zone, as on the pages that show the same moment."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.utils import timezone

from claims.errors import ClaimFrozen
from claims.models import Claim, Topic
from claims.services.locks import refuse_frozen
from reviews.api.errors import Withheld
from reviews.models import Interest
from reviews.permissions import recusal

NOON = datetime(2026, 3, 31, 12, tzinfo=UTC)
"""In Kiritimati, fourteen hours ahead, it is the next day, in the next month."""


def frozen() -> str:
    with pytest.raises(ClaimFrozen) as refused:
        refuse_frozen(Claim(wording="Bridges closed.", frozen_at=NOON))
    return str(refused.value)


def recused() -> str:
    return str(recusal(Interest(topic=Topic(name="Bridges"), declared_at=NOON)))


def withheld() -> str:
    return str(Withheld(NOON).detail)


@pytest.mark.parametrize(("told", "day"), [(frozen, "1 April"), (recused, "1 April"), (withheld, "2026-04-01")])
def test_a_day_is_that_of_the_newsrooms_zone(told: Callable[[], str], day: str) -> None:
    with timezone.override("Pacific/Kiritimati"):
        assert day in told()
