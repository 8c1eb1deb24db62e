"""Production starts configured or not at all."""

import os

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from config.env import REQUIRED, SCHEME, Environment, announce_command

COMPLETE = {
    "DATABASE_URL": "postgresql://claimdesk@localhost/claimdesk",
    "SECRET_KEY": "x" * 60,
    "SITE_URL": "https://facts.example",
}


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Nothing set but what production needs."""
    for name in SCHEME:
        monkeypatch.delenv(name, raising=False)
    for name, value in COMPLETE.items():
        monkeypatch.setenv(name, value)
    return monkeypatch


@pytest.mark.parametrize("missing", REQUIRED)
def test_production_refuses_to_start_without(environment: pytest.MonkeyPatch, missing: str) -> None:
    environment.delenv(missing)
    with pytest.raises(ImproperlyConfigured, match=missing):
        Environment()


def test_an_empty_value_counts_as_missing(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("SECRET_KEY", "")
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY"):
        Environment()


def test_production_refuses_an_address_without_tls(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("SITE_URL", "http://facts.example")
    with pytest.raises(ImproperlyConfigured, match="https"):
        Environment()


def test_an_unknown_mode_is_refused(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("CLAIMDESK_MODE", "prod")
    with pytest.raises(ImproperlyConfigured, match="'prod'"):
        Environment()


def test_production_is_what_runs_when_nobody_says_otherwise(environment: pytest.MonkeyPatch) -> None:
    env = Environment()
    assert not env.embedded
    assert env("DEBUG") is False
    assert env("CLAIMDESK_REQUIRE_2FA") is True


def test_debug_is_never_implied(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("CLAIMDESK_MODE", "embedded")
    assert Environment()("DEBUG") is False


@pytest.mark.parametrize("command", ["demo", "extract"])
def test_two_commands_say_embedded_by_themselves(environment: pytest.MonkeyPatch, command: str) -> None:
    environment.setattr(os, "environ", dict(os.environ))
    announce_command(command)
    assert os.environ["CLAIMDESK_MODE"] == "embedded"


def test_the_environment_overrules_a_command(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("CLAIMDESK_MODE", "production")
    announce_command("demo")
    assert not Environment().embedded


def test_only_migrations_connect_as_the_owner(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("DATABASE_OWNER_URL", "postgresql://claimdesk_owner@localhost/claimdesk")
    assert Environment().database()["USER"] == "claimdesk"
    environment.setenv("CLAIMDESK_DATABASE_ROLE", "owner")
    assert Environment().database()["USER"] == "claimdesk_owner"


@pytest.mark.parametrize(
    ("query", "options"),
    [
        ("", "-c claimdesk.time_zone=Pacific/Kiritimati"),
        ("?options=-c%20jit%3Doff", "-c jit=off -c claimdesk.time_zone=Pacific/Kiritimati"),
    ],
)
def test_each_connection_tells_the_database_the_newsrooms_zone(
    environment: pytest.MonkeyPatch, query: str, options: str
) -> None:
    environment.setenv("DATABASE_URL", f"postgresql://claimdesk@localhost/claimdesk{query}")
    environment.setenv("CLAIMDESK_TIME_ZONE", "Pacific/Kiritimati")
    assert Environment().database()["OPTIONS"]["options"] == options


@pytest.mark.django_db
def test_the_database_knows_the_newsrooms_zone_and_keeps_its_times_in_utc() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('claimdesk.time_zone'), current_setting('TimeZone')")
        assert cursor.fetchone() == (settings.TIME_ZONE, "UTC")
