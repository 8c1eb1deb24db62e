"""What the room is asked."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from claims.enums import ClaimStatus
from claims.models import Article
from claims.selectors import quote_in_context, similar_claims, telling_words
from claims.services.ingest import ingest_text
from tests.claims.factories import make_article, make_claim, make_user

pytestmark = pytest.mark.django_db


def test_a_quote_stands_between_what_comes_before_and_after() -> None:
    article = make_article("Before it. The quote stands here. After it.")
    claim = make_claim(article, quote="The quote stands here.")
    assert quote_in_context(claim) == ("Before it. ", "The quote stands here.", " After it.")
    assert quote_in_context(claim, characters=7) == ("… it. ", "The quote stands here.", " After …")


def test_a_quote_is_shown_in_the_newest_text_that_still_has_it() -> None:
    address = "https://gazette.example/"
    quote = "More than 120 bridges were closed in 2021."
    first = ingest_text(text=f"Old start. {quote}", address=address)
    claim = make_claim(first.article, quote=quote)
    ingest_text(text=f"New start. {quote}", address=address)
    assert quote_in_context(claim)[0] == "New start. "
    ingest_text(text="Something else entirely was printed later, about a harbour.", address=address)
    assert quote_in_context(claim)[0] == "New start. "


def test_a_claim_without_a_text_has_no_quote() -> None:
    article = Article.objects.create(carrier="speech", description="A speech.")
    claim = article.claims.create(wording="Said aloud.", fingerprint="f")
    assert quote_in_context(claim) == ("", "", "")


def test_similar_claims_share_the_telling_words_the_most_alike_first() -> None:
    by = make_user()
    claim = make_claim(wording="More than 13,000 people were killed in Lenaland since April 2014.", by=by)
    near = make_claim(wording="The war in Lenaland killed 13,000 people since 2014.", by=by)
    less = make_claim(wording="In Lenaland there has been war since April 2014.", by=by)
    make_claim(wording="Lenaland exports grain.", by=by)
    make_claim(wording="Since April 2014 the harbour is closed.", by=by)
    make_claim(wording="Lenaland killed 13,000 people since 2014, he joked.", status=ClaimStatus.DISMISSED, by=by)
    make_claim(wording="Nothing alike.", by=by)
    assert list(similar_claims(claim)) == [near, less]


def test_a_shared_name_or_two_do_not_make_claims_alike() -> None:
    claim = make_claim(wording="Lenaland paid 7.5 billion crowns for the harbour in Port Anna.")
    make_claim(wording="Lenaland was founded by Anna.")
    make_claim(wording="The harbour cost 3 million crowns.")
    same = make_claim(wording="The harbour in Port Anna cost Lenaland 7.5 billion crowns.")
    assert list(similar_claims(claim)) == [same]


def test_a_claim_of_one_telling_word_finds_the_same_word() -> None:
    claim, same = make_claim(wording="It is Lenaland."), make_claim(wording="He lives in Lenaland.")
    assert list(similar_claims(claim)) == [same]


@pytest.mark.parametrize("wording", ["a:b & !c | (d", "'); DROP TABLE claims_claim; --", "…", "12 34", "<->"])
def test_no_character_of_a_wording_is_read_as_syntax(wording: str) -> None:
    make_claim(wording="Other.")
    list(similar_claims(make_claim(wording=wording)))


def test_figures_and_names_tell_more_than_long_words() -> None:
    words = telling_words("The considerable deterioration of Lenaland cost 13,000 jobs and 7.5 billion crowns overall.")
    assert set(words[:3]) == {"13,000", "Lenaland", "7.5"}
    assert len(words) == 6


def test_similar_claims_take_one_query() -> None:
    claim = make_claim(wording="More than 120 bridges were closed in Lenaland in 2021.")
    for number in range(4):
        make_claim(wording=f"In Lenaland {number} bridges were closed.")
    with CaptureQueriesContext(connection) as queries:
        for similar in similar_claims(claim)[:5]:
            assert similar.article.source is not None
    assert len(queries) == 1
