from datetime import timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from claims.enums import ClaimStatus, LinkPolicy
from claims.models import Source
from reviews.api import content
from reviews.api.content import JUDGEMENT
from reviews.api.shapes.verdicts import Verdict
from reviews.enums import ContactWay, CorrectionKind, DisputeOutcome, DisputeSender
from reviews.models import Publication
from reviews.public.state import State
from reviews.public.terms import Terms
from reviews.services.contacts import record_contact
from reviews.services.disputes import decide_dispute, receive_dispute
from reviews.services.publishing import (
    lift_suspension,
    record_correction,
    retract_publication,
    suspend_publication,
)
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.api.asking import SITE, V1, data, error
from tests.reviews.factories import (
    make_evidence_input,
    make_publication,
    make_review,
    make_submitted_verdict,
    make_taken_review,
)
from tests.reviews.public.addresses import verdict_of

pytestmark = pytest.mark.django_db

NOTHING_MORE: dict[str, Any] = {
    "full_story": "",
    "corrections": [],
    "disputes": [],
    "editions": [],
    "claim_review": None,
}


def address_of(publication: Publication) -> str:
    return f"{V1}/verdicts/{publication.claim_id}/"


def whole(client: Client, publication: Publication) -> dict[str, Any]:
    found: dict[str, Any] = data(client, address_of(publication))
    return found


def test_a_verdict_carries_everything_that_its_page_shows(client: Client) -> None:
    evidence = (make_evidence_input(figure_value="124", figure_as_of="2021-12"), make_evidence_input(stance="refutes"))
    publication = make_publication(code="mostly_true", evidence=evidence)
    found = whole(client, publication)
    assert found["state"] == {"name": "in_force", "since": None, "as_of": None, "merged_into": None}
    assert found["rating"]["code"] == found["rating_code"] == "mostly_true"
    assert found["questions"] == publication.payload["questions"]
    assert "<strong>ministry's register</strong>" in found["explanation_html"]
    assert [item["stance"] for item in found["evidence"]] == ["supports", "refutes"]
    assert found["evidence"][0]["figure"] == {"value": "124", "upper": "", "unit": "", "basis": "", "as_of": "2021-12"}
    assert found["independence"]["origins"] == 2
    assert found["claim_review"]["url"] == found["url"] == SITE + verdict_of(publication)
    assert found["period"] == {"begins": "2021", "ends": "2021"}


def test_names_of_those_who_work_here_never_leave(client: Client) -> None:
    author, approver = make_user("reviewer", first_name="Zenobia"), make_user("editor", first_name="Yaroslav")
    publication = make_publication(author=author, approver=approver)
    text = client.get(address_of(publication)).content.decode()
    for person in (author, approver):
        assert person.username not in text
        assert person.first_name not in text


def test_under_re_examination_nothing_says_or_suggests_a_rating(client: Client) -> None:
    publication = make_publication(code="misleading")
    suspend_publication(publication=publication, by=make_user("editor"), reason="A secret doubt.")
    found = whole(client, publication)
    assert found["state"]["name"] == "under_re_examination"
    assert found["state"]["since"]
    assert {name: found[name] for name in JUDGEMENT} == dict.fromkeys(JUDGEMENT)
    assert found["claim_review"] is None
    assert {item["finding"] for item in found["sightings"]} == {None}
    text = client.get(address_of(publication)).content.decode()
    assert "isleading" not in text
    assert "secret doubt" not in text
    lift_suspension(publication=publication, by=make_user("editor"))
    assert whole(client, publication)["rating_code"] == "misleading"


def test_a_retracted_verdict_keeps_its_place_with_the_notice_and_no_rating(client: Client) -> None:
    publication = make_publication(code="misleading")
    retract_publication(publication=publication, by=make_user("editor"), was="124 bridges", now="142 bridges")
    found = whole(client, publication)
    assert found["state"]["name"] == "retracted"
    assert found["rating"] is found["label"] is found["claim_review"] is None
    assert [(item["kind"], item["now"]) for item in found["corrections"]] == [("retraction", "142 bridges")]


def test_a_verdict_can_be_read_as_it_stood_on_a_day(client: Client) -> None:
    publication = make_publication()
    by = make_user("editor")
    record_correction(publication=publication, kind=CorrectionKind.MINOR, by=by, was="Bridge", now="Bridges")
    today = timezone.localdate()
    found = data(client, f"{address_of(publication)}?on={today}")
    assert found["state"]["as_of"] == str(today)
    assert found["claim_review"] is None
    assert len(found["corrections"]) == 1
    error(client, f"{address_of(publication)}?on={today - timedelta(days=1)}", HTTPStatus.NOT_FOUND)
    error(client, f"{address_of(publication)}?on={today + timedelta(days=1)}", HTTPStatus.NOT_FOUND)
    for wrong in ("soon", "2021-02-30"):
        assert "on" in error(client, f"{address_of(publication)}?on={wrong}")["fields"]


def test_quotations_and_links_obey_what_their_source_allows_now(client: Client) -> None:
    source = make_source()
    claim = make_claim(make_article(source=source, address="https://wire.example/1"), status=ClaimStatus.ACCEPTED)
    publication = make_publication(make_review(claim))
    before = client.get(address_of(publication)).headers["ETag"]
    assert whole(client, publication)["article"]["link"] == "https://wire.example/1"
    Source.objects.filter(pk=source.pk).update(quoting_limit=3, link_policy=LinkPolicy.NO_LINK)
    found = whole(client, publication)
    assert found["passage"] == {"before": "", "quote": "More than 120 …", "after": ""}
    assert found["sightings"][0]["quote"] == "More than 120 …"
    assert "wire.example" not in client.get(address_of(publication)).content.decode()
    assert client.get(address_of(publication)).headers["ETag"] != before


@pytest.mark.parametrize("number", [0, 999_999, 10**30])
def test_what_is_not_published_is_not_found(client: Client, number: int) -> None:
    assert error(client, f"{V1}/verdicts/{number}/", HTTPStatus.NOT_FOUND)["code"] == "not_found"


def test_a_verdict_that_nobody_approved_is_not_found(client: Client) -> None:
    verdict = make_submitted_verdict()
    error(client, f"{V1}/verdicts/{verdict.review.claim_id}/", HTTPStatus.NOT_FOUND)


def test_confirming_costs_few_queries_and_more_evidence_costs_none(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rows in (2, 5):
        publication = make_publication(evidence=tuple(make_evidence_input() for _ in range(rows)))
        # The throttle, the publication with its sources' terms; corrections, editions, full story, disputes.
        with django_assert_num_queries(6):
            first = client.get(address_of(publication))
        for headers in (
            {"If-None-Match": first.headers["ETag"]},
            {"If-Modified-Since": first.headers["Last-Modified"]},
        ):
            with django_assert_num_queries(2):  # The throttle's is one of them.
                again = client.get(address_of(publication), headers=headers)
            assert again.status_code == HTTPStatus.NOT_MODIFIED
            assert not again.content


def test_whom_we_asked_and_which_disputes_were_decided_is_told(client: Client) -> None:
    review = make_taken_review(author := make_user("reviewer"))
    asked_on = timezone.localdate() - timedelta(days=3)
    record_contact(review=review, by=author, whom="Ada Marsh", way=ContactWay.MAIL, asked_on=asked_on)
    publication = make_publication(review, author)
    before = client.get(address_of(publication)).headers["ETag"]
    for is_public in (True, False):
        dispute = receive_dispute(
            publication=publication, sender=DisputeSender.READER, objection=f"No ({is_public}).", grounds="It is 131."
        )
        decide_dispute(
            dispute=dispute,
            by=make_user("editor"),
            outcome=DisputeOutcome.REJECTED,
            answer="The register counts repairs.",
            is_public=is_public,
        )
    found = whole(client, publication)
    [contact] = found["contacts"]
    assert (contact["whom"], contact["how"], contact["on"]) == ("Ada Marsh", "mail", str(asked_on))
    assert [(item["outcome"], item["answer"]) for item in found["disputes"]] == [
        ("rejected", None),
        ("rejected", "The register counts repairs."),
    ]
    assert "131" not in client.get(address_of(publication)).content.decode()
    assert client.get(address_of(publication)).headers["ETag"] != before


def test_withheld_evidence_says_so_and_shows_nothing_of_itself(client: Client) -> None:
    evidence = (make_evidence_input(withheld_because="A witness would be endangered."), make_evidence_input())
    publication = make_publication(evidence=evidence)
    withheld, shown = whole(client, publication)["evidence"]
    assert withheld["withheld_because"] == "A witness would be endangered."
    assert withheld["link"] == withheld["excerpt"] == ""
    assert (shown["withheld_because"], shown["protected"]) == ("", None)


def test_what_older_publications_lack_is_empty(client: Client) -> None:
    """Payloads of earlier releases are frozen; they know nothing of contacts, and stay readable."""
    publication = make_publication()
    older = {name: value for name, value in publication.payload.items() if not name.startswith("contact")}
    older["claim"] = older["claim"] | {"speaker": {"name": "Ada", "kind": "public_figure", "wikidata_id": ""}}
    publication.payload = older
    found = Verdict(content.whole(publication, Terms([]), State()) | NOTHING_MORE).data
    assert found["contacts"] == []
    assert found["speaker"] == {"name": "Ada", "kind": "public_figure", "wikidata_id": ""}
