"""Who may do what: groups and their rights, least first. `migrate` sets the groups to exactly this."""

from typing import Any

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

REVIEWERS = "Reviewers"
EDITORS = "Editors"
ADMINISTRATORS = "Administrators"

_SEE_THE_DESK = (
    "claims.view_article",
    "claims.view_claim",
    "claims.view_source",
    "claims.view_speaker",
    "claims.view_topic",
    "reviews.view_review",
    "reviews.view_verdict",
    "reviews.view_publication",
    "reviews.view_contact",
    "reviews.view_rating",
    "reviews.view_scale",
)

ROLES: dict[str, tuple[str, ...]] = {
    REVIEWERS: (*_SEE_THE_DESK, "reviews.take_review", "reviews.add_proposedsource"),
    EDITORS: (
        *_SEE_THE_DESK,
        "claims.ingest_article",
        "claims.change_article",
        "claims.triage_claim",
        "claims.add_source",
        "claims.change_source",
        "claims.add_speaker",
        "claims.change_speaker",
        "claims.add_topic",
        "claims.change_topic",
        "claims.view_job",
        "claims.view_request",
        "claims.change_request",
        "reviews.assign_review",
        "reviews.approve_verdict",
        "reviews.suspend_publication",
        "reviews.retract_publication",
        "reviews.correct_publication",
        "reviews.hold_publication",
        "reviews.merge_review",
        "reviews.withhold_text",
        "reviews.view_withholding",
        "reviews.decide_dispute",
        "reviews.view_dispute",
        "reviews.view_correction",
        "reviews.view_hold",
        "reviews.view_proposedsource",
        "reviews.view_interest",
        "reviews.view_protected_identity",
        "reviews.view_event",
    ),
    ADMINISTRATORS: (
        "auth.view_user",
        "auth.add_user",
        "auth.change_user",
        "auth.view_group",
        "claims.view_source",
        "claims.set_source_policy",
        "reviews.view_scale",
        "reviews.add_scale",
        "reviews.view_rating",
        "reviews.add_rating",
        # A court's order reaches whoever runs the house, also at night: any two of both roles can obey it.
        "reviews.withhold_text",
        "reviews.view_withholding",
        "reviews.view_event",
    ),
}


BESIDES: dict[str, str] = {
    "claims.ingest_article": "bring in articles, fetch and extract them",
    "claims.change_article": "change what is known of an article",
    "claims.triage_claim": "write claims, accept, set aside or dismiss them, mark sightings",
    "claims.change_request": "answer requests for a check",
    "claims.add_source": "add sources",
    "claims.set_source_policy": "set how much of a source may be quoted, linked and shown whole",
    "claims.add_speaker": "add speakers",
    "claims.change_speaker": "change speakers",
    "claims.add_topic": "add topics",
    "claims.change_topic": "change topics",
    "auth.add_user": "make accounts",
    "auth.change_user": "change accounts, give roles, take away a lost second factor",
    "reviews.add_scale": "bring in a revision of the scale",
    "reviews.add_rating": "word the ratings of that revision",
}
"""What the rights let people do that are not in `reviews.permissions`: for the README, in its order."""


def sync_groups(sender: Any, using: str = "default", **_: Any) -> None:
    """Give each group exactly the rights of `ROLES` (post_migrate; running it twice changes nothing)."""
    for label in ("auth", "claims", "reviews"):
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    known = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.using(using).select_related("content_type")
    }
    for name, rights in ROLES.items():
        group = Group.objects.using(using).get_or_create(name=name)[0]
        group.permissions.set([known[right] for right in rights])
