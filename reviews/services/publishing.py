"""Publishing and what comes after it, in one place for entry points; each file beside this one holds one subject."""

from reviews.services.approval import approve_verdict, current_holds
from reviews.services.brake import lift_suspension, suspend_publication
from reviews.services.corrections import record_correction, retract_publication
from reviews.services.full_stories import set_full_story
from reviews.services.holds import lift_hold, place_hold
from reviews.services.merging import merge_review
from reviews.services.minor_corrections import submit_minor_correction
from reviews.services.rechecks import confirm_still_right, plan_recheck
from reviews.services.reopening import cancel_reopening, reopen_review

__all__ = [
    "approve_verdict",
    "cancel_reopening",
    "confirm_still_right",
    "current_holds",
    "lift_hold",
    "lift_suspension",
    "merge_review",
    "place_hold",
    "plan_recheck",
    "record_correction",
    "reopen_review",
    "retract_publication",
    "set_full_story",
    "submit_minor_correction",
    "suspend_publication",
]
