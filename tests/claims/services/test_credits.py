"""Names in credit lines become the records that bear them; an unknown or shared name is kept and nobody is guessed."""

import pytest

from claims.models import Speaker
from claims.services.speakers import speaker_records, store_credits
from tests.claims.factories import make_article, make_source

pytestmark = pytest.mark.django_db


def credited(name: str) -> object:
    [credit] = store_credits(article=make_article(), credits=[(name, 3, 9)])
    assert (credit.name, credit.start, credit.end) == (name, 3, 9)
    return credit.source


def test_a_name_or_alias_is_matched_in_any_case_and_spacing() -> None:
    harbour = make_source("Harbour News", aliases=["HN Agency", "Агентство Гавань"])
    for written in ("Harbour News", "HARBOUR  NEWS", "hn agency", "АГЕНТСТВО ГАВАНЬ"):
        assert credited(written) == harbour


def test_part_of_a_name_is_no_match() -> None:
    make_source("Harbour News", aliases=["HN Agency"])
    for written in ("Harbour", "News", "HN", "agency", "Harbour News International", "%"):
        assert credited(written) is None


def test_a_merged_source_stands_for_its_successor() -> None:
    successor = make_source("Harbour Group")
    make_source("Harbour News", merged_into=successor)
    assert credited("Harbour News") == successor


def test_a_name_that_two_sources_bear_is_credited_to_neither() -> None:
    make_source("Harbour One", aliases=["Harbour News"])
    make_source("Harbour Two", aliases=["harbour news"])
    assert credited("Harbour News") is None


def test_a_credit_without_source_gets_it_once_a_source_bears_the_name() -> None:
    article = make_article()
    [before] = store_credits(article=article, credits=[("Harbour News", 3, 9)])
    assert before.source is None
    harbour = make_source("Harbour News")
    [after] = store_credits(article=article, credits=[("Harbour News", 3, 9)])
    assert (after.pk, after.source) == (before.pk, harbour)


def test_a_speaker_is_found_by_alias_and_a_new_one_is_not_yet_classified() -> None:
    ruiz = Speaker.objects.create(name="Ana Ruiz", aliases=["Minister Ruiz"], kind="public_figure")
    found = speaker_records(["minister ruiz", "Bo Ray", "Bo Ray"])
    assert found["minister ruiz"] == ruiz
    assert found["Bo Ray"].kind == "unclassified"
    assert Speaker.objects.count() == 2
    assert speaker_records(["Bo Ray"]) == {"Bo Ray": found["Bo Ray"]}
