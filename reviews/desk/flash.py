"""Services' refusals said to the person on the next page."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator

from reviews.errors import LimitReached, ReviewsError


@contextmanager
def refusals_shown(request: HttpRequest) -> Iterator[None]:
    """A domain refusal inside changes nothing and becomes a message; anything else stays an error."""
    try:
        yield
    except ReviewsError as refusal:
        messages.error(request, in_words(refusal))


def in_words(refusal: ReviewsError) -> str:
    """The refusal; where it names work in hand, with links to it."""
    if not isinstance(refusal, LimitReached):
        return str(refusal)
    links = ((reverse("desk:review", args=[work.pk]), Truncator(str(work)).words(8)) for work in refusal.open_work)
    return format_html("{} {}", str(refusal), format_html_join(", ", '<a href="{}">{}</a>', links))
