"""Fields of the workspace's other steps that were half typed when a button led to the page anew: they come back on it.

They are no part of the draft, as nothing is asked, waited for or answered until its own button says so. The script
saves without leaving the page; for a browser without it the session holds them, once, until the page is shown.
"""

import re
from collections.abc import Mapping

from reviews.desk.access import StaffRequest
from reviews.models import Review

FIELDS = re.compile(r"wait_for|wait_until|reason|contact-\w+|answer-\d+-\w+|withdraw-\d+|done-\d+")
"""Of letting it wait, skipping it, asking for a reply, its answer, withdrawing it, and answering a comment."""


def remember(request: StaffRequest, review: Review, *, done: str = "") -> None:
    """For the page that comes next. `done`: the field of the step that was taken just now, or with a hyphen at its end
    what all of its fields begin with."""
    typed = {name: text for name, text in request.POST.items() if FIELDS.fullmatch(name) and str(text).strip()}
    left = {name: text for name, text in typed.items() if not _is_of(name, done)}
    if left:
        request.session[_key(review)] = left


def half_typed(request: StaffRequest, review: Review) -> Mapping[str, str]:
    """Texts by the names of their fields: of a form that was refused what it sent, else what `remember` kept."""
    if request.method == "POST":
        return {name: str(text) for name, text in request.POST.items()}
    kept: dict[str, str] = request.session.pop(_key(review), {}) if request.method == "GET" else {}
    return kept


def _is_of(name: str, done: str) -> bool:
    return name == done or (done.endswith("-") and name.startswith(done))


def _key(review: Review) -> str:
    return f"half_typed_{review.pk}"
