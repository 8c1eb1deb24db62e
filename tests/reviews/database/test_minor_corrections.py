"""Minor corrections against raw SQL: the rating, the period, the findings and the evidence are those that stand."""

from typing import Any

import pytest

from reviews.models import MinorCorrection, Publication, Verdict
from tests.claims.factories import make_user
from tests.reviews.changed_texts import submit_again
from tests.reviews.database.test_four_eyes import check_deferred, execute, refused
from tests.reviews.factories import make_publication
from tests.reviews.services.test_minor_corrections import correct

pytestmark = pytest.mark.django_db


def row(verdict: Verdict, publication: Publication, **values: Any) -> MinorCorrection:
    return MinorCorrection(**({"verdict": verdict, "publication": publication, "was": "a", "now": "b"} | values))


def test_a_verdict_with_other_evidence_is_no_minor_correction() -> None:
    publication = make_publication()
    check_deferred()
    # Submitted like any other: its two pieces of evidence are others.
    refused(row(submit_again(publication), publication).save, "neither the rating nor the evidence")


def test_a_verdict_of_another_review_is_none_either() -> None:
    refused(row(make_publication().verdict, make_publication()).save, "neither the rating nor the evidence")


def test_it_says_what_changed() -> None:
    publication = make_publication()
    refused(row(publication.verdict, publication, was="").save, "minor_correction_says_what_changed")
    refused(row(publication.verdict, publication, now="").save, "minor_correction_says_what_changed")


def test_it_stands_as_it_was_submitted() -> None:
    correct(make_publication(), make_user("editor"))
    refused(lambda: execute("UPDATE reviews_minorcorrection SET was = 'Other.'"), "frozen")
    refused(lambda: execute("UPDATE reviews_minorcorrection SET was = 'Withheld'"), "frozen")
    refused(lambda: execute("DELETE FROM reviews_minorcorrection"), "Cannot delete rows")
