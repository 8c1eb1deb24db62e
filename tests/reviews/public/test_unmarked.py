"""No word that readers see has escaped translation."""

from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tests.reviews.public.unmarked import in_code, in_template

TEMPLATES = ROOT / "templates"
# Staff's own pages are English; the API's documentation and its interface are one page in English.
NOT_FOR_READERS = {
    "403.html",
    "403_csrf.html",
    "base.html",
    "public/api.html",
    *(
        f"includes/{name}.html"
        for name in ("changed_texts", "contrasts", "disputes", "messages", "remark", "user_menu")
    ),
}
# Answers to programs, in English like the API; and a name that stands in an address.
FOR_PROGRAMS = {"oembed.py", "robots.py", "sitemap.py"}


def public_templates() -> list[Path]:
    found = [
        *TEMPLATES.glob("*.html"),
        *(TEMPLATES / "includes").glob("*.html"),
        *(TEMPLATES / "public").rglob("*.html"),
    ]
    return sorted(path for path in found if str(path.relative_to(TEMPLATES)) not in NOT_FOR_READERS)


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
