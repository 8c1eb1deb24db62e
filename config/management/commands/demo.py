"""The whole of Claimdesk on this machine, with a sample newsroom, in one command."""

import os
import secrets
import signal
import socket
import subprocess
import sys
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, connections

from config.demo import newsroom
from config.demo.processes import Children, DemoError
from config.embedded import server
from config.embedded.paths import CHECKOUT, data_folder
from config.embedded.programs import ProgramError
from reviews.sample.people import NotTheSamples


class Command(BaseCommand):
    help = "Loads the sample newsroom and runs web, worker and beat on the embedded PostgreSQL until Ctrl-C."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000, help="the web's port on 127.0.0.1 (8000)")
        parser.add_argument("--password", help="the accounts' password (made up and printed if not given)")
        parser.add_argument("--no-serve", action="store_true", help="load the sample newsroom and stop")

    def handle(self, *, port: int, password: str | None, no_serve: bool, **options: Any) -> None:
        if not settings.EMBEDDED:
            raise CommandError("CLAIMDESK_MODE is production: the demo makes accounts and sample data there never.")
        refuse_a_named_database()
        if not no_serve:
            refuse_a_taken_port(port)
        children = Children(port=port)
        # A service manager's SIGTERM ends the demo as a terminal's Ctrl-C does; so does a shell's background SIGINT.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _interrupt)
        try:
            self._load(password or secrets.token_urlsafe(9), port)
            if not no_serve:
                children.start()
                self._say(f"Ready: http://127.0.0.1:{port}/ . Press Ctrl-C to stop.")
                children.watch()
        except KeyboardInterrupt:
            self._say("Stopping.")
        except (DemoError, ProgramError, NotTheSamples) as error:
            raise CommandError(str(error)) from error
        finally:
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, signal.SIG_IGN)
            children.stop()
            connections.close_all()
            server.leave()

    def _load(self, password: str, port: int) -> None:
        connection.ensure_connection()  # Joins the embedded server, so that it outlives the migration's process.
        self._say(f"Data: {data_folder().root}\nBringing the database up to date.")
        _migrate()
        self._say("Loading the sample newsroom.")
        loaded = newsroom.load(password)
        site = f"http://127.0.0.1:{port}"
        self._say(f"\nClaims found in the {len(loaded.articles)} sample articles:\n")
        self._say(newsroom.claims_found(loaded.articles))
        self._say(f"\n{newsroom.addresses(site)}\n\n{newsroom.accounts(loaded, password)}\n")

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()  # Whoever reads a pipe or a log waits for the addresses.


def refuse_a_named_database() -> None:
    """`demo` chooses its mode by itself, so that in a production's shell the mode says nothing about the database."""
    named = [name for name in ("DATABASE_URL", "DATABASE_OWNER_URL") if os.environ.get(name)]
    if named:
        raise CommandError(
            f"{' and '.join(named)} in the environment: the demo makes accounts and sample data in a database of its "
            f"own only. Run `unset {' '.join(named)}` first, or open another terminal."
        )


def refuse_a_taken_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise CommandError(
                f"Port {port} on 127.0.0.1 cannot be used ({error.strerror}): "
                "stop the program that has it, or choose another with --port."
            ) from error


def _migrate() -> None:
    # A process of its own, as only it may act as the role that owns the tables; a session of its own, as a terminal's
    # Ctrl-C is for the demo, which then ends it.
    done = subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=CHECKOUT, env=os.environ | {"CLAIMDESK_DATABASE_ROLE": "owner"},
        start_new_session=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise DemoError("The database could not be brought up to date; the reason is above.")


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
