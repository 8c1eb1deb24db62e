"""One embedded PostgreSQL per test run, in a temporary folder, stopped and removed at the end (also on Ctrl-C).

What to ask for:
- `db` / `@pytest.mark.django_db`: the usual test database, rolled back after each test. Connections are made as the
  role `claimdesk`, which owns no table, exactly as in production.
- `committing_db`: a private copy of the migrated and seeded database where commits are real: for races between
  connections, worker processes and browsers. Never together with `db`.
- `live_site`: the whole site on a real port, on `committing_db`; its value is the address.
- `page`: a tab of a real Chromium; any console error or CSP refusal fails the test.
- `start_worker`: starts real Celery worker processes on `committing_db`.
"""

import atexit
import os
import shutil
import signal
import tempfile
from pathlib import Path
from types import FrameType

# Before Django's settings are loaded: what the developer's shell says must not reach the tests.
from config.env import SCHEME

IS_CONTROLLER = "PYTEST_XDIST_WORKER" not in os.environ
if IS_CONTROLLER:
    for name in SCHEME:
        os.environ.pop(name, None)
    folder = Path(tempfile.mkdtemp(prefix="claimdesk-tests-"))
    os.environ["CLAIMDESK_DATA"] = str(folder)
broker = Path(os.environ["CLAIMDESK_DATA"]) / f"broker-{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "config.settings",
    "CLAIMDESK_MODE": "embedded",
    "CLAIMDESK_DURABLE": "false",
    "CLAIMDESK_DATABASE_ROLE": "owner",  # Makes the test database; tests then connect as the other role.
    "CELERY_BROKER_URL": f"filesystem://{broker}",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "true",  # Playwright's event loop runs in the thread that also asks the database.
}

import django  # noqa: E402
import pytest  # noqa: E402
from hypothesis import HealthCheck, settings  # noqa: E402

from config.embedded import server  # noqa: E402
from config.embedded.paths import data_folder  # noqa: E402


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _end_server() -> None:
    data = data_folder()
    server.stop_for_everybody(data)
    shutil.rmtree(data.root, ignore_errors=True)


if IS_CONTROLLER:
    atexit.register(_end_server)
django.setup()

# How long an example takes says how busy the machine is, not whether the product works.
settings.register_profile("untimed", settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

pytest_plugins = [
    "tests.fixtures.databases",
    "tests.fixtures.browsers",
    "tests.fixtures.foreign",
    "tests.fixtures.workers",
    "tests.fixtures.installations",
]

BY_FIXTURE = {"page": "browser", "start_worker": "worker"}


def pytest_configure(config: pytest.Config) -> None:
    if IS_CONTROLLER:
        signal.signal(signal.SIGTERM, _interrupt)


def pytest_xdist_setupnodes() -> None:
    """Lets the processes of `-n` find the settings here, not in what they inherit.

    With the variable, pytest-django would load the settings before this file says which broker a process has, so
    that all of them would ring in one folder while their workers listen in others.
    """
    del os.environ["DJANGO_SETTINGS_MODULE"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for fixture, marker in BY_FIXTURE.items():
            if fixture in getattr(item, "fixturenames", ()):
                item.add_marker(marker)
