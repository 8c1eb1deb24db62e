"""Which record bears a name: by name or alias, in any case. Several bearers are none: nobody is guessed."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast, Lower

from claims.models import Source, Speaker

Named = TypeVar("Named", Source, Speaker)


def bearers(names: Iterable[str], records: QuerySet[Named]) -> dict[str, Named]:
    """For each name its only bearer, following merges; a name with none or several is absent. Runs two queries."""
    ids = _bearer_ids({name: key(name) for name in names}, records)
    rows = records.in_bulk(ids.values())
    return {name: rows[pk] for name, pk in ids.items()}


def _bearer_ids(wanted: dict[str, str], records: QuerySet[Any]) -> dict[str, int]:
    keys = sorted(set(wanted.values()))
    lower_aliases = Cast(Lower(Cast("aliases", TextField())), ArrayField(TextField()))
    rows = (
        records.alias(lower_name=Lower("name"), lower_aliases=lower_aliases)
        .filter(Q(lower_name__in=keys) | Q(lower_aliases__overlap=keys))
        .values_list("pk", "merged_into", "name", "aliases")
    )
    found: dict[str, set[int]] = {}
    for pk, merged_into, name, aliases in rows:
        for label in (name, *aliases):
            found.setdefault(key(label), set()).add(merged_into or pk)
    return {name: next(iter(found[k])) for name, k in wanted.items() if len(found.get(k, ())) == 1}


def key(name: str) -> str:
    """The form in which names are compared: lower case, single spaces."""
    return " ".join(name.split()).lower()
