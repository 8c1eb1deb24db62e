from django.core.exceptions import BadRequest
from django.http import HttpRequest

LARGEST = 2**31 - 1


def posted_number(request: HttpRequest, name: str) -> int:
    """A whole number that the page itself put into its form; without it the request is malformed (400)."""
    text = request.POST.get(name, "")
    if not (text.isascii() and text.isdigit() and int(text[:11]) <= LARGEST):
        raise BadRequest(f"The form's field “{name}” is not a number. Reload the page.")
    return int(text)
