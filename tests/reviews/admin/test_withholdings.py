"""Withholding in the admin: asked for with its legal basis, read, confirmed by a second person or declined."""

from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from reviews.models import Publication, Verdict, Withholding
from tests.claims.admin.pages import address, take, text_of, told
from tests.claims.factories import make_user
from tests.reviews.factories import approve, make_publication
from tests.reviews.services.test_minor_corrections import correct

pytestmark = pytest.mark.django_db

BASIS = "Regional court of Norhaven, 4 C 12/26, order of 3 November 2026."
ADD = reverse("admin:reviews_withholding_add")
LIST = reverse("admin:reviews_withholding_changelist")


def ask(client: Client, publication: Publication, basis: str = BASIS) -> Withholding:
    told(client, take(client, publication.verdict, "withhold", legal_basis=basis))
    return Withholding.objects.get(verdict=publication.verdict)


def test_one_asks_another_confirms_and_every_page_of_the_admin_says_so(client: Client, editor: User) -> None:
    publication = make_publication()
    withholding = ask(client, publication)
    assert (withholding.asked_by, withholding.legal_basis) == (editor, BASIS)
    client.force_login(second := make_user("administrator"))
    assert "1withholdings to decide on" in text_of(client.get(reverse("admin:index")))
    page = text_of(client.get(address(withholding)))
    for part in (BASIS, publication.headline, publication.verdict.explanation.split("**")[0].strip(), "What would go"):
        assert part in page
    assert "Withheld" in told(client, take(client, withholding, "confirm", sure="on"))
    withholding.refresh_from_db()
    assert withholding.confirmed_by == second
    client.force_login(editor)
    for row in (publication, publication.verdict, withholding):
        page = text_of(client.get(address(row)))
        assert "ithheld since" in page or "The text is gone" in page
        assert publication.headline not in page
    assert "Withheld" in text_of(client.get(reverse("admin:reviews_publication_changelist")))


def test_who_asked_does_not_confirm_and_may_take_it_back(client: Client) -> None:
    client.force_login(make_user("superuser"))
    publication = make_publication()
    withholding = ask(client, publication)
    assert "a second person must confirm it" in text_of(client.get(address(withholding)))
    assert "second person" in told(client, take(client, withholding, "confirm", sure="on"))
    assert Verdict.objects.get(pk=publication.verdict_id).headline == publication.headline
    assert "Declined" in told(client, take(client, withholding, "decline"))
    assert "declined already" in told(client, take(client, withholding, "confirm", sure="on"))


@pytest.mark.parametrize("values", [{}, {"sure": ""}])
def test_it_is_not_confirmed_by_mistake(client: Client, editor: User, values: dict[str, str]) -> None:
    withholding = ask(client, make_publication())
    client.force_login(make_user("editor"))
    assert take(client, withholding, "confirm", **values).status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    withholding.refresh_from_db()
    assert withholding.confirmed_at is None


def test_it_is_asked_for_from_the_address_that_a_letter_names(client: Client) -> None:
    publication = make_publication()
    client.force_login(make_user("administrator"))
    page = client.get(ADD, {"page": f"https://facts.example/claims/{publication.claim_id}-{publication.slug}/"})
    assert publication.headline in text_of(page)
    posted: dict[str, Any] = {"page": publication.claim_id, "verdict": publication.verdict_id, "legal_basis": BASIS}
    assert "second person" in told(client, client.post(ADD, posted))
    again = client.post(ADD, posted)
    assert again.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "asked for already" in text_of(again)
    assert BASIS in again.content.decode()
    assert "No verdict that you may see" in text_of(client.get(ADD, {"page": "999999"}))


@pytest.mark.parametrize("left_out", ["verdict", "legal_basis"])
def test_what_is_missing_is_asked_for_and_the_rest_stays(client: Client, editor: User, left_out: str) -> None:
    publication = make_publication()
    posted: dict[str, Any] = {"page": publication.claim_id, "verdict": publication.verdict_id, "legal_basis": BASIS}
    answer = client.post(ADD, posted | {left_out: ""})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert publication.headline in text_of(answer)
    assert (BASIS in answer.content.decode()) == (left_out != "legal_basis")
    assert not Withholding.objects.exists()


def test_what_an_event_says_is_withheld_from_its_page(client: Client, editor: User) -> None:
    publication = make_publication()
    event = publication.review.events.get(kind="submitted")
    page = text_of(client.get(address(event)))
    assert event.payload_sha256 in page
    assert '"number": 1' in page
    assert "Asked for" in told(client, take(client, event, "withhold", legal_basis=BASIS))
    withholding = Withholding.objects.get(event=event)
    client.force_login(make_user("editor"))
    assert '"number":1' in text_of(client.get(address(withholding)))
    told(client, take(client, withholding, "confirm", sure="on"))
    page = text_of(client.get(address(event)))
    assert "Withheld; its digest stands above" in page
    assert '"number"' not in page
    assert event.payload_sha256 in page


def test_other_editions_and_notices_are_pointed_out(client: Client, editor: User) -> None:
    first = make_publication()
    assert "Not touched by it" not in text_of(client.get(address(ask(client, make_publication()))))
    second = approve(correct(first))
    page = client.get(address(ask(client, first)))
    assert f"Verdict 2: {second.headline}" in text_of(page)
    assert address(second.verdict) in page.content.decode()
    assert address(second.review.events.get(kind="corrected")) in page.content.decode()


def test_the_list_is_filtered_by_what_became_of_it(client: Client, editor: User) -> None:
    own, declined = ask(client, make_publication()), ask(client, make_publication(), "A second letter.")
    told(client, take(client, declined, "decline"))
    client.force_login(make_user("editor"))
    shown = {
        chosen: {row.pk for row in client.get(LIST, {"decision": chosen}).context["cl"].result_list}
        for chosen in ("open", "yours", "done", "no")
    }
    assert shown == {"open": {own.pk}, "yours": {own.pk}, "done": set(), "no": {declined.pk}}


def test_a_reviewer_neither_sees_nor_asks_nor_decides(client: Client, editor: User) -> None:
    publication = make_publication()
    withholding = ask(client, publication)
    client.force_login(make_user("reviewer"))
    for page in (ADD, LIST, address(withholding)):
        assert client.get(page).status_code == HTTPStatus.FORBIDDEN
    for answer in (
        take(client, publication.verdict, "withhold", legal_basis=BASIS),
        take(client, withholding, "confirm", sure="on"),
        take(client, withholding, "decline"),
        client.post(ADD, {"page": publication.claim_id, "verdict": publication.verdict_id, "legal_basis": BASIS}),
    ):
        assert answer.status_code == HTTPStatus.FORBIDDEN
    assert "step-withhold" not in client.get(address(publication.verdict)).content.decode()
