"""What the reviews room refuses. Each message says what was wrong and what to do; nothing was changed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied

from reviews.enums import NothingReason


class ReviewsError(Exception):
    """Base of this room's refusals."""


class NotAllowed(ReviewsError, PermissionDenied):
    """The user's role does not give this right; uncaught, it is a 403."""


class TransitionRefused(ReviewsError):
    """The review's stage does not allow this step."""


class HeldByAnother(TransitionRefused):
    """The review is somebody else's: assigned to them, or leased until `until`."""

    def __init__(self, message: str, *, until: datetime | None = None) -> None:
        self.until = until
        super().__init__(message)


class LeaseLost(ReviewsError):
    """The lease ended or went to somebody else; the late answer is refused.

    `draft` is the author's Draft in which the text was kept, None where there was no text to keep.
    """

    def __init__(self, message: str, *, draft: Any = None) -> None:
        self.draft = draft
        super().__init__(message)


class DraftConflict(ReviewsError):
    """The draft was saved elsewhere meanwhile; `draft` holds the stored one, None where there is none yet."""

    def __init__(self, message: str, *, draft: Any = None) -> None:
        self.draft = draft
        super().__init__(message)


class DraftUnreadable(ReviewsError):
    """What was sent is not the content of a verdict form."""


class VerdictIncomplete(ReviewsError):
    """A verdict lacks something that it must have; `problems` names each field and what to do."""

    def __init__(self, problems: dict[str, str]) -> None:
        self.problems = problems
        super().__init__(" ".join(problems.values()))


class FourEyesRefused(ReviewsError):
    """Nobody approves a verdict that they wrote or whose draft they saved."""


class PageChanged(ReviewsError):
    """The page that was approved is not the page that would be published now."""


class HeldBack(ReviewsError):
    """A hold forbids publishing."""


class ChangeUnexplained(ReviewsError):
    """A new verdict takes the place of a published one, and readers are not told what changed."""


class CorrectionRefused(ReviewsError):
    """The dates of a correction can't be right."""


class NothingToTake(ReviewsError):
    """No claim can be taken now; `reason` tells why."""

    def __init__(self, message: str, *, reason: NothingReason) -> None:
        self.reason = reason
        super().__init__(message)


class LimitReached(NothingToTake):
    """The reviewer has as much in hand as one person may; `open_work` are those reviews, for links to them."""

    def __init__(self, message: str, *, open_work: Sequence[Any]) -> None:
        self.open_work = open_work
        super().__init__(message, reason=NothingReason.LIMIT)


class Sealed(ReviewsError):
    """A blind second verdict is awaited: nobody judges before both are in."""


class DifferenceUnresolved(ReviewsError):
    """The second verdict differs, and the approver has not said how that was resolved."""


class CommentRefused(ReviewsError):
    """A comment, or an answer to one, can't be made like this."""


class SourceNotProposed(ReviewsError):
    """The name cannot become a source on record, or the proposal cannot be confirmed."""


class ReasonMissing(ReviewsError):
    """The step needs a reason in words."""


class ScaleInvalid(ReviewsError):
    """The entered revision of the rating scale lacks or repeats something."""


class ContactRefused(ReviewsError):
    """An attempt to get a reply, or an answer, can't be recorded like this."""


class InterestRefused(ReviewsError):
    """An interest can't be declared or ended like this."""


class Recused(ReviewsError):
    """Somebody declared an interest in what the claim is about; `interest` is its id."""

    def __init__(self, message: str, *, interest: int) -> None:
        self.interest = interest
        super().__init__(message)


class IdentityRefused(ReviewsError):
    """A protected identity can't be recorded or looked at like this."""


class TooManyAtOnce(ReviewsError):
    """More came through the public forms than they take; `retry_after` is in seconds."""

    def __init__(self, message: str, *, retry_after: int) -> None:
        self.retry_after = retry_after
        super().__init__(message)
