"""What browsers are told to keep to: the content policy, TLS, cookies and sessions."""

from csp.constants import NONE, SELF

from config.settings.site import HTTPS, env

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
