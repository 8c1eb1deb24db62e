"""Kombu's filesystem transport, with files that appear and disappear whole.

Kombu's own writes a message into the file that readers already see, so that a quick worker may read half a message
and fail; and it moves messages through the system's temporary folder, which everybody may look into.
"""

import os
import time
import uuid
from pathlib import Path
from queue import Empty
from typing import Any

from kombu.transport import filesystem
from kombu.utils.json import dumps, loads


class Channel(filesystem.Channel):
    def _put(self, queue: str, payload: dict[str, Any], **kwargs: Any) -> None:  # type: ignore[override]
        name = f"{time.time_ns():020}_{uuid.uuid4()}.{queue}.msg"
        draft = Path(self.data_folder_out) / f"{name}.draft"
        draft.write_text(dumps(payload), encoding="utf-8")
        draft.rename(Path(self.data_folder_out) / name)

    def _get(self, queue: str, timeout: float | None = None) -> Any:
        """The oldest message; the rename decides between workers that want the same one."""
        for path in sorted(Path(self.data_folder_in).iterdir()):
            if path.name.partition(".")[2] != f"{queue}.msg":
                continue
            taken = path.with_name(f"{path.name}.{os.getpid()}.taken")
            try:
                path.rename(taken)
            except FileNotFoundError:
                continue
            message = taken.read_text(encoding="utf-8")
            taken.unlink()
            return loads(message)
        raise Empty


class Transport(filesystem.Transport):
    Channel = Channel
