"""What the reviews room refuses. Each message says what was wrong and what to do; nothing was changed."""


class ReviewsError(Exception):
    """Base of this room's refusals."""


class TransitionRefused(ReviewsError):
    """The review's stage does not allow this step."""


class LeaseLost(ReviewsError):
    """The lease ended or went to somebody else; the late answer is refused, its text is kept for its author."""


class DraftConflict(ReviewsError):
    """The draft was saved elsewhere meanwhile; `draft` holds the stored one."""


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


class NothingToTake(ReviewsError):
    """No claim can be taken now; the message tells empty, held and filtered-out apart."""
