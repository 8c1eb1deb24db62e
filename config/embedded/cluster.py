"""One PostgreSQL cluster in a data folder: made, started, stopped, by PostgreSQL's own programs.

Nothing here locks: callers hold `DataFolder.start_lock`.
"""

import shutil
import subprocess
import time
from pathlib import Path
from typing import Final

import psutil
import psycopg

from config.embedded import programs
from config.embedded.paths import DataFolder, make_private
from config.embedded.provision import provision

# Seconds; a start takes about one, crash recovery after a power cut may take longer.
PATIENCE: Final = 90

_children: dict[Path, subprocess.Popen[bytes]] = {}


def start(data: DataFolder, *, durable: bool) -> None:
    """Brings the cluster up, made first if there is none, and returns when it answers.

    `durable=False` trades safety against a power cut for speed: right for tests, wrong for anything else.
    Raises ProgramError with the reason where it does not come up.
    """
    with programs.signals_waiting():
        _close_what_was_left_open(data)
        if not data.postgres.exists():
            _initialise(data)
        if not is_running(data):
            _clear_what_a_dead_server_left(data)
            # Our own child and not pg_ctl's orphan, so that we collect it when it has ended.
            _children[data.root] = programs.spawn(
                "postgres", "-D", str(data.postgres), *_options(data, durable=durable), data=data, output=data.log
            )
        _wait_until_it_answers(data)
        provision(data)


def stop(data: DataFolder) -> None:
    """Ends the server, ending its connections; does nothing where none runs."""
    if is_running(data):
        programs.run("pg_ctl", "-w", "-t", str(PATIENCE), "-m", "fast", "-D", str(data.postgres), "stop", data=data)
    if (child := _children.pop(data.root, None)) is not None:
        child.wait()


def is_running(data: DataFolder) -> bool:
    """Whether the process in `postmaster.pid` is this cluster's server, and not one that got its number later."""
    number = process_id(data)
    if number is None:
        return False
    try:
        return str(data.postgres) in psutil.Process(number).cmdline()
    except psutil.NoSuchProcess:
        return False


def process_id(data: DataFolder) -> int | None:
    """The number in `postmaster.pid`, whether that process still lives or not."""
    try:
        lines = (data.postgres / "postmaster.pid").read_text(encoding="ascii").splitlines()
    except FileNotFoundError:
        return None
    return int(lines[0]) if lines and lines[0].isdigit() else None


def _close_what_was_left_open(data: DataFolder) -> None:
    """Earlier versions made these readable for everybody who may pass through the folder; the log quotes statements."""
    for path in (data.log, data.command_log, data.provisioned, *data.root.glob("beat-*")):
        if path.is_file():
            path.chmod(0o600)


def _initialise(data: DataFolder) -> None:
    """Makes the cluster beside its place and moves it there, so that a half-made one never counts."""
    draft = data.root / "postgres.new"
    shutil.rmtree(draft, ignore_errors=True)
    programs.hand_over(draft)
    # The built-in locale is the same on every machine and folds É to é; the system's own may be missing.
    programs.run("initdb", "-D", str(draft), "-U", "postgres", "--auth-local=trust", "--auth-host=reject",
                 "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
                 "--no-instructions", data=data)  # fmt: skip
    draft.rename(data.postgres)


def _options(data: DataFolder, *, durable: bool) -> list[str]:
    """What the server is started with: no network, a socket in a folder that is ours alone."""
    make_socket_folder(data)
    settings = {"listen_addresses": "", "unix_socket_directories": str(data.socket), "max_connections": "100"}
    if not durable:
        settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    return [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]


def make_socket_folder(data: DataFolder) -> None:
    """The socket's folder admits its owner only: whoever can reach the socket may connect."""
    if programs.is_needed():
        programs.hand_over(data.socket)
    else:
        make_private(data.socket)


def _clear_what_a_dead_server_left(data: DataFolder) -> None:
    """After a kill -9 or a reboot: PostgreSQL itself refuses if the old number belongs to any process today."""
    for path in (data.postgres / "postmaster.pid", data.socket / ".s.PGSQL.5432", data.socket / ".s.PGSQL.5432.lock"):
        path.unlink(missing_ok=True)
    _end_orphans(data)


def _end_orphans(data: DataFolder) -> None:
    """A killed server's children notice within moments; a new server must not start while one still writes."""
    deadline = time.monotonic() + PATIENCE
    while any(_works_in(process, str(data.postgres)) for process in psutil.process_iter()):
        if time.monotonic() > deadline:
            raise programs.ProgramError(f"Processes of a killed server still use {data.postgres}: end them first.")
        time.sleep(0.1)


def _works_in(process: psutil.Process, folder: str) -> bool:
    try:
        return bool(process.name() == "postgres" and process.cwd() == folder)
    except (psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
        return False


def _wait_until_it_answers(data: DataFolder) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            psycopg.connect(host=str(data.socket), user="postgres", dbname="postgres").close()
        except psycopg.OperationalError as error:
            if time.monotonic() > deadline or _has_ended(data):
                reason = f"PostgreSQL does not answer: {error}\n{programs.tail(data.log)}"
                raise programs.ProgramError(reason) from error
            time.sleep(0.05)
        else:
            return


def _has_ended(data: DataFolder) -> bool:
    child = _children.get(data.root)
    return not is_running(data) if child is None else child.poll() is not None
