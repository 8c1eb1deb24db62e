"""Which record bears a name: by name or alias, in any case. Several bearers are none: nobody is guessed."""

from collections.abc import Iterable
from typing import TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast, Lower

from claims.models import Source, Speaker

Named = TypeVar("Named", Source, Speaker)


def bearers(names: Iterable[str], records: QuerySet[Named]) -> dict[str, Named]:
    """For each name its only bearer, following merges; a name with none or several is absent. Runs one query."""
    wanted = {name: key(name) for name in names}
    keys = sorted(set(wanted.values()))
    lower_aliases = Cast(Lower(Cast("aliases", TextField())), ArrayField(TextField()))
    rows: Iterable[Named] = (
        records.select_related("merged_into")
        .alias(lower_name=Lower("name"), lower_aliases=lower_aliases)
        .filter(Q(lower_name__in=keys) | Q(lower_aliases__overlap=keys))
    )
    found: dict[str, dict[int, Named]] = {}
    for label, bearer in [(label, _survivor(row)) for row in rows for label in (row.name, *row.aliases)]:
        found.setdefault(key(label), {})[bearer.pk] = bearer
    return {name: next(iter(found[k].values())) for name, k in wanted.items() if len(found.get(k, {})) == 1}


def _survivor(row: Named) -> Named:
    return row.merged_into or row


def key(name: str) -> str:
    """The form in which names are compared: lower case, single spaces."""
    return " ".join(name.split()).lower()
