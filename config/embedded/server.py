"""One server for all processes of a user and checkout: the first one starts it, the last one stops it."""

import atexit
import logging
import os
from pathlib import Path

from config.embedded import cluster, programs
from config.embedded.locks import Membership, exclusive
from config.embedded.paths import DataFolder, data_folder

logger = logging.getLogger(__name__)

_membership: Membership | None = None


def ensure_running() -> Path:
    """Joins the processes that use the server, starting it if it does not run; returns its socket's folder.

    Called at every connection, so it costs nothing once this process has joined.
    """
    data = data_folder()
    if not _has_joined():
        join(data)
    return data.socket


def join(data: DataFolder) -> None:
    """Starts or attaches, also when the server has been killed since this process joined."""
    global _membership
    with exclusive(data.start_lock):
        if not _has_joined():
            _membership = Membership(data.users_lock)
            atexit.register(leave)
        if programs.is_needed() and not data.postgres.exists():
            logger.warning(
                "Running as root: PostgreSQL runs as the user %r, with its data in %s. "
                "An ordinary user needs neither.", programs.USER, data.root,
            )  # fmt: skip
        cluster.start(data, durable=os.environ.get("CLAIMDESK_DURABLE", "").lower() not in ("false", "no", "off", "0"))


def leave() -> bool:
    """Gives this process's place up and stops the server if it was the last. True if it did stop it."""
    global _membership
    if _membership is None or not _has_joined():
        return False
    data = DataFolder(_membership.path.parent)
    if not data.root.exists():
        return False  # A test run has ended it for everybody.
    with exclusive(data.start_lock):
        membership, _membership = _membership, None
        if not membership.leave():
            return False
        cluster.stop(data)
    return True


def _has_joined() -> bool:
    # A forked child inherits the variable, not the place: it must join by itself.
    return _membership is not None and _membership.process == os.getpid()


def stop_for_everybody(data: DataFolder) -> None:
    """Stops the server whoever still uses it: for its owner, such as a test run with a folder of its own."""
    global _membership
    with exclusive(data.start_lock):
        cluster.stop(data)
        if _membership is not None and _has_joined():
            _membership.leave()
            _membership = None
