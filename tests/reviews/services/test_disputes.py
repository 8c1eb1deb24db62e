"""A dispute from its receipt to the answer."""

import pytest
from django.contrib.auth.models import User

from reviews.disputes import decided_about, disputes_of_review, disputes_to_decide
from reviews.enums import DisputeOutcome, DisputeSender, DisputeState, EventKind
from reviews.errors import FourEyesRefused, NotAllowed, ReasonMissing, Recused, TransitionRefused
from reviews.log_check import faulty_rows
from reviews.models import Dispute, EventPayload, Publication
from reviews.services.disputes import consider_dispute, decide_dispute, receive_dispute
from reviews.services.interests import declare_interest
from reviews.services.publishing import retract_publication
from tests.claims.factories import make_user
from tests.reviews.changed_texts import publish_again, submit_again
from tests.reviews.factories import approve, make_publication, make_review

pytestmark = pytest.mark.django_db

OBJECTION, GROUNDS = "The page says 124 bridges were closed.", "The register of December lists 131."


def make_dispute(publication: Publication | None = None, **values: str) -> Dispute:
    texts = {"objection": OBJECTION, "grounds": GROUNDS} | values
    return receive_dispute(publication=publication or make_publication(), sender=DisputeSender.READER, **texts)


def decide(
    dispute: Dispute, by: User | None = None, outcome: DisputeOutcome = DisputeOutcome.REJECTED, **values: bool
) -> None:
    decide_dispute(
        dispute=dispute, by=by or make_user("editor"), outcome=outcome, answer="The register counts repairs.", **values
    )


def test_it_is_received_with_an_event_that_has_neither_text_nor_sender() -> None:
    dispute = make_dispute(mail="ann@reader.example")
    assert (dispute.state, dispute.mail) == (DisputeState.RECEIVED, "ann@reader.example")
    event = dispute.publication.review.events.get(kind=EventKind.DISPUTE_RECEIVED)
    assert event.actor is None
    text = EventPayload.objects.get(event=event).text
    assert dispute.digest in text
    assert OBJECTION not in text
    assert "ann@reader" not in text
    assert str(dispute.token) not in text
    assert not list(faulty_rows({}))


def test_addresses_of_two_disputes_have_nothing_in_common() -> None:
    publication = make_publication()
    tokens = {make_dispute(publication, objection=f"Sentence {number} is wrong.").token for number in range(5)}
    assert len(tokens) == 5
    assert all(token.version == 4 for token in tokens)


def test_the_same_text_is_kept_once_for_each_page() -> None:
    publication = make_publication()
    first = make_dispute(publication)
    assert make_dispute(publication, objection=f" {OBJECTION.upper()}\n", mail="late@reader.example") == first
    assert Dispute.objects.get().mail == ""
    assert make_dispute() != first
    assert make_dispute(publication, grounds="Another reason.") != first


def test_a_page_that_has_ended_is_not_disputed() -> None:
    publication = make_publication()
    retract_publication(publication=publication, by=make_user("editor"), was="124", now="131")
    with pytest.raises(TransitionRefused, match="has ended"):
        make_dispute(publication)


def test_an_editor_considers_it_once_and_another_may_decide() -> None:
    dispute, editor = make_dispute(), make_user("editor")
    considered = consider_dispute(dispute=dispute, by=editor)
    assert (considered.state, considered.considered_by) == (DisputeState.CONSIDERED, editor)
    with pytest.raises(TransitionRefused, match=f"by {editor}"):
        consider_dispute(dispute=dispute, by=make_user("editor"))
    decide(dispute)
    dispute.refresh_from_db()
    assert dispute.state == DisputeState.DECIDED
    kinds = list(dispute.publication.review.events.order_by("sequence").values_list("kind", flat=True))
    assert kinds[-3:] == ["dispute_received", "dispute_considered", "dispute_decided"]
    assert not list(faulty_rows({}))


def test_it_is_decided_once_and_for_good() -> None:
    dispute, editor = make_dispute(), make_user("editor")
    decide(dispute, editor)
    for again in (lambda: decide(dispute), lambda: consider_dispute(dispute=dispute, by=make_user("editor"))):
        with pytest.raises(TransitionRefused, match=f"decided already, by {editor}"):
            again()


def test_a_decision_has_an_answer_and_only_one_on_the_substance_is_public() -> None:
    dispute, editor = make_dispute(), make_user("editor")
    with pytest.raises(ReasonMissing, match="Write the answer"):
        decide_dispute(dispute=dispute, by=editor, outcome=DisputeOutcome.UPHELD, answer=" ")
    for outcome in (DisputeOutcome.WITHDRAWN, DisputeOutcome.NOT_ONE):
        with pytest.raises(TransitionRefused, match="on the substance"):
            decide(dispute, editor, outcome, is_public=True)
    dispute.refresh_from_db()
    assert dispute.state == DisputeState.RECEIVED


def barred(who: str) -> tuple[Dispute, User]:
    """A dispute, and somebody who had that hand in the page; with every right, so that only four eyes stand against."""
    person = make_user("superuser")
    match who:
        case "author":
            return make_dispute(make_publication(author=person)), person
        case "approver":
            return make_dispute(make_publication(approver=person)), person
    publication = make_publication()
    dispute = make_dispute(publication)
    if who == "author of a draft":
        publication.review.drafts.create(author=person, body={})
    if who == "approver of the next edition":
        approve(submit_again(publication), person)
    return dispute, person


@pytest.mark.parametrize("who", ["author", "approver", "author of a draft", "approver of the next edition"])
def test_nobody_with_a_hand_in_the_page_decides_or_considers(who: str) -> None:
    dispute, person = barred(who)
    assert not disputes_to_decide(person).exists()
    with pytest.raises(FourEyesRefused):
        consider_dispute(dispute=dispute, by=person)
    for outcome in DisputeOutcome:
        with pytest.raises(FourEyesRefused):
            decide(dispute, person, outcome)
    dispute.refresh_from_db()
    assert dispute.state == DisputeState.RECEIVED
    other = make_user("editor")
    assert list(disputes_to_decide(other)) == [dispute]
    decide(dispute, other)


def test_nobody_with_an_interest_in_it_decides_or_finds_it_on_the_list_of_what_they_may() -> None:
    dispute, editor = make_dispute(), make_user("editor")
    source = dispute.publication.review.claim.article.source
    assert source is not None
    declare_interest(person=editor, about=source, note="My brother works there.")
    with pytest.raises(Recused):
        decide(dispute, editor)
    assert not disputes_to_decide(editor).exists()
    assert list(disputes_to_decide(make_user("editor"))) == [dispute]


@pytest.mark.parametrize("role", ["reviewer", "administrator", None])
def test_only_editors_decide(role: str | None) -> None:
    dispute, somebody = make_dispute(), make_user(role)
    with pytest.raises(NotAllowed, match="decide disputes"):
        decide(dispute, somebody)
    with pytest.raises(NotAllowed):
        consider_dispute(dispute=dispute, by=somebody)


@pytest.mark.parametrize("outcome", DisputeOutcome)
def test_the_page_counts_and_changes_for_decisions_on_the_substance_only(outcome: DisputeOutcome) -> None:
    publication = make_publication()
    dispute = make_dispute(publication)
    assert Publication.objects.get().changed_at == publication.changed_at
    decide(dispute, outcome=outcome)
    counted = decided_about(publication)
    assert [item.outcome for item in counted] == ([outcome] if outcome.counts else [])
    assert (Publication.objects.get().changed_at > publication.changed_at) == outcome.counts


def test_a_dispute_of_an_older_edition_is_counted_on_the_one_that_stands() -> None:
    first = make_publication()
    dispute = make_dispute(first)
    second = publish_again(first)
    decide(dispute, outcome=DisputeOutcome.UPHELD)
    assert [item.publication for item in decided_about(second)] == [first]
    assert Publication.objects.get(pk=second.pk).changed_at > second.changed_at
    assert decided_about(second, until=second.valid_from) == []


def test_open_ones_come_before_decided_ones() -> None:
    publication = make_publication()
    first, second = make_dispute(publication), make_dispute(publication, objection="Another sentence is wrong.")
    decide(first)
    assert list(disputes_of_review(publication.review_id)) == [second, first]
    assert not disputes_of_review(make_review().pk).exists()
