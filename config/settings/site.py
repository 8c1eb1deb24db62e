"""Which site this is, and where it runs: what the other modules of the settings begin from."""

from pathlib import Path
from urllib.parse import urlsplit

from config.env import Environment

env = Environment()

BASE_DIR = Path(__file__).resolve().parent.parent.parent
EMBEDDED = env.embedded
DEBUG = env("DEBUG")
SECRET_KEY = env.secret_key()

# Absolute addresses come from here and never from a request's Host header.
SITE_URL = env("SITE_URL").rstrip("/")
SITE_NAME = env("CLAIMDESK_SITE_NAME")
ALLOWED_HOSTS = env("ALLOWED_HOSTS") or [urlsplit(SITE_URL).hostname]
CSRF_TRUSTED_ORIGINS = [SITE_URL]
HTTPS = SITE_URL.startswith("https://")
