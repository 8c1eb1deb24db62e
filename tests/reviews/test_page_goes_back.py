"""A page that goes back to an older text: its rows are old, so the moment comes from the article's history."""

from claims.enums import ClaimStatus
from reviews.changed_texts import changed_publications, changes_under
from tests.claims.factories import QUOTE, make_claim
from tests.fixtures.databases import PrivateDatabase
from tests.reviews.changed_texts import bring_in, change, publish_again
from tests.reviews.factories import make_publication, make_review


def test_a_passage_that_goes_with_an_addition_is_gone_since_it_went(committing_db: PrivateDatabase) -> None:
    article = bring_in("https://gazette.example/bridges")
    change(article, QUOTE)
    publication = make_publication(make_review(make_claim(article, quote=QUOTE, status=ClaimStatus.ACCEPTED)))
    change(article, "")
    assert article.texts.count() == 2
    [gone] = changes_under(publication)
    assert (gone.was, gone.now) == (QUOTE, "")
    assert gone.at > publication.approved_at
    publish_again(publication)
    assert not changed_publications().exists()


def test_other_changes_of_the_article_do_not_bring_the_notice_back(committing_db: PrivateDatabase) -> None:
    article = bring_in("https://gazette.example/bridges", f"{QUOTE}, the transport ministry said.")
    publication = make_publication(make_review(make_claim(article, status=ClaimStatus.ACCEPTED)))
    change(article, "")
    assert changes_under(publication)
    newer = publish_again(publication)
    article.refresh_from_db()
    article.byline = "Ann Author"
    article.save()
    assert not changes_under(newer)
