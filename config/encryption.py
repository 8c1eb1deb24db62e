"""Encryption of what must not be read out of a copy of the database: the secrets of second factors.

Fernet (AES-128 with HMAC-SHA256, from `cryptography`). The first of CLAIMDESK_MFA_KEYS encrypts, each of them decrypts,
and so does a key derived from SECRET_KEY, which is the only one where none is given.
"""

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

MARK = "fernet:"
"""What is encrypted begins with it; anything else was stored before there was encryption."""


def is_key(text: str) -> bool:
    """Whether it is 32 bytes in URL-safe base64, as `Fernet.generate_key` makes them."""
    try:
        Fernet(text)
    except ValueError:
        return False
    return True


def encrypted(text: str) -> str:
    return MARK + _keys().encrypt(text.encode()).decode("ascii")


def decrypted(stored: str) -> str:
    """Raises ImproperlyConfigured where none of the keys made it: the one that did is missing, not the secret wrong."""
    if not stored.startswith(MARK):
        return stored
    try:
        return _keys().decrypt(stored.removeprefix(MARK)).decode()
    except InvalidToken as refusal:
        raise ImproperlyConfigured(
            "A second factor can't be decrypted: put the key that encrypted it back into CLAIMDESK_MFA_KEYS "
            "(or SECRET_KEY, if there was none), or take that second factor away."
        ) from refusal


def _keys() -> MultiFernet:
    given = [Fernet(key) for key in settings.CLAIMDESK_MFA_KEYS]
    return MultiFernet([*given, Fernet(_derived(settings.SECRET_KEY))])


def _derived(secret: str) -> bytes:
    """A key of its own purpose: who learns it can't sign sessions with it."""
    hkdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"claimdesk: second factors")
    return base64.urlsafe_b64encode(hkdf.derive(secret.encode()))
