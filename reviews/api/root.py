"""Where a program begins: what there is, and under which rules."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from rest_framework import serializers
from rest_framework.request import Request

from reviews.api.asking import refuse_misplaced
from reviews.api.base import Json, ReadView, confirmed
from reviews.api.described import described
from reviews.api.shapes.parts import Shape
from reviews.api.throttling import WINDOW
from reviews.public.addresses import absolute

RESOURCES = ("verdicts", "corrections", "sources", "articles", "scale")


class Resources(Shape):
    verdicts = serializers.CharField()
    corrections = serializers.CharField()
    sources = serializers.CharField()
    articles = serializers.CharField()
    scale = serializers.CharField()


class RateLimit(Shape):
    requests = serializers.IntegerField()
    seconds = serializers.IntegerField()


class Start(Shape):
    name = serializers.CharField()
    documentation = serializers.CharField()
    schema = serializers.CharField()
    v1 = Resources()
    claims_search = serializers.CharField(help_text="In the shape of Google's Fact Check Tools API.")
    claim_review_feed = serializers.CharField()
    rate_limit = RateLimit()
    notes = serializers.ListField(child=serializers.CharField())


class Root(ReadView):
    @described("start", "Every address, and the rules that hold for all.", Start)
    def get(self, request: Request) -> HttpResponse:
        refuse_misplaced(request.query_params)
        rate = settings.CLAIMDESK_API_RATE
        return confirmed(request, Start, _start, revision=(rate,))


class VersionOne(ReadView):
    @described(
        "startVersion1",
        "The lists of version 1. Fields are added to them, never removed or given another meaning.",
        Resources,
    )
    def get(self, request: Request) -> HttpResponse:
        refuse_misplaced(request.query_params)
        return confirmed(request, Resources, _resources, revision=())


def _resources() -> Json:
    return {name: absolute(reverse(f"api:{name}")) for name in RESOURCES}


def _start() -> Json:
    return {
        "name": settings.SITE_NAME,
        "documentation": absolute(reverse("api:docs")),
        "schema": absolute(reverse("api:schema")),
        "v1": _resources(),
        "claims_search": absolute(reverse("api:claims-search")),
        "claim_review_feed": absolute(reverse("machines:claim-reviews")),
        "rate_limit": {"requests": settings.CLAIMDESK_API_RATE, "seconds": WINDOW},
        "notes": [
            "Only what is published is here; a verdict under re-examination or retracted has no rating.",
            "Sample data, such as that of a demo, is left out of lists: add sample=true.",
            "No key is needed.",
        ],
    }
