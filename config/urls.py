from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from config import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("", include("reviews.urls")),
    # What readers see has an address in each language; English has it without a prefix.
    *i18n_patterns(path("", include("reviews.public.urls")), prefix_default_language=False),
]
