"""A migrated database of a benchmark's own, on an embedded server in a folder that stays until somebody removes it.

Import this before anything that needs Django's settings, and call `open_database` first.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import django

CHECKOUT = Path(__file__).resolve().parent.parent.parent
FOLDER = Path("/var/tmp/claimdesk-benchmarks")
"""Where CLAIMDESK_DATA names no other. Not the demo's: nobody's newsroom is filled with invented words."""


def environment() -> dict[str, str]:
    """Of the benchmark's own processes, such as a web server: embedded mode, its folder, as the application's role."""
    folder = os.environ.get("CLAIMDESK_DATA") or str(FOLDER)
    chosen = {"CLAIMDESK_MODE": "embedded", "CLAIMDESK_DATA": folder, "CLAIMDESK_DURABLE": "false"}
    return os.environ | chosen | {"DJANGO_SETTINGS_MODULE": "config.settings", "CLAIMDESK_DATABASE_ROLE": "app"}


def open_database() -> None:
    """Sets Django up on the benchmark's database, made and migrated where it is not yet."""
    os.environ.update(environment())
    migrate = [sys.executable, str(CHECKOUT / "manage.py"), "migrate", "--verbosity", "0"]
    subprocess.run(migrate, env=os.environ | {"CLAIMDESK_DATABASE_ROLE": "owner"}, check=True)
    django.setup()
