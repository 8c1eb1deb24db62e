"""What a browser sends from the two public forms."""

from typing import Any

from django.conf import settings
from django.test import Client

from reviews.models import Publication

STATEMENT = {"statement": "The harbour handled two million containers last year."}
DISPUTE = {
    "objection": "The page says 124 bridges were closed.",
    "grounds": "The register of December lists 131 of them.",
    "sender": "reader",
}


def from_our_page(path: str) -> dict[str, str]:
    """The headers of a form that was opened on our own site."""
    origin = settings.SITE_URL
    return {"Origin": origin, "Referer": f"{origin}{path}", "Sec-Fetch-Site": "same-origin"}


def dispute_path(publication: Publication) -> str:
    return f"/claims/{publication.claim_id}/dispute/"


def send(client: Client, path: str, values: dict[str, Any], *, network: str = "127.0.0.1") -> Any:
    return client.post(path, values, headers=from_our_page(path), REMOTE_ADDR=network)
