"""Sources, speakers and topics: editors keep them, a service saves and merges them."""

from http import HTTPStatus
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from lxml import html

from claims.errors import PolicyRefused
from claims.models import Source, Speaker, Topic
from claims.services.records import merge_records, save_record
from tests.claims.admin.pages import address, text_of
from tests.claims.factories import make_source, make_user

pytestmark = pytest.mark.django_db


def edit(client: Client, url: str, **changes: str) -> Any:
    """Posts the form as it stands, with changes."""
    page = html.fromstring(client.get(url).content.decode())
    [form] = page.xpath('//form[contains(@id, "_form")]')
    values = {name: (value or "").removeprefix("\n") for name, value in form.form_values()}
    return client.post(url, values | changes)


POLICY = {"quoting_limit": "12", "link_policy": "no_link", "full_text_allowed": "on"}


def test_policies_are_the_administrators_alone(client: Client, editor: User) -> None:
    source = make_source("The Lamp")
    edit(client, address(source), **POLICY, country="FR")
    source.refresh_from_db()
    assert (source.country, source.quoting_limit, source.link_policy) == ("FR", None, "follow")
    client.force_login(make_user("administrator"))
    assert edit(client, address(source), **POLICY, country="DE", name="Mine").status_code == HTTPStatus.FOUND
    source.refresh_from_db()
    assert (source.quoting_limit, source.link_policy, source.full_text_allowed) == (12, "no_link", True)
    assert (source.country, source.name) == ("FR", "The Lamp")
    assert client.get(reverse("admin:claims_source_add")).status_code == HTTPStatus.FORBIDDEN
    chosen = {"action": "merge_chosen", "_selected_action": [source.pk, make_source().pk], "into": source.pk}
    client.post(reverse("admin:claims_source_changelist"), chosen)
    assert not Source.objects.exclude(merged_into=None).exists()
    [row] = apps.get_model("claims", "SourceHistory").objects.filter(pgh_obj=source, quoting_limit=12)
    assert row.pgh_context.metadata["reason"] == "record edited"


def test_the_service_refuses_policies_of_others_and_merges_that_lose_them(editor: User) -> None:
    source, other = make_source("The Lamp"), make_source("The Lamp Daily")
    source.quoting_limit = 12
    with pytest.raises(PolicyRefused):
        save_record(record=source, by=editor)
    with pytest.raises(PolicyRefused):
        save_record(record=Source(name="New", full_text_allowed=True), by=editor)
    save_record(record=source, by=make_user("administrator"))
    with pytest.raises(PolicyRefused, match="may be shown less"):
        merge_records(records=[source], into=other, by=editor)
    merge_records(records=[other], into=source, by=editor)
    assert Source.objects.get(name="The Lamp").quoting_limit == 12


def test_a_merge_opens_no_whole_texts(editor: User) -> None:
    """What comes from the other's domain later would be shown whole under the record that stays."""
    closed, opened = make_source("The Lamp"), make_source("The Lamp Daily", full_text_allowed=True)
    with pytest.raises(PolicyRefused, match="may be shown less"):
        merge_records(records=[closed], into=opened, by=editor)
    assert not Source.objects.exclude(merged_into=None).exists()
    merge_records(records=[closed], into=opened, by=make_user("administrator"))


def test_an_editor_adds_a_source_and_its_domains_are_normalised(client: Client, editor: User) -> None:
    owner = make_source("Lamp Holding")
    edit(
        client, reverse("admin:claims_source_add"), name="The Lamp", domains="https://www.Lamp.Example/news, LAMP.test",
        country="fr", owner="lamp holding",
    )  # fmt: skip
    source = Source.objects.get(name="The Lamp")
    assert source.domains == ["lamp.example", "lamp.test"]
    assert (source.country, source.owner) == ("FR", owner)
    [row] = apps.get_model("claims", "SourceHistory").objects.filter(pgh_obj=source)
    assert row.pgh_context.metadata["user"] == editor.pk


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"domains": "not a domain"}, "is not a domain"),
        ({"domains": "localhost"}, "is not a domain"),
        ({"country": "France"}, "at most 2 characters"),
        ({"country": "F1"}, "two letters of ISO 3166"),
        ({"control": "private", "control_reference": ""}, "where the control is documented"),
        ({"owner": "The Lamp"}, "does not own itself"),
        ({"owner": "Nobody"}, "No record, or more than one"),
        ({"name": ""}, "This field is required"),
        ({"name": "Other Paper"}, "already exists"),
    ],
)
def test_a_source_that_makes_no_sense_is_refused_where_it_is_wrong(
    client: Client, editor: User, changes: dict[str, str], said: str
) -> None:
    source = make_source("The Lamp", domains=["lamp.example"])
    make_source("Other Paper")
    assert said in text_of(edit(client, address(source), **changes))
    kept = Source.objects.get(pk=source.pk)
    assert (kept.name, kept.domains, kept.country) == ("The Lamp", ["lamp.example"], "")


def merge(client: Client, model: str, chosen: list[Any], **more: Any) -> Any:
    data = {"action": "merge_chosen", "_selected_action": [row.pk for row in chosen]}
    return client.post(reverse(f"admin:claims_{model}_changelist"), data | more)


def test_two_records_of_the_same_source_become_one(client: Client, editor: User) -> None:
    kept, lost = make_source("The Lamp", domains=["lamp.example"]), make_source("Lamp", domains=["lamp.test"])
    asked = merge(client, "source", [kept, lost])
    assert "Which record stays?" in text_of(asked)
    assert not Source.objects.filter(merged_into=kept).exists()
    merge(client, "source", [kept, lost], into=kept.pk)
    kept.refresh_from_db()
    assert list(kept.merged.all()) == [lost]
    assert "Lamp" in kept.aliases
    assert kept.domains == ["lamp.example", "lamp.test"]


def test_what_was_merged_earlier_follows(client: Client, editor: User) -> None:
    first, second, third = (Speaker.objects.create(name=name) for name in ("One", "Two", "Three"))
    merge(client, "speaker", [first, second], into=second.pk)
    merge(client, "speaker", [second, third], into=third.pk)
    assert set(third.merged.all()) == {first, second}


def test_a_merged_record_is_not_merged_again_and_not_edited(client: Client, editor: User) -> None:
    kept, lost, other = make_source(), make_source(), make_source()
    merge(client, "source", [kept, lost], into=kept.pk)
    merge(client, "source", [lost, other], into=other.pk)
    lost.refresh_from_db()
    assert lost.merged_into == kept
    assert client.post(address(lost), {"name": "Again"}).status_code == HTTPStatus.FORBIDDEN


def test_names_are_suggested_without_records_that_were_merged_away(client: Client, editor: User) -> None:
    kept, lost = make_source("Harbour Post"), make_source("Harbour Mail")
    merge(client, "source", [kept, lost], into=kept.pk)
    asked = {"app_label": "claims", "model_name": "article", "field_name": "source", "term": "harbour"}
    answer = client.get(reverse("admin:autocomplete"), asked).json()
    assert [result["text"] for result in answer["results"]] == ["Harbour Post"]


def test_an_editor_adds_a_topic(client: Client, editor: User) -> None:
    edit(client, reverse("admin:claims_topic_add"), name="Bridges", slug="bridges")
    assert Topic.objects.get().name == "Bridges"


@pytest.mark.parametrize("model", ["source", "speaker", "topic"])
@pytest.mark.parametrize("role", ["reviewer", "administrator"])
def test_who_may_not_edit_records_is_refused(client: Client, model: str, role: str) -> None:
    client.force_login(make_user(role))
    posted = client.post(reverse(f"admin:claims_{model}_add"), {"name": "Mine", "slug": "mine"})
    assert posted.status_code == HTTPStatus.FORBIDDEN


def test_no_record_is_deleted(client: Client) -> None:
    client.force_login(make_user("superuser"))
    source = make_source()
    assert client.post(address(source, "delete"), {"post": "yes"}).status_code == HTTPStatus.FORBIDDEN
    listing = reverse("admin:claims_source_changelist")
    client.post(listing, {"action": "delete_selected", "_selected_action": [source.pk], "post": "yes"})
    assert Source.objects.filter(pk=source.pk).exists()


def test_a_name_that_is_not_on_record_leads_to_adding_it(client: Client, editor: User) -> None:
    page = edit(client, reverse("admin:claims_source_add"), name="The Lamp", owner='Lamp & "Sons"')
    [way] = html.fromstring(page.content.decode()).xpath("//a[text()='add it first']")
    assert way.get("target") == "_blank"
    form = html.fromstring(client.get(way.get("href")).content.decode())
    assert form.get_element_by_id("id_name").get("value") == 'Lamp & "Sons"'
