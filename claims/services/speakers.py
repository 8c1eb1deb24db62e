"""Names found in a text become the records that bear them."""

from collections.abc import Iterable

from claims.models import Article, Credit, Source, Speaker
from claims.names import bearers


def speaker_records(names: Iterable[str]) -> dict[str, Speaker]:
    """For each name its speaker, by name or alias in any case; a new record, not yet classified, where none bears it.

    A name that several bear gets a record of its own too: an editor says later who was meant.
    """
    wanted = sorted({name[:200] for name in names if name})
    known = bearers(wanted, Speaker.objects.all())
    for name in wanted:
        if name not in known:
            known[name], _ = Speaker.objects.get_or_create(name=name, merged_into=None)
    return known


def store_credits(*, article: Article, credits: Iterable[tuple[str, int, int]]) -> list[Credit]:
    """The article's credits as (name, start, end), each with the source that bears the name, if exactly one does.

    A credit that an earlier text had stays; one without source gets it once a source bears the name.
    """
    spans = {name[:200]: (start, end) for name, start, end in reversed(list(credits))}
    sources = bearers(spans, Source.objects.all())
    rows = []
    for name, (start, end) in sorted(spans.items(), key=lambda item: item[1]):
        values = {"source": sources.get(name), "start": start, "end": end}
        credit, created = Credit.objects.get_or_create(article=article, name=name, defaults=values)
        if not created and credit.source is None and values["source"] is not None:
            credit.source = sources[name]
            credit.save(update_fields=["source"])
        rows.append(credit)
    return rows
