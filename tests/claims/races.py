"""Work done at the same moment over several database connections."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from django.db import connections

from claims.errors import ClaimsError


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """Runs all, in threads that begin together, each on a connection of its own; a refusal is a result."""
    gate = Barrier(len(works))

    def run(work: Callable[[], Any]) -> Any:
        try:
            connections["default"].ensure_connection()
            gate.wait(timeout=10)
            return work()
        except ClaimsError as refused:
            return refused
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(run, works))
