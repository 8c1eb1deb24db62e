"""What OpenAPI says of `claims:search`."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers

from reviews.api.claims_search.asking import LARGEST_INT32, LARGEST_PAGE
from reviews.api.described import parameter
from reviews.api.shapes.parts import Shape

# Empty counts as unset. No NUL, which the database does not take.
WORDS = {"type": "string", "pattern": "^[^\\u0000]*$"}


class Publisher(Shape):
    name = serializers.CharField()
    site = serializers.CharField(help_text="Our host, without protocol and www.")


class Review(Shape):
    publisher = Publisher()
    url = serializers.CharField()
    title = serializers.CharField()
    reviewDate = serializers.DateTimeField()
    textualRating = serializers.CharField()
    languageCode = serializers.CharField()


class FactCheckedClaim(Shape):
    text = serializers.CharField()
    claimant = serializers.CharField(required=False)
    claimDate = serializers.DateTimeField(required=False, help_text="Only where it is known to the day.")
    claimReview = Review(many=True)


class FactCheckedClaims(Shape):
    claims = FactCheckedClaim(many=True, required=False)
    nextPageToken = serializers.CharField(required=False)


class GoogleProblem(Shape):
    code = serializers.IntegerField()
    message = serializers.CharField()
    status = serializers.CharField()
    details = serializers.ListField(child=serializers.DictField(), required=False)


class GoogleError(Shape):
    error = GoogleProblem()


def _number(name: str, says: str, smallest: int = 0) -> OpenApiParameter:
    schema = {"type": "integer", "format": "int32", "minimum": smallest, "maximum": LARGEST_INT32}
    return parameter(name, schema, says)


def _words(name: str, says: str, **more: Any) -> OpenApiParameter:
    return parameter(name, WORDS | more, says)


described = extend_schema(
    operation_id="searchClaims",
    summary="Search in the shape of Google's Fact Check Tools API",
    description="As Google's Fact Check Tools API answers: point any of its clients here. Sample data is left out.",
    parameters=[
        _words("query", "Words; needed unless reviewPublisherSiteFilter is given.", maxLength=200),
        parameter(
            "languageCode",
            {"type": "string", "pattern": "^([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?$"},
            "BCP-47; the region is ignored.",
        ),
        _words("reviewPublisherSiteFilter", "A publisher's host; only ours has results."),
        _number("maxAgeDays", "Days since the review at most; 0 is unset."),
        _number("pageSize", f"10 if unset or 0; {LARGEST_PAGE} at most."),
        _words("pageToken", "`nextPageToken` of the page before; all other parameters must repeat."),
        _number("offset", "Results to skip; only without a pageToken."),
        parameter("alt", {"type": "string", "enum": ["json"]}, "Only JSON is answered."),
        parameter("key", {"type": "string"}, "Not needed, and never looked at."),
        parameter("fields", {"type": "string"}, "Not looked at: every answer is whole."),
        parameter("prettyPrint", {"type": "boolean", "default": True}, "With line breaks."),
        parameter("sample", {"type": "boolean", "default": False}, "Sample data too. Not in Google's API."),
    ],
    responses={
        200: OpenApiResponse(FactCheckedClaims),
        304: OpenApiResponse(description="Nothing has changed since the ETag or the date that you sent."),
        400: OpenApiResponse(GoogleError, description="INVALID_ARGUMENT, with what is wrong in `details`."),
        405: OpenApiResponse(GoogleError, description="UNIMPLEMENTED: the API is read-only."),
        429: OpenApiResponse(GoogleError, description="RESOURCE_EXHAUSTED: wait as long as Retry-After says."),
    },
    tags=["claims:search"],
)
