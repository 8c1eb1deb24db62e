"""Saving unfinished work: the only thing that may change, and the only thing that is never lost."""

from django.contrib.auth.models import User
from django.db import transaction

from reviews.drafting import DraftBody
from reviews.enums import EventKind
from reviews.errors import DraftConflict, LeaseLost, TransitionRefused
from reviews.models import Draft, Review
from reviews.permissions import Action, require
from reviews.services.events import record_event
from reviews.services.leases import LEASE, is_held, lost_message
from reviews.services.steps import database_now, lock


def save_draft(*, review: Review, author: User, body: DraftBody, version: int, lease_number: int) -> Draft:
    """Store the author's draft, renew the lease, and make the author the assignee. Returns it with its new version.

    `version` is that of the draft which the form was filled from, 0 for none. Raises DraftConflict for an old one,
    unless the same text is stored already: then an answer of ours was lost on its way, and nothing changes.
    Raises LeaseLost after a lost lease: the text is stored all the same, in the error's `draft`, but nobody's
    assignment or lease changes. Call it outside of a transaction of your own: the text is committed before the error.
    """
    require(author, Action.TAKE)
    body.refuse_nonsense()
    with transaction.atomic():
        locked = lock(review)
        held = is_held(locked, author, lease_number)
        if not held:
            _refuse_a_stranger(locked, author)
        known = Draft.objects.filter(review=locked, author=author).first()
        draft = _store(known, body, version) if known else _begin(locked, author, body, version)
        if held:
            _make_assignee(locked, author, first=known is None)
        message = "" if held else lost_message(locked, author)
    if not held:
        raise LeaseLost(f"{message} Your text is kept in your draft.", draft=draft)
    return draft


def _begin(review: Review, author: User, body: DraftBody, version: int) -> Draft:
    if version:
        raise DraftConflict(
            f"The draft that this page began with (version {version}) is gone: save again to keep this."
        )
    return Draft.objects.create(review=review, author=author, body=body.as_json())


def _store(draft: Draft, body: DraftBody, version: int) -> Draft:
    if version != draft.version:
        if draft.body == body.as_json():
            return draft
        raise DraftConflict(
            f"This draft was saved elsewhere meanwhile (version {draft.version}, yours began at {version}). "
            "Nothing was overwritten: compare the two and save again.",
            draft=draft,
        )
    draft.body, draft.version = body.as_json(), version + 1
    draft.save(update_fields=["body", "version", "updated_at"])
    return draft


def _make_assignee(review: Review, author: User, *, first: bool) -> None:
    review.assignee = author
    review.lease_until = database_now() + LEASE
    review.save(update_fields=["assignee", "lease_until"])
    if first:
        record_event(review=review, kind=EventKind.DRAFT_STARTED, actor=author)


def _refuse_a_stranger(review: Review, author: User) -> None:
    """Who never had the claim has no late answer: nothing is kept, and nobody bars themselves from approving."""
    if not review.events.filter(kind=EventKind.TAKEN, actor=author).exists():
        raise TransitionRefused(f"You have not taken “{review.claim}”: take it first, then write.")
