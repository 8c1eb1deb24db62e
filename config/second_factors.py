"""Second factors at rest: the secret of an app and the seed of the recovery codes are stored encrypted.

So is the secret of an app that is being set up, which waits in the session until its first code has come.
"""

from collections.abc import Callable
from typing import Any

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django.core.exceptions import ImproperlyConfigured

from config.encryption import decrypted, encrypted

SECRETS = ("secret", "seed")
"""Names in an authenticator's data whose values are secret; `migrated_codes`, a list of such, is not made here."""


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    def encrypt(self, text: str) -> str:
        return encrypted(text)

    def decrypt(self, encrypted_text: str) -> str:
        return decrypted(encrypted_text)


class SetUpForm(ActivateTOTPForm):  # type: ignore[misc]
    """allauth reads and writes the session in the clear: within one request it is let, and sessions are stored after.

    Where the key that encrypted it has gone meanwhile, a new secret is shown, and the code that was typed is wrong.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        session = context.request.session
        try:
            session[SECRET_SESSION_KEY] = decrypted(session.get(SECRET_SESSION_KEY, ""))
        except ImproperlyConfigured:
            del session[SECRET_SESSION_KEY]
        super().__init__(*args, **kwargs)
        session[SECRET_SESSION_KEY] = encrypted(self.secret)


def rewrite(authenticators: Any, change: Callable[[str], str]) -> int:
    """Puts `change(secret as stored)` in the place of each secret of the rows; returns how many rows changed.

    Each row is locked meanwhile: a recovery code that is used at this moment stays used.
    """
    changed = 0
    for row in authenticators.select_for_update().order_by("pk"):
        data = {name: change(value) if name in SECRETS else value for name, value in row.data.items()}
        if data != row.data:
            row.data = data
            row.save(update_fields=["data"])
            changed += 1
    return changed


def under_the_first_key(stored: str) -> str:
    """Encrypted anew, whichever key it was under, or none."""
    return encrypted(decrypted(stored))
