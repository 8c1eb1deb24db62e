"""Where the embedded server keeps its things: one folder per user and checkout."""

import hashlib
import os
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

CHECKOUT: Final = Path(__file__).resolve().parent.parent.parent
# A socket's path may have 107 characters on Linux and 103 on macOS; PostgreSQL adds "/.s.PGSQL.5432.lock".
LONGEST_SOCKET_FOLDER: Final = 80


@dataclass(frozen=True)
class DataFolder:
    """The folder of one user and checkout, and what lies in it."""

    root: Path

    @property
    def postgres(self) -> Path:
        return self.root / "postgres"

    @property
    def log(self) -> Path:
        return self.root / "postgres.log"

    @property
    def command_log(self) -> Path:
        return self.root / "command.log"

    @property
    def provisioned(self) -> Path:
        return self.root / "provisioned"

    @property
    def binaries(self) -> Path:
        return self.root / "binaries"

    @property
    def broker(self) -> Path:
        return self.root / "broker"

    @property
    def beat(self) -> Path:
        """The folder of beat's own files, which it makes as open as the shell says."""
        return self.root / "beat"

    @property
    def secret_key(self) -> Path:
        return self.root / "secret_key"

    @property
    def start_lock(self) -> Path:
        return self.root / "start.lock"

    @property
    def users_lock(self) -> Path:
        return self.root / "users.lock"

    @property
    def socket(self) -> Path:
        """The socket's folder: inside the data where the path is short enough, else a short one beside /tmp."""
        inside = self.root / "socket"
        if len(os.fsencode(inside)) <= LONGEST_SOCKET_FOLDER:
            return inside
        return Path("/tmp") / f"claimdesk-{os.geteuid()}-{_digest(self.root)}"  # noqa: S108 made 0700, owner checked


def data_folder() -> DataFolder:
    """The folder in use, made if needed: CLAIMDESK_DATA, else one outside the checkout that lasts.

    Root's lies below /var/lib, as PostgreSQL runs as another user there and could not enter a private home folder.
    """
    named = os.environ.get("CLAIMDESK_DATA")
    if named:
        root = Path(named).expanduser().resolve()
        _make(root)
        return DataFolder(root)
    name = f"{CHECKOUT.name}-{_digest(CHECKOUT)}"
    for parent in (_lasting_parent(), _temporary_parent()):
        try:
            _make(parent)
            _make(parent / name)
        except OSError:
            continue  # A user without a home of their own: the system's temporary folder does.
        return DataFolder(parent / name)
    raise OSError("No folder for Claimdesk's data can be made: name one in CLAIMDESK_DATA.")


def make_private(folder: Path) -> None:
    """Makes a folder that is ours alone. Raises PermissionError where somebody else made it before."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
        raise PermissionError(f"{folder} belongs to somebody else: name another folder in CLAIMDESK_DATA.")


def open_private(path: Path) -> BinaryIO:
    """An empty file to write to, for its owner only, also where an earlier version left it open to everybody."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    os.fchmod(descriptor, 0o600)
    return os.fdopen(descriptor, "wb")


def _make(folder: Path) -> None:
    make_private(folder)
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(f"{folder} is not writable: name another folder in CLAIMDESK_DATA.")
    if os.geteuid() == 0:
        # The server's own user must be able to pass through; what lies inside stays closed to everybody.
        folder.chmod(folder.stat().st_mode | 0o011)


def _lasting_parent() -> Path:
    if os.geteuid() == 0:
        return Path("/var/lib/claimdesk")
    try:
        return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "claimdesk"
    except RuntimeError:  # Neither HOME nor an entry in the password file.
        return _temporary_parent()


def _temporary_parent() -> Path:
    return Path(tempfile.gettempdir()) / f"claimdesk-{os.geteuid()}"


def _digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:10]
