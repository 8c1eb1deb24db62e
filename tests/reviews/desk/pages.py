"""What a browser without scripts would send from the workspace: the form of the page, filled in."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from lxml import html

from reviews.models import Review


def address(name: str, review: Review | None = None) -> str:
    return reverse(f"desk:{name}", args=[review.pk] if review else [])


def form_values(page: HttpResponse | Any) -> dict[str, Any]:
    """Every named value of the verdict form, as a browser would post it."""
    # lxml keeps the line feed that opens a textarea; browsers drop it.
    form = html.fromstring(page.content.decode()).get_element_by_id("verdict")
    return {name: value.removeprefix("\n") for name, value in form.form_values()}


def open_form(client: Client, review: Review) -> dict[str, Any]:
    page = client.get(address("review", review))
    assert page.status_code == 200
    return form_values(page)


def text_of(page: HttpResponse | Any) -> str:
    """The words of a page, blanks evened out."""
    return " ".join(html.fromstring(page.content.decode()).text_content().split())
