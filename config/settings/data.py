"""Where data is kept, and how much of it a request may bring."""

from typing import Any

from config.settings.site import env

DATABASES: dict[str, dict[str, Any]] = {"default": env.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Every process must see the same counts of failed sign-ins. A migration of config makes the table.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "config_cache"},
}
# History may be added to and never rewritten.
PGHISTORY_APPEND_ONLY = True

# An article may have 200,000 characters, which a form sends as up to twelve bytes each.
DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
