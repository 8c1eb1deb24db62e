"""Where things stand on the public site. Absolute addresses come from SITE_URL, never from a request's Host."""

from django.conf import settings
from django.urls import reverse


def absolute(path: str) -> str:
    return f"{settings.SITE_URL}{path}"


def claim_path(claim_id: int, slug: str) -> str:
    return reverse("public:verdict", args=[claim_id, slug])


def article_path(article_id: int) -> str:
    return reverse("public:article", args=[article_id])


def source_path(source_id: int) -> str:
    return reverse("public:source", args=[source_id])
