"""What the commands' options are made of."""

from argparse import ArgumentTypeError
from datetime import date


def day(written: str) -> date:
    """Raises ArgumentTypeError where it is no day of the calendar."""
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise ArgumentTypeError(f"{written!r} is no day: write year, month and day, such as 2019-09-09") from error
