"""A person words a claim: edits one that extraction proposed, or writes one from a selected passage."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import Enum
from typing import Any, Literal

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from claims.enums import ClaimKind, DateOrigin
from claims.errors import ClaimChanged, ClaimInvalid
from claims.figures import FigureInput, claim_fingerprint
from claims.models import Article, Claim, Figure, Speaker, Topic
from claims.selectors import current_text
from claims.services.anchors import place_anchors
from claims.services.history import because
from claims.services.locks import lock_article, lock_claim, refuse_frozen


class Unset(Enum):
    UNSET = "unset"


UNSET: Literal[Unset.UNSET] = Unset.UNSET
"""“Leave it as it is”, where None means “nobody”."""


@transaction.atomic
def write_claim(
    *,
    article: Article,
    start: int,
    end: int,
    wording: str,
    by: User,
    kind: str = ClaimKind.STATUS,
    speaker: Speaker | None = None,
    via: Speaker | None = None,
    figures: Iterable[FigureInput] = (),
    topics: Iterable[Topic] = (),
    stated_on: str = "",
    dates: Iterable[str] = (),
) -> Claim:
    """A proposed claim from the passage [start, end) of the article's current text (ClaimInvalid)."""
    article = lock_article(article)
    text = current_text(article)
    if text is None:
        raise ClaimInvalid(f"“{article}” has no text to take a passage from.")
    if not 0 <= start < end <= len(text.text) or not text.text[start:end].strip():
        raise ClaimInvalid(f"The passage {start} to {end} is not inside the text of {len(text.text):,} characters.")
    figures = tuple(figures)
    claim = Claim(
        article=article,
        wording=wording,
        kind=kind,
        speaker=speaker,
        via=via,
        language=article.language,
        stated_on=stated_on,
        stated_origin=DateOrigin.ENTERED if stated_on else "",
        dates=list(dates),
        reasons=["chosen by an editor"],
        created_by=by,
        touched_at=timezone.now(),
    )
    with because("written by hand", by):
        _save_worded(claim, figures)
        claim.topics.set(topics)
        place_anchors(article_text=text, places=[(claim, start, end)])
    return claim


@transaction.atomic
def edit_claim(
    *,
    claim: Claim,
    by: User,
    wording: str | None = None,
    kind: str | None = None,
    speaker: Speaker | Unset | None = UNSET,
    via: Speaker | Unset | None = UNSET,
    topics: Iterable[Topic] | None = None,
    places: Sequence[str] | None = None,
    figures: Iterable[FigureInput] | None = None,
    stated_on: str | None = None,
    dates: Sequence[str] | None = None,
    treatment: str | None = None,
    read_at: datetime | Unset | None = UNSET,
) -> Claim:
    """Changes what is given and leaves the rest. Figures and topics replace the former ones.

    `read_at` is the claim's `touched_at` when the form was shown: where somebody worked on it since, ClaimChanged.
    """
    claim = lock_claim(claim)
    refuse_frozen(claim)
    if read_at is not UNSET and read_at != claim.touched_at:
        raise ClaimChanged(f"“{claim.wording}” was changed meanwhile: reload the page and look at it again.")
    given = {
        "wording": wording,
        "kind": kind,
        "places": None if places is None else list(places),
        "dates": None if dates is None else list(dates),
        "treatment": treatment,
        "stated_on": stated_on,
        "stated_origin": None if stated_on is None else (DateOrigin.ENTERED if stated_on else ""),
    }
    changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    changes |= {name: value for name, value in (("speaker", speaker), ("via", via)) if value is not UNSET}
    for name, value in changes.items():
        setattr(claim, name, value)
    claim.touched_at = timezone.now()
    with because("edited", by):
        _save_worded(claim, None if figures is None else tuple(figures))
        if topics is not None:
            claim.topics.set(topics)
    return claim


def figure_inputs(claim: Claim) -> tuple[FigureInput, ...]:
    """The claim's figures as they could be entered again."""
    names = FigureInput.__dataclass_fields__
    return tuple(FigureInput(**{name: getattr(figure, name) for name in names}) for figure in claim.figures.all())


def figure_rows(claim: Claim, figures: Iterable[FigureInput]) -> list[Figure]:
    """Unsaved rows, each checked (ValidationError)."""
    names = FigureInput.__dataclass_fields__
    rows = [Figure(claim=claim, **{name: getattr(figure, name) for name in names}) for figure in figures]
    for row in rows:
        row.full_clean(exclude=["claim"], validate_constraints=False)
    return rows


def replace_figures(claim: Claim, figures: Iterable[FigureInput]) -> None:
    """The rows are the claim's own detail: a new set takes the place of the old one."""
    rows = figure_rows(claim, figures)
    claim.figures.all().delete()
    Figure.objects.bulk_create(rows)


def _save_worded(claim: Claim, figures: tuple[FigureInput, ...] | None) -> None:
    """Saves the claim under the fingerprint of its wording and figures (ClaimInvalid)."""
    claim.wording = " ".join(claim.wording.split())
    known = figures if figures is not None else figure_inputs(claim)
    claim.fingerprint = claim_fingerprint(claim.wording, known)
    twin = Claim.objects.filter(article=claim.article, fingerprint=claim.fingerprint).exclude(pk=claim.pk).first()
    if twin is not None:
        raise ClaimInvalid(
            f"The article has this claim already, {twin.get_status_display().lower()}: “{twin.wording}”."
        )
    try:
        claim.full_clean(validate_unique=False, validate_constraints=False)
        claim.save()
        if figures is not None:
            replace_figures(claim, figures)
    except ValidationError as error:
        raise ClaimInvalid(_sentences(error)) from error


def _sentences(error: ValidationError) -> str:
    return " ".join(
        f"{field.replace('_', ' ').capitalize()}: {' '.join(said)}" for field, said in error.message_dict.items()
    )
