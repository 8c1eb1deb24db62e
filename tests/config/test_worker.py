"""A real worker on the embedded broker."""

from collections.abc import Callable

from celery import current_app

from tests.fixtures.workers import Worker


def test_a_worker_takes_a_message_and_answers(start_worker: Callable[..., Worker]) -> None:
    start_worker()
    assert current_app.control.ping(timeout=30, limit=1)
