"""Absolute addresses of what the API answers, from SITE_URL."""

from urllib.parse import urlencode

from django.urls import reverse

from reviews.public.addresses import absolute


def verdict_address(claim_id: int) -> str:
    return absolute(reverse("api:verdict", args=[claim_id]))


def article_address(article_id: int) -> str:
    return absolute(reverse("api:article", args=[article_id]))


def source_address(source_id: int) -> str:
    return absolute(reverse("api:source", args=[source_id]))


def verdicts_address(**filters: object) -> str:
    return absolute(f"{reverse('api:verdicts')}?{urlencode(filters)}")
