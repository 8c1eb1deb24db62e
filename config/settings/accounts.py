"""Signing in, second factors, and the mails about them."""

from urllib.parse import urlsplit

import environ

from config.settings.site import SITE_NAME, SITE_URL, env

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
# No rule about kinds of characters, and none that makes people change a good password: length is what counts.
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/desk/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "config.accounts.AccountAdapter"
ACCOUNT_FORMS = {"reset_password": "config.resetting.ResetPasswordForm"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = True
# The password once more, or the second factor, before one's own password or mail address is changed.
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# Tells people by mail that their password, mail address or second factor was changed.
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = f"{SITE_NAME}: "
MFA_TOTP_ISSUER = SITE_NAME
MFA_ADAPTER = "config.second_factors.MFAAdapter"
# Fernet keys, the newest first, under which the secrets of second factors are stored (config.encryption).
CLAIMDESK_MFA_KEYS = env("CLAIMDESK_MFA_KEYS")
# Administrators enter the addresses; an unconfirmed one must not keep anybody from a second factor.
MFA_ALLOW_UNVERIFIED_EMAIL = True
CLAIMDESK_REQUIRE_2FA = env("CLAIMDESK_REQUIRE_2FA")
# Guesses of a password or a second factor: so many from one address, so many at one account.
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "20/h/ip,3/h/key",
    "reset_password_from_key": "20/m/ip",
}
# Seconds for the second factor after the password, and until a sensitive act asks for the password again.
ACCOUNT_LOGIN_TIMEOUT = ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
PASSWORD_RESET_TIMEOUT = 3600
# Whose X-Forwarded-For entry names the client, for the limit on sign-ins.
ALLAUTH_TRUSTED_PROXY_COUNT = env("CLAIMDESK_PROXIES")

vars().update(environ.Env.email_url_config(env("EMAIL_URL") or "smtp://localhost:25"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("DEFAULT_FROM_EMAIL") or f"claimdesk@{urlsplit(SITE_URL).hostname}"
