"""The demo as a newcomer runs it: a real process, real children, ended as people end things."""

import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable

import psutil
import psycopg
import pytest

from config.embedded import cluster
from tests.config.test_embedded import Guest
from tests.fixtures.installations import Installation

pytestmark = pytest.mark.slow


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def until(what: Callable[[], bool], *, seconds: float = 30) -> bool:
    deadline = time.monotonic() + seconds
    while not what() and time.monotonic() < deadline:
        time.sleep(0.1)
    return what()


class Demo:
    """A demo that has said that it is ready."""

    def __init__(self, installation: Installation) -> None:
        self.port = free_port()
        self.process: subprocess.Popen[str] = installation.popen("manage.py", "demo", "--port", str(self.port))
        self.output = ""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.output += line
            if line.startswith("Ready"):
                return
        pytest.fail(self.output)

    def get(self, path: str) -> tuple[int, str]:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=20) as response:
            return response.status, response.read().decode()

    def end(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        rest, _ = self.process.communicate(timeout=60)
        self.output += rest
        return self.process.returncode


def test_it_serves_the_sample_newsroom_and_ends_on_ctrl_c_twice_in_a_row(installation: Installation) -> None:
    for _ in range(2):
        demo = Demo(installation)
        assert "13,000" in demo.output
        assert all(account in demo.output for account in ("admin", "editor", "reviewer", "second"))
        assert demo.get("/readyz") == (200, '{"status": "ok"}')
        assert demo.get("/")[0] == 200
        assert until(lambda: any(installation.data.beat.iterdir())) and installation.open_to_others() == []
        assert demo.end(signal.SIGINT) == 0, demo.output
        assert "Traceback" not in demo.output
        assert installation.left_behind() == []


def test_a_service_manager_ends_it_too(installation: Installation) -> None:
    demo = Demo(installation)
    assert demo.end(signal.SIGTERM) == 0, demo.output
    assert installation.left_behind() == []


@pytest.mark.skipif(not psutil.LINUX, reason="only Linux tells a child that its parent is gone")
def test_its_children_end_and_stop_the_server_when_it_is_killed(installation: Installation) -> None:
    demo = Demo(installation)
    demo.end(signal.SIGKILL)
    assert until(lambda: installation.left_behind() == []), installation.left_behind()
    assert not cluster.is_running(installation.data)


def test_a_child_that_dies_ends_the_demo_with_a_message(installation: Installation) -> None:
    demo = Demo(installation)
    (worker,) = [
        child for child in psutil.Process(demo.process.pid).children() if "worker" in child.cmdline()
    ]  # fmt: skip
    os.kill(worker.pid, signal.SIGKILL)
    rest, _ = demo.process.communicate(timeout=60)
    assert demo.process.returncode == 1
    assert "The worker process ended by itself" in rest
    assert installation.left_behind() == []


def test_a_taken_port_is_named_before_anything_is_done(installation: Installation) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        code, output = installation.run("manage.py", "demo", "--port", str(other.getsockname()[1]))
    assert code != 0
    assert "--port" in output and "Traceback" not in output
    assert not installation.data.postgres.exists()


def test_without_serving_it_loads_and_stops(installation: Installation) -> None:
    code, output = installation.run("manage.py", "demo", "--no-serve", "--password", "a-password-of-mine")
    assert code == 0, output
    assert "a-password-of-mine" in output
    assert installation.left_behind() == []


def test_it_does_not_run_in_production(installation: Installation) -> None:
    code, output = installation.run(
        "manage.py", "demo", "--no-serve", CLAIMDESK_MODE="production",
        DATABASE_URL="postgresql:///none", SECRET_KEY="x" * 60, SITE_URL="https://facts.example",
    )  # fmt: skip
    assert code != 0 and "production" in output


@pytest.mark.parametrize("name", ["DATABASE_URL", "DATABASE_OWNER_URL"])
def test_it_does_not_touch_a_database_that_the_shell_names(installation: Installation, name: str) -> None:
    guest = Guest(installation)
    guest.started()
    url = f"postgresql://claimdesk_owner@/claimdesk?host={installation.data.socket}"
    code, output = installation.run("manage.py", "demo", "--no-serve", **{name: url})
    assert code == 1 and f"unset {name}" in output and "Traceback" not in output
    with psycopg.connect(url) as owner:
        assert owner.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)
    guest.go()
