"""Letting a claim wait, skipping it for everybody, due dates, and the limit on open work, as the pages show them."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from django.utils.timezone import localdate
from lxml import html
from pytest_django import Settings

from reviews.enums import HoldKind
from reviews.models import Draft, Review, Skip
from reviews.services.assignment import set_due_date
from reviews.services.holds import place_hold
from tests.claims.factories import make_user
from tests.reviews.desk.pages import address, open_form, text_of
from tests.reviews.factories import make_draft, make_review, make_skipped_for_all, make_taken_review

pytestmark = pytest.mark.django_db


def test_a_claim_waits_until_a_day_and_its_text_is_kept(client: Client, reviewer: User) -> None:
    review = make_taken_review(reviewer)
    day = localdate() + timedelta(days=2)
    form = open_form(client, review) | {
        "headline": "Written before the wait",
        "wait_for": "the ministry's answer",
        "wait_until": day.isoformat(),
    }
    text = text_of(client.post(address("wait", review), form, follow=True))
    assert "It stays yours and comes back on" in text
    assert "waits until" in text
    assert "for the ministry's answer" in text
    review.refresh_from_db()
    assert review.assignee == reviewer
    assert timezone.localtime(review.wait_until).isoformat().startswith(f"{day.isoformat()}T00:00")
    assert Draft.objects.get().body["headline"] == "Written before the wait"
    assert "Resuming ends the wait." in text_of(client.get(address("review", review)))


@pytest.mark.parametrize(
    ("what", "until", "says"),
    [
        ("", "2999-01-01", "Say what the claim waits for."),
        ("a letter", "", "Choose the day until which it waits."),
        ("a letter", "next week", "Write the day until which it waits as YYYY-MM-DD."),
        ("a letter", "2020-01-01", "The wait would end in the past"),
        ("a letter", "9999-12-31", "The wait would last longer than two years"),
    ],
)
def test_a_wait_that_is_not_clear_is_refused_and_loses_nothing(
    client: Client, reviewer: User, what: str, until: str, says: str
) -> None:
    review = make_taken_review(reviewer)
    form = open_form(client, review) | {"headline": "Still here", "wait_for": what, "wait_until": until}
    answer = client.post(address("wait", review), form)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert says in text_of(answer)
    assert b"Still here" in answer.content
    fields = html.fromstring(answer.content.decode()).get_element_by_id("not-now")
    assert "".join(fields.xpath(".//*[@name='wait_for']/@value")) == what
    assert "".join(fields.xpath(".//*[@name='wait_until']/@value")) == until
    assert ("open" in fields.attrib) is bool(what or until)


def test_a_reason_that_cannot_be_stored_is_refused_and_loses_nothing(client: Client, reviewer: User) -> None:
    review = make_taken_review(reviewer)
    form = open_form(client, review) | {"headline": "Still here", "reason": 'The "file"\0is sealed.'}
    answer = client.post(address("skip", review), form)
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "remove it" in text_of(answer)
    assert 'value="The &quot;file&quot;' in answer.content.decode()
    assert b"Still here" in answer.content
    assert not Skip.objects.exists()


def test_a_wait_that_is_over_is_on_top_of_my_work(client: Client, reviewer: User) -> None:
    review = make_draft(author=reviewer).review
    make_taken_review(reviewer)
    Review.objects.filter(pk=review.pk).update(
        wait_until=timezone.now() - timedelta(hours=1),
        wait_for="the court's letter",
        lease_until=None,
        lease_holder=None,
    )
    mine = html.fromstring(client.get(address("home")).content).xpath("//section[@aria-labelledby='mine-title']//li")
    first = " ".join(mine[0].text_content().split())
    assert "The wait is over the court's letter" in first
    assert "Resume" in first


def test_skipping_for_everybody_hands_the_claim_to_the_editors(client: Client, reviewer: User) -> None:
    review = make_taken_review(reviewer)
    form = open_form(client, review) | {"reason": "The file is sealed.", "scope": "all"}
    text = text_of(client.post(address("skip", review), form, follow=True))
    assert "An editor decides now" in text
    assert "1 for editors to decide on" in text
    assert Skip.objects.get().scope == "all"
    assert "Skipped for everybody The file is sealed." in text_of(client.get(address("review", review)))
    client.force_login(make_user("editor"))
    desk = text_of(client.get(address("home")))
    assert "Skipped for everybody: your decision" in desk
    assert "The file is sealed." in desk
    assert "Back in the queue" in text_of(client.post(address("put_back", review), follow=True))
    review.refresh_from_db()
    assert review.skipped_for_all_at is None


def test_an_editor_without_anything_to_decide_sees_no_such_list(client: Client) -> None:
    client.force_login(make_user("editor"))
    assert "Skipped for everybody" not in text_of(client.get(address("home")))


def test_nothing_to_take_says_that_editors_have_the_rest(client: Client, reviewer: User) -> None:
    make_skipped_for_all()
    assert "so that editors decide: 1" in text_of(client.post(address("next"), follow=True))


def test_the_limit_names_the_open_work_with_links(client: Client, reviewer: User, settings: Settings) -> None:
    settings.CLAIMDESK_OPEN_WORK_LIMIT = 1
    mine, free = make_taken_review(reviewer), make_review()
    for answer in (client.post(address("next"), follow=True), client.post(address("take", free), follow=True)):
        [link] = html.fromstring(answer.content.decode()).xpath("//*[contains(@class, 'message')]//a/@href")
        assert link == address("review", mine)
        assert "1 is the most that one person takes" in text_of(answer)


def test_overdue_claims_are_marked_filtered_and_sorted(client: Client, reviewer: User) -> None:
    late, soon, never = make_review(), make_review(), make_review()
    set_due_date(review=soon, due_on=localdate() + timedelta(days=3), by=make_user("editor"))
    Review.objects.filter(pk=late.pk).update(due_on=localdate() - timedelta(days=1))
    assert "overdue, was due" in text_of(client.get(address("review", late)))
    shown = {due: text_of(client.get(address("home"), {"due": due})) for due in ("overdue", "week", "any")}
    for due, claims in (("overdue", [late]), ("week", [late, soon]), ("any", [late, soon])):
        for review in (late, soon, never):
            assert (review.claim.wording in shown[due]) == (review in claims), due
    in_order = text_of(client.get(address("home"), {"sort": "due"}))
    places = [in_order.index(review.claim.wording) for review in (late, soon, never)]
    assert places == sorted(places)
    answer = client.post(address("next"), {"due": "overdue"})
    assert answer.headers["Location"] == address("review", late)


def test_the_workspace_says_that_publication_is_held_back(client: Client, reviewer: User) -> None:
    review = make_taken_review(reviewer)
    place_hold(on=review, kind=HoldKind.EMBARGO, by=make_user("editor"), reason="Until the report is out.")
    assert "Publication is held back (embargo): Until the report is out." in text_of(
        client.get(address("review", review))
    )


def test_languages_are_shown_by_name(client: Client, reviewer: User) -> None:
    make_review()
    names = html.fromstring(client.get(address("home")).content).xpath("//select[@name='language']/option/text()")
    assert names == ["Any language", "English"]
