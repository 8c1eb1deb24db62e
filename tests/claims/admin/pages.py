"""What a browser would send from an admin page."""

from html import unescape
from typing import Any

from django.db.models import Model
from django.test import Client
from django.urls import reverse
from lxml import html

PREFIXES = {"choose": "pick", "accept": "pick", "set-aside": "pick"}
"""Steps of an article that share the form of its list of claims."""


def address(row: Model, page: str = "change") -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{page}", args=[row.pk])


def take(client: Client, row: Model, step: str, **values: Any) -> Any:
    """Posts one step's form, as its button would."""
    article = row._meta.model_name == "article"
    prefix = PREFIXES.get(step, step) if article else step
    return client.post(address(row, step), {f"{prefix}-{name}": value for name, value in values.items()})


def text_of(response: Any) -> str:
    """The words of a page, blanks evened out."""
    return " ".join(html.fromstring(response.content.decode()).text_content().split())


def told(client: Client, response: Any) -> str:
    """What the messages say after a step: on the page it leads to, or on that which keeps what was typed."""
    assert response.status_code in {302, 422}, f"{response.status_code}: {text_of(response)[:2000]}"
    shown = client.get(response["Location"]) if response.status_code == 302 else response
    page = html.fromstring(shown.content.decode())
    return unescape(
        " ".join(item.text_content().strip() for item in page.xpath('//ul[contains(@class, "messages")]/li'))
    )
