"""How Django REST framework and the API's description are set; nothing of it depends on where it runs."""

from typing import Any

REST_FRAMEWORK = {
    # The API is public and read-only: it knows nobody, reads no body and answers in JSON alone.
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_METADATA_CLASS": None,
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "reviews.api.errors.answer_error",
    "UNAUTHENTICATED_USER": None,
    "URL_FORMAT_OVERRIDE": None,
}


def described(site_name: str) -> dict[str, Any]:
    """drf-spectacular's settings."""
    return {
        "TITLE": f"{site_name} API",
        "DESCRIPTION": "What was claimed, by whom, whether it is so, and how we know. Read-only, without a key.",
        "VERSION": "1.0.0",
        "OAS_VERSION": "3.1.1",
        "SERVERS": [{"url": "/"}],
        "SCHEMA_PATH_PREFIX": "/api/v1",
        "SERVE_INCLUDE_SCHEMA": False,
        "DISABLE_ERRORS_AND_WARNINGS": False,
        "ENUM_NAME_OVERRIDES": {
            **{
                name: f"claims.enums.{name}"
                for name in ("ClaimKind", "Control", "SourceKind", "SpeakerKind", "Treatment")
            },
            **{name: f"reviews.enums.{name}" for name in ("CorrectionKind", "EvidenceKind", "Question", "Stance")},
            "Finding": "reviews.enums.FindingValue",
        },
    }
