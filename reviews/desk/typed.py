"""What somebody typed into a form that was not taken: shown to them, so that nothing is lost."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

MACHINERY = {"csrfmiddlewaretoken", "version", "lease_number", "row", "scope"}
"""What a form sends besides what somebody typed."""
COUNTS = ("_FORMS",)
SECRET = "password"  # noqa: S105 a word in the names of fields that are never shown again


def typed_in(request: HttpRequest) -> dict[str, str]:
    """Text by the name of its field. Passwords are left out."""
    return {
        name.replace("-", " ").replace("_", " "): request.POST.get(name, "")
        for name in request.POST
        if request.POST.get(name, "").strip()
        and name not in MACHINERY
        and not name.endswith(COUNTS)
        and SECRET not in name.lower()
    }


def signed_out_page(request: HttpRequest, sign_in: str) -> HttpResponse | None:
    """The page for somebody whose session ended while they wrote; None where they had written nothing."""
    typed = typed_in(request)
    if not typed or not request.accepts("text/html"):
        return None
    return render(request, "desk/signed_out.html", {"typed": typed, "sign_in": sign_in}, status=401)
