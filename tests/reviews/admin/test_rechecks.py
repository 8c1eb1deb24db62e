"""Looking again: the list, planning, postponing, saying that it is still right."""

from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate

from reviews.enums import RecheckOutcome
from reviews.models import Publication, Recheck
from tests.claims.admin.pages import address, take, text_of, told
from tests.claims.factories import make_user
from tests.reviews.changed_texts import REWORDED, change, published_claim
from tests.reviews.factories import make_publication
from tests.reviews.rechecks import make_due

pytestmark = pytest.mark.django_db

LIST = reverse("admin:reviews_publication_rechecks")


def in_days(number: int) -> str:
    return (localdate() + timedelta(days=number)).isoformat()


def listed(client: Client, show: str = "due") -> list[int]:
    answer: Any = client.get(LIST, {"show": show})
    return [row.pk for row in answer.context["rows"]]


def test_what_is_due_is_listed_the_longest_due_first_and_leads_to_its_page(client: Client, editor: User) -> None:
    late, later = make_due(days_ago=2, note="The UN counts anew."), make_due(days_ago=9)
    make_publication()
    assert listed(client) == [later.pk, late.pk]
    page = client.get(LIST)
    assert f"{address(late)}#rechecks" in page.content.decode()
    for part in ("The UN counts anew.", late.headline, "Due (2)", "With a day (2)"):
        assert part in text_of(page)
    assert "2verdicts to look at again" in text_of(client.get(reverse("admin:index")))


def test_an_article_that_says_it_differently_makes_a_verdict_due_until_somebody_looked(
    client: Client, editor: User
) -> None:
    publication = published_claim()
    change(publication.claim.article, REWORDED)
    assert listed(client) == [publication.pk]
    assert "Its article’s text changed" in text_of(client.get(LIST))
    assert "Still right" in told(client, take(client, publication, "confirm"))
    assert listed(client) == []


def test_the_list_costs_the_same_however_long_it_is(client: Client, editor: User) -> None:
    counts = []
    for more in (2, 6):
        for _ in range(more):
            make_due()
        with CaptureQueriesContext(connection) as captured:
            assert len(listed(client)) >= more
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_an_empty_list_says_what_would_be_in_it(client: Client, editor: User) -> None:
    assert "Nothing is due" in text_of(client.get(LIST))
    assert "No verdict has a day" in text_of(client.get(LIST, {"show": "planned"}))


def test_a_day_is_planned_put_off_and_ended_by_a_look(client: Client, editor: User) -> None:
    publication = make_publication()
    page = client.get(address(publication)).content.decode()
    assert "step-plan" in page
    assert "step-postpone" not in page
    assert "again on" in told(client, take(client, publication, "plan", due_on=in_days(10), note="The new register."))
    page = client.get(address(publication)).content.decode()
    assert "The new register." in page
    assert "step-postpone" in page
    assert 'step-plan"' not in page
    told(client, take(client, publication, "postpone", due_on=in_days(20)))
    assert listed(client, "planned") == [publication.pk]
    said = told(client, take(client, publication, "confirm", again_on=in_days(30), note="Read the register again."))
    assert date_format(localdate() + timedelta(days=30), "j F Y") in said
    outcomes = publication.rechecks.order_by("pk").values_list("outcome", flat=True)
    assert list(outcomes) == [RecheckOutcome.POSTPONED, RecheckOutcome.CONFIRMED, ""]
    client.logout()
    assert "found still right" in text_of(client.get(f"/claims/{publication.claim_id}-{publication.slug}/"))


@pytest.mark.parametrize(("step", "day"), [("plan", -1), ("confirm", 0), ("confirm", -1)])
def test_a_day_that_is_past_or_due_at_once_is_refused_and_the_note_stays(
    client: Client, editor: User, step: str, day: int
) -> None:
    publication = make_publication()
    name = "due_on" if step == "plan" else "again_on"
    answer = take(client, publication, step, **{name: in_days(day), "note": "The new register."})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert ("choose today or a later one" if step == "plan" else "choose a later day") in text_of(answer)
    assert 'value="The new register."' in answer.content.decode()
    assert not Recheck.objects.exists()


def test_who_had_a_hand_in_it_puts_it_off_but_does_not_confirm_it(client: Client) -> None:
    author = make_user("superuser")
    publication = make_due(make_publication(author=author))
    client.force_login(author)
    assert "you may put it off, not confirm it" in text_of(client.get(LIST))
    page = client.get(address(publication)).content.decode()
    assert "step-confirm" not in page
    assert "somebody who had no hand in it must confirm it" in page
    assert "no hand in it" in told(client, take(client, publication, "confirm"))
    assert "again on" in told(client, take(client, publication, "postpone", due_on=in_days(5)))


@pytest.mark.parametrize("role", ["reviewer", "administrator"])
def test_who_has_not_the_right_neither_sees_nor_decides(client: Client, role: str) -> None:
    publication = make_due()
    client.force_login(make_user(role))
    assert client.get(LIST).status_code == HTTPStatus.FORBIDDEN
    for step in ("plan", "postpone", "confirm"):
        assert take(client, publication, step, due_on=in_days(5)).status_code == HTTPStatus.FORBIDDEN
    assert Publication.objects.get(pk=publication.pk).changed_at == publication.changed_at


def test_the_approver_chooses_the_day_or_is_told_which_one_follows(client: Client, editor: User) -> None:
    publication = make_publication(period_to=str(localdate().year + 1))
    assert publication.rechecks.get().due_on.isoformat() == f"{localdate().year + 2}-01-01"
