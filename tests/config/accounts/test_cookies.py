"""Cookies as a browser gets them in production: for this host alone, over TLS alone, out of reach of scripts."""

import json
import os
import subprocess
import sys

import pytest
from django.test import Client

from config.env import SCHEME
from tests.architecture.tree import ROOT
from tests.claims.factories import make_user
from tests.config.accounts.signing_in import sign_in

ASKED = """
import json, django
django.setup()
from django.conf import settings as s
names = ["NAME", "SECURE", "HTTPONLY", "SAMESITE", "PATH", "DOMAIN"]
print(json.dumps({kind: [getattr(s, f"{kind}_COOKIE_{name}") for name in names] for kind in ("SESSION", "CSRF")}
      | {"age": s.SESSION_COOKIE_AGE, "hsts": s.SECURE_HSTS_SECONDS, "factor": s.CLAIMDESK_REQUIRE_2FA}))
"""


def test_in_production() -> None:
    kept = {name: value for name, value in os.environ.items() if name not in SCHEME}
    told = {"DATABASE_URL": "postgresql://nobody@localhost/none", "SECRET_KEY": "x" * 60}
    made = {"SITE_URL": "https://facts.example", "DJANGO_SETTINGS_MODULE": "config.settings"}
    done = subprocess.run(
        [sys.executable, "-c", ASKED], env=kept | told | made, cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == {
        "SESSION": ["__Host-session", True, True, "Lax", "/", None],
        "CSRF": ["__Host-csrf", True, True, "Lax", "/", None],
        "age": 12 * 3600,
        "hsts": 365 * 24 * 3600,
        "factor": True,
    }


@pytest.mark.django_db
def test_as_they_are_sent(client: Client) -> None:
    client.get("/accounts/login/")
    sign_in(client, make_user("reviewer"))
    for name in ("sessionid", "csrftoken"):
        cookie = client.cookies[name]
        assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert int(client.cookies["sessionid"]["max-age"]) == 12 * 3600
