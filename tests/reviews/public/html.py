"""A small judge of HTML: what browsers forgive and screen readers do not."""

from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise

VOID = {"br", "hr", "img", "input", "link", "meta", "path", "circle"}
ENDS_PARAGRAPH = {"div", "p", "ul", "ol", "dl", "h1", "h2", "h3", "blockquote", "section", "form", "table", "pre"}
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
    return [*judge.complaints, *_as_a_whole(judge)]


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
