"""What a person does at the door: password, second factor, recovery code, and once more before sensitive acts."""

import base64
import hashlib
import hmac
import re
import struct
import time
from typing import Any

from django.contrib.auth.models import User
from django.test import Client

from tests.claims.factories import PASSWORD

DOOR = "/accounts/2fa/authenticate/"
"""Where the second factor is asked for."""

PERIOD = 30
"""Seconds that a code is good for (RFC 6238)."""


def sign_in(client: Client, user: User, password: str = PASSWORD, **more: Any) -> Any:
    return client.post("/accounts/login/", {"login": user.username, "password": password}, **more)


def is_signed_in(client: Client) -> bool:
    return client.get("/accounts/2fa/").status_code == 200


def prove(client: Client, password: str = PASSWORD, **more: Any) -> Any:
    """Says the password once more."""
    return client.post("/accounts/reauthenticate/", {"password": password}, **more)


def code_of(secret: str) -> str:
    """What the person's telephone shows (RFC 6238, six digits), with time left to type it."""
    if time.time() % PERIOD > PERIOD - 4:
        time.sleep(4.1)
    mac = hmac.new(base64.b32decode(secret), struct.pack(">Q", int(time.time()) // PERIOD), hashlib.sha1).digest()
    place = mac[-1] & 0x0F
    number: int = struct.unpack(">I", mac[place : place + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**6:06}"


def set_up_second_factor(client: Client) -> tuple[str, list[str]]:
    """By the pages, as a person would; returns the secret and the recovery codes that are shown afterwards."""
    prove(client)
    page = client.get("/accounts/2fa/totp/activate/")
    secret = page.context["form"].secret
    done = client.post("/accounts/2fa/totp/activate/", {"code": code_of(secret)}, follow=True)
    assert done.redirect_chain[-1][0] == "/accounts/2fa/recovery-codes/"
    codes = re.findall(r"\b\d{8}\b", done.content.decode())
    assert len(set(codes)) == 10
    return secret, codes


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10 ** len(code):0{len(code)}}"
