"""The bell, the page of notifications and that of choices: own rows only, without scripts."""

from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html
from pytest_django import DjangoCaptureOnCommitCallbacks

from reviews import tasks
from reviews.enums import HoldKind, NotificationKind, NotificationWay
from reviews.models import Notification, NotificationChoice, Publication
from reviews.notifications import chosen_ways
from reviews.services.assignment import assign_review
from reviews.services.comments import comment_on
from reviews.services.holds import place_hold
from reviews.services.publishing import suspend_publication
from reviews.services.seconds import ask_second
from reviews.services.verdicts import request_changes
from reviews.services.withholding import ask_withholding
from tests.claims.admin.pages import take
from tests.claims.factories import make_user
from tests.reviews.desk.pages import text_of
from tests.reviews.factories import make_publication, make_review, make_skipped_for_all, make_submitted_verdict
from tests.reviews.notified import told
from tests.reviews.services.test_disputes import make_dispute

pytestmark = pytest.mark.django_db

LIST, CHOICES = "/desk/notifications/", "/desk/notifications/choices/"


def assigned(reviewer: User, count: int = 1, **claim_values: Any) -> list[Notification]:
    editor = make_user("editor")
    for _ in range(count):
        assign_review(review=make_review(**claim_values), to=reviewer, by=editor)
    return list(Notification.objects.filter(person=reviewer).order_by("pk"))


# --- The bell ---------------------------------------------------------------------------------------------------------
def bell(client: Client, address: str) -> str:
    page = html.fromstring(client.get(address).content.decode())
    return " ".join(page.find_class("bell")[0].text_content().split())


def test_the_bell_counts_at_the_desk_and_in_the_admin(client: Client, reviewer: User) -> None:
    assert bell(client, "/desk/") == "Notifications"
    assigned(reviewer, 3)
    assert bell(client, "/desk/") == "Notifications, 3 unread 3"
    editor = make_user("editor")
    client.force_login(editor)
    make_submitted_verdict()
    assert bell(client, "/admin/") == "Notifications, 1 unread 1"


def test_it_counts_to_ninety_nine_with_one_query(client: Client, reviewer: User) -> None:
    (row,) = assigned(reviewer)
    with CaptureQueriesContext(connection) as few:
        client.get("/desk/interests/")
    rows = [Notification(person=reviewer, kind=row.kind, review=row.review, moment=row.created_at) for _ in range(120)]
    for number, item in enumerate(rows):
        item.moment = row.created_at.replace(year=1900 + number)
    Notification.objects.bulk_create(rows)
    with CaptureQueriesContext(connection) as many:
        assert "99+" in bell(client, "/desk/interests/")
    assert len(few) == len(many)


def test_who_cannot_be_told_of_anything_has_no_bell(client: Client) -> None:
    client.force_login(make_user(None))
    page = client.get("/accounts/password/change/")
    assert page.status_code == HTTPStatus.OK
    assert 'class="bell"' not in page.content.decode()


# --- The list ---------------------------------------------------------------------------------------------------------
def test_the_list_says_what_happened_newest_first_and_is_paged(client: Client, reviewer: User) -> None:
    assigned(reviewer, 31)
    with CaptureQueriesContext(connection) as queries:
        page = client.get(LIST)
    assert len(queries) <= 12
    rows = html.fromstring(page.content.decode()).xpath("//*[@data-row]")
    assert len(rows) == 30
    assert "gave you this claim to check." in rows[0].text_content()
    newest = Notification.objects.filter(person=reviewer).latest("pk")
    assert str(newest.review.claim) in rows[0].text_content()
    assert "Page 1 of 2" in text_of(page)
    assert len(html.fromstring(client.get(f"{LIST}?page=2").content.decode()).xpath("//*[@data-row]")) == 1


def test_an_empty_list_says_what_it_is_for(client: Client, reviewer: User) -> None:
    assert "Nothing yet" in text_of(client.get(LIST))
    assert "Nothing is unread" in text_of(client.get(f"{LIST}?show=unread"))
    assert "Mark all as read" not in text_of(client.get(LIST))


def test_opening_one_reads_it_and_leads_to_the_claim(client: Client, reviewer: User) -> None:
    row, other = assigned(reviewer, 2)
    for _ in range(2):
        answer = client.post(reverse("desk:notification", args=[row.pk]))
        assert answer.headers["Location"] == f"/desk/reviews/{row.review_id}/"
    row.refresh_from_db()
    other.refresh_from_db()
    assert row.read_at and not other.read_at
    # A link in an old mail leads straight on.
    assert client.get(reverse("desk:notification", args=[row.pk]))["Location"] == f"/desk/reviews/{row.review_id}/"


@pytest.mark.parametrize("verb", ["get", "head"])
def test_looking_at_its_link_changes_nothing_and_offers_the_way(client: Client, reviewer: User, verb: str) -> None:
    (row,) = assigned(reviewer)
    before = Notification.objects.filter(pk=row.pk).values().get()
    answer = getattr(client, verb)(reverse("desk:notification", args=[row.pk]))
    assert answer.status_code == HTTPStatus.OK
    assert Notification.objects.filter(pk=row.pk).values().get() == before
    if verb == "get":
        [form] = html.fromstring(answer.content.decode()).xpath("//form[@data-leads-to]")
        assert form.action == answer.request["PATH_INFO"]
        assert form.get("data-leads-to") == f"/desk/reviews/{row.review_id}/"


def test_one_or_all_are_marked_as_read_and_what_came_meanwhile_is_not(client: Client, reviewer: User) -> None:
    first, second = assigned(reviewer, 2)
    answer = client.post(reverse("desk:notification_read", args=[first.pk]), {"page": 1, "show": "unread"})
    assert answer.headers["Location"] == f"{LIST}?show=unread"
    page = html.fromstring(client.get(LIST).content.decode())
    up_to = page.xpath("//input[@name='up_to']/@value")[0]
    assigned(reviewer)
    answer = client.post(reverse("desk:notifications_read"), {"up_to": up_to}, follow=True)
    assert "1 notification is marked as read." in text_of(answer)
    assert told(reviewer) == [NotificationKind.ASSIGNED]
    second.refresh_from_db()
    assert second.read_at


@pytest.mark.parametrize(
    ("verb", "name"),
    [("get", "desk:notification"), ("post", "desk:notification"), ("post", "desk:notification_read")],
)
def test_nobody_reads_or_marks_what_is_another_persons(client: Client, reviewer: User, verb: str, name: str) -> None:
    (row,) = assigned(make_user("reviewer"))
    assert getattr(client, verb)(reverse(name, args=[row.pk])).status_code == HTTPStatus.NOT_FOUND
    client.post(reverse("desk:notifications_read"), {"up_to": row.pk})
    row.refresh_from_db()
    assert row.read_at is None
    assert str(row.review.claim) not in client.get(LIST).content.decode()


def test_who_lost_the_right_sees_no_more_of_it(client: Client) -> None:
    person = make_user("superuser")
    make_submitted_verdict()
    client.force_login(person)
    assert "awaits approval" in text_of(client.get(LIST))
    User.objects.filter(pk=person.pk).update(is_superuser=False)
    assert client.get(LIST).status_code == HTTPStatus.FORBIDDEN


def test_an_administrator_is_told_of_withholdings_and_of_nothing_else(client: Client) -> None:
    administrator = make_user("administrator")
    verdict = make_publication().verdict
    ask_withholding(target=verdict, legal_basis="Court order 7/2026.", by=make_user("editor"))
    client.force_login(administrator)
    assert "asks that a text be withheld" in text_of(client.get(LIST))
    assert list(chosen_ways(administrator)) == [NotificationKind.WITHHOLDING]
    row = Notification.objects.get(person=administrator)
    assert client.post(reverse("desk:notification", args=[row.pk]), follow=True).status_code == HTTPStatus.OK


def test_text_from_outside_is_escaped(client: Client, reviewer: User) -> None:
    assigned(reviewer, wording="<script>alert(1)</script> was closed")
    assert "<script>alert" not in client.get(LIST).content.decode()


# --- Where each leads -------------------------------------------------------------------------------------------------
def test_every_kind_leads_to_a_page_that_its_reader_may_open(client: Client) -> None:
    """To one editor and the people of a verdict, whatever they are told; every page that they are led to opens."""
    editor = make_user("editor")
    everything(editor)
    opened = set()
    for row in Notification.objects.select_related("person").order_by("pk"):
        client.force_login(row.person)
        answer = client.post(reverse("desk:notification", args=[row.pk]), follow=True)
        assert answer.status_code == HTTPStatus.OK, (row.kind, row.person, answer.redirect_chain)
        opened.add(row.kind)
    by_time = {NotificationKind.LEASE_ENDING, NotificationKind.WAIT_OVER, NotificationKind.DUE}
    assert opened >= {*NotificationKind} - by_time - {NotificationKind.TAKEN_AWAY}


def everything(editor: User) -> Publication:
    """One of nearly every kind."""
    verdict = make_submitted_verdict()
    comment_on(verdict=verdict, part="headline", text="Which year?", by=editor)
    request_changes(verdict=verdict, by=editor, reason="The year is missing.")
    assign_review(review=make_review(), to=make_user("reviewer"), by=editor)
    make_skipped_for_all()
    ask_second(review=make_submitted_verdict().review, by=editor, why="It matters.", to=make_user("reviewer"))
    publication = make_publication()
    make_dispute(publication)
    Notification.objects.create(
        person=editor,
        kind=NotificationKind.RECHECK,
        review=publication.review,
        publication=publication,
        moment=publication.valid_from,
    )
    place_hold(on=publication.review, kind=HoldKind.LEGAL, by=editor, reason="A court asks.")
    ask_withholding(target=publication.verdict, legal_basis="Court order 7/2026.", by=make_user("editor"))
    return suspend_publication(publication=publication, by=editor, reason="New figures.")


# --- Choices ----------------------------------------------------------------------------------------------------------
def test_the_form_offers_what_the_role_can_get_and_saves_it(client: Client, reviewer: User) -> None:
    page = client.get(CHOICES)
    assert "Your account has no mail address" in text_of(page)
    form = dict(html.fromstring(page.content.decode()).find_class("ways")[0].form_values())
    del form["csrfmiddlewaretoken"]
    assert form == {kind.value: way.value for kind, way in chosen_ways(reviewer).items()}
    assert NotificationKind.ASSIGNED in form and NotificationKind.FOR_APPROVAL not in form
    answer = client.post(CHOICES, form | {"assigned": "none", "comment": "at_once"}, follow=True)
    assert "Saved." in text_of(answer)
    ways = chosen_ways(reviewer)
    assert (ways[NotificationKind.ASSIGNED], ways[NotificationKind.COMMENT]) == ("none", "at_once")
    assigned(reviewer)
    assert told(reviewer) == []


def test_what_is_no_choice_is_refused_at_its_field_and_nothing_is_saved(client: Client, reviewer: User) -> None:
    form = {kind.value: way.value for kind, way in chosen_ways(reviewer).items()}
    answer = client.post(CHOICES, form | {"assigned": "by pigeon", "comment": "none"})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "none of the four choices" in text_of(answer)
    assert not NotificationChoice.objects.exists()
    # What was chosen besides is on the page still.
    fields = dict(html.fromstring(answer.content.decode()).find_class("ways")[0].form_values())
    assert fields["comment"] == NotificationWay.NONE


# --- The doorbell -----------------------------------------------------------------------------------------------------
def test_a_post_rings_for_the_mails_that_it_made(
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    editor, author = make_user("editor"), make_user("reviewer", email="ann@newsroom.example")
    verdict = make_submitted_verdict(author=author)
    rung: list[int] = []
    monkeypatch.setattr(tasks.mail_person, "delay", rung.append)
    client.force_login(editor)
    with django_capture_on_commit_callbacks(execute=True):
        client.get(reverse("admin:reviews_verdict_approve", args=[verdict.pk]))
        take(client, verdict, "request-changes", reason="Which year?")
    assert told(author) == [NotificationKind.CHANGES_REQUESTED]
    assert rung == [author.pk]
