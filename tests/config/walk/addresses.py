"""Every address of the site, read off the resolver: none can be added without being walked."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import RegexPattern
from django.utils import translation

from tests.config.walk.world import World


@dataclass(frozen=True, slots=True)
class Address:
    """`name` with its namespace; the route where there is no name. `path` can be asked for."""

    name: str
    path: str


def every_address(world: World) -> list[Address]:
    """Those of readers' pages in every language; of the others each once."""
    found: dict[str, Address] = {}
    for language, _ in settings.LANGUAGES:
        with translation.override(language):
            for name, route, places in _walk(get_resolver().url_patterns):
                path = _path(name, route, places, world)
                found.setdefault(path if name else route, Address(name or route, path))
    return list(found.values())


def _walk(
    patterns: list[URLPattern | URLResolver], before: str = "", places: tuple[str, ...] = (), space: str = ""
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Name, route, and the names of the places in it."""
    for entry in patterns:
        route = f"{before}{entry.pattern}"
        here = (*places, *_places(entry))
        if isinstance(entry, URLResolver):
            yield from _walk(
                entry.url_patterns, route, here, f"{space}{entry.namespace}:" if entry.namespace else space
            )
        else:
            yield f"{space}{entry.name}" if entry.name else "", route, here


def _places(entry: URLPattern | URLResolver) -> tuple[str, ...]:
    pattern = entry.pattern
    return tuple(pattern.regex.groupindex if isinstance(pattern, RegexPattern) else pattern.converters)


def _path(name: str, route: str, places: tuple[str, ...], world: World) -> str:
    if name:
        return reverse(name, kwargs={place: world.value(name, place) for place in places})
    if places == ("url",):
        return "/admin/nothing-here/"
    # The admin's short address of a row, which leads to its page.
    room, model = route.split("/")[1:3]
    return f"/{route.replace('<path:object_id>', str(world.value(f'admin:{room}_{model}_change', 'object_id')))}"
