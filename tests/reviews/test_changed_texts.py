"""Which verdicts need another look since an article says it in other words, or no longer says it."""

import pytest
from pytest_django import DjangoAssertNumQueries

from claims.enums import ClaimStatus
from claims.models import Source
from claims.services.triage import accept_claims, mark_sighting
from reviews.changed_texts import changed_publications, changed_reviews, changes_since_verdict, changes_under
from reviews.enums import CloseReason
from reviews.models import Publication, Review
from reviews.services.assignment import close_review
from tests.claims.factories import QUOTE, make_claim, make_user
from tests.reviews.changed_texts import (
    REWORDED,
    article_saying,
    bring_in,
    change,
    publish_again,
    published_claim,
    submit_again,
    with_a_sighting,
)
from tests.reviews.factories import approve, make_publication, make_review, make_taken_review

pytestmark = pytest.mark.django_db


def told(publication: Publication) -> list[tuple[str, str]]:
    return [(change.was, change.now) for change in changes_under(publication)]


def is_listed(review: Review) -> bool:
    found = changed_reviews().filter(pk=review.pk).exists()
    assert found == bool(changes_since_verdict(review))
    return found


def test_a_passage_that_was_kept_needs_no_other_look() -> None:
    publication = published_claim()
    address = publication.claim.article.address
    bring_in(address, "The road office answered.", f"{QUOTE}, the transport ministry said.", "It gave no reasons.")
    assert publication.claim.article.texts.count() == 2
    assert not changed_publications().exists()
    assert not is_listed(publication.review)


@pytest.mark.parametrize(("line", "now"), [(REWORDED, REWORDED), ("", "")], ids=["reworded", "gone"])
def test_a_passage_that_is_reworded_or_gone_does_and_a_newer_approval_clears_it(line: str, now: str) -> None:
    publication = published_claim()
    published_claim()
    change(publication.claim.article, line)
    assert list(changed_publications()) == [publication]
    assert is_listed(publication.review)
    assert told(publication) == [(QUOTE, now)]
    newer = publish_again(publication)
    assert not changed_publications().exists()
    assert not is_listed(newer.review)
    assert newer.quote == (now or QUOTE)


def test_it_stays_listed_until_the_newer_verdict_is_approved() -> None:
    publication = published_claim()
    change(publication.claim.article, REWORDED)
    verdict = submit_again(publication)
    assert is_listed(verdict.review)
    approve(verdict)
    assert not is_listed(verdict.review)


def test_a_change_that_is_carried_on_is_one_still() -> None:
    """The third text keeps the words of the second, which are not those that the verdict is about."""
    publication = published_claim()
    article = publication.claim.article
    change(article, REWORDED)
    bring_in(article.address, f"{REWORDED}, the transport ministry said.", "It gave no reasons.")
    assert told(publication) == [(QUOTE, REWORDED)]


def test_a_page_that_goes_back_to_what_was_checked_needs_no_other_look() -> None:
    publication = published_claim()
    change(publication.claim.article, REWORDED)
    change(publication.claim.article, QUOTE)
    assert not changed_publications().exists()


def test_a_page_that_goes_back_after_the_newer_approval_needs_one_more() -> None:
    first = published_claim()
    change(first.claim.article, REWORDED)
    second = publish_again(first)
    change(first.claim.article, QUOTE)
    assert told(second) == [(REWORDED, QUOTE)]
    third = publish_again(second)
    assert third.quote == QUOTE
    assert not changed_publications().exists()


def test_a_quote_that_is_cut_to_its_sources_limit_is_compared_whole() -> None:
    publication = published_claim()
    article = publication.claim.article
    source = Source.objects.create(name="The Courier", kind="newspaper", quoting_limit=2)
    article.source = source
    article.save()
    limited = publish_again(publication)
    assert limited.sightings.get().quote == "More than …"
    assert not changed_publications().exists()
    change(article, REWORDED)
    assert told(limited) == [(QUOTE, REWORDED)]


def test_the_article_of_a_covered_sighting_counts_too() -> None:
    claim, sighting = with_a_sighting()
    publication = make_publication(make_review(claim))
    change(sighting.article, "")
    assert [(change.article, change.now) for change in changes_under(publication)] == [(sighting.article, "")]
    assert list(changed_reviews()) == [publication.review]


def test_a_sighting_that_the_verdict_does_not_cover_does_not_count() -> None:
    publication = published_claim()
    late = make_claim(article_saying())
    mark_sighting(claim=late, canonical=publication.claim, treatment="reports", by=make_user())
    change(late.article, REWORDED)
    assert not changed_publications().exists()
    assert not is_listed(publication.review)


@pytest.mark.parametrize("line", [REWORDED, ""], ids=["reworded", "gone"])
def test_unfinished_work_is_listed_until_its_verdict_is_approved(line: str) -> None:
    claim, sighting = with_a_sighting()
    review, untouched = make_review(claim), make_review()
    change(sighting.article, line)
    assert is_listed(review)
    make_taken_review(review=untouched)
    assert not is_listed(untouched)
    publication = make_publication(review)
    assert not is_listed(publication.review)


def test_a_text_that_was_there_when_an_editor_chose_the_claim_is_no_change() -> None:
    claim = make_claim(article_saying())
    change(claim.article, REWORDED)
    [claim] = accept_claims(claims=[claim], by=make_user())
    assert not is_listed(make_review(claim))


def test_a_review_that_was_closed_without_a_verdict_is_not_listed() -> None:
    review = make_review(make_claim(article_saying(), status=ClaimStatus.ACCEPTED))
    close_review(review=review, by=make_user("editor"), reason=CloseReason.OVERTAKEN, note="Built anew.")
    change(review.claim.article, REWORDED)
    assert not is_listed(review)


def test_lists_and_counts_take_one_query_however_long(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for line in (REWORDED, "", REWORDED):
        change(published_claim().claim.article, line)
        claim, sighting = with_a_sighting()
        make_review(claim)
        change(sighting.article, line)
    with django_assert_num_queries(1):
        assert changed_reviews().count() == 6
    with django_assert_num_queries(1):
        assert len(changed_publications()) == 3


def test_the_changes_of_one_review_take_two_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    claim, sighting = with_a_sighting()
    review = make_publication(make_review(claim)).review
    change(claim.article, REWORDED)
    change(sighting.article, "")
    with django_assert_num_queries(2):
        changes = changes_since_verdict(review)
        assert [str(change.article.source) for change in changes] == ["None", "None"]
    assert [change.now for change in changes] == [REWORDED, ""]
