"""The sample newsroom that `demo` loads: every stage, genuine evidence, nothing that could pass for news."""

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from claims.enums import ClaimStatus, Control, SourceKind
from claims.models import Article, Claim, Credit, Source
from reviews.enums import CorrectionKind, Stage, Stance
from reviews.log_check import faulty_rows
from reviews.models import Correction, Evidence, Publication, Review
from reviews.notifications import unread_count
from reviews.rechecks import rechecks_due
from reviews.sample.newsroom import SampleNewsroom, load_sample_newsroom
from reviews.sample.people import ACCOUNTS, NotTheSamples
from reviews.selectors import published
from tests.claims.factories import PASSWORD, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom() -> SampleNewsroom:
    return load_sample_newsroom(password="a long enough password")


def test_the_three_claims_of_the_mission_stand_in_one_article_two_of_them_in_one_sentence(
    newsroom: SampleNewsroom,
) -> None:
    article = newsroom.articles[0]
    extracted = article.claims.exclude(extractor="")
    dead = extracted.get(anchors__quote__contains="fighting has killed more than 13,000 people since April 2014")
    exchanged = extracted.get(anchors__quote="the exchange of 70 prisoners between Russia and Ukraine")
    assert [figure.value for claim in (dead, exchanged) for figure in claim.figures.all()] == [13000, 70]
    text = article.texts.get().text
    start, end = (text.index(mark) for mark in ("Both capitals", "since April 2014"))
    for claim in (dead, exchanged):
        anchor = claim.anchors.get()
        assert anchor.start is not None and anchor.end is not None
        assert start <= anchor.start < anchor.end <= end + len("since April 2014."), anchor.quote
    assert extracted.filter(anchors__quote__contains="three years of frosty ties").exists()
    assert set(Credit.objects.filter(article=article).values_list("source__name", flat=True)) == {
        "TASS",
        "dpa",
        "AFP",
        "Reuters",
    }


def test_there_are_claims_in_every_status_and_reviews_in_every_stage_but_closed(newsroom: SampleNewsroom) -> None:
    assert set(Claim.objects.values_list("status", flat=True)) == set(ClaimStatus.values)
    assert set(Review.objects.values_list("stage", flat=True)) == set(Stage.values) - {Stage.CLOSED}


def test_everybody_who_works_there_finds_a_few_unread_notifications(newsroom: SampleNewsroom) -> None:
    for name in ("editor", "reviewer", "second"):
        assert 1 <= unread_count(newsroom.people[name]) <= 9, name


def test_every_published_verdict_is_marked_as_sample_and_its_evidence_is_linked(newsroom: SampleNewsroom) -> None:
    assert published().count() == 4
    assert all(Publication.objects.values_list("is_sample", flat=True))
    assert not Evidence.objects.filter(address="").exists()


def test_one_page_carries_a_minor_correction_and_another_is_due_for_a_second_look(newsroom: SampleNewsroom) -> None:
    told = Correction.objects.get()
    assert (told.kind, told.made_by, told.publication.approver) == (
        CorrectionKind.MINOR, newsroom.people["editor"], newsroom.people["second"],
    )  # fmt: skip
    assert told.publication in published()
    [due] = rechecks_due(timezone.now())
    assert "13,000" in due.wording
    assert not list(faulty_rows({}))


def test_no_evidence_supports_what_the_verdict_calls_false(newsroom: SampleNewsroom) -> None:
    against = Evidence.objects.filter(verdict__rating__code="false")
    assert set(against.values_list("stance", flat=True)) == {Stance.REFUTES}


def test_a_state_broadcaster_is_not_cited_as_if_nobody_controlled_it(newsroom: SampleNewsroom) -> None:
    cited = Source.objects.filter(country="RU", pk__in=Evidence.objects.values("source"))
    outlets = cited.exclude(kind=SourceKind.GOVERNMENT)
    assert set(outlets.values_list("name", "control")) == {
        ("RT", Control.STATE_CONTROLLED),
        ("Sputnik", Control.STATE_CONTROLLED),
    }


def test_the_articles_are_by_invented_outlets_and_attribute_nothing_to_a_real_body(newsroom: SampleNewsroom) -> None:
    outlets = Article.objects.values_list("source__name", flat=True)
    assert all(str(outlet).startswith("The Sample ") for outlet in outlets)
    speakers = Claim.objects.exclude(speaker=None).values_list("speaker__name", flat=True)
    assert not {"TASS", "dpa", "AFP", "Reuters", "OHCHR"} & set(speakers)


def test_the_accounts_sign_in_with_the_given_password(newsroom: SampleNewsroom) -> None:
    assert set(newsroom.people) == set(ACCOUNTS)
    assert all(person.check_password("a long enough password") for person in newsroom.people.values())


def test_loading_it_a_second_time_adds_nothing_and_takes_the_new_password(newsroom: SampleNewsroom) -> None:
    before = [model.objects.count() for model in (Article, Claim, Review, Publication)]
    again = load_sample_newsroom(password="another long password")
    assert not again.loaded_now
    assert [model.objects.count() for model in (Article, Claim, Review, Publication)] == before
    assert again.people["editor"].check_password("another long password")


def test_nobodys_account_is_taken_over() -> None:
    own = make_user("editor", username="editor")
    with pytest.raises(NotTheSamples, match="editor"):
        load_sample_newsroom(password="another long password")
    own.refresh_from_db()
    assert own.check_password(PASSWORD)
    assert not User.objects.filter(username="admin").exists() and not Article.objects.exists()
