"""Where a form was sent from, without a cookie or a token: browsers say it themselves, in headers no page can forge."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext


def why_not_ours(request: HttpRequest) -> str:
    """Why a write is not taken for one of our own form's; empty where it is.

    Sec-Fetch-Site, Origin and Referer: none may speak against us, and one must speak for us. Origin and Referer are
    compared with SITE_URL, never with the request's Host. What names no origin at all is no browser's form.
    """
    headers = request.headers
    site, origin, referer = headers.get("Sec-Fetch-Site"), headers.get("Origin"), headers.get("Referer")
    if site is not None and site != "same-origin":
        return gettext("Your browser says that this form was sent from another site.")
    if origin is not None and not _is_ours(origin):
        return gettext("Your browser says that this form was sent from another address than ours.")
    if origin is None and referer is not None and not _is_ours(referer):
        return gettext("Your browser says that this form came from a page of another address than ours.")
    if site is None and origin is None and referer is None:
        return gettext("Your browser or program does not say which page this form was sent from.")
    return ""


def _is_ours(address: str) -> bool:
    return _origin(address) == _origin(settings.SITE_URL) is not None


def _origin(address: str) -> tuple[str, str, int | None] | None:
    """Scheme, host and port; None for `null` and whatever else is no web address."""
    try:
        parts = urlsplit(address)
        port = parts.port or {"http": 80, "https": 443}.get(parts.scheme)
    except ValueError:
        return None
    return (parts.scheme, parts.hostname, port) if parts.hostname and port else None
