"""What stands, stands: nobody adds, changes or deletes it in the admin, superusers included."""

from collections.abc import Callable
from http import HTTPStatus

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db.models import Model
from django.forms.models import model_to_dict
from django.test import Client
from django.urls import reverse

from claims.models import Article, Claim, Job
from reviews.enums import CorrectionKind, HoldKind
from reviews.models import (
    Correction,
    Event,
    Evidence,
    Finding,
    Hold,
    Publication,
    Rating,
    Review,
    Scale,
    Verdict,
)
from reviews.services.publishing import place_hold, record_correction
from tests.claims.admin.pages import address
from tests.claims.factories import make_user
from tests.reviews.factories import make_publication

pytestmark = pytest.mark.django_db

STAND = [
    Verdict,
    Event,
    Evidence,
    Finding,
    Publication,
    Rating,
    Scale,
    Review,
    Hold,
    Correction,
    Claim,
    Article,
    Job,
    Group,
]
CANNOT_BE_ADDED = [model for model in STAND if model not in (Article, Scale)]


@pytest.fixture
def superuser(client: Client) -> None:
    publication = make_publication()
    editor = make_user("editor")
    place_hold(on=publication.review, kind=HoldKind.LEGAL, by=editor, reason="A court asked.")
    record_correction(publication=publication, kind=CorrectionKind.UPDATE, by=editor, was="A.", now="B.")
    client.force_login(make_user("superuser"))


def columns(row: Model) -> dict[str, object]:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


@pytest.mark.parametrize("model", STAND, ids=lambda model: model.__name__)
def test_a_row_can_be_neither_changed_nor_deleted(client: Client, superuser: None, model: type[Model]) -> None:
    row = model._default_manager.first()
    assert row is not None
    before = columns(row)
    values = {name: value if value is not None else "" for name, value in model_to_dict(row).items()}
    posted = {name: value for name, value in values.items() if not isinstance(value, list | dict)}
    changed = {name: f"{value}1" for name, value in posted.items()}
    assert client.get(address(row)).status_code == HTTPStatus.OK
    assert client.post(address(row), changed | {"_save": "Save"}).status_code == HTTPStatus.FORBIDDEN
    assert client.post(address(row, "delete"), {"post": "yes"}).status_code == HTTPStatus.FORBIDDEN
    assert columns(model._default_manager.get(pk=row.pk)) == before


@pytest.mark.parametrize("model", CANNOT_BE_ADDED, ids=lambda model: model.__name__)
def test_no_row_can_be_added(client: Client, superuser: None, model: type[Model]) -> None:
    count = model._default_manager.count()
    adding = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_add")
    assert client.get(adding).status_code == HTTPStatus.FORBIDDEN
    assert client.post(adding, {"_save": "Save"}).status_code == HTTPStatus.FORBIDDEN
    assert model._default_manager.count() == count


@pytest.mark.parametrize("model", STAND, ids=lambda model: model.__name__)
def test_no_list_deletes(client: Client, superuser: None, model: type[Model]) -> None:
    ids = list(model._default_manager.values_list("pk", flat=True))
    listing = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    assert b"delete_selected" not in client.get(listing).content
    client.post(listing, {"action": "delete_selected", "_selected_action": ids, "post": "yes"})
    assert list(model._default_manager.values_list("pk", flat=True)) == ids


def test_no_admin_of_ours_has_inlines_list_editing_or_deletion(rf: Callable[..., object]) -> None:
    for model, model_admin in admin.site._registry.items():
        if model._meta.app_label in {"claims", "reviews", "auth"}:
            assert not model_admin.inlines, model
            assert not model_admin.list_editable, model
