"""The secret key of an embedded installation: made once, readable for its user only."""

import os
import secrets

from config.embedded.paths import data_folder


def read_or_make() -> str:
    """The key in the data folder. Two processes that make it at once end with the same one."""
    path = data_folder().secret_key
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(50))
        try:
            path.hardlink_to(draft)  # Fails where the other process was first; its key counts then.
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text(encoding="ascii")
