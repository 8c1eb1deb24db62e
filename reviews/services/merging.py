"""Merging: the same statement was taken in twice. One page, one review; the other's address leads there."""

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.timezone import localdate, localtime

from claims.services.merging import merge_claims
from reviews.disputes import open_disputes
from reviews.enums import CloseReason, CorrectionKind, EventKind, Stage
from reviews.errors import TransitionRefused
from reviews.models import Correction, Merge, Publication, Review
from reviews.permissions import Action, require
from reviews.selectors import published
from reviews.services.approval import refuse_held
from reviews.services.events import record_event
from reviews.services.identities import refuse_revealing
from reviews.services.steps import NO_LEASE, NO_WAIT, database_now, lock, move
from reviews.services.wording import required_text
from reviews.workflow import Step


@transaction.atomic
def merge_review(*, review: Review, into: Review, treatment: str, reason: str, by: User) -> Merge:
    """Close `review` as merged into `into`; its claim becomes a sighting there, treated as `treatment` says.

    Its page ends, keeps its address and leads to the other. Merging the same two again returns the first merge.
    Raises TransitionRefused, HeldBack, FourEyesRefused (saved a draft of either), Recused, NotAllowed.
    """
    if review.pk == into.pk:
        raise TransitionRefused("A claim is not merged into itself: choose the one that it repeats.")
    # In the order of ids, so that two merges in opposite directions can't deadlock.
    locked = {item.pk: lock(item) for item in sorted((review, into), key=lambda item: item.pk)}
    loser, winner = locked[review.pk], locked[into.pk]
    for each in (loser, winner):
        require(by, Action.MERGE, each)
    done = Merge.objects.filter(loser=loser).first()
    if done is not None and done.winner_id == winner.pk:
        return done
    _refuse_merged(done, winner)
    refuse_revealing(loser, winner, reason=reason)
    ended = _page_to_end(loser, winner)
    if ended is not None:
        _end(ended)
    merge = Merge.objects.create(
        loser=loser,
        winner=winner,
        ended=ended,
        reason=required_text(reason, "Say why the two claims say the same."),
        merged_by=by,
        merged_at=database_now(),
    )
    merge_claims(claim=loser.claim, into=winner.claim, treatment=treatment, by=by)
    _tell_readers(merge, by)
    _log(merge, loser, winner, by)
    return merge


def _refuse_merged(done: Merge | None, winner: Review) -> None:
    if done is not None:
        day = localtime(done.merged_at)
        raise TransitionRefused(f"This claim was merged already, on {day:%d %B %Y}, into another one.")
    onward = Merge.objects.filter(loser=winner).select_related("winner__claim").first()
    if onward is not None:
        raise TransitionRefused(
            f"“{winner.claim}” was itself merged into “{onward.winner.claim}”: merge into that one instead."
        )


def _page_to_end(loser: Review, winner: Review) -> Publication | None:
    """The page whose readers will be led to the other; None for a claim without one. Refuses what is unsettled."""
    page = _settled_page(winner)
    if not loser.publications.exists():
        if winner.stage == Stage.CLOSED and page is None:
            raise TransitionRefused(f"“{winner.claim}” is closed without a page: choose a claim that is being checked.")
        return None
    ended = _settled_page(loser)
    if ended is None:
        raise TransitionRefused(f"“{loser.claim}” has no page that is public now: there is nothing to merge.")
    if loser.stage != Stage.APPROVED:
        raise TransitionRefused(
            f"“{loser.claim}” is {loser.get_stage_display().lower()}: cancel its reopening, or wait for its end."
        )
    if page is None:
        raise TransitionRefused(f"“{winner.claim}” has no public page to which readers could be led: publish it first.")
    if open_disputes().filter(publication__review=loser).exists():
        raise TransitionRefused(f"A dispute of “{loser.claim}” is open: decide it first.")
    return ended


def _settled_page(review: Review) -> Publication | None:
    """The page that is public now. Raises HeldBack, TransitionRefused where what is public may not stay so."""
    page = published(include_suspended=True).filter(review=review).first()
    if page is None and review.publications.filter(valid_until=None).exists():
        raise TransitionRefused(f"The page of “{review.claim}” is still to come: wait for it, or reopen its review.")
    if page is None:
        return None
    refuse_held(review)
    if page.suspended_at is not None:
        raise TransitionRefused(f"“{review.claim}” is under re-examination: lift the suspension or retract it first.")
    if not page.payload:
        raise TransitionRefused(f"The text of “{review.claim}” is withheld: its address keeps that notice.")
    if page.valid_until is not None:
        raise TransitionRefused(f"Another page of “{review.claim}” is to follow at a set time: wait for it.")
    return page


def _end(page: Publication) -> None:
    page.valid_until = page.changed_at = database_now()
    page.save(update_fields=["valid_until", "changed_at"])


def _tell_readers(merge: Merge, by: User) -> None:
    """In the public record: a clarification, or a substantive correction where the two pages had other labels.

    Without the words and the label of the page that stands: what it says may have to go one day, and must not stay
    here. Its label is the ended page's own where both were the same.
    """
    if merge.ended is None:
        return
    page = published().get(review=merge.winner)
    same = merge.ended.label == page.label
    label = "" if same else f", with the verdict “{merge.ended.label}”"
    Correction.objects.create(
        publication=merge.ended,
        kind=CorrectionKind.CLARIFICATION if same else CorrectionKind.SUBSTANTIVE,
        was=f"This statement had a page of its own{label}.",
        now=f"It is checked together with the same statement, on the page of claim {page.claim_id}.",
        cause=merge.reason,
        fixed_on=localdate(merge.merged_at),
        made_by=by,
    )


def _log(merge: Merge, loser: Review, winner: Review, by: User) -> None:
    told = {"merge": merge.pk, "reason": merge.reason, "ended": merge.ended_id}
    move(
        loser,
        Step.CLOSE,
        actor=by,
        event=EventKind.MERGED,
        payload=told | {"into": str(winner.uuid)},
        close_reason=CloseReason.MERGED,
        close_note=merge.reason,
        assignee=None,
        skipped_for_all_at=None,
        **NO_LEASE,
        **NO_WAIT,
    )
    record_event(review=winner, kind=EventKind.MERGED, actor=by, payload=told | {"from": str(loser.uuid)})
