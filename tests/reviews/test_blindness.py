"""Blind means blind: every address of the staff, walked by each side, says nothing of what the other concluded."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.core import mail
from django.db.models.functions import Now
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.timezone import localdate

from reviews.enums import ContactWay, NotificationKind
from reviews.evidence_facts import current_ratings
from reviews.models import Notification, Review, SecondOpinion, Verdict
from reviews.services.comments import comment_on
from reviews.services.contacts import record_contact
from reviews.services.notification_mail import mail_notifications
from reviews.services.seconds import ask_second
from reviews.services.verdicts import request_changes, submit_verdict
from tests.claims.factories import make_user
from tests.reviews.factories import make_draft, make_review, make_second, make_submitted_verdict

pytestmark = pytest.mark.django_db

FIRST: dict[str, Any] = {
    "headline": "Zebra headline of the first",
    "summary": "Yucca summary of the first.",
    "explanation": "Xylophone explanation of the first.",
}
FIRST_SAYS = ["Zebra headline", "Yucca summary", "Xylophone explanation", "Register of closed bridges"]
SECOND_SAYS = ["Walrus reasoning", "Vulture almanac"]


STAFF = ("desk/", "admin/reviews/", "admin/claims/", "admin/auth/", "accounts/")
POSTED = ("take/", "release/", "save/", "draft/", "renew/", "skip/", "wait/", "submit/", "delete/", "logout/")


def patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address of the site with the names of its places, such as `/desk/reviews/<int:pk>/`."""
    for entry in resolver.url_patterns:
        route = prefix + str(entry.pattern).removeprefix("^").removesuffix("$")
        if isinstance(entry, URLResolver):
            yield from patterns(entry, route)
        else:
            yield route, entry


def numbers(route: str) -> list[int]:
    """What may stand in the first place of an address: the ids of what it is about."""
    for model in admin.site._registry:
        if route.startswith(f"admin/{model._meta.app_label}/{model._meta.model_name}/"):
            return list(model._default_manager.values_list("pk", flat=True))
    if route.startswith("desk/notifications/"):
        return list(Notification.objects.values_list("pk", flat=True))
    if route.startswith("desk/seconds/"):
        return list(SecondOpinion.objects.values_list("pk", flat=True))
    return list(Review.objects.values_list("pk", flat=True))


def addresses() -> list[str]:
    """Every address of the staff that can be looked at, for everything that there is."""
    found = set()
    for route, _ in patterns(get_resolver()):
        if not route.startswith(STAFF) or route.endswith(POSTED):
            continue
        if "<" not in route:
            found.add(f"/{route}")
            continue
        filled = (re.sub(r"<[^>]+>", str(number), route) for number in numbers(route))
        found |= {f"/{address}" for address in filled if "(" not in address}
    return sorted(found)


def test_the_walk_reaches_the_pages_that_matter() -> None:
    first = make_submitted_verdict()
    walked = addresses()
    assert reverse("desk:review", args=[first.review_id]) in walked
    assert reverse("admin:reviews_verdict_change", args=[first.pk]) in walked
    assert reverse("admin:reviews_verdict_approve", args=[first.pk]) in walked
    assert reverse("desk:notifications") in walked
    ours = [m._meta for m in admin.site._registry if m._meta.app_label in {"claims", "reviews"}]
    assert {f"/admin/{meta.app_label}/{meta.model_name}/" for meta in ours} <= set(walked)


def leaks(client: Client, person: User, words: list[str], rating: str) -> list[str]:
    """Where one of the words, or that rating alone and not the whole scale, can be read."""
    client.force_login(person)
    labels = [item.label for item in current_ratings()]
    found = []
    for address in addresses():
        answer: Any = client.get(address)
        text = unescape((b"".join(answer.streaming_content) if answer.streaming else answer.content).decode())
        found += [f"{address}: {word}" for word in words if word in text]
        tells = rating in text and not all(label in text for label in labels)
        if tells and not address.startswith(("/admin/reviews/rating/", "/admin/reviews/scale/")):
            found.append(f"{address}: {rating}")
    return found


def submitted_after_asking_somebody(whom: str) -> Verdict:
    draft = make_draft(code="half_true", **FIRST)
    record_contact(review=draft.review, by=draft.author, whom=whom, way=ContactWay.MAIL, asked_on=localdate())
    lease = draft.review.lease_number
    return submit_verdict(review=draft.review, author=draft.author, lease_number=lease, version=draft.version)


def test_the_second_reviewer_finds_nothing_of_the_first_verdict(client: Client) -> None:
    sent_back = make_submitted_verdict(code="half_true", **FIRST)
    editor, reviewer = make_user("editor"), make_user("superuser")
    comment_on(verdict=sent_back, part="rating", text="Umbrella comment on the rating.", by=editor)
    request_changes(verdict=sent_back, by=editor, reason="Tuba reason for changes.")
    again = submitted_after_asking_somebody("Ada Nutmeg")
    for verdict in (sent_back, again):
        ask_second(review=verdict.review, by=editor, why="Much hangs on it.", to=reviewer)
    assert leaks(client, reviewer, [*FIRST_SAYS, "Umbrella comment", "Tuba reason", "Nutmeg"], "Half true") == []
    # The walk finds what there is: the first author reads it all.
    assert len(leaks(client, again.author, FIRST_SAYS, "Half true")) > len(FIRST_SAYS)


def test_the_first_author_finds_nothing_of_the_second_verdict(client: Client) -> None:
    author, review = make_user("superuser"), make_review()
    second = make_second(review, code="mostly_true", reasoning="Walrus reasoning.", sources="Vulture almanac, 2021")
    make_draft(review, author, code="half_true", **FIRST)
    assert leaks(client, author, SECOND_SAYS, "Mostly true") == []
    assert leaks(client, second.author, SECOND_SAYS, "Mostly true") != []


def test_no_notification_of_either_side_says_what_the_other_concluded() -> None:
    """In the mails, which nobody takes back, as at the desk, which the walks above read."""
    reviewer = make_user("superuser", email="second@newsroom.example")
    author = make_user("superuser", email="first@newsroom.example")
    second = make_second(make_review(), reviewer, code="mostly_true", reasoning="Walrus reasoning.")
    make_submitted_verdict(author=author, code="half_true", **FIRST)
    draft = make_draft(second.opinion.review, author, code="half_true", **FIRST)
    first = submit_verdict(review=draft.review, author=author, lease_number=draft.review.lease_number, version=1)
    request_changes(verdict=first, by=make_user("editor"), reason="Tuba reason for changes.")
    told = Notification.objects.filter(person__in=[author, reviewer])
    assert {row.kind for row in told} >= {NotificationKind.SECOND, NotificationKind.CHANGES_REQUESTED}
    told.update(mail_after=Now())
    for person in (author, reviewer):
        assert mail_notifications(person_id=person.pk)
    sent = "\n".join(f"{item.subject}\n{item.body}" for item in mail.outbox)
    ratings = [item.label for item in current_ratings()]
    assert not [word for word in [*FIRST_SAYS, *SECOND_SAYS, "Tuba", *ratings[1:]] if word in sent]


def test_once_both_are_in_both_are_read_side_by_side(client: Client) -> None:
    first = make_submitted_verdict(code="half_true", **FIRST)
    second = make_second(first.review, code="mostly_true", reasoning="Walrus reasoning.", sources="Vulture almanac")
    client.force_login(make_user("editor"))
    page = client.get(reverse("admin:reviews_verdict_approve", args=[first.pk])).content.decode()
    for word in ("Zebra headline", "Walrus reasoning", "Vulture almanac", "Differs", "How the difference was resolved"):
        assert word in page
    client.force_login(first.author)
    assert "Walrus reasoning" in client.get(reverse("desk:second", args=[second.opinion_id])).content.decode()
