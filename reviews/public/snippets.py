"""Where a search found its words: the rows of one page with these words marked, in HTML that is safe."""

from dataclasses import dataclass

from django.contrib.postgres.search import SearchHeadline
from django.db.models import F, Func, TextField, Value
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from reviews.filters import search_query
from reviews.models import Publication
from reviews.search_text import BLANKS, SEPARATORS

# Characters that mean nothing; they are taken out of the text before it is marked with them.
BEGIN, END = "\ue000", "\ue001"
_MARKS = BEGIN + END
_NO_MARKS = dict.fromkeys(map(ord, _MARKS))
_AS_SEARCHED = str.maketrans(SEPARATORS, BLANKS)


@dataclass(frozen=True, slots=True)
class Marked:
    """`wording` is empty unless the words stand there and in neither the headline nor the summary."""

    headline: SafeString
    summary: SafeString
    speaker: SafeString
    wording: SafeString


def mark_words(rows: list[Publication], words: str) -> None:
    """Gives each row its `marked`. One query, for these rows only: marking is dearer than finding."""
    columns = {name: _marked_column(name, words) for name in ("headline", "summary", "wording")}
    columns["speaker"] = _marked_column("speaker_name", words)
    aliases = {f"marked_{name}": column for name, column in columns.items()}
    found = Publication.objects.filter(pk__in=[row.pk for row in rows]).order_by().annotate(**aliases)
    texts = {pk: marked for pk, *marked in found.values_list("pk", *aliases)}
    for row in rows:
        own = (row.headline, row.summary, row.wording, row.speaker_name)
        row.marked = _marked(*map(as_written, texts[row.pk], own))  # type: ignore[attr-defined]


def _marked_column(name: str, words: str) -> SearchHeadline:
    # As the search vector is made: with the signs that end words as blanks. Our two characters, last, become nothing.
    signs = (Value(SEPARATORS + BEGIN + END), Value(BLANKS))
    clean = Func(F(name), *signs, function="translate", output_field=TextField())
    return SearchHeadline(
        clean, search_query(words), config="english", start_sel=BEGIN, stop_sel=END, highlight_all=True
    )


def as_written(marked: str, own: str) -> str:
    """The text's own characters, in place of the blanks that stand for some of them, with the marks between them."""
    written = own.translate(_NO_MARKS)
    if marked.translate(_NO_MARKS) != written.translate(_AS_SEARCHED):
        return marked
    letters = iter(written)
    return "".join(sign if sign in _MARKS else next(letters) for sign in marked)


def _marked(headline: str, summary: str, wording: str, speaker: str) -> Marked:
    elsewhere = BEGIN in headline or BEGIN in summary or BEGIN not in wording
    return Marked(
        headline=as_html(headline),
        summary=as_html(summary),
        speaker=as_html(speaker),
        wording=as_html("" if elsewhere else wording),
    )


def as_html(text: str) -> SafeString:
    """Escaped first: of everything in the text only our two characters become tags."""
    html = escape(text).replace(BEGIN, "<mark>").replace(END, "</mark>")
    return mark_safe(html)  # noqa: S308 escaped in the line before
