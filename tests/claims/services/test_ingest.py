"""Articles come in: canonical, once, with their facts; bad input says what to do and changes nothing."""

from datetime import date

import pytest

from claims.enums import DateOrigin, JobKind, JobState
from claims.errors import IngestRefused
from claims.extraction import canonicalise
from claims.models import Article, ArticleText, Job, Source
from claims.models.articles import TEXT_LIMIT
from claims.services.ingest import MOST_ITEMS, FileItem, ingest_file, ingest_html, ingest_many, ingest_text
from tests.claims.factories import TEXT, make_source, make_user

pytestmark = pytest.mark.django_db
ADDRESS = "https://gazette.example/bridges"


def test_a_pasted_text_is_stored_canonical_and_its_extraction_queued() -> None:
    user = make_user()
    done = ingest_text(text="\n  Pont fermé\0 \r\n\r\ncafe\u0301 \n", title=" Two\n words ", created_by=user)
    assert done.article_text.text == "Pont fermé \n\ncafé"
    assert canonicalise(done.article_text.text) == done.article_text.text
    assert (done.article.title, done.article.created_by, done.created) == ("Two words", user, True)
    assert done.job is not None
    assert (done.job.kind, done.job.state, done.job.article_text) == (
        JobKind.EXTRACT,
        JobState.QUEUED,
        done.article_text,
    )


def test_a_text_without_title_is_called_by_its_own_headline() -> None:
    assert ingest_text(text=TEXT).article.title == "Ministry counts closed bridges"
    assert ingest_text(text=f"{TEXT} 2", title="Given").article.title == "Given"
    assert ingest_text(text="Just one sentence of running text, and no headline above it.").article.title == ""


@pytest.mark.parametrize("text", ["", " \n\t ", "\0\0", "\x01\x02\x03\x04 binary", "a" * (TEXT_LIMIT + 1)])
def test_what_is_no_text_changes_nothing(text: str) -> None:
    with pytest.raises(IngestRefused):
        ingest_text(text=text)
    assert not Article.objects.exists() and not Job.objects.exists()


def test_the_longest_text_is_taken() -> None:
    assert ingest_text(text="word " * (TEXT_LIMIT // 5)).created


def test_the_same_address_in_another_spelling_is_the_same_article() -> None:
    first = ingest_text(text=TEXT, address=ADDRESS)
    second = ingest_text(text=f"\r\n{TEXT}", address="HTTPS://Gazette.example:443/bridges?utm_source=x#top")
    assert (second.article, second.article_text, second.created) == (first.article, first.article_text, False)
    # The first extraction is still queued, and there is no second one.
    assert second.job == first.job


def test_without_address_an_article_is_its_source_and_text() -> None:
    source = make_source()
    first = ingest_text(text=TEXT, source=source)
    assert ingest_text(text=TEXT, source=source).article == first.article
    assert ingest_text(text=TEXT, source=make_source()).article != first.article
    assert ingest_text(text=f"{TEXT}!", source=source).article != first.article
    nobody = ingest_text(text=TEXT)
    assert ingest_text(text=TEXT).article == nobody.article


def test_equal_text_elsewhere_is_another_article_linked_to_the_first() -> None:
    first = ingest_text(text=TEXT, address=ADDRESS).article
    second = ingest_text(text=TEXT, address="https://other.example/").article
    third = ingest_text(text=TEXT).article
    assert (first.same_text_as, second.same_text_as, third.same_text_as) == (None, first, first)


def test_a_second_ingest_fills_in_what_was_missing_and_overwrites_nothing() -> None:
    ingest_text(text=TEXT, address=ADDRESS, title="First title")
    source = make_source()
    again = ingest_text(
        text=TEXT, address=ADDRESS, title="Other", byline="Ann Lee", source=source, published_on=date(2021, 3, 4)
    ).article
    assert (again.title, again.byline, again.source) == ("First title", "Ann Lee", source)
    assert (again.published_on, again.published_origin) == (date(2021, 3, 4), DateOrigin.ENTERED)


def test_a_page_that_goes_back_to_an_old_text_gets_no_third_one() -> None:
    first = ingest_text(text=TEXT, address=ADDRESS)
    ingest_text(text=f"{TEXT} Changed.", address=ADDRESS)
    back = ingest_text(text=TEXT, address=ADDRESS)
    assert back.article_text == first.article_text
    assert back.article.text_sha256 == first.article_text.sha256
    assert ArticleText.objects.count() == 2


def test_the_source_is_known_by_its_domain_the_longest_first() -> None:
    weekly = make_source("Weekly", domains=["weekly.gazette.example"])
    gazette = make_source("Gazette", domains=["gazette.example"])
    cases = {
        "https://www.gazette.example/1": gazette,
        "https://weekly.gazette.example/2": weekly,
        "https://notgazette.example/3": None,
    }
    for number, (address, source) in enumerate(cases.items()):
        assert ingest_text(text=f"{TEXT} {number}", address=address).article.source == source


def test_a_seeded_source_is_known_by_its_domain() -> None:
    article = ingest_text(text=TEXT, address="https://www.rferl.org/a/1.html").article
    assert article.source == Source.objects.get(name="RFE/RL")


def test_an_html_file_brings_its_own_facts_unless_the_caller_knows_better() -> None:
    gazette = make_source("Gazette")
    html = f"""<html lang="en"><head><meta property="og:site_name" content="gazette">
        <meta property="og:title" content="Page title"><meta name="author" content="Ann Lee">
        <meta property="article:published_time" content="2021-03-04T10:00:00Z"></head><body><article>
        {"".join(f"<p>{line}</p>" for line in TEXT.splitlines())}</article></body></html>"""
    by_page = ingest_html(html=html).article
    assert (by_page.title, by_page.byline, by_page.source) == ("Page title", "Ann Lee", gazette)
    assert (by_page.published_on, by_page.published_origin) == (date(2021, 3, 4), DateOrigin.PAGE)
    by_hand = ingest_file(name="a.html", data=html.encode(), title="Mine", source=make_source()).article
    assert by_hand != by_page
    assert (by_hand.title, by_hand.byline) == ("Mine", "Ann Lee")


def test_paste_and_file_of_the_same_text_are_one_article() -> None:
    pasted = ingest_text(text=TEXT.strip())
    filed = ingest_file(name="bridges.txt", data=TEXT.replace("\n", "\r\n").encode("utf-8-sig"))
    assert filed.article == pasted.article


def test_one_bad_item_of_many_stops_none_of_the_others() -> None:
    items: list[str | FileItem] = [
        FileItem("good.txt", TEXT.encode()),
        FileItem("picture.png", b"\x89PNG\r\n"),
        "ftp://gazette.example/",
        ADDRESS,
        FileItem("again.txt", TEXT.encode()),
    ]
    good, picture, ftp, page, again = ingest_many(items=items)
    assert good.article is not None and good.job is not None and not good.error
    assert picture.error.startswith("picture.png: This is a picture")
    assert "https://" in ftp.error
    assert page.job is not None and page.job.kind == JobKind.FETCH
    assert again.article == good.article
    assert [result.item for result in (good, ftp)] == ["good.txt", "ftp://gazette.example/"]


def test_too_many_items_at_once_are_refused_before_any_is_brought_in() -> None:
    with pytest.raises(IngestRefused, match="limit"):
        ingest_many(items=[ADDRESS] * (MOST_ITEMS + 1))
    assert not Job.objects.exists()
