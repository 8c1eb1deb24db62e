"""Django's settings for every mode, all of them from the environment (see config.env); a module for each subject.

Here is what Django is put together from; what is read from the environment is in the modules.
"""

import django_stubs_ext

from config.logs import to_standard_error
from config.rest import REST_FRAMEWORK as REST_FRAMEWORK
from config.rest import described
from config.settings.accounts import *  # noqa: F403
from config.settings.background import *  # noqa: F403
from config.settings.browsers import *  # noqa: F403
from config.settings.data import *  # noqa: F403
from config.settings.newsroom import *  # noqa: F403
from config.settings.site import *  # noqa: F403
from config.settings.site import BASE_DIR, EMBEDDED, SITE_NAME, env

# Lets `ModelAdmin[Claim]` and `QuerySet[Claim]` be written at run time, as the type checker wants them.
django_stubs_ext.monkeypatch()

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

SPECTACULAR_SETTINGS = described(SITE_NAME)
LOGGING = to_standard_error(env("LOG_LEVEL"))
