"""Composition root: settings, addresses, Celery, the schedule, the embedded database, the demo."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
