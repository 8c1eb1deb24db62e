"""Disputing a verdict: the form, what the public page says of decided ones, and what the sender's own page says."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.test import Client
from django.utils import timezone

from reviews.enums import DisputeOutcome
from reviews.models import Dispute, Publication
from reviews.services.disputes import consider_dispute, decide_dispute
from reviews.services.publishing import retract_publication, suspend_publication
from tests.claims.factories import make_user
from tests.reviews.changed_texts import publish_again
from tests.reviews.factories import make_publication, make_submitted_verdict
from tests.reviews.public.addresses import verdict_of
from tests.reviews.public.forms import DISPUTE, dispute_path, send
from tests.reviews.public.html import complaints
from tests.reviews.public.pages import text_of

pytestmark = pytest.mark.django_db

ANSWER = "The register counts repairs, not closures."
SCRIPT = "<script>alert(1)</script>"


def sent(client: Client, publication: Publication, **values: str) -> tuple[Dispute, str]:
    """A dispute as a reader sends it, and the address of its page."""
    address = send(client, dispute_path(publication), DISPUTE | values)["Location"]
    return Dispute.objects.select_related("publication__review").latest("pk"), address


def decide(dispute: Dispute, outcome: DisputeOutcome, answer: str = ANSWER, *, is_public: bool = False) -> None:
    decide_dispute(dispute=dispute, by=make_user("editor"), outcome=outcome, answer=answer, is_public=is_public)


def test_the_page_of_a_verdict_leads_to_the_form_and_the_form_back(client: Client) -> None:
    publication = make_publication()
    page = client.get(verdict_of(publication)).content.decode()
    assert f'href="{dispute_path(publication)}"' in page
    form = client.get(dispute_path(publication))
    assert f'href="{verdict_of(publication)}"' in form.content.decode()
    assert "noindex" in form.content.decode()
    assert client.head(dispute_path(publication)).status_code == HTTPStatus.OK


def test_only_a_page_that_stands_can_be_disputed(client: Client) -> None:
    unpublished = make_submitted_verdict().review.claim_id
    for path in (f"/claims/{unpublished}/dispute/", "/claims/999999/dispute/", f"/claims/{10**30}/dispute/"):
        assert client.get(path).status_code == HTTPStatus.NOT_FOUND
        assert send(client, path, DISPUTE).status_code == HTTPStatus.NOT_FOUND
    publication, editor = make_publication(), make_user("editor")
    suspend_publication(publication=publication, by=editor, reason="New figures.")
    assert client.get(dispute_path(publication)).status_code == HTTPStatus.OK
    retract_publication(publication=publication, by=editor, was="124", now="131")
    for response in (client.get(dispute_path(publication)), send(client, dispute_path(publication), DISPUTE)):
        assert response.status_code == HTTPStatus.GONE
        assert "nothing left to dispute" in response.content.decode()
        assert complaints(response.content.decode()) == []
    assert "Dispute this" not in client.get(verdict_of(publication)).content.decode()
    assert not Dispute.objects.exists()


def test_each_field_that_is_missing_is_named_at_its_place(client: Client) -> None:
    page = send(client, dispute_path(make_publication()), {}).content.decode()
    for name in ("objection", "grounds", "sender"):
        assert f'id="id_{name}_error"' in page, name
    assert "Say in which part you write." in page


def test_the_senders_page_follows_the_dispute_and_names_nobody(client: Client) -> None:
    publication = make_publication()
    dispute, address = sent(client, publication, mail="ann@reader.example")
    assert "We have it" in text_of(client, address)
    editor = make_user("editor", "grace-hopper")
    consider_dispute(dispute=dispute, by=editor)
    assert "Being considered" in text_of(client, address)
    decide_dispute(dispute=dispute, by=editor, outcome=DisputeOutcome.PARTLY, answer=ANSWER)
    page = client.get(address).content.decode()
    assert "Partly upheld" in page
    assert ANSWER in page
    people = (editor, publication.author, publication.approver)
    assert not [name for name in ("ann@reader", *map(str, people)) if name in page]


def test_one_senders_page_shows_nothing_of_another(client: Client) -> None:
    publication = make_publication()
    first, address = sent(client, publication, grounds="The first one has this reason.")
    sent(client, publication, grounds="The second one has another reason.")
    page = client.get(address).content.decode()
    assert "The first one" in page
    assert "The second one" not in page
    assert client.get(address.replace(str(first.token), str(first.pk))).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("outcome", DisputeOutcome)
def test_the_page_counts_decisions_on_the_substance_and_shows_answers_that_are_published(
    client: Client, outcome: DisputeOutcome
) -> None:
    publication = make_publication()
    dispute, _ = sent(client, publication)
    decide(dispute, outcome, is_public=outcome.counts)
    page = text_of(client, verdict_of(publication))
    assert ("1 dispute of this page was decided" in page) == outcome.counts
    assert (ANSWER in page) == outcome.counts
    assert DISPUTE["grounds"] not in page
    assert DISPUTE["objection"] not in page


def test_an_answer_that_is_not_published_is_counted_only(client: Client) -> None:
    publication = make_publication()
    for number in range(2):
        dispute, _ = sent(client, publication, objection=f"Sentence {number} is wrong.")
        decide(dispute, DisputeOutcome.REJECTED, is_public=number == 1, answer=f"{ANSWER} ({number})")
    page = text_of(client, verdict_of(publication))
    assert "2 disputes of this page were decided" in page
    assert f"{ANSWER} (1)" in page
    assert f"{ANSWER} (0)" not in page


def test_a_cached_page_is_fetched_again_after_a_decision_and_not_after_a_dispute(client: Client) -> None:
    publication = make_publication()
    etag = client.get(verdict_of(publication))["ETag"]
    dispute, _ = sent(client, publication)
    unchanged = client.get(verdict_of(publication), HTTP_IF_NONE_MATCH=etag)
    assert unchanged.status_code == HTTPStatus.NOT_MODIFIED
    decide(dispute, DisputeOutcome.REJECTED)
    assert client.get(verdict_of(publication), HTTP_IF_NONE_MATCH=etag).status_code == HTTPStatus.OK


def test_a_new_edition_keeps_the_count_and_a_day_before_knows_nothing_of_it(client: Client) -> None:
    publication = make_publication()
    dispute, _ = sent(client, publication)
    decide(dispute, DisputeOutcome.UPHELD, is_public=True)
    second = publish_again(publication)
    assert "1 dispute of this page was decided" in text_of(client, verdict_of(second))
    today = timezone.localdate()
    assert "1 dispute of this page was decided" in text_of(client, f"{verdict_of(second)}?on={today}")
    old = client.get(f"{verdict_of(second)}?on={today - timedelta(days=1)}")
    assert old.status_code == HTTPStatus.NOT_FOUND


def test_the_list_of_corrections_says_nothing_of_disputes(client: Client) -> None:
    before = text_of(client, "/corrections/")
    dispute, _ = sent(client, make_publication())
    decide(dispute, DisputeOutcome.UPHELD, is_public=True)
    assert text_of(client, "/corrections/") == before


def test_a_script_in_an_answer_is_text(client: Client) -> None:
    publication = make_publication()
    dispute, address = sent(client, publication)
    decide(dispute, DisputeOutcome.UPHELD, answer=f"{SCRIPT} \u202e", is_public=True)
    for path in (address, verdict_of(publication)):
        page = client.get(path).content.decode()
        assert SCRIPT not in page
        assert complaints(page) == []
        before = page[: page.index("\u202e")]
        assert max(before.rfind("<bdi"), before.rfind('dir="auto"')) > before.rfind("</"), "it turns its neighbours too"
