"""Editors keep the records of sources, speakers and topics; two records of the same thing become one."""

from collections.abc import Sequence
from typing import TypeVar

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction

from claims.addresses import ascii_host
from claims.enums import LinkPolicy
from claims.errors import PolicyRefused, RecordInvalid
from claims.models import Source, Speaker, Topic
from claims.models.sources import POLICIES
from claims.services.history import because

Record = TypeVar("Record", Source, Speaker, Topic)
Mergeable = TypeVar("Mergeable", Source, Speaker)


SET_POLICY = "claims.set_source_policy"


@transaction.atomic
def save_record(*, record: Record, by: User) -> Record:
    """Stores a new or edited record (RecordInvalid says field by field what is wrong).

    Raises PolicyRefused where somebody without the right sets what may be shown of a source.
    """
    if isinstance(record, Source):
        _refuse_policies(record, by)
    try:
        record.full_clean()
    except ValidationError as error:
        raise RecordInvalid(sentences(error)) from error
    with because("record edited" if record.pk else "record added", by):
        record.save()
    return record


@transaction.atomic
def merge_records(*, records: list[Mergeable], into: Mergeable, by: User) -> list[Mergeable]:
    """`into` takes the place of the others, which stay as rows that point to it; it learns their names.

    What was merged into one of them earlier follows. Verdicts and publications keep the name that they were made with.
    Raises RecordInvalid for what can't be merged, PolicyRefused where a source's policy would be lost by it.
    """
    model = type(into)
    chosen: set[int] = {record.pk for record in records} | {into.pk}
    locked = model.objects.filter(pk__in=chosen).order_by("pk").select_for_update(of=("self",))
    rows: list[Mergeable] = list(locked)
    target = next(row for row in rows if row.pk == into.pk)
    losers: list[Mergeable] = [row for row in rows if row.pk != into.pk]
    if not losers:
        raise RecordInvalid("Choose at least one other record to merge.")
    for record in rows:
        if record.merged_into_id is not None:
            raise RecordInvalid(f"“{record}” was merged before: choose the record that took its place.")
    if isinstance(target, Source):
        _refuse_laxer(target, losers, by)
    with because(f"merged into “{target}”", by):
        for loser in losers:
            model.objects.filter(merged_into=loser).update(merged_into=target)
            loser.merged_into = target
            loser.save(update_fields=["merged_into"])
        _learn_names(target, losers)
        target.save()
    return losers


def normal_domain(domain: str) -> str:
    """A host as the records keep it: lower case, ASCII, without scheme, path and `www.` (RecordInvalid)."""
    host = domain.strip().lower().split("://")[-1].split("/")[0].split(":")[0].removeprefix("www.")
    try:
        host = ascii_host(host)
    except UnicodeError as error:
        raise RecordInvalid(f"“{domain}” is not a domain.") from error
    labels = host.split(".")
    if len(labels) < 2 or not all(label and label.replace("-", "").isalnum() for label in labels):
        raise RecordInvalid(f"“{domain}” is not a domain: write it like rferl.org.")
    return host


def sentences(error: ValidationError) -> str:
    """A validation error as sentences, each beginning with its field."""
    return " ".join(
        " ".join(said) if field == "__all__" else f"{field.replace('_', ' ').capitalize()}: {' '.join(said)}"
        for field, said in error.message_dict.items()
    )


def _refuse_policies(source: Source, by: User) -> None:
    before = Source.objects.select_for_update().filter(pk=source.pk).first() or Source()
    if by.has_perm(SET_POLICY) or all(getattr(before, name) == getattr(source, name) for name in POLICIES):
        return
    raise PolicyRefused("What may be shown of a source is set by administrators: ask one of them.")


def _refuse_laxer(target: Source, losers: Sequence[Source | Speaker], by: User) -> None:
    """Merging must not be a way around a limit: the record that stays has to be as strict as what goes."""
    if by.has_perm(SET_POLICY):
        return
    for loser in (row for row in losers if isinstance(row, Source)):
        limit = loser.quoting_limit
        longer = limit is not None and (target.quoting_limit is None or target.quoting_limit > limit)
        linked = loser.link_policy != LinkPolicy.FOLLOW and loser.link_policy != target.link_policy
        whole = target.full_text_allowed and not loser.full_text_allowed
        if longer or linked or whole:
            raise PolicyRefused(
                f"“{loser}” may be shown less of than “{target}”: keep that one, or ask an administrator."
            )


def _learn_names(target: Source | Speaker, losers: list[Source] | list[Speaker]) -> None:
    for loser in losers:
        names = [name for name in (loser.name, *loser.aliases) if name != target.name]
        target.aliases = list(dict.fromkeys([*target.aliases, *names]))
        if isinstance(target, Source) and isinstance(loser, Source):
            target.domains = list(dict.fromkeys([*target.domains, *loser.domains]))
