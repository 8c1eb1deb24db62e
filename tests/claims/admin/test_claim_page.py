"""A claim's page and list: every step calls its service, and says what happened."""

from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from lxml import html

from claims.enums import ClaimStatus, DismissalReason, Priority, Treatment
from claims.models import Claim, Speaker, Topic
from tests.claims.admin.pages import address, take, text_of, told
from tests.claims.factories import make_claim, make_user

pytestmark = pytest.mark.django_db


def fresh(claim: Model) -> Claim:
    return Claim.objects.get(pk=claim.pk)


@pytest.mark.parametrize(
    ("before", "step", "values", "after"),
    [
        (ClaimStatus.PROPOSED, "set-aside", {}, ClaimStatus.SET_ASIDE),
        (ClaimStatus.SET_ASIDE, "repropose", {}, ClaimStatus.PROPOSED),
        (ClaimStatus.PROPOSED, "dismiss", {"reason": DismissalReason.OPINION}, ClaimStatus.DISMISSED),
        (ClaimStatus.PROPOSED, "mark-ambiguous", {"readings": "One.\nAnother."}, ClaimStatus.AMBIGUOUS),
        (ClaimStatus.DUPLICATE, "unlink-sighting", {}, ClaimStatus.PROPOSED),
        (ClaimStatus.PROPOSED, "accept", {}, ClaimStatus.ACCEPTED),
    ],
)
def test_each_step_leads_where_the_workflow_says(
    client: Client, editor: User, before: str, step: str, values: dict[str, Any], after: str
) -> None:
    claim = make_claim(status=before)
    assert told(client, take(client, claim, step, **values))
    assert fresh(claim).status == after


@pytest.mark.parametrize(
    ("step", "values", "said"),
    [
        ("dismiss", {"reason": ""}, "This field is required"),
        ("mark-ambiguous", {"readings": "Only one."}, "at least two readings"),
        ("mark-sighting", {"canonical": 10**6, "treatment": Treatment.ASSERTS}, "no claim with this number"),
    ],
)
def test_an_incomplete_form_says_what_is_missing(
    client: Client, editor: User, step: str, values: dict[str, Any], said: str
) -> None:
    claim = make_claim()
    response = take(client, claim, step, **values)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert said in text_of(response)
    assert fresh(claim).status == ClaimStatus.PROPOSED


def test_a_refusal_of_the_service_is_told_in_its_words(client: Client, editor: User) -> None:
    claim = make_claim()
    said = told(client, take(client, claim, "dismiss", reason=DismissalReason.OTHER, note=""))
    assert "Write in the note why" in said
    assert "Nothing was changed" in said


def test_an_illegal_step_shows_no_button_and_is_refused_when_posted(client: Client, editor: User) -> None:
    claim = make_claim(status=ClaimStatus.DISMISSED)
    page = html.fromstring(client.get(address(claim)).content.decode())
    assert address(claim, "accept") not in [form.get("action") for form in page.xpath("//form")]
    assert "this step needs a claim that is" in told(client, take(client, claim, "accept"))
    assert fresh(claim).status == ClaimStatus.DISMISSED


def test_a_sighting_is_linked_to_the_claim_that_was_looked_for(client: Client, editor: User) -> None:
    claim, canonical = make_claim(), make_claim(wording="Exactly 77 lighthouses were painted.")
    page = html.fromstring(client.get(address(claim), {"canonical": "light\0houses"}).content.decode())
    offered = page.xpath('//input[@name="mark-sighting-canonical"]')
    assert [radio.get("value") for radio in offered] == [str(canonical.pk)]
    take(client, claim, "mark-sighting", canonical=canonical.pk, treatment=Treatment.REPORTS)
    linked = fresh(claim)
    assert (linked.canonical, linked.treatment) == (canonical, Treatment.REPORTS)


def edit_values(client: Client, claim: Claim) -> dict[str, str]:
    """The edit form as the page shows it, filled as it is."""
    page = html.fromstring(client.get(address(claim)).content.decode())
    [form] = page.xpath("//form[@action=$action]", action=address(claim, "edit"))
    return {name: value.removeprefix("\n") for name, value in form.form_values() if name != "csrfmiddlewaretoken"}


def test_wording_speaker_figures_dates_and_topics_are_edited(client: Client, editor: User) -> None:
    claim = make_claim()
    topic = Topic.objects.create(name="Bridges", slug="bridges")
    speaker = Speaker.objects.create(name="Ministry")
    values = edit_values(client, claim) | {
        "edit-wording": "More than 120 bridges were closed in 2021.",
        "edit-speaker": "Ministry",
        "edit-stated_on": "2021-12",
        "edit-dates": "2021\n2021-12-05",
        "edit-topics": str(topic.pk),
        "figures-0-value": "120",
        "figures-0-bound": "more_than",
        "figures-0-counted": "bridges",
    }
    assert told(client, client.post(address(claim, "edit"), values)) == "Saved."
    edited = fresh(claim)
    assert (edited.wording, edited.speaker) == ("More than 120 bridges were closed in 2021.", speaker)
    assert (edited.stated_on, edited.dates) == ("2021-12", ["2021", "2021-12-05"])
    assert list(edited.topics.all()) == [topic]
    assert [str(figure) for figure in edited.figures.all()] == ["more than 120 bridges"]


def test_an_emptied_row_takes_the_figure_away(client: Client, editor: User) -> None:
    claim = make_claim()
    values = edit_values(client, claim) | {"figures-0-value": "5"}
    client.post(address(claim, "edit"), values)
    values = edit_values(client, claim) | {"figures-0-value": ""}
    client.post(address(claim, "edit"), values)
    assert not fresh(claim).figures.exists()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"edit-stated_on": "2021-02-30"}, "There is no such day"),
        ({"edit-dates": "last week"}, "Write a date as"),
        ({"figures-0-value": "5", "figures-0-upper": "7"}, "needs both ends"),
        ({"figures-0-counted": "bridges"}, "A figure needs its number"),
        ({"edit-wording": ""}, "This field is required"),
    ],
)
def test_an_edit_that_makes_no_sense_is_refused_where_it_is_wrong(
    client: Client, editor: User, values: dict[str, str], said: str
) -> None:
    claim = make_claim()
    response = client.post(address(claim, "edit"), edit_values(client, claim) | values)
    assert said in text_of(response)
    assert fresh(claim).touched_at == claim.touched_at


def test_an_edit_of_a_claim_that_changed_meanwhile_is_refused(client: Client, editor: User) -> None:
    claim = make_claim()
    values = edit_values(client, claim)
    take(client, claim, "set-aside")
    said = told(client, client.post(address(claim, "edit"), values | {"edit-wording": "Something else."}))
    assert "changed meanwhile" in said
    assert fresh(claim).wording == claim.wording


def test_the_list_accepts_sets_aside_and_prioritises_what_is_chosen(client: Client, editor: User) -> None:
    claims = [make_claim(), make_claim()]
    chosen = {"_selected_action": [claim.pk for claim in claims]}
    for action, check in (
        ("priority_high", {"priority": Priority.HIGH}),
        ("set_aside_chosen", {"status": ClaimStatus.SET_ASIDE}),
        ("accept_chosen", {"status": ClaimStatus.ACCEPTED}),
    ):
        client.post(reverse("admin:claims_claim_changelist"), chosen | {"action": action})
        assert Claim.objects.filter(**check).count() == 2


def test_an_action_changes_all_or_none(client: Client, editor: User) -> None:
    good, bad = make_claim(), make_claim(status=ClaimStatus.DISMISSED)
    chosen = {"_selected_action": [good.pk, bad.pk], "action": "accept_chosen"}
    page = client.post(reverse("admin:claims_claim_changelist"), chosen, follow=True)
    assert "Nothing was changed" in text_of(page)
    assert fresh(good).status == ClaimStatus.PROPOSED


def test_a_reviewer_is_offered_no_action_and_refused(client: Client) -> None:
    claim = make_claim()
    client.force_login(make_user("reviewer"))
    chosen = {"_selected_action": [claim.pk], "action": "accept_chosen"}
    client.post(reverse("admin:claims_claim_changelist"), chosen)
    for step in ("accept", "set-aside", "dismiss", "edit", "priority", "mark-sighting", "mark-ambiguous"):
        assert take(client, claim, step).status_code == HTTPStatus.FORBIDDEN
    assert fresh(claim).status == ClaimStatus.PROPOSED


def test_the_history_says_who_changed_what(client: Client, editor: User) -> None:
    claim = make_claim()
    take(client, claim, "dismiss", reason=DismissalReason.PREDICTION)
    page = text_of(client.get(address(claim, "history")))
    assert f"{editor.username} · dismiss" in page
    assert "StatusProposedDismissed" in page


def test_a_claim_that_is_not_there_is_not_found(client: Client, editor: User) -> None:
    for path in ("999999/change/", "abc/change/", "999999/history/"):
        assert client.get(f"/admin/claims/claim/{path}").status_code == HTTPStatus.NOT_FOUND
