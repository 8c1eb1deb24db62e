from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from claims.enums import DismissalReason
from reviews.enums import CorrectionKind, DisputeOutcome, EvidenceKind
from reviews.errors import TransitionRefused
from reviews.evidence_facts import current_ratings
from reviews.models import Correction, Publication
from reviews.public import corrections
from reviews.services.publishing import record_correction
from reviews.workflow import STEPS
from tests.claims.factories import make_user
from tests.reviews.factories import approve, make_publication, make_submitted_verdict
from tests.reviews.public.pages import text_of

pytestmark = pytest.mark.django_db


def correct(publication: Publication, number: int = 0) -> Correction:
    by = make_user("editor")
    was, now = f"Wrong {number}.", f"Right {number}."
    return record_correction(publication=publication, kind=CorrectionKind.MINOR, by=by, was=was, now=now)


def test_corrections_are_listed_newest_first_with_their_page(client: Client) -> None:
    publication = make_publication()
    correct(publication, 1)
    correct(publication, 2)
    page = text_of(client, "/corrections/")
    assert page.index("Wrong 2.") < page.index("Wrong 1.")
    assert publication.headline in page


def test_what_is_not_public_yet_has_no_public_correction(client: Client) -> None:
    scheduled = approve(make_submitted_verdict(), publish_at=timezone.now() + timedelta(hours=1))
    with pytest.raises(TransitionRefused, match="not public yet"):
        correct(scheduled)
    assert "No correction so far" in text_of(client, "/corrections/")


def test_every_correction_is_on_one_page_of_the_list(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corrections, "PER_PAGE", 2)
    publication = make_publication()
    made = [correct(publication, number).pk for number in range(5)]
    seen, address = [], "/corrections/"
    while address:
        context = client.get(address).context
        seen += [item.pk for item in context["corrections"]]
        address = f"/corrections/?before={context['next']}" if context["next"] else ""
    assert seen == made[::-1]


def test_a_page_after_the_last_says_so_and_leads_back(client: Client) -> None:
    correct(make_publication(), 1)
    page = client.get("/corrections/?before=1").content.decode()
    assert "The list ends before this page." in page
    assert 'href="/corrections/">Back to the first page' in page
    assert "Back to the first page" not in client.get("/corrections/").content.decode()


@pytest.mark.parametrize("before", ["x", "-1", "1.5", "9" * 30, "²"])
def test_an_address_of_a_page_that_cannot_be_shows_the_first_one(client: Client, before: str) -> None:
    correct(make_publication(), 1)
    page = text_of(client, f"/corrections/?before={before}")
    assert "Here is the first one" in page
    assert "Wrong 1." in page


def test_the_number_of_queries_does_not_grow_with_the_list(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    publication = make_publication()
    for number in range(2):
        correct(publication, number)
        with django_assert_num_queries(2):
            client.get("/corrections/")


def test_the_method_is_the_live_scale_and_the_live_workflow(client: Client) -> None:
    page = text_of(client, "/methodology/")
    ratings = current_ratings()
    assert len(ratings) == 7
    for rating in ratings:
        for words in (rating.label, rating.definition, rating.criteria, rating.tolerance):
            assert " ".join(words.split()) in page, words
    for rule in STEPS:
        assert f"{rule.says} {', '.join(stage.label for stage in rule.sources)} {rule.target.label}" in page
    for kind in CorrectionKind:
        assert kind.label in page


def test_the_method_says_what_is_not_checked_who_is_asked_and_how_to_dispute(client: Client) -> None:
    page = text_of(client, "/methodology/")
    for reason in DismissalReason:
        assert (reason.label in page) == (reason != DismissalReason.OTHER), reason
    assert "Before we publish “Half true”, “Misleading”, “False” or that somebody did not say" in page
    for outcome in DisputeOutcome:
        assert (outcome.label.lower() in page) == outcome.counts, outcome
    for kind in EvidenceKind:
        assert kind.label.lower() in page
    links = client.get("/methodology/").content.decode()
    for address in ("/submit/", "/statistics/", "/corrections/"):
        assert f'href="{address}"' in links
