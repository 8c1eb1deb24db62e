"""Extraction as a job: stored once, added to by later ones, never against a person's work."""

from dataclasses import replace

import pytest

from claims.enums import AnchorState, ClaimStatus, JobState
from claims.errors import ClaimInvalid, JobLost
from claims.extraction import extract
from claims.models import Anchor, Article, Claim, Job, Source, Speaker
from claims.services.extract import extraction_diff, queue_extraction, store_extraction, work_on_extraction
from claims.services.ingest import ingest_text
from claims.services.jobs import claim_job
from claims.services.triage import accept_claims, edit_claim, set_aside_claims
from reviews.services.intake import pull_accepted_claims
from tests.claims.factories import make_article, make_user

pytestmark = pytest.mark.django_db

TEXT = """Bridges close across the north

The transport ministry said more than 120 bridges were closed in 2021.
Repairs cost 3.5 million euros last year. The minister, Ana Ruiz, opened the Lena bridge in May 2019.

With reporting by AFP and Reuters
"""


def run(article: Article) -> Job:
    job = claim_job(job_id=queue_extraction(article=article).pk)
    assert job is not None
    work_on_extraction(job=job)
    job.refresh_from_db()
    return job


def test_claims_are_stored_with_the_spans_figures_and_speakers_that_extraction_found() -> None:
    article = make_article(TEXT)
    job = run(article)
    assert job.state == JobState.DONE
    expected = extract(TEXT.strip())
    assert expected.claims
    assert article.claims.count() == len({claim.fingerprint for claim in expected.claims})
    for found in expected.claims:
        claim = article.claims.get(fingerprint=found.fingerprint)
        anchor = claim.anchors.get()
        assert (claim.wording, anchor.quote, anchor.start) == (found.text, found.quote, found.start)
        assert sorted(float(figure.value) for figure in claim.figures.all()) == sorted(f.value for f in found.figures)
        assert (claim.speaker.name if claim.speaker else None) == found.speaker


def test_credits_are_linked_to_the_seeded_sources_that_bear_their_names() -> None:
    article = make_article(TEXT)
    run(article)
    sources = {credit.name: credit.source for credit in article.credits.all()}
    assert sources == {name: Source.objects.get(name=name) for name in ("AFP", "Reuters")}


def test_a_second_extraction_adds_nothing_and_says_so() -> None:
    article = make_article(TEXT)
    before = run(article)
    claims = list(article.claims.order_by("pk").values())
    diff = extraction_diff(job=run(article))
    assert list(article.claims.order_by("pk").values()) == claims
    assert len(diff.unchanged) == len(claims) == len(extraction_diff(job=before).added)
    assert (diff.added, diff.changed, diff.kept, diff.missing) == ([], [], [], [])


def test_what_a_person_has_worked_on_stays_and_its_first_wording_is_not_proposed_again() -> None:
    article, by = make_article(TEXT), make_user()
    run(article)
    reworded, aside, *_ = article.claims.order_by("pk")
    edit_claim(claim=reworded, by=by, wording="At least 121 bridges were shut in the north during 2021.")
    set_aside_claims(claims=[aside], by=by)
    before = list(article.claims.order_by("pk").values())
    diff = extraction_diff(job=run(article))
    assert list(article.claims.order_by("pk").values()) == before
    assert {claim.pk for claim in diff.kept} == {reworded.pk, aside.pk}


def test_a_newer_extraction_changes_untouched_proposals_only() -> None:
    article, by = make_article(TEXT), make_user()
    run(article)
    touched, untouched, *_ = article.claims.order_by("pk")
    accept_claims(claims=[touched], by=by)
    pull_accepted_claims()
    Claim.objects.filter(pk=untouched.pk).update(score=0.01, extractor="0.1")
    before = Claim.objects.filter(pk=touched.pk).values().get()
    diff = extraction_diff(job=run(article))
    untouched.refresh_from_db()
    assert untouched.score > 0.01
    assert diff.changed == [untouched]
    assert Claim.objects.filter(pk=touched.pk).values().get() == before


def test_a_claim_that_is_not_found_any_more_is_reported_and_left() -> None:
    article = make_article(TEXT)
    run(article)
    gone = article.claims.order_by("pk").first()
    job = claim_job(job_id=queue_extraction(article=article).pk)
    assert job is not None and gone is not None
    full = extract(TEXT.strip())
    fewer = replace(full, claims=tuple(claim for claim in full.claims if claim.fingerprint != gone.fingerprint))
    diff = store_extraction(job=job, extraction=fewer)
    assert diff.missing == [gone]
    gone.refresh_from_db()
    assert gone.status == ClaimStatus.PROPOSED


def test_a_worker_that_lost_its_lease_writes_nothing() -> None:
    article = make_article(TEXT)
    queued = queue_extraction(article=article)
    slow = claim_job(job_id=queued.pk)
    assert slow is not None
    Job.objects.filter(pk=queued.pk).update(lease_until="2020-01-01T00:00Z")
    fast = claim_job(job_id=queued.pk)
    assert fast is not None and fast.token == slow.token + 1
    with pytest.raises(JobLost):
        work_on_extraction(job=slow)
    assert not article.claims.exists() and not article.credits.exists() and not Speaker.objects.exists()
    work_on_extraction(job=fast)
    assert article.claims.exists()


def test_another_language_gives_no_claims_and_the_reason() -> None:
    article = make_article("Plus de cent ponts ont été fermés dans le nord en 2021, selon le ministère.", language="fr")
    assert run(article).state == JobState.DONE
    article.refresh_from_db()
    assert "English" in article.extraction_note
    assert not article.claims.exists()


def test_extraction_is_queued_once_and_only_where_there_is_a_text() -> None:
    article = make_article(TEXT)
    assert queue_extraction(article=article) == queue_extraction(article=article)
    spoken = Article.objects.create(carrier="speech", description="The minister's speech at the opening.")
    with pytest.raises(ClaimInvalid, match="no text"):
        queue_extraction(article=spoken)


def test_a_changed_page_keeps_its_claims_where_they_stand_now() -> None:
    address = "https://gazette.example/bridges"
    first = ingest_text(text=TEXT, address=address)
    run(first.article)
    edited = TEXT.replace("Repairs cost 3.5 million euros last year.", "Repairs cost 3.7 million euros last year.")
    edited = f"An editor's note was put above the text.\n\n{edited}".replace(
        "The minister, Ana Ruiz, opened the Lena bridge in May 2019.", ""
    )
    second = ingest_text(text=edited, address=address)
    assert (second.article, second.created, second.article_text.number) == (first.article, False, 2)
    states = {a.claim.anchors.first().quote: a for a in Anchor.objects.filter(article_text=second.article_text)}  # type: ignore[union-attr]
    for quote, anchor in states.items():
        if "120 bridges" in quote:
            assert (anchor.state, anchor.quote) == (AnchorState.KEPT, quote)
        elif "3.5 million" in quote:
            assert anchor.state == AnchorState.REWORDED and "3.7 million" in anchor.quote
        elif "Lena" in quote:
            assert anchor.state == AnchorState.GONE
    assert {AnchorState.KEPT, AnchorState.REWORDED, AnchorState.GONE} == {anchor.state for anchor in states.values()}
    job = run(first.article)
    assert job.article_text == second.article_text


def test_a_claim_under_review_is_found_in_a_changed_page_too_and_stays_as_it_is() -> None:
    address = "https://gazette.example/bridges"
    article = ingest_text(text=TEXT, address=address).article
    run(article)
    claim = article.claims.get(wording__contains="120 bridges")
    accept_claims(claims=[claim], by=make_user())
    pull_accepted_claims()
    before = Claim.objects.filter(pk=claim.pk).values().get()
    changed = ingest_text(text=TEXT.replace("120 bridges", "130 bridges"), address=address)
    anchor = claim.anchors.get(article_text=changed.article_text)
    assert (anchor.state, "130 bridges" in anchor.quote) == (AnchorState.REWORDED, True)
    run(article)
    assert Claim.objects.filter(pk=claim.pk).values().get() == before
    # What the page says now is another claim.
    assert article.claims.filter(wording__contains="130 bridges").exists()
