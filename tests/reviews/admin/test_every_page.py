"""Every list, page and form of the admin opens, for whom it should, and costs the same whatever it holds."""

from http import HTTPStatus

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from claims.enums import ClaimStatus
from claims.models import Claim, Request
from reviews.enums import CorrectionKind, HoldKind
from reviews.models import Event, Evidence, Finding, Hold, Publication, Review, Scale, Verdict
from reviews.services.publishing import place_hold, record_correction
from tests.claims.factories import make_article, make_claim, make_user
from tests.config.accounts.signing_in import prove
from tests.reviews.factories import make_publication, make_review, make_submitted_verdict

pytestmark = pytest.mark.django_db


def newsroom(number: int) -> None:
    """`number` of everything."""
    for _ in range(number):
        publication = make_publication()
        editor = make_user("editor")
        record_correction(publication=publication, kind=CorrectionKind.CLARIFICATION, by=editor, was="A.", now="B.")
        verdict = make_submitted_verdict()
        place_hold(on=verdict.review, kind=HoldKind.LEGAL, by=editor, reason="A court asked.")
        make_claim()
        Request.objects.create(origin="reader", statement="Is it so?")


def addresses() -> list[str]:
    listed = [f"{model._meta.app_label}_{model._meta.model_name}" for model in admin.site._registry]
    return [f"admin:{name}_changelist" for name in listed]


def test_every_list_opens_with_the_same_number_of_queries_whatever_it_holds(client: Client) -> None:
    client.force_login(make_user("superuser"))
    counts: dict[int, dict[str, int]] = {}
    for step, more in ((0, 2), (1, 6)):
        newsroom(more)
        counts[step] = {address: queries(client, reverse(address)) for address in addresses()}
    assert counts[0] == counts[1]


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    assert response.status_code == HTTPStatus.OK, address
    return len(captured)


@pytest.mark.parametrize(
    "model", [Claim, Review, Verdict, Publication, Event, Evidence, Finding, Hold, Scale, User, Request]
)
def test_every_page_opens(client: Client, model: type[Model]) -> None:
    newsroom(1)
    client.force_login(make_user("superuser"))
    prove(client)
    for row in model._default_manager.all()[:3]:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}_change"
        response = client.get(reverse(name, args=[row.pk]))
        assert response.status_code == HTTPStatus.OK


def test_an_articles_page_costs_the_same_whatever_stands_on_it(client: Client) -> None:
    client.force_login(make_user("superuser"))
    article = make_article()
    counts = []
    for more in (2, 6):
        for _ in range(more):
            make_claim(article)
            make_review(make_claim(article, status=ClaimStatus.ACCEPTED))
        counts.append(queries(client, reverse("admin:claims_article_change", args=[article.pk])))
    assert counts[0] == counts[1]
