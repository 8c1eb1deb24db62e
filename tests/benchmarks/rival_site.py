"""Sets the Wagtail site up: its virtual environment from a lock with hashes, its database, a page for each verdict."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import psycopg

from tests.benchmarks.own_database import CHECKOUT

LOCK = Path(__file__).with_name("rival") / "requirements.txt"
DATABASE = "rival"


def rival_python(data: Path) -> Path:
    """The environment's Python; made where the lock is another than it was made from."""
    folder = data / "rival-environment"
    python, made_from = folder / "bin" / "python", folder / "made-from.txt"
    if not made_from.exists() or made_from.read_bytes() != LOCK.read_bytes():
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(LOCK)]
        subprocess.run(install, check=True)
        made_from.write_bytes(LOCK.read_bytes())
    return python


def variables(socket: Path) -> dict[str, str]:
    """Of the rival's own processes."""
    return {"BENCHMARK_SOCKET": str(socket), "BENCHMARK_RIVAL": DATABASE}


def fill(python: Path, socket: Path, verdicts: list[dict[str, Any]]) -> list[str]:
    """The paths of the pages of these verdicts, made where they are not there yet."""
    with psycopg.connect(host=str(socket), user="postgres", dbname="postgres", autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
            connection.execute(f'CREATE DATABASE "{DATABASE}"')
    done = subprocess.run(
        [str(python), "-m", "tests.benchmarks.rival.fill"],
        input=json.dumps(verdicts), cwd=CHECKOUT, env=os.environ | variables(socket),
        stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    paths: list[str] = json.loads(done.stdout)
    return paths
