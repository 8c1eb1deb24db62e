import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from claims.enums import ClaimStatus, Treatment
from claims.models import Article, Credit, Source, Speaker
from claims.services.triage import mark_sighting
from reviews.models import Publication, PublishedSighting
from reviews.public.passages import Passage, segments
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.factories import make_publication, make_review
from tests.reviews.public.pages import text_of

pytestmark = pytest.mark.django_db

TEXT = """Herons and ferries

Twelve herons nest by the harbour. Nine ferries were sold last year. Nobody asked the herons.

With reporting by Reuters
"""


def article_with(*quotes: str, source: Source | None = None) -> tuple[Article, list[Publication]]:
    article = make_article(TEXT, source=source, title="Of herons", byline="Jo Reed", address="https://post.example/1")
    claims = [make_claim(article, quote=quote, status=ClaimStatus.ACCEPTED) for quote in quotes]
    return article, [make_publication(make_review(claim)) for claim in claims]


def test_it_lists_the_checked_passages_in_the_order_of_the_text_with_their_verdicts(client: Client) -> None:
    article, [ferries, herons] = article_with("Nine ferries were sold", "Twelve herons nest by the harbour")
    page = text_of(client, f"/articles/{article.pk}/")
    for words in ("Of herons", "Jo Reed", "original at post.example", "True", "Asserts it", "Said so"):
        assert words in page, words
    assert page.index(herons.headline) < page.index(ferries.headline)


def test_only_passages_with_a_published_verdict_show(client: Client) -> None:
    article, _ = article_with("Twelve herons nest by the harbour")
    make_claim(article, quote="Nobody asked the herons", wording="Nobody asked them.", status=ClaimStatus.ACCEPTED)
    assert "Nobody asked them" not in client.get(f"/articles/{article.pk}/").content.decode()


def test_the_whole_text_shows_only_where_the_source_allows_it(client: Client) -> None:
    source = make_source()
    article, _ = article_with("Twelve herons nest by the harbour", source=source)
    assert "Herons and ferries" not in client.get(f"/articles/{article.pk}/").content.decode()
    Source.objects.filter(pk=source.pk).update(full_text_allowed=True)
    page = client.get(f"/articles/{article.pk}/").content.decode()
    assert "Herons and ferries" in page
    assert "<mark>Twelve herons nest by the harbour<sup>" in page


def test_credits_are_shown_as_the_publishers_own_line(client: Client) -> None:
    article, _ = article_with("Twelve herons nest by the harbour")
    Credit.objects.create(article=article, name="Reuters")
    page = text_of(client, f"/articles/{article.pk}/")
    assert "The publisher credits: Reuters. That is the publisher's own line" in page
    assert page.index("The publisher credits") > page.index("Said so")


def test_each_passage_says_who_said_it(client: Client) -> None:
    article = make_article(TEXT)
    speaker = Speaker.objects.create(name="Ada Marsh")
    make_publication(
        make_review(make_claim(article, quote="Nine ferries were sold", speaker=speaker, status=ClaimStatus.ACCEPTED))
    )
    own = make_claim(article, quote="Twelve herons nest by the harbour", status=ClaimStatus.ACCEPTED)
    make_publication(make_review(own))
    page = text_of(client, f"/articles/{article.pk}/")
    assert page.index("In the article's own words") < page.index("Said by Ada Marsh")


def test_a_statement_that_was_checked_elsewhere_stands_in_this_articles_words(client: Client) -> None:
    article = make_article(TEXT)
    claim = make_claim(status=ClaimStatus.ACCEPTED)
    sighting = make_claim(article, quote="Nine ferries were sold")
    mark_sighting(claim=sighting, canonical=claim, treatment=Treatment.ASSERTS, by=make_user())
    publication = make_publication(make_review(claim))
    address = f"/articles/{article.pk}/"
    page = text_of(client, address)
    assert "Twelve herons nest by the harbour. Nine ferries were sold last year. Nobody asked" in page
    assert publication.headline in page
    Source.objects.update(quoting_limit=10)
    assert "Twelve herons" not in text_of(client, address)


def test_the_number_of_queries_does_not_grow_with_the_passages(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    source = make_source(full_text_allowed=True)
    article, _ = article_with("Twelve herons nest by the harbour", source=source)
    with django_assert_num_queries(4):
        client.get(f"/articles/{article.pk}/")
    for quote in ("Nine ferries were sold", "Nobody asked the herons"):
        make_publication(make_review(make_claim(article, quote=quote, status=ClaimStatus.ACCEPTED)))
    with django_assert_num_queries(4):
        client.get(f"/articles/{article.pk}/")


def passage(text: str, quote: str, start: int | None = None) -> Passage:
    begin = text.index(quote) if start is None else start
    return Passage(
        Publication(), PublishedSighting(), "", quote, "", begin, begin + len(quote), quote, "", "", covered=True
    )


@pytest.mark.parametrize(
    ("quotes", "expected"),
    [
        ([], [("one two three", ())]),
        (["two"], [("one ", ()), ("two", (0,)), (" three", ())]),
        (["one two", "two three"], [("one ", (0,)), ("two", (0, 1)), (" three", (1,))]),
        (["one two three", "two"], [("one ", (0,)), ("two", (0, 1)), (" three", (0,))]),
    ],
)
def test_the_text_is_cut_at_its_passages_and_overlaps_belong_to_both(
    quotes: list[str], expected: list[tuple[str, tuple[int, ...]]]
) -> None:
    text = "one two three"
    found = segments(text, [passage(text, quote) for quote in quotes])
    assert [(segment.text, segment.passages) for segment in found] == expected
    assert "".join(segment.text for segment in found) == text


def test_a_passage_of_an_older_text_is_not_marked_in_a_newer_one() -> None:
    assert [segment.passages for segment in segments("quite another text", [passage("", "two", start=3)])] == [()]
