"""Files in: the content says whether it is HTML or plain text, not the name."""

from claims.errors import IngestRefused
from claims.ingest.decoding import decode
from claims.ingest.fetch import MOST_BYTES
from claims.ingest.html import Page, looks_like_html, read_page


def read_file(data: bytes) -> Page:
    """A plain text is a page without facts about itself. Raises IngestRefused, saying what is wrong with the file.

    One byte more than MOST_BYTES is enough to tell that a file is too large: callers need not read on.
    """
    if not data.strip():
        raise IngestRefused("The file is empty.")
    if len(data) > MOST_BYTES:
        raise IngestRefused(f"The file has more than {MOST_BYTES:,} bytes, which are the limit.")
    text = decode(data)
    if looks_like_html(text):
        return read_page(text)
    return Page(text=text, title="", byline="", published_on=None, site="", language="en")
