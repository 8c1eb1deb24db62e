"""Days as tests count them: asked when a test runs, since a run may pass midnight."""

from datetime import date, timedelta

from django.utils.timezone import localdate


def day(offset: int = 0) -> date:
    """So many days from today in the newsroom's zone; before it, where negative."""
    return localdate() + timedelta(days=offset)
