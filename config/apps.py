from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class ConfigConfig(AppConfig):
    """Config is an application for its management commands and checks; it has no models."""

    name = "config"

    def ready(self) -> None:
        from config import checks, sessions  # noqa: F401 registers them


class ClaimdeskAdminConfig(AdminConfig):
    default_site = "config.admin.ClaimdeskAdminSite"
