"""A judge of HTML: the standard's own parser, and what it forgives while screen readers do not.

`html5lib` names every error of syntax and nesting that the standard's parsing rules know. The rest is ours: what may
stand in what, identifiers, headings, names that point nowhere, attributes that the content policy forbids.
"""

from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise

import html5lib
from html5lib.constants import E

VOID = {"br", "hr", "img", "input", "link", "meta", "path", "circle"}
ENDS_PARAGRAPH = {"div", "p", "ul", "ol", "dl", "h1", "h2", "h3", "blockquote", "section", "form", "table", "pre"}
WORDS_ONLY = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "span",
    "bdi",
    "strong",
    "em",
    "mark",
    "time",
    "dt",
    "label",
    "button",
    "q",
    "sup",
}
"""Hold phrasing content alone."""
BLOCKS = ENDS_PARAGRAPH | {
    "h4",
    "article",
    "aside",
    "details",
    "dd",
    "dt",
    "figure",
    "footer",
    "header",
    "li",
    "main",
    "nav",
}
CHILDREN = {"ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd", "div"}, "tr": {"td", "th"}, "select": {"option", "optgroup"}}
NAMES_IDS = {"for", "aria-labelledby", "aria-describedby"}


class Judge(HTMLParser):
    """Feed it a page; `complaints` then says what is wrong, and where."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.complaints: list[str] = []
        self.open: list[str] = []
        self.ids: set[str] = set()
        self.named: list[str] = []
        self.headings: list[int] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self._complain(f"<{tag}> has an attribute twice")
        if tag in ENDS_PARAGRAPH and "p" in self.open:
            self._complain(f"<{tag}> inside of <p>")
        holder = self.open[-1] if self.open else ""
        if tag in BLOCKS and holder in WORDS_ONLY:
            self._complain(f"<{tag}> inside of <{holder}>")
        if tag not in CHILDREN.get(holder, {tag}):
            self._complain(f"<{tag}> as a child of <{holder}>")
        if tag == "a" and "a" in self.open:
            self._complain("a link inside of a link")
        for name, value in attrs:
            self._judge_attribute(tag, name, value or "")
        if tag in {"h1", "h2", "h3", "h4"}:
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self._complain(f"</{tag}> closes nothing")

    def _judge_attribute(self, tag: str, name: str, value: str) -> None:
        if name == "style" or name.startswith("on"):
            self._complain(f"<{tag}> has {name}, which the content policy forbids")
        if name == "id":
            if value in self.ids:
                self._complain(f"id {value} twice")
            self.ids.add(value)
        if name in NAMES_IDS:
            self.named += value.split()
        if name == "href" and tag == "a":
            self.addresses.append(value)
            if value.startswith("#"):
                self.named.append(value[1:])

    def _complain(self, what: str) -> None:
        line, column = self.getpos()
        self.complaints.append(f"{line}:{column}: {what}")


def complaints(page: str) -> list[str]:
    """What is wrong with a whole page; empty for a good one."""
    judge = judged(page)
    return [*judge.complaints, *_as_a_whole(judge), *errors_of_parsing(page)]


def errors_of_parsing(page: str) -> list[str]:
    """What the standard calls a parse error, with its line and column."""
    parser = html5lib.HTMLParser()
    parser.parse(page)
    return [f"{place[0]}:{place[1]}: {E[code] % values}" for place, code, values in parser.errors]


def judged(page: str) -> Judge:
    judge = Judge()
    judge.feed(page)
    judge.close()
    return judge


def _as_a_whole(judge: Judge) -> Iterator[str]:
    if judge.open:
        yield f"never closed: {judge.open}"
    yield from (f"nothing has the id {name}" for name in judge.named if name not in judge.ids)
    if judge.headings.count(1) != 1:
        yield f"{judge.headings.count(1)} headings of the first level"
    # A notice may stand above the page's own heading.
    levels = judge.headings[judge.headings.index(1) :] if 1 in judge.headings else []
    yield from (f"h{lower} follows h{upper}" for upper, lower in pairwise(levels) if lower > upper + 1)
