"""The least that Django can do for a verdict: one query by number, one short page; no middleware, no template."""

from __future__ import annotations

import os

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from django.utils.html import format_html

settings.configure(
    SECRET_KEY="benchmark",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": "claimdesk",
            "USER": "claimdesk",
            "HOST": os.environ["BENCHMARK_SOCKET"],
            "OPTIONS": {"pool": {"min_size": 1, "max_size": 8}},
        }
    },
)
django.setup()

QUERY = "SELECT headline, label, summary, payload FROM reviews_publication WHERE claim_id = %s AND valid_until IS NULL"


def verdict(request: HttpRequest, claim_id: int) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute(QUERY, [claim_id])
        row = cursor.fetchone()
    if row is None:
        raise Http404
    headline, label, summary, payload = row
    return HttpResponse(format_html("<h1>{}</h1><p>{}</p><p>{}</p><pre>{}</pre>", headline, label, summary, payload))


urlpatterns = [path("claims/<int:claim_id>/", verdict)]

application = get_wsgi_application()
