"""A protected identity stands in one table: every other text of the database and every output is searched for it."""

from http import HTTPStatus

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction
from django.test import Client

from claims.models import Source
from reviews.enums import EventKind
from reviews.errors import IdentityRefused, NotAllowed, ReasonMissing, Recused, VerdictIncomplete
from reviews.log_check import faulty_rows
from reviews.models import Draft, Evidence, ProtectedIdentity, ProtectedSource, Publication, Review, Verdict
from reviews.models.protected import UNNAMED
from reviews.payload import build_payload
from reviews.services.identities import look_at_identity, protect_source
from reviews.services.interests import declare_interest
from reviews.services.verdicts import submit_verdict
from tests.claims.factories import make_user
from tests.reviews.factories import approve, make_draft, make_evidence_input, make_review, make_taken_review

pytestmark = pytest.mark.django_db

NAME = "Wilhelmina Quastenflosser"
DETAILS = "Reached through the Zwetschgenallee chapel."


@pytest.fixture
def reviewer() -> User:
    return make_user("reviewer")


@pytest.fixture
def review(reviewer: User) -> Review:
    return make_taken_review(reviewer)


def protect(review: Review, by: User, **values: str) -> ProtectedSource:
    told = {
        "name": NAME,
        "details": DETAILS,
        "description": "An employee of the port",
        "because": "She would be fired.",
    }
    return protect_source(review=review, by=by, **(told | values))


def publish(review: Review, author: User, **row: object) -> Publication:
    """Evidence of the protected source, a second origin, approved."""
    source = Source.objects.get(name=UNNAMED)
    rows = (make_evidence_input(source, **row), make_evidence_input())
    draft = make_draft(review, author, evidence=rows)
    number = Review.objects.get(pk=review.pk).lease_number
    return approve(submit_verdict(review=review, author=author, lease_number=number, version=draft.version))


def text_columns() -> list[tuple[str, str]]:
    """Every column of every table that can hold words: text, JSON, arrays, search vectors."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT c.table_name, c.column_name FROM information_schema.columns c
                 JOIN information_schema.tables t USING (table_schema, table_name)
                WHERE table_schema = 'public' AND t.table_type = 'BASE TABLE'
                  AND (c.data_type IN ('text', 'character varying', 'jsonb', 'json', 'ARRAY', 'tsvector', 'bytea')
                       OR c.udt_name IN ('tsvector', 'citext'))"""
        )
        return [(table, column) for table, column in cursor.fetchall()]


def holding(word: str) -> set[str]:
    """Tables in which the word stands anywhere."""
    found = set()
    with connection.cursor() as cursor:
        for table, column in text_columns():
            cursor.execute(f'SELECT EXISTS (SELECT 1 FROM "{table}" WHERE "{column}"::text ILIKE %s)', [f"%{word}%"])
            if cursor.fetchone()[0]:
                found.add(table)
    return found


OUTPUTS = (
    "/",
    "/sources/",
    "/corrections/",
    "/feeds/verdicts.atom",
    "/feeds/corrections.atom",
    "/feeds/claimreview.json",
    "/sitemap.xml",
    "/api/v1/verdicts/",
    "/api/v1/sources/",
)


def test_it_is_nowhere_but_in_its_table(client: Client, review: Review, reviewer: User) -> None:
    protected = protect(review, reviewer)
    publication = publish(review, reviewer, protected=protected.pk, withheld_because="The paper would name her.")
    look_at_identity(protected=protected, by=make_user("editor"), purpose="To approve it.")
    assert holding("Quastenflosser") == {"reviews_protectedidentity"}
    assert holding("Zwetschgenallee") == {"reviews_protectedidentity"}
    # The search finds what it looks for: the public words are in several tables.
    assert {"reviews_protectedsource", "reviews_publication"} <= holding("She would be fired")
    source = Source.objects.get(name=UNNAMED)
    claim = f"/claims/{publication.claim_id}"
    shown = 0
    pages = (f"{claim}-{publication.slug}/", f"/embed/{publication.claim_id}/", f"/sources/{source.pk}/")
    for address in (*OUTPUTS, *pages):
        answer = client.get(address, follow=True)
        assert answer.status_code == HTTPStatus.OK, address
        text = answer.getvalue()
        assert b"Quastenflosser" not in text, address
        assert b"Zwetschgenallee" not in text, address
        shown += b"She would be fired." in text
    assert publication.slug in client.get("/").content.decode()
    assert publication.slug not in client.get("/?q=Quastenflosser").content.decode()
    assert shown
    client.force_login(make_user("superuser"))
    for model in ("review", "verdict", "evidence", "publication", "event"):
        assert NAME not in client.get(f"/admin/reviews/{model}/?q=Quastenflosser", follow=True).content.decode()


def test_the_public_reads_why_and_not_what_is_withheld(client: Client, review: Review, reviewer: User) -> None:
    protected = protect(review, reviewer)
    publication = publish(
        review,
        reviewer,
        protected=protected.pk,
        withheld_because="It would name her.",
        title="Letter of the shift leader",
        excerpt="I saw the crane fall.",
        address="https://secret.example/letter",
    )
    item = publication.payload["evidence"][0]
    assert item["protected"] == {"description": "An employee of the port", "because": "She would be fired."}
    assert (item["title"], item["address"], item["excerpt"]) == ("Withheld: document", "", "")
    page = client.get(f"/claims/{publication.claim_id}-{publication.slug}/").content.decode()
    for said in ("Identity protected:", "She would be fired.", "It would name her."):
        assert said in page
    for hidden in ("shift leader", "crane", "secret.example"):
        assert hidden not in page
    assert Evidence.objects.filter(excerpt="I saw the crane fall.").exists()


def test_two_protected_sources_are_one_origin(review: Review, reviewer: User) -> None:
    first, second = protect(review, reviewer), protect(review, reviewer, name="Ottokar Blunzenstrick")
    assert (first.letter, second.letter) == ("A", "B")
    source = Source.objects.get(name=UNNAMED)
    rows = tuple(make_evidence_input(source, protected=item.pk) for item in (first, second))
    with pytest.raises(VerdictIncomplete, match="has 1"):
        draft = make_draft(review, reviewer, evidence=rows)
        number = Review.objects.get(pk=review.pk).lease_number
        submit_verdict(review=review, author=reviewer, lease_number=number, version=draft.version)


@pytest.mark.parametrize("field", ["headline", "summary", "explanation", "contact_exception", "origins_exception"])
def test_a_verdict_that_gives_the_name_away_is_not_submitted(review: Review, reviewer: User, field: str) -> None:
    protect(review, reviewer)
    draft = make_draft(review, reviewer, **{field: "As Mrs Quastenflosser told us."})
    number = Review.objects.get(pk=review.pk).lease_number
    with pytest.raises(VerdictIncomplete) as refusal:
        submit_verdict(review=review, author=reviewer, lease_number=number, version=draft.version)
    assert set(refusal.value.problems) == {field}
    assert "Quastenflosser" not in str(refusal.value)


def test_neither_do_the_public_words_about_it(review: Review, reviewer: User) -> None:
    with pytest.raises(IdentityRefused):
        protect(review, reviewer, because="Quastenflosser would be fired.")
    for blank in ({"name": " "}, {"because": ""}):
        with pytest.raises(ReasonMissing):
            protect(review, reviewer, **blank)
    assert not ProtectedIdentity.objects.exists()


def test_only_whose_work_it_is_records_one(review: Review) -> None:
    for person in (make_user("reviewer"), make_user("editor")):
        with pytest.raises(NotAllowed):
            protect(review, person)


def test_each_look_is_logged_with_its_purpose_and_needs_the_right(review: Review, reviewer: User) -> None:
    protected, editor = protect(review, reviewer), make_user("editor")
    for person in (reviewer, make_user("administrator"), make_user(None)):
        with pytest.raises(NotAllowed):
            look_at_identity(protected=protected, by=person, purpose="Curious.")
    with pytest.raises(ReasonMissing):
        look_at_identity(protected=protected, by=editor, purpose=" ")
    with pytest.raises(IdentityRefused):
        look_at_identity(protected=protected, by=editor, purpose="Is it Quastenflosser?")
    assert not review.events.filter(kind=EventKind.IDENTITY_SEEN).exists()
    assert look_at_identity(protected=protected, by=editor, purpose="To approve it.").name == NAME
    event = review.events.get(kind=EventKind.IDENTITY_SEEN)
    assert (event.actor, "To approve it." in event.payload.text) == (editor, True)
    assert not list(faulty_rows({}))


def test_whoever_is_tied_to_the_claim_does_not_look(review: Review, reviewer: User) -> None:
    protected, editor = protect(review, reviewer), make_user("editor")
    source = review.claim.article.source
    assert source is not None
    declare_interest(person=editor, about=source, note="I own shares.")
    with pytest.raises(Recused):
        look_at_identity(protected=protected, by=editor, purpose="To approve it.")


class TestRawSql:
    def test_a_protected_source_serves_its_own_review_only(self, review: Review, reviewer: User) -> None:
        protected = protect(review, reviewer)
        other = make_draft(make_review(), make_user("reviewer"))
        with pytest.raises(VerdictIncomplete):
            rows = (make_evidence_input(protected=protected.pk), make_evidence_input())
            draft = make_draft(author=make_user("reviewer"), evidence=rows)
            number = Review.objects.get(pk=draft.review_id).lease_number
            submit_verdict(review=draft.review, author=draft.author, lease_number=number, version=draft.version)
        publication = publish(review, reviewer, protected=protected.pk)
        assert other.review_id != publication.review_id
        stray = Evidence(position=9, source_id=1, kind="document", title="x", stance="supports", protected=protected)
        verdict = approve(_submitted(other)).verdict
        stray.verdict = verdict
        with pytest.raises(DatabaseError, match=r"another review|nothing is added"), transaction.atomic():
            Evidence.objects.bulk_create([stray])

    def test_identities_are_never_changed_or_removed(self, review: Review, reviewer: User) -> None:
        identity = ProtectedIdentity.objects.get(protected=protect(review, reviewer))
        for change in (identity.delete, lambda: ProtectedIdentity.objects.filter(pk=identity.pk).update(name="x")):
            with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
                change()


def _submitted(draft: Draft) -> Verdict:
    number = Review.objects.get(pk=draft.review_id).lease_number
    return submit_verdict(review=draft.review, author=draft.author, lease_number=number, version=draft.version)


def test_the_payload_of_ordinary_evidence_is_as_it_was(review: Review, reviewer: User) -> None:
    draft = make_draft(review, reviewer)
    for item in build_payload(_submitted(draft))["evidence"]:
        assert not {"protected", "withheld"} & set(item)
