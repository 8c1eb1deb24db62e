"""No word that readers see has escaped translation."""

import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tests.reviews.public.unmarked import in_code, in_template

TEMPLATES = ROOT / "templates"
NEEDS = re.compile(r'{%\s*(?:include|extends)\s+"([^"]+)"')
# The API's documentation is one page, in English like the interface that it shows.
IN_ENGLISH = {"public/api.html"}
# Answers to programs, in English like the API.
FOR_PROGRAMS = {"oembed.py", "robots.py", "sitemap.py"}


def public_templates() -> list[Path]:
    """The pages that readers can meet, and all that they are made of."""
    pages = [*(TEMPLATES / "public").rglob("*.html"), TEMPLATES / "404.html", TEMPLATES / "500.html"]
    found = {str(page.relative_to(TEMPLATES)) for page in pages} - IN_ENGLISH
    waiting = list(found)
    while waiting:
        needed = set(NEEDS.findall((TEMPLATES / waiting.pop()).read_text(encoding="utf-8"))) - found
        found |= needed
        waiting += needed
    return sorted(TEMPLATES / name for name in found)


@pytest.mark.parametrize("path", public_templates(), ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_no_template_has_words_that_are_not_marked(path: Path) -> None:
    assert in_template(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in sorted([*(ROOT / "reviews" / "public").rglob("*.py"), ROOT / "reviews" / "labels.py"])
        if path.name not in FOR_PROGRAMS
    ],
    ids=lambda path: path.name,
)
def test_no_sentence_in_code_is_not_marked(path: Path) -> None:
    assert list(in_code(path.read_text(encoding="utf-8"))) == []


def test_the_check_finds_what_it_looks_for() -> None:
    assert in_template("<p>{% translate 'Yes' %} and no</p>") == ["and no"]
    assert in_template('<a title="Our own words" href="/sources/">{{ name }}</a>') == ["Our own words"]
    assert in_template("<p>{% blocktranslate %}Marked words{% endblocktranslate %} · {{ name }}</p>") == []
    assert list(in_code('x = "These words are for readers."\ny = gettext("And these are marked.")')) == [
        "These words are for readers."
    ]
