"""The catalogues in reviews/locale: `.po` for people, `.mo` for the program, both committed."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tests.architecture.tree import ROOT
from tests.catalogue.collecting import messages

LOCALE = ROOT / "reviews" / "locale"
HEADER = "# Words of the public pages. Written by `python -m tests.catalogue`, which keeps the translations."


def path_of(code: str, kind: str = "po") -> Path:
    return LOCALE / code / "LC_MESSAGES" / f"django.{kind}"


def read(code: str) -> Catalog:
    """As it stands; an empty one where there is none yet."""
    path = path_of(code)
    if not path.exists():
        return Catalog(locale=code)
    with path.open("rb") as file:
        return read_po(file, locale=code)


def wanted(code: str) -> Catalog:
    """Every message that is asked for, with the translation that there is; what nobody asks for is gone."""
    old = read(code)
    new = Catalog(locale=code, header_comment=HEADER, fuzzy=False)
    for message in messages():
        known = old.get(message.id if isinstance(message.id, str) else message.id[0], message.context)
        string = known.string if known and type(known.id) is type(message.id) else None
        entry = new.add(message.id, string, [(message.place, None)], context=message.context)  # type: ignore[list-item]
        entry.locations = sorted(set(entry.locations))
    return new


def po_of(catalogue: Catalog) -> bytes:
    """Without dates and line numbers, so that only a change of words is a change."""
    written = BytesIO()
    write_po(written, catalogue, width=0, sort_output=True, include_lineno=False, omit_header=True)
    lines = "".join(f'"{line}\\n"\n' for line in _head(catalogue).splitlines())
    head = f'{HEADER}\nmsgid ""\nmsgstr ""\n{lines}\n'
    return (head + written.getvalue().decode()).encode()


def mo_of(po: bytes, code: str) -> bytes:
    """The bytes that the program reads, made of a `.po` and nothing else: no date, no version of Babel's."""
    undated = _Undated(locale=code)
    for message in read_po(BytesIO(po), locale=code):
        if message.id:
            undated.add(message.id, message.string, context=message.context)
    written = BytesIO()
    write_mo(written, undated)
    return written.getvalue()


class _Undated(Catalog):
    def __iter__(self) -> Iterator[Message]:
        head, *messages = super().__iter__()
        head.string = _head(self)
        yield head
        yield from messages


def _head(catalogue: Catalog) -> str:
    return (
        f"Language: {catalogue.locale_identifier}\nPlural-Forms: {catalogue.plural_forms}\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n"
    )
