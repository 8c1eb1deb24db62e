"""How many claims one reviewer may have in hand. Counted under the lock of the reviewer's row, so that two takings at
once do not both see the last free place."""

from django.conf import settings
from django.contrib.auth.models import User

from reviews.errors import LimitReached
from reviews.models import Review
from reviews.selectors import work_in_hand


def lock_reviewer(reviewer: User) -> None:
    """Until the transaction ends. The first lock of all; NO KEY: foreign keys to the reviewer do not wait for it."""
    User.objects.select_for_update(no_key=True).only("pk").get(pk=reviewer.pk)


def room_left(reviewer: User) -> int | None:
    """How many more claims the reviewer may take; None without a limit. Work that waits for an answer is not counted:
    nobody can go on with it, and five slow ministries must not end a reviewer's day."""
    limit = int(settings.CLAIMDESK_OPEN_WORK_LIMIT)
    return max(0, limit - work_in_hand(reviewer).count()) if limit else None


def require_room(reviewer: User) -> None:
    """Raises LimitReached, which names the work in hand. The reviewer's row is locked."""
    if room_left(reviewer) == 0:
        raise limit_reached(reviewer)


def limit_reached(reviewer: User) -> LimitReached:
    work, limit = list(work_in_hand(reviewer)), settings.CLAIMDESK_OPEN_WORK_LIMIT
    return LimitReached(
        f"You have {len(work)} open claims, and {limit} is the most that one person takes. "
        "Submit one, give one back, or let one wait for an answer until a date.",
        open_work=work,
    )


def over_the_limit(review: Review) -> str:
    """What an editor is told who assigns beyond the limit; empty where it is not reached."""
    limit, assignee = int(settings.CLAIMDESK_OPEN_WORK_LIMIT), review.assignee
    count = work_in_hand(assignee).count() if assignee and limit else 0
    return f"{assignee} now has {count} open claims, more than the {limit} that reviewers may take." * (count > limit)
