"""Celery: what carries its messages, and how long a task may take."""

from pathlib import Path
from typing import Any

from config.embedded.paths import data_folder
from config.settings.site import EMBEDDED, env

# A message is a doorbell: the job's row is the truth, so nothing is kept about a task besides.
CELERY_BROKER_URL = env("CELERY_BROKER_URL") or ("filesystem://" if EMBEDDED else "amqp://guest@localhost//")
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_SERIALIZER = CELERY_RESULT_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_SOFT_TIME_LIMIT = 120  # Seconds; a page may take 20 to fetch, the longest article a few to extract.
CELERY_TASK_TIME_LIMIT = 150
CELERY_TIMEZONE = "UTC"
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
if EMBEDDED:  # In production beat is told where, as by its service.
    CELERY_BEAT_SCHEDULE_FILENAME = str(data_folder().root / "beat-schedule")
if CELERY_BROKER_URL.startswith("filesystem://"):
    broker = Path(CELERY_BROKER_URL.removeprefix("filesystem://") or data_folder().broker)
    broker.mkdir(mode=0o700, exist_ok=True)
    CELERY_BROKER_URL = "filesystem://localhost"  # Kombu wants a host's name, and warns where it finds none.
    CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = {
        "data_folder_in": str(broker),
        "data_folder_out": str(broker),
        "control_folder": str(broker / "control"),
        "polling_interval": 0.1,
    }
elif CELERY_BROKER_URL.startswith(("redis", "sentinel")):
    # Longer than any task but an extraction by a language model, which holds its job's lease: its message comes twice,
    # and the second does nothing. Without the other two, what a dead worker held comes back minutes later still.
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "visibility_timeout": 2 * CELERY_TASK_TIME_LIMIT,
        "unacked_restore_interval": 1,
        "unacked_restore_throttle": 1,
    }
