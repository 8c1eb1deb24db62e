"""After publication: suspend, lift, correct, retract, each by its service."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from reviews.enums import CorrectionKind
from reviews.models import Correction, Publication
from tests.claims.admin.pages import address, take, text_of, told
from tests.claims.factories import make_user
from tests.reviews.factories import approve, make_publication, make_submitted_verdict

pytestmark = pytest.mark.django_db

NOTICE = {"was": "124 bridges.", "now": "142 bridges."}


def fresh(publication: Publication) -> Publication:
    return Publication.objects.get(pk=publication.pk)


def test_one_editor_suspends_at_once_and_a_second_lifts(client: Client, editor: User) -> None:
    publication = make_publication()
    assert "Suspended" in told(client, take(client, publication, "suspend", reason="A register was withdrawn."))
    assert fresh(publication).suspended_by == editor
    assert "You suspended this publication" in told(client, take(client, publication, "lift"))
    assert fresh(publication).suspended_at is not None
    client.force_login(make_user("editor"))
    assert "lifted" in told(client, take(client, publication, "lift"))
    assert fresh(publication).suspended_at is None


def test_a_page_that_is_to_come_is_called_off_and_its_editor_told_so(client: Client, editor: User) -> None:
    """Its address is no link yet: it would lead to a page that is not there."""
    publication = approve(make_submitted_verdict(), publish_at=timezone.now() + timedelta(days=1))
    page = client.get(address(publication))
    assert f'href="/claims/{publication.claim_id}-' not in page.content.decode()
    assert "Calls this page off: readers never see it." in text_of(page)
    says = told(client, take(client, publication.review, "reopen", reason="The wrong register."))
    assert says.endswith("The page that was to come is called off.")
    assert fresh(publication).valid_until == publication.valid_from


def test_a_superuser_does_not_lift_their_own_suspension(client: Client) -> None:
    publication = make_publication()
    client.force_login(make_user("superuser"))
    take(client, publication, "suspend", reason="A register was withdrawn.")
    take(client, publication, "lift")
    assert fresh(publication).suspended_at is not None


def test_a_suspension_needs_a_reason(client: Client, editor: User) -> None:
    publication = make_publication()
    assert take(client, publication, "suspend", reason=" ").status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert fresh(publication).suspended_at is None


@pytest.mark.parametrize("kind", [kind for kind in CorrectionKind if kind != CorrectionKind.RETRACTION])
def test_a_correction_is_recorded(client: Client, editor: User, kind: CorrectionKind) -> None:
    publication = make_publication()
    told(client, take(client, publication, "correct", kind=kind, noticed_by="A reader", **NOTICE))
    correction = Correction.objects.get()
    assert (correction.kind, correction.noticed_by, correction.made_by) == (kind, "A reader", editor)
    assert "142 bridges." in text_of(client.get(address(publication)))


def test_a_retraction_is_not_a_correction_of_that_form(client: Client, editor: User) -> None:
    response = take(client, make_publication(), "correct", kind=CorrectionKind.RETRACTION, **NOTICE)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_one_editor_retracts(client: Client, editor: User) -> None:
    publication = make_publication()
    assert "Retracted" in told(client, take(client, publication, "retract", cause="A misread table.", **NOTICE))
    assert fresh(publication).valid_until is not None
    assert "has ended" in told(client, take(client, publication, "suspend", reason="Again."))


@pytest.mark.parametrize("role", ["reviewer", "administrator"])
@pytest.mark.parametrize("step", ["suspend", "lift", "correct", "retract"])
def test_who_has_not_the_right_is_refused(client: Client, role: str, step: str) -> None:
    publication = make_publication()
    client.force_login(make_user(role))
    assert take(client, publication, step, reason="No.", **NOTICE).status_code == HTTPStatus.FORBIDDEN
    now = fresh(publication)
    assert (now.suspended_at, now.valid_until) == (None, None)
    assert not Correction.objects.exists()
