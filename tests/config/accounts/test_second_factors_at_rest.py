"""Second factors are stored encrypted: what a copy of the database gives away, new keys, lost keys, what was before."""

import json
from importlib import import_module

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from cryptography.fernet import Fernet
from django.apps import apps
from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import cache
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from pytest_django import Settings

from config.encryption import MARK, decrypted, encrypted, is_key
from tests.config.accounts.signing_in import DOOR, code_of, is_signed_in, prove, sign_in, wrong

pytestmark = pytest.mark.django_db

SET_UP = "/accounts/2fa/totp/activate/"


def stored() -> str:
    """All that the database keeps of second factors, as raw SQL reads it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT json_agg(data)::text FROM mfa_authenticator")
        return str(cursor.fetchone()[0])


def comes_in(client: Client, person: User, code: str) -> bool:
    cache.clear()
    sign_in(client, person)
    client.post(DOOR, {"code": code})
    came = is_signed_in(client)
    client.post("/accounts/logout/")
    return came


def test_the_database_gives_neither_secret_nor_codes_away(
    client: Client, person: User, factor: tuple[str, list[str]]
) -> None:
    secret, codes = factor
    assert secret not in stored()
    assert not any(code in stored() for code in codes)
    kept = [row["secret"] if "secret" in row else row["seed"] for row in json.loads(stored())]
    assert len(kept) == 2
    assert all(value.startswith(MARK) for value in kept)
    assert comes_in(client, person, code_of(secret))
    assert comes_in(client, person, codes[0])
    assert not comes_in(client, person, codes[0])


def waiting(client: Client) -> str:
    """What the stored session holds of the secret that is being set up."""
    return str(SessionStore(client.session.session_key).get(SECRET_SESSION_KEY, ""))


def test_a_secret_that_is_being_set_up_waits_encrypted_in_the_session(client: Client, person: User) -> None:
    sign_in(client, person)
    prove(client)
    secret = client.get(SET_UP).context["form"].secret
    assert waiting(client).startswith(MARK)
    assert decrypted(waiting(client)) == secret
    again = client.post(SET_UP, {"code": wrong(code_of(secret))})
    assert again.context["form"].errors
    assert again.context["form"].secret == secret
    assert waiting(client).startswith(MARK)
    assert client.post(SET_UP, {"code": code_of(secret)}).status_code == 302
    assert waiting(client) == ""
    assert Authenticator.objects.filter(user=person, type=Authenticator.Type.TOTP).exists()


def test_with_another_key_meanwhile_the_page_shows_a_new_secret(
    client: Client, person: User, settings: Settings
) -> None:
    settings.CLAIMDESK_MFA_KEYS = [Fernet.generate_key().decode()]
    sign_in(client, person)
    prove(client)
    old = client.get(SET_UP).context["form"].secret
    settings.CLAIMDESK_MFA_KEYS = [Fernet.generate_key().decode()]
    new = client.post(SET_UP, {"code": code_of(old)}).context["form"].secret
    assert new != old
    assert client.post(SET_UP, {"code": code_of(new)}).status_code == 302


def test_a_new_key_comes_first_and_the_old_one_goes_after_the_command(
    client: Client, person: User, factor: tuple[str, list[str]], settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    # The first key of one's own: what the derived one encrypted is read still.
    settings.CLAIMDESK_MFA_KEYS = [old]
    assert comes_in(client, person, factor[1][0])
    call_command("rotate_mfa_keys")
    assert "2 second factors are under the first key" in capsys.readouterr().out
    settings.SECRET_KEY = "another" * 10
    settings.CLAIMDESK_MFA_KEYS = [new, old]
    call_command("rotate_mfa_keys")
    settings.CLAIMDESK_MFA_KEYS = [new]
    assert comes_in(client, person, factor[1][1])
    assert not comes_in(client, person, factor[1][0])


def test_a_lost_key_is_said_and_changes_nothing(factor: tuple[str, list[str]], settings: Settings) -> None:
    before = stored()
    settings.SECRET_KEY = "another" * 10
    with pytest.raises(CommandError, match="CLAIMDESK_MFA_KEYS"):
        call_command("rotate_mfa_keys")
    assert stored() == before
    with pytest.raises(ImproperlyConfigured, match="can't be decrypted"):
        decrypted(json.loads(before)[0].get("secret") or json.loads(before)[0]["seed"])


def test_what_was_stored_in_the_clear_still_works_and_is_encrypted_by_the_migration(
    client: Client, person: User, factor: tuple[str, list[str]]
) -> None:
    secret, codes = factor
    migration = import_module("config.migrations.0002_second_factors_encrypted")
    with connection.schema_editor() as editor:
        migration.decrypt(apps, editor)
    assert secret in stored()
    assert comes_in(client, person, codes[0])
    used = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES).data["used_mask"]
    with connection.schema_editor() as editor:
        migration.encrypt(apps, editor)
    assert secret not in stored()
    assert Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES).data["used_mask"] == used
    assert comes_in(client, person, codes[1])
    assert not comes_in(client, person, codes[0])


def test_each_time_it_is_another_text_and_a_forged_one_is_refused() -> None:
    assert encrypted("x") != encrypted("x")
    assert decrypted(encrypted("é")) == "é"
    with pytest.raises(ImproperlyConfigured):
        decrypted(encrypted("x")[:-4] + "AAA=")


def test_production_is_told_that_it_needs_a_key_of_its_own(settings: Settings) -> None:
    settings.EMBEDDED, settings.CLAIMDESK_MFA_KEYS = False, []
    assert "config.E011" in {found.id for found in run_checks(include_deployment_checks=True)}
    settings.CLAIMDESK_MFA_KEYS = ["not-a-key"]
    assert "config.E012" in {found.id for found in run_checks()}
    settings.CLAIMDESK_MFA_KEYS = [Fernet.generate_key().decode()]
    assert not {"config.E011", "config.E012"} & {found.id for found in run_checks(include_deployment_checks=True)}
    assert not is_key("x" * 44)
