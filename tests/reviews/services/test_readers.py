"""What readers send: counted, answered by mail once, and forgotten."""

from collections.abc import Callable
from datetime import UTC, timedelta
from smtplib import SMTPRecipientsRefused
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from claims.enums import RequestState
from claims.errors import RecordInvalid, TransitionRefused
from claims.models import Claim, Request
from claims.services.requests import (
    bring_in_for_request,
    decline_request,
    fetch_for_request,
    receive_request,
    take_up_request,
)
from reviews import tasks
from reviews.enums import DisputeOutcome
from reviews.errors import TooManyAtOnce
from reviews.models import Dispute, ReaderWrite, ThrottleSalt
from reviews.services.answering import answer_requests_with_verdicts
from reviews.services.disputes import decide_dispute
from reviews.services.forgetting import UNANSWERED, forget_readers
from reviews.services.mailing import MOST_TRIES, WAITS
from reviews.services.reader_mail import disputes_to_mail, requests_to_mail
from reviews.services.throttle import LIMITS, count_write, forget_writes
from tests.claims.factories import make_user
from tests.reviews.factories import make_publication, make_review
from tests.reviews.services.test_disputes import make_dispute

pytestmark = pytest.mark.django_db

STATEMENT = "The harbour handled two million containers."
ANN = "ann@reader.example"


def make_request(**values: str) -> Request:
    return receive_request(**({"statement": STATEMENT, "mail": ANN} | values))


def declined(**values: str) -> Request:
    return decline_request(request=make_request(**values), by=make_user(), answer="It is a forecast.")


def decided(outcome: DisputeOutcome = DisputeOutcome.PARTLY, **values: Any) -> Dispute:
    dispute = make_dispute(mail=ANN, **values)
    decide_dispute(dispute=dispute, by=make_user("editor"), outcome=outcome, answer="The figure is corrected.")
    return dispute


# --- Requests ---------------------------------------------------------------------------------------------------------
def test_a_request_names_a_statement_or_an_address() -> None:
    assert str(receive_request(address="https://x.example/1")) == "https://x.example/1"
    with pytest.raises(RecordInvalid, match="Write the statement"):
        receive_request(note="Please check it.")


def test_a_request_is_fetched_brought_in_and_linked_by_an_editor() -> None:
    editor, request = make_user(), make_request(address="https://x.example/1")
    job = fetch_for_request(request=request, by=editor)
    ingested = bring_in_for_request(request=request, by=editor)
    article = ingested.article
    assert (article.carrier, article.address, article.description) == ("reader_link", "", "https://x.example/1")
    assert article.texts.get().text.strip() == STATEMENT
    request.refresh_from_db()
    assert (request.state, request.job, request.article) == (RequestState.ACCEPTED, job, article)
    claim = make_review().claim
    take_up_request(request=request, by=editor, claim=claim)
    request.refresh_from_db()
    assert (request.claim, request.article, request.answered_by) == (claim, article, editor)


def test_what_is_lacking_is_told() -> None:
    editor = make_user()
    with pytest.raises(RecordInvalid, match="names no address"):
        fetch_for_request(request=make_request(), by=editor)
    with pytest.raises(RecordInvalid, match="no statement in words"):
        bring_in_for_request(request=receive_request(address="https://x.example/1"), by=editor)
    with pytest.raises(RecordInvalid, match="why the request is declined"):
        decline_request(request=make_request(), by=editor, answer=" ")
    ended = declined(statement="Another statement that is long.")
    for step in (take_up_request, fetch_for_request, bring_in_for_request):
        with pytest.raises(TransitionRefused, match="answered before"):
            step(request=ended, by=editor)


def test_a_published_verdict_answers_the_requests_that_led_to_it() -> None:
    claim = make_review().claim
    request, other = make_request(), make_request(statement="Nothing is known of this one.")
    for item in (request, other):
        take_up_request(request=item, by=make_user(), claim=claim if item == request else make_review().claim)
    assert answer_requests_with_verdicts(now=timezone.now()) == []
    make_publication(make_review(claim))
    assert answer_requests_with_verdicts(now=timezone.now()) == [request]
    assert answer_requests_with_verdicts(now=timezone.now()) == []
    request.refresh_from_db()
    assert request.state == RequestState.ANSWERED
    assert Request.objects.get(pk=other.pk).state == RequestState.ACCEPTED


def test_a_sighting_is_answered_by_the_verdict_on_its_claim() -> None:
    publication = make_publication()
    sighting = make_review().claim
    Claim.objects.filter(pk=sighting.pk).update(frozen_at=None)
    Claim.objects.filter(pk=sighting.pk).update(status="duplicate", canonical=publication.claim, treatment="asserts")
    request = make_request()
    take_up_request(request=request, by=make_user(), claim=sighting)
    assert answer_requests_with_verdicts(now=timezone.now()) == [request]


# --- Mail -------------------------------------------------------------------------------------------------------------
def test_an_answer_is_mailed_once_with_our_words_and_the_address_of_its_page(settings: Settings) -> None:
    request, dispute = declined(note="My note.", seen_at="At the station."), decided()
    for _ in range(2):
        tasks.mail_request(request.pk)
        tasks.mail_dispute(dispute.pk)
    first, second = mail.outbox
    assert (first.to, second.to) == ([ANN], [ANN])
    assert "It is a forecast." in first.body
    assert f"{settings.SITE_URL}/submit/{request.token}/" in first.body
    assert "Partly upheld" in second.body
    assert f"{settings.SITE_URL}/disputes/{dispute.token}/" in second.body
    # Whoever enters a stranger's address can't make us send them a text of theirs.
    assert not [text for text in (STATEMENT, "My note", "station", "bridges") if text in f"{first.body} {second.body}"]


def test_who_wrote_in_french_is_answered_in_french(settings: Settings) -> None:
    request, dispute = declined(language="fr"), decided(language="fr")
    tasks.mail_request(request.pk)
    tasks.mail_dispute(dispute.pk)
    first, second = mail.outbox
    assert first.subject == f"{settings.SITE_NAME}\u00a0: Votre demande de vérification"
    assert f"{settings.SITE_URL}/fr/submit/{request.token}/" in first.body
    assert "Vous recevez ce message parce que" in first.body
    assert "Fondée en partie." in second.body
    assert f"{settings.SITE_URL}/fr/disputes/{dispute.token}/" in second.body


def test_what_is_not_answered_or_left_no_address_is_not_mailed() -> None:
    waiting, silent = make_request(), declined(mail="", statement="Another statement that is long.")
    for pk in (waiting.pk, silent.pk, 10**9):
        assert not tasks.mail_request(pk)
    dispute = make_dispute(mail=ANN)
    assert not tasks.mail_dispute(dispute.pk)
    assert mail.outbox == []


def test_a_mail_server_that_refuses_is_tried_again_later_and_only_then(monkeypatch: pytest.MonkeyPatch) -> None:
    request = declined()

    def refuse(*_: Any, **__: Any) -> int:
        raise SMTPRecipientsRefused({})

    with monkeypatch.context() as broken:
        broken.setattr(EmailMessage, "send", refuse)
        assert not tasks.mail_request(request.pk)
    assert not tasks.mail_request(request.pk)  # Tried a moment ago: another worker may be at it.
    Request.objects.update(mail_tried_at=timezone.now() - WAITS[0] - timedelta(seconds=1))
    assert tasks.mail_request(request.pk)
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("ended", [declined, decided])
def test_the_tries_have_the_waits_and_the_end_of_notifications(
    ended: Callable[[], Request | Dispute], monkeypatch: pytest.MonkeyPatch
) -> None:
    row, tried = ended(), []

    def refuse(*_: Any, **__: Any) -> int:
        tried.append(1)
        raise SMTPRecipientsRefused({})

    def try_it() -> int:
        (tasks.mail_request if isinstance(row, Request) else tasks.mail_dispute)(row.pk)
        return len(tried)

    def as_if_tried_before(wait: timedelta) -> None:
        type(row).objects.filter(pk=row.pk).update(mail_tried_at=timezone.now() - wait)

    monkeypatch.setattr(EmailMessage, "send", refuse)
    assert try_it() == 1
    for tries, wait in enumerate(WAITS, start=1):
        as_if_tried_before(wait - timedelta(seconds=30))
        assert try_it() == tries
        as_if_tried_before(wait + timedelta(seconds=1))
        assert try_it() == tries + 1
    as_if_tried_before(timedelta(days=20))
    assert not requests_to_mail().exists()
    assert not disputes_to_mail().exists()
    assert try_it() == MOST_TRIES


def test_the_sweep_finds_what_nobody_rang_for(
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    request, dispute = declined(), decided()
    rung: list[tuple[str, int]] = []
    monkeypatch.setattr(tasks.mail_request, "delay", lambda pk: rung.append(("request", pk)))
    monkeypatch.setattr(tasks.mail_dispute, "delay", lambda pk: rung.append(("dispute", pk)))
    with django_capture_on_commit_callbacks(execute=True):
        tasks.sweep_readers()
    assert rung == [("request", request.pk), ("dispute", dispute.pk)]


# --- Retention --------------------------------------------------------------------------------------------------------
def test_what_could_name_a_reader_goes_some_days_after_the_answer_and_not_before() -> None:
    request, dispute = declined(note="My note.", seen_at="At the station."), decided()
    waiting = make_request(statement="Not answered yet, this one.")
    now = timezone.now()
    assert forget_readers(days=30, now=now + timedelta(days=29)) == 0
    assert forget_readers(days=30, now=now + timedelta(days=31)) == 2
    assert forget_readers(days=30, now=now + timedelta(days=31)) == 0
    request.refresh_from_db()
    dispute.refresh_from_db()
    waiting.refresh_from_db()
    assert (request.mail, request.note, request.seen_at, dispute.mail) == ("", "", "", "")
    assert request.forgotten_at and dispute.forgotten_at
    assert (request.statement, request.answer) == (STATEMENT, "It is a forecast.")
    assert (waiting.mail, waiting.forgotten_at) == (ANN, None)


def test_what_nobody_answers_is_forgotten_after_a_year() -> None:
    make_request(note="My note.")
    make_dispute(mail=ANN)
    now = timezone.now()
    assert forget_readers(days=30, now=now + UNANSWERED - timedelta(days=1)) == 0
    assert forget_readers(days=30, now=now + UNANSWERED + timedelta(days=1)) == 2
    assert not Request.objects.exclude(mail="", note="").exists()
    assert not Dispute.objects.exclude(mail="").exists()


def test_the_task_keeps_to_the_setting(settings: Settings) -> None:
    declined()
    Request.objects.update(answered_at=timezone.now() - timedelta(days=5))
    settings.CLAIMDESK_READER_DAYS = 6
    assert tasks.forget_what_readers_sent() == 0
    settings.CLAIMDESK_READER_DAYS = 4
    assert tasks.forget_what_readers_sent() == 1
    assert tasks.forget_what_readers_sent() == 0


# --- Throttle ---------------------------------------------------------------------------------------------------------
def fill(number: int, *, network: str = "", age: timedelta = timedelta()) -> None:
    """So many texts as if sent that long ago, by one network or each by another."""
    for item in range(number):
        before = set(ReaderWrite.objects.values_list("pk", flat=True))
        ReaderWrite.objects.create(network="placeholder")
        new = ReaderWrite.objects.exclude(pk__in=before)
        new.update(at=timezone.now() - age, network=network or f"network {item} {age}")


def test_one_network_has_its_own_limit_in_an_hour_and_another_in_a_day() -> None:
    for _ in range(LIMITS[0].most):
        count_write(network="198.51.100.7")
    with pytest.raises(TooManyAtOnce, match="within an hour") as refused:
        count_write(network="198.51.100.7")
    assert 0 < refused.value.retry_after <= 3600
    count_write(network="198.51.100.8")
    own = ReaderWrite.objects.values_list("network", flat=True)[0]
    ReaderWrite.objects.filter(network=own).update(at=timezone.now() - timedelta(hours=2))
    fill(LIMITS[1].most - LIMITS[0].most, network=own, age=timedelta(hours=3))
    with pytest.raises(TooManyAtOnce, match="today"):
        count_write(network="198.51.100.7")


@pytest.mark.parametrize(("limit", "age"), [(LIMITS[2], timedelta(minutes=5)), (LIMITS[3], timedelta(hours=5))])
def test_everybody_together_has_a_limit_too(limit: Any, age: timedelta) -> None:
    fill(limit.most, age=age)
    with pytest.raises(TooManyAtOnce, match="Very many"):
        count_write(network="203.0.113.1")
    assert ReaderWrite.objects.count() == limit.most


def test_what_no_limit_looks_at_is_removed_and_yesterdays_salt_with_it() -> None:
    count_write(network="198.51.100.7")
    fill(2, age=timedelta(days=1, minutes=1))
    yesterday = (timezone.now() - timedelta(days=1)).astimezone(UTC).date()
    ThrottleSalt.objects.create(day=yesterday, salt="x")
    assert forget_writes() == 3
    assert ReaderWrite.objects.count() == ThrottleSalt.objects.count() == 1
    assert forget_writes() == 0


def test_a_network_has_another_fingerprint_the_next_day() -> None:
    count_write(network="198.51.100.7")
    ThrottleSalt.objects.all().delete()  # What the sweep does after midnight.
    count_write(network="198.51.100.7")
    assert ReaderWrite.objects.values("network").distinct().count() == 2
