"""Publishing and what comes after it, in one place for entry points; each file beside this one holds one subject."""

from reviews.services.approval import approve_verdict, current_holds
from reviews.services.brake import lift_suspension, suspend_publication
from reviews.services.corrections import record_correction, retract_publication
from reviews.services.holds import lift_hold, place_hold
from reviews.services.reopening import cancel_reopening, reopen_review

__all__ = [
    "approve_verdict",
    "cancel_reopening",
    "current_holds",
    "lift_hold",
    "lift_suspension",
    "place_hold",
    "record_correction",
    "reopen_review",
    "retract_publication",
    "suspend_publication",
]
