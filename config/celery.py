"""The Celery application: `celery --app config worker`, `celery --app config beat`."""

import os

from celery import Celery
from kombu.transport import TRANSPORT_ALIASES

from config.schedule import SCHEDULE

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

TRANSPORT_ALIASES["filesystem"] = "config.embedded.broker:Transport"

app = Celery("claimdesk")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.beat_schedule = SCHEDULE
app.autodiscover_tasks()
