"""What a reader sees of a page: its words, one blank apart."""

import re
from html import unescape

from django.test import Client


def text_of(client: Client, address: str) -> str:
    """The words of the page's main part. Tags that end a word's box are blanks, inline ones are nothing."""
    page = client.get(address).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    without_inline = re.sub(r"</?(?:bdi|a|strong|em|mark|time|sup)\b[^>]*>", "", main)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", without_inline)).split())
