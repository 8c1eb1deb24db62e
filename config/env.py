"""Everything Claimdesk reads from the environment: one name, one type, one default each.

README's table of settings is checked against `SCHEME` by a test. `REQUIRED` names have no default in production:
what is missing there stops the start, and is never guessed.
"""

import os
from typing import Any, Final

import environ
from django.core.exceptions import ImproperlyConfigured

from config.embedded import secret

PRODUCTION: Final = "production"
EMBEDDED: Final = "embedded"

# These must work on a machine where nothing is configured.
EMBEDDED_COMMANDS: Final = {"demo", "evaluate_extraction", "extract"}
# Only what makes tables runs as the role that owns them; everything else runs as one that cannot change them.
OWNER_COMMANDS: Final = {"migrate"}

REQUIRED: Final = ("DATABASE_URL", "SECRET_KEY", "SITE_URL")

SCHEME: Final[dict[str, tuple[type, Any]]] = {
    "CLAIMDESK_MODE": (str, PRODUCTION),
    "CLAIMDESK_DATA": (str, ""),
    "CLAIMDESK_DURABLE": (bool, True),
    "CLAIMDESK_DATABASE_ROLE": (str, "app"),
    "CLAIMDESK_POOL_SIZE": (int, 0),
    "CLAIMDESK_REQUIRE_2FA": (bool, True),
    "CLAIMDESK_MFA_KEYS": (list, []),
    "CLAIMDESK_SESSION_HOURS": (int, 12),
    "CLAIMDESK_SESSION_IDLE_MINUTES": (int, 60),
    "CLAIMDESK_PROXIES": (int, 1),
    "CLAIMDESK_TIME_ZONE": (str, "UTC"),
    "CLAIMDESK_OPEN_WORK_LIMIT": (int, 5),
    "CLAIMDESK_API_RATE": (int, 120),
    "CLAIMDESK_READER_DAYS": (int, 30),
    "CLAIMDESK_DIGEST_HOUR": (int, 7),
    "CLAIMDESK_FETCH_ALLOW_HOSTS": (list, []),
    "CLAIMDESK_PURGE_URL": (str, ""),
    "CLAIMDESK_PURGE_METHOD": (str, "PURGE"),
    "CLAIMDESK_PURGE_TOKEN": (str, ""),
    "CLAIMDESK_SITE_NAME": (str, "Claimdesk"),
    "CLAIMDESK_LLM_URL": (str, ""),
    "CLAIMDESK_LLM_MODEL": (str, ""),
    "CLAIMDESK_LLM_KEY": (str, ""),
    "DATABASE_URL": (str, ""),
    "DATABASE_OWNER_URL": (str, ""),
    "SECRET_KEY": (str, ""),
    "SITE_URL": (str, ""),
    "ALLOWED_HOSTS": (list, []),
    "CELERY_BROKER_URL": (str, ""),
    "EMAIL_URL": (str, ""),
    "DEFAULT_FROM_EMAIL": (str, ""),
    "LOG_LEVEL": (str, "INFO"),
    "DEBUG": (bool, False),
}

# What differs when nobody has configured anything: no proxy, no second factor, a loopback address.
EMBEDDED_DEFAULTS: Final[dict[str, Any]] = {
    "CLAIMDESK_REQUIRE_2FA": False,
    "CLAIMDESK_PROXIES": 0,
    "SITE_URL": "http://127.0.0.1:8000",
    "ALLOWED_HOSTS": ["127.0.0.1", "localhost", "[::1]"],
    "EMAIL_URL": "consolemail://",
}


def announce_command(command: str) -> None:
    """Lets a manage.py command say how it runs, where the environment does not say it already."""
    if command in EMBEDDED_COMMANDS:
        os.environ.setdefault("CLAIMDESK_MODE", EMBEDDED)
    if command in OWNER_COMMANDS:
        os.environ.setdefault("CLAIMDESK_DATABASE_ROLE", "owner")


class Environment:
    """The environment of one process, read with the defaults of its mode."""

    def __init__(self) -> None:
        self._read = environ.Env(**SCHEME)
        self.mode: str = self._read("CLAIMDESK_MODE")
        if self.mode not in (PRODUCTION, EMBEDDED):
            raise ImproperlyConfigured(f"CLAIMDESK_MODE is {self.mode!r}: write {PRODUCTION!r} or {EMBEDDED!r}.")
        if self.mode == PRODUCTION:
            self._refuse_a_half_configured_production()

    @property
    def embedded(self) -> bool:
        return self.mode == EMBEDDED

    def __call__(self, name: str) -> Any:
        if self.embedded and name in EMBEDDED_DEFAULTS and not os.environ.get(name):
            return EMBEDDED_DEFAULTS[name]
        return self._read(name)

    def secret_key(self) -> str:
        """SECRET_KEY as given; embedded mode makes one of its own, readable for its user only."""
        given: str = self("SECRET_KEY")
        return given if given or not self.embedded else secret.read_or_make()

    def database(self) -> dict[str, Any]:
        """Django's DATABASES entry: what a URL names, else (embedded only) the server inside the checkout."""
        as_owner = self("CLAIMDESK_DATABASE_ROLE") == "owner"
        url: str = (self("DATABASE_OWNER_URL") if as_owner else "") or self("DATABASE_URL")
        if url:
            entry: dict[str, Any] = dict(environ.Env.db_url_config(url))
        else:
            user = "claimdesk_owner" if as_owner else "claimdesk"
            entry = {"ENGINE": "config.embedded", "NAME": "claimdesk", "USER": user}
        options = entry.setdefault("OPTIONS", {})
        # For the rules of the database that go by the newsroom's day; the session's own zone stays Django's, UTC.
        zone = f"-c claimdesk.time_zone={self('CLAIMDESK_TIME_ZONE')}"
        options["options"] = f"{options.get('options', '')} {zone}".strip()
        pool_size: int = self("CLAIMDESK_POOL_SIZE")
        if pool_size:
            # Names the pool's limits so that processes x size stays below the server's max_connections.
            options["pool"] = {"min_size": 1, "max_size": pool_size, "timeout": 10}
        return entry

    def _refuse_a_half_configured_production(self) -> None:
        missing = [name for name in REQUIRED if not os.environ.get(name)]
        if missing:
            raise ImproperlyConfigured(
                f"Production needs {', '.join(missing)} in the environment (README, Settings). "
                "To try Claimdesk without configuring anything, run `python manage.py demo`, "
                "or set CLAIMDESK_MODE=embedded."
            )
        if not os.environ["SITE_URL"].startswith("https://"):
            raise ImproperlyConfigured("SITE_URL must begin with https:// in production.")
