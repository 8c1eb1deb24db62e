"""Rows for tests, made the way the product makes them: through the services."""

from itertools import count
from typing import Any

from django.contrib.auth.models import Group, User

from claims.enums import ClaimStatus, DismissalReason, SourceKind, Treatment
from claims.models import Article, Claim, Source
from claims.selectors import current_text
from claims.services.ingest import ingest_text
from claims.services.triage import (
    accept_claims,
    dismiss_claim,
    mark_ambiguous,
    mark_sighting,
    set_aside_claims,
    write_claim,
)

PASSWORD = "correct-horse-battery"
GROUPS = {"reviewer": "Reviewers", "editor": "Editors", "administrator": "Administrators"}

QUOTE = "More than 120 bridges were closed in 2021"
TEXT = f"""Ministry counts closed bridges

{QUOTE}, the transport ministry said on Monday. Repairs cost 3.5 million euros.

With reporting by Reuters and AFP
"""

_numbers = count(1)


def make_user(role: str | None = "editor", username: str = "", **values: Any) -> User:
    """`role`: reviewer, editor, administrator, superuser, or None for somebody without rights."""
    username = username or f"{role or 'nobody'}-{next(_numbers)}"
    if role == "superuser":
        return User.objects.create_superuser(username, password=PASSWORD, **values)
    user = User.objects.create_user(username, password=PASSWORD, is_staff=role is not None, **values)
    if role is not None:
        user.groups.add(Group.objects.get(name=GROUPS[role]))
    return user


def make_source(name: str = "", **values: Any) -> Source:
    return Source.objects.create(name=name or f"Gazette {next(_numbers)}", kind=SourceKind.NEWSPAPER, **values)


def make_article(text: str = "", source: Source | None = None, **values: Any) -> Article:
    """Brought in as pasted text; each call makes another article unless `text` or `address` is repeated."""
    text = text or f"{TEXT}\nNote {next(_numbers)}."
    return ingest_text(text=text, source=source or make_source(), **values).article


def make_claim(
    article: Article | None = None,
    *,
    quote: str = "",
    wording: str = "",
    status: str = ClaimStatus.PROPOSED,
    by: User | None = None,
    canonical: Claim | None = None,
    **values: Any,
) -> Claim:
    """Written by hand from a passage of the article (its first line of running text unless `quote` says which)."""
    by = by or make_user()
    article = article or make_article()
    text = current_text(article)
    assert text is not None
    quote = quote or (QUOTE if QUOTE in text.text else text.text.split("\n")[0])
    start = text.text.index(quote)
    claim = write_claim(
        article=article,
        start=start,
        end=start + len(quote),
        wording=wording or f"{quote} ({next(_numbers)})",
        by=by,
        **values,
    )
    match status:
        case ClaimStatus.ACCEPTED:
            [claim] = accept_claims(claims=[claim], by=by)
        case ClaimStatus.SET_ASIDE:
            [claim] = set_aside_claims(claims=[claim], by=by)
        case ClaimStatus.DISMISSED:
            claim = dismiss_claim(claim=claim, reason=DismissalReason.OPINION, by=by)
        case ClaimStatus.AMBIGUOUS:
            claim = mark_ambiguous(claim=claim, readings=["One reading.", "Another reading."], by=by)
        case ClaimStatus.DUPLICATE:
            canonical = canonical or make_claim(by=by)
            claim = mark_sighting(claim=claim, canonical=canonical, treatment=Treatment.ASSERTS, by=by)
    return claim
