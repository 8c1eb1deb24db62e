"""Several people at once, each on a real connection of their own."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import connections

Result = TypeVar("Result")


def at_once(actions: Sequence[Callable[[], Result]]) -> list[Result | Exception]:
    """Runs each action in a thread of its own, all let go at the same moment; its result, or what it raised."""
    start = threading.Barrier(len(actions))

    def run(action: Callable[[], Result]) -> Result | Exception:
        try:
            connections["default"].ensure_connection()
            start.wait(timeout=30)
            return action()
        except Exception as error:  # noqa: BLE001 the test looks at it
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=len(actions)) as pool:
        return list(pool.map(run, actions))
