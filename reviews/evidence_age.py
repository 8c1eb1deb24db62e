"""Evidence that is older than what it is to prove, pure. Dates are partial: only what is certainly older is older."""

from collections.abc import Iterable

from claims.partial_dates import earliest, latest
from reviews.enums import Question, Stance


def too_old_for(published_on: str, *, question: str, stance: str, dates: Iterable[str], stated_on: str) -> str:
    """The partial date of what the evidence is certainly older than, empty where it is not, or nobody can tell.

    On the substance that is the event: the first of its `dates`, as an earlier part of it may well be proved. On
    the attribution it is the day of the statement. Context may be as old as it likes.
    """
    last = latest(published_on)
    if last is None or stance == Stance.CONTEXT:
        return ""
    wanted = [stated_on] if question == Question.ATTRIBUTION else list(dates)
    begins = sorted((first, day) for day in wanted if (first := earliest(day)))
    return begins[0][1] if begins and last < begins[0][0] else ""
