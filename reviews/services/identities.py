"""Protected sources: the public reads why somebody is not named, and who they are stands in one table alone.

Nothing here puts the identity into an event, a message or a search; each look at it is logged with its purpose.
"""

from collections.abc import Iterator

from django.contrib.auth.models import User
from django.db import transaction

from claims.enums import SourceKind
from claims.models import Source
from reviews.drafting import DraftBody
from reviews.enums import EventKind, Stage
from reviews.errors import IdentityRefused
from reviews.models import ProtectedIdentity, ProtectedSource, Review
from reviews.models.protected import UNNAMED
from reviews.permissions import Action, require
from reviews.revealing import reveals
from reviews.services.events import record_event
from reviews.services.steps import lock
from reviews.services.wording import required_text

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@transaction.atomic
def protect_source(
    *, review: Review, by: User, name: str, description: str, because: str, details: str = ""
) -> ProtectedSource:
    """Record who a source is, apart from everything else, and what the public is told instead.

    Raises NotAllowed where it is not `by`'s work, IdentityRefused where the public words would give the name away.
    """
    locked = lock(review)
    require(by, Action.PROTECT, locked)
    if locked.stage == Stage.CLOSED:
        raise IdentityRefused("This review is closed: nothing is added to it.")
    name = required_text(name, "Say who it is.")
    because = required_text(because, "Say why the identity is protected: the public page shows it.")
    refuse_revealing(locked, description=description, reason=because)
    if reveals(name, description) or reveals(name, because):
        raise IdentityRefused("The description or the reason contains the name, and both become public: reword them.")
    used = locked.protected_sources.count()
    if used == len(LETTERS):
        raise IdentityRefused(f"A review has at most {len(LETTERS)} protected sources.")
    Source.objects.get_or_create(name=UNNAMED, defaults={"kind": SourceKind.OTHER})
    protected = ProtectedSource.objects.create(
        review=locked, letter=LETTERS[used], description=description.strip(), because=because, added_by=by
    )
    ProtectedIdentity.objects.create(protected=protected, name=name, details=details.strip())
    record_event(review=locked, kind=EventKind.IDENTITY_PROTECTED, actor=by, payload={"protected": protected.letter})
    return protected


@transaction.atomic
def look_at_identity(*, protected: ProtectedSource, by: User, purpose: str) -> ProtectedIdentity:
    """Who it is. The log says who looked, and what for; the answer must go no further than their screen."""
    locked = lock(protected.review)
    require(by, Action.SEE_IDENTITY, locked)
    identity = ProtectedIdentity.objects.get(pk=protected.pk)
    why = required_text(purpose, "Say what you need to know it for.")
    refuse_revealing(locked, purpose=why)
    record_event(
        review=locked,
        kind=EventKind.IDENTITY_SEEN,
        actor=by,
        payload={"protected": protected.letter, "reason": why},
    )
    return identity


def revealing_fields(review: Review, body: DraftBody) -> dict[str, str]:
    """Fields of the verdict in which the name of a protected source of this review stands; the name is not said."""
    names = _names(review)
    says = "This gives away a protected source: leave the name out."
    return {field: says for field, text in _public(body) if any(reveals(name, text) for name in names)}


def refuse_revealing(*reviews: Review, **texts: str) -> None:
    """Raises IdentityRefused, which names the field and not the name, where a text holds one of a protected source.

    For what becomes public or goes into the log, which forgets nothing: after the rights are checked, before anything
    is written. `texts`: the field in words, with underscores, to what was written there. One query, none without texts.
    """
    if not any(texts.values()):
        return
    names = _names(*reviews)
    for field, text in texts.items():
        if any(reveals(name, text) for name in names):
            label = field.replace("_", " ").capitalize()
            raise IdentityRefused(f"“{label}” gives away a protected source: leave the name out.")


def _names(*reviews: Review) -> list[str]:
    return list(ProtectedIdentity.objects.filter(protected__review__in=reviews).values_list("name", flat=True))


def _public(body: DraftBody) -> Iterator[tuple[str, str]]:
    for field in ("headline", "summary", "explanation", "origins_exception", "contact_exception"):
        yield field, getattr(body, field)
    for claim, finding in body.findings.items():
        yield f"findings-{claim}", finding.note
    for row, item in enumerate(body.evidence):
        for field in ("title", "address", "excerpt", "excerpt_translation", "withheld_because"):
            yield f"evidence-{row}-{field}", getattr(item, field)
