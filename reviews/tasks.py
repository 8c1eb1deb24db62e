"""Doors for the worker: each does what is due, and a second time changes nothing."""

from celery import shared_task

from reviews.services.intake import pull_accepted_claims


@shared_task
def pull_claims() -> int:
    """The sweep: takes in accepted claims that nobody pulled. Returns how many."""
    return pull_accepted_claims()
