"""In which language a page speaks, by its address alone: no cookie, no header. Pure, but for the settings' list.

`/sources/` is the first language of the settings, `/fr/sources/` French. Whatever a newsroom writes keeps its own
language on every page; only the words around it change.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils import translation


@dataclass(frozen=True, slots=True)
class Version:
    """The same page in one language; `is_shown`: it is this one."""

    code: str
    name: str
    address: str
    is_shown: bool


def language_of(path: str) -> str:
    """The language of an address of ours: `/fr/sources/` and `/fr` are French, `/frankfurt/` is not."""
    first = path[1:].partition("/")[0]
    return first if first in _prefixed() else settings.LANGUAGE_CODE


def in_language(path: str, code: str) -> str:
    """The same address in another language, its query included."""
    bare = without_language(path)
    return f"/{code}{bare}" if code in _prefixed() else bare


def without_language(path: str) -> str:
    """The address without its language: `/fr/sources/` → `/sources/`."""
    code = language_of(path)
    return path if code == settings.LANGUAGE_CODE else path.removeprefix(f"/{code}") or "/"


def versions(path: str) -> list[Version]:
    """The page in every language, in the order of the settings."""
    shown = language_of(path)
    return [Version(code, str(name), in_language(path, code), code == shown) for code, name in settings.LANGUAGES]


def spoken_in(code: str, chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The chunks, each made in a language: an answer that is streamed is made after its view has returned."""
    rest = iter(chunks)
    while True:
        with translation.override(code):
            chunk = next(rest, None)
        if chunk is None:
            return
        yield chunk


def _prefixed() -> set[str]:
    return {code for code, _ in settings.LANGUAGES} - {settings.LANGUAGE_CODE}
