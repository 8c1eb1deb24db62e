"""The rating scale in force, as the methodology page shows it."""

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from reviews.api.asking import refuse_misplaced
from reviews.api.base import Json, ReadView, confirmed
from reviews.api.described import NOT_FOUND, described
from reviews.api.shapes.records import Scale
from reviews.evidence_facts import current_ratings
from reviews.models import Rating
from reviews.public.scale import tone_of


class ScaleDetail(ReadView):
    @described(
        "getScale", "The rating scale in force: what each label means, and when it is chosen.", Scale, errors=NOT_FOUND
    )
    def get(self, request: Request) -> HttpResponse:
        """Two queries. A scale is never changed, only replaced by a new revision."""
        refuse_misplaced(request.query_params)
        ratings = current_ratings()
        if not ratings:
            raise Http404("No scale is set up yet.")
        revision = [rating.pk for rating in ratings]
        return confirmed(request, Scale, lambda: _scale(ratings), revision=revision)


def _scale(ratings: list[Rating]) -> Json:
    scale = ratings[0].scale
    named = ("name", "revision", "introduced_on", "note")
    return {name: getattr(scale, name) for name in named} | {"ratings": [_step(rating) for rating in ratings]}


def _step(rating: Rating) -> Json:
    named = ("code", "label", "number", "definition", "criteria", "tolerance")
    return {name: getattr(rating, name) for name in named} | {"tone": tone_of(rating)}
