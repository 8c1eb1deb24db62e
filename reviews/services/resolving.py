"""What an approver says where the second verdict differs from the one that is approved."""

from django.contrib.auth.models import User

from reviews.errors import DifferenceUnresolved
from reviews.models import Resolution, Verdict
from reviews.second_opinions import differences, opened_second
from reviews.services.identities import refuse_revealing


def resolve_difference(*, verdict: Verdict, by: User, how: str) -> Resolution | None:
    """Records `how`, None where the two agree or there is no second. Raises DifferenceUnresolved without words.

    Part of the approval: its review is locked, and its transaction decides.
    """
    second = opened_second(verdict.review)
    if second is None:
        return None
    differing = differences(verdict, second)
    if not differing:
        return None
    if not how.strip():
        told = "; ".join(f"{row.what}: {row.first} and {row.second}" for row in differing)
        raise DifferenceUnresolved(f"The two verdicts differ ({told}). Say how that was resolved, or request changes.")
    refuse_revealing(verdict.review, how_it_was_resolved=how)
    return Resolution.objects.create(opinion=second.opinion, verdict=verdict, resolved_by=by, how=how.strip())
