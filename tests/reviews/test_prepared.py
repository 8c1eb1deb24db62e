"""SQL that is written once finds what the queryset finds."""

import pytest
from pytest_django import DjangoAssertNumQueries

from reviews.models import Publication
from reviews.prepared import LARGEST, Prepared
from reviews.public.terms import terms_of, with_terms
from reviews.selectors import pages_of_claim
from reviews.services.publishing import retract_publication
from tests.claims.factories import make_user
from tests.reviews.factories import make_publication

pytestmark = pytest.mark.django_db

PAGE = Prepared(lambda claim_id: with_terms(pages_of_claim(claim_id)))


def test_it_finds_for_each_number_what_the_queryset_finds(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    standing, retracted = make_publication(), make_publication()
    retract_publication(publication=retracted, by=make_user("editor"), was="124 bridges", now="142 bridges")
    for publication in (standing, retracted, standing):
        with django_assert_num_queries(1):
            found = PAGE.first(publication.claim_id)
        expected = with_terms(pages_of_claim(publication.claim_id)).get()
        assert found is not None
        assert found == expected == publication
        for field in Publication._meta.concrete_fields:
            if field.name != "search":  # Neither reads it.
                assert getattr(found, field.attname) == getattr(expected, field.attname), field.name
        assert terms_of(found).revision == terms_of(expected).revision != ()


@pytest.mark.parametrize("number", [0, -1, LARGEST, LARGEST + 1, 10**30])
def test_a_number_that_no_row_has_finds_nothing(number: int) -> None:
    make_publication()
    assert PAGE.first(number) is None
