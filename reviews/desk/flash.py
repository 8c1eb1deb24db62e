"""Services' refusals said to the person on the next page."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.http import HttpRequest

from reviews.errors import ReviewsError


@contextmanager
def refusals_shown(request: HttpRequest) -> Iterator[None]:
    """A domain refusal inside changes nothing and becomes a message; anything else stays an error."""
    try:
        yield
    except ReviewsError as refusal:
        messages.error(request, str(refusal))
