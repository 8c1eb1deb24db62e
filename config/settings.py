"""Django's settings, one module for every mode, all of it from the environment (see config.env)."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import django_stubs_ext
import environ
from csp.constants import NONE, SELF

from config.embedded.paths import data_folder, make_private
from config.env import Environment
from config.logs import to_standard_error
from config.rest import REST_FRAMEWORK as REST_FRAMEWORK
from config.rest import described

# Lets `ModelAdmin[Claim]` and `QuerySet[Claim]` be written at run time, as the type checker wants them.
django_stubs_ext.monkeypatch()

env = Environment()

BASE_DIR = Path(__file__).resolve().parent.parent
EMBEDDED = env.embedded
DEBUG = env("DEBUG")
SECRET_KEY = env.secret_key()

# Absolute addresses come from here and never from a request's Host header.
SITE_URL = env("SITE_URL").rstrip("/")
SITE_NAME = env("CLAIMDESK_SITE_NAME")
ALLOWED_HOSTS = env("ALLOWED_HOSTS") or [urlsplit(SITE_URL).hostname]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "config.lost_forms.out_of_date"
HTTPS = SITE_URL.startswith("https://")

INSTALLED_APPS = [
    "config.apps.ConfigConfig",
    "reviews",
    "claims",
    "config.apps.ClaimdeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    # Before staticfiles: static files come from WhiteNoise in every mode.
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pgtrigger",
    "pghistory",
    "django_filters",
    "django_htmx",
    "csp",
    # The API's description; the second brings Swagger UI's files. REST framework itself has no pages here.
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    # Outside of everything that writes words: the language of an answer is its address's.
    "reviews.public.middleware.LanguageMiddleware",
    "reviews.public.cross_origin.CrossOriginMiddleware",
    # Outside of everything that may refuse a request: the API's errors have one shape.
    "reviews.api.middleware.ApiMiddleware",
    # Before the session: a public page must not know who asks.
    "reviews.public.middleware.CookielessMiddleware",
    "config.verbs.VerbMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "config.sessions.SessionAgeMiddleware",
    "config.accounts.SecondFactorMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    # Inside of whatever may refuse a request: rings for mails once the view has committed.
    "reviews.desk.ringing.DoorbellMiddleware",
    # Innermost, so that nothing but the view reads as the public's role: the API's throttle, for one, writes.
    "reviews.public.reading_role.PublicRoleMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Data -------------------------------------------------------------------------------------------------------------
DATABASES: dict[str, dict[str, Any]] = {"default": env.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Every process must see the same counts of failed sign-ins. A migration of config makes the table. Django's own limit
# of 300 entries, past which keys go by the alphabet, would let anybody wash counts out; a task removes what expired.
CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "config_cache",
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    },
}
# History may be added to and never rewritten.
PGHISTORY_APPEND_ONLY = True

# An article may have 200,000 characters, which a form sends as up to twelve bytes each.
DATA_UPLOAD_MAX_MEMORY_SIZE = FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# --- Signing in -------------------------------------------------------------------------------------------------------
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
MFA_FORMS = {"activate_totp": "config.second_factors.SetUpForm"}
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

# --- What browsers are told to keep to --------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],  # The second factor's QR code is a data: address.
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_SSL_REDIRECT = HTTPS
# Load balancers ask for these without TLS.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
if HTTPS:  # By these names browsers keep cookies that another name of the domain can neither set nor read.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
# Seconds that a browser and the database keep a session at most; `config.sessions` ends it.
SESSION_COOKIE_AGE = env("CLAIMDESK_SESSION_HOURS") * 3600
CLAIMDESK_SESSION_HOURS = env("CLAIMDESK_SESSION_HOURS")
CLAIMDESK_SESSION_IDLE_MINUTES = env("CLAIMDESK_SESSION_IDLE_MINUTES")
SILENCED_SYSTEM_CHECKS = [
    "security.W021",  # Preloading a domain in browsers is its owner's decision, not this application's.
]

# --- Words and times --------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français")]
USE_I18N = True
# With USE_TZ, times are stored in UTC and shown in the newsroom's zone.
USE_TZ = True
TIME_ZONE = env("CLAIMDESK_TIME_ZONE")

# --- Static files -----------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
# Production serves what `collectstatic` gathered; embedded mode serves the files where they lie.
STATIC_ROOT = None if EMBEDDED else BASE_DIR / "staticfiles"
WHITENOISE_USE_FINDERS = EMBEDDED
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if EMBEDDED
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# --- The newsroom -----------------------------------------------------------------------------------------------------
# Claims that a reviewer may have in hand at once; 0 for no limit. What waits for an answer is not counted.
CLAIMDESK_OPEN_WORK_LIMIT = env("CLAIMDESK_OPEN_WORK_LIMIT")

# Days after the answer when what could name a reader (mail address, note) is deleted; stated on the public forms.
CLAIMDESK_READER_DAYS = env("CLAIMDESK_READER_DAYS")

# Hour of the newsroom's day, 0 to 23, at which the daily mail of notifications is sent.
CLAIMDESK_DIGEST_HOUR = env("CLAIMDESK_DIGEST_HOUR")

# Hosts of the newsroom's own network whose pages may be fetched (`intranet.example`, `10.0.0.5:8080`); no others may.
CLAIMDESK_FETCH_ALLOW_HOSTS = env("CLAIMDESK_FETCH_ALLOW_HOSTS")

# The cache before us, which is told what changed and may then keep pages for a minute (reviews.public.caching).
CLAIMDESK_PURGE_URL = env("CLAIMDESK_PURGE_URL")
CLAIMDESK_PURGE_METHOD = env("CLAIMDESK_PURGE_METHOD")
CLAIMDESK_PURGE_TOKEN = env("CLAIMDESK_PURGE_TOKEN")

# The newsroom's own language model, if it has one: an OpenAI-compatible address up to `/v1` (claims/llm/README.md).
CLAIMDESK_LLM_URL = env("CLAIMDESK_LLM_URL")
CLAIMDESK_LLM_MODEL = env("CLAIMDESK_LLM_MODEL")
CLAIMDESK_LLM_KEY = env("CLAIMDESK_LLM_KEY")

# Requests to the API a minute from one address; more get a 429 that says when to come back.
CLAIMDESK_API_RATE = env("CLAIMDESK_API_RATE")
SPECTACULAR_SETTINGS = described(SITE_NAME)

# --- Background work --------------------------------------------------------------------------------------------------
# A message is a doorbell: the job's row is the truth, so nothing is kept about a task besides.
CELERY_BROKER_URL = env("CELERY_BROKER_URL") or ("filesystem://" if EMBEDDED else "amqp://guest@localhost//")
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_SERIALIZER = CELERY_RESULT_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_SOFT_TIME_LIMIT = 120  # Seconds; a page may take 20 to fetch, the longest article a few to extract.
CELERY_TASK_TIME_LIMIT = 150
CELERY_TIMEZONE = "UTC"
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
if EMBEDDED:  # In production beat is told where, as by its service.
    make_private(data_folder().beat)
    CELERY_BEAT_SCHEDULE_FILENAME = str(data_folder().beat / "schedule")
if CELERY_BROKER_URL.startswith("filesystem://"):
    broker = Path(CELERY_BROKER_URL.removeprefix("filesystem://") or data_folder().broker)
    broker.mkdir(mode=0o700, exist_ok=True)
    CELERY_BROKER_URL = "filesystem://localhost"  # Kombu wants a host's name, and warns where it finds none.
    CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = {
        "data_folder_in": str(broker),
        "data_folder_out": str(broker),
        "control_folder": str(broker / "control"),
        "polling_interval": 0.1,
    }
elif CELERY_BROKER_URL.startswith(("redis", "sentinel")):
    # Longer than any task but an extraction by a language model, which holds its job's lease: its message comes twice,
    # and the second does nothing. Without the other two, what a dead worker held comes back minutes later still.
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "visibility_timeout": 2 * CELERY_TASK_TIME_LIMIT,
        "unacked_restore_interval": 1,
        "unacked_restore_throttle": 1,
    }

# --- Logs -------------------------------------------------------------------------------------------------------------
LOGGING = to_standard_error(env("LOG_LEVEL"))
