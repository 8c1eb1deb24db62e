"""How a reader passes a verdict on: plain links, which tell nobody anything until somebody opens one. Pure."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django.utils.translation import gettext


@dataclass(frozen=True, slots=True)
class ShareLink:
    name: str
    href: str


def share_links(title: str, address: str) -> list[ShareLink]:
    """By mail, and into each network by its own composing page. The title must not hold the rating: it may change."""
    both = f"{title} {address}"
    return [
        ShareLink(gettext("E-mail"), f"mailto:?{urlencode({'subject': title, 'body': address}, quote_via=quote)}"),
        # The text stands behind the “#”: it goes to the reader's own server and to no other.
        ShareLink("Mastodon", f"https://share.joinmastodon.org/#text={quote(both, safe='')}"),
        ShareLink("Bluesky", f"https://bsky.app/intent/compose?{urlencode({'text': both}, quote_via=quote)}"),
        ShareLink("Facebook", f"https://www.facebook.com/sharer/sharer.php?{urlencode({'u': address})}"),
        ShareLink("X", f"https://x.com/intent/post?{urlencode({'text': title, 'url': address}, quote_via=quote)}"),
    ]
