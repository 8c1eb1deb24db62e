"""Agreement of two people, against values computed by hand."""

import csv
import io

import pytest
from django.test import Client
from django.urls import reverse

from reviews.agreement import Agreement, Pair, agreement, by_person, by_rating, kappa, weighted_kappa
from tests.claims.factories import make_user
from tests.reviews.factories import make_second, make_submitted_verdict


def pairs(*counted: tuple[str, str, int]) -> list[Pair]:
    return [Pair(first, second) for first, second, times in counted for _ in range(times)]


# 50 pairs: 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no. Observed 35/50 = 0.7. First says yes in 25/50, second in 30/50:
# expected 0.5·0.6 + 0.5·0.4 = 0.5. Kappa (0.7 - 0.5) / 0.5 = 0.4.
FIFTY = pairs(("yes", "yes", 20), ("yes", "no", 5), ("no", "yes", 10), ("no", "no", 15))


def test_the_textbook_case() -> None:
    found = agreement(FIFTY)
    assert (found.pairs, found.agreed) == (50, 35)
    assert found.kappa == pytest.approx(0.4)
    assert agreement(FIFTY).raw == 0.7


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], None),
        (pairs(("a", "a", 7)), None),  # One rating only: chance explains it all.
        (pairs(("a", "b", 3)), 0.0),  # Never agreed, and by their shares never could.
        (pairs(("a", "a", 2), ("b", "b", 2)), 1.0),
        (pairs(("a", "b", 2), ("b", "a", 2)), -1.0),
        (pairs(("a", "a", 1)), None),
        # 10 pairs. Observed 6/10. First: a 5, b 3, c 2; second: a 4, b 4, c 2: expected (20+12+4)/100 = 0.36.
        # Kappa 0.24/0.64 = 0.375.
        (pairs(("a", "a", 3), ("a", "b", 2), ("b", "b", 2), ("b", "c", 1), ("c", "c", 1), ("c", "a", 1)), 0.375),
    ],
)
def test_kappa(given: list[Pair], expected: float | None) -> None:
    assert kappa(given) == (expected if expected is None else pytest.approx(expected))


def test_a_near_miss_counts_more_than_a_far_one() -> None:
    # Scale a, b, c: a neighbour counts a half. Pairs aa, ab, cc, cb. Observed (1 + .5 + 1 + .5)/4 = 0.75.
    # First: a 2, c 2; second: a 1, b 2, c 1. Expected: a-a 2·1·1 + a-b 2·2·.5 + a-c 0 + c-a 0 + c-b 2·2·.5 + c-c 2·1·1
    # = 8, of 16: 0.5. Kappa 0.25/0.5 = 0.5.
    near = pairs(("a", "a", 1), ("a", "b", 1), ("c", "c", 1), ("c", "b", 1))
    far = pairs(("a", "a", 1), ("a", "c", 1), ("c", "c", 1), ("c", "a", 1))
    assert weighted_kappa(near, ["a", "b", "c"]) == pytest.approx(0.5)
    assert weighted_kappa(far, ["a", "b", "c"]) == pytest.approx(0.0)
    assert weighted_kappa([*near, Pair("off", "a")], ["a", "b", "c"]) == pytest.approx(0.5)
    assert weighted_kappa([], ["a"]) is None


def test_for_two_ratings_the_weighted_kappa_is_the_plain_one() -> None:
    assert weighted_kappa(FIFTY, ["no", "yes"]) == pytest.approx(0.4)


def test_by_rating_counts_the_pairs_in_which_somebody_chose_it() -> None:
    found = by_rating(FIFTY, ["yes", "no", "never"])
    told = {code: (item.pairs, item.agreed) for code, item in found.items()}
    assert told == {"yes": (35, 20), "no": (30, 15), "never": (0, 0)}
    assert found["yes"].kappa == found["no"].kappa == pytest.approx(0.4)
    assert found["never"] == Agreement(0, 0, None)
    assert found["never"].raw is None


def test_by_person_counts_either_side() -> None:
    given = [Pair("a", "a", "Ann", "Bo"), Pair("a", "b", "Bo", "Cy"), Pair("b", "b", "Ann", "Cy")]
    found = by_person(given)
    assert {name: (item.pairs, item.agreed) for name, item in found.items()} == {
        "Ann": (2, 2), "Bo": (2, 1), "Cy": (2, 1)
    }  # fmt: skip
    assert found["Ann"].kappa == pytest.approx(1.0)


@pytest.mark.django_db
class TestThePage:
    address = "admin:reviews_review_agreement"

    def test_it_counts_what_was_opened_and_nothing_else(self, client: Client) -> None:
        first = make_submitted_verdict(code="true")
        make_second(first.review, code="true")
        make_second(make_submitted_verdict(code="true").review, code="false")
        make_second(code="half_true")
        client.force_login(make_user("editor"))
        rows = list(csv.reader(io.StringIO(client.get(reverse(self.address), {"format": "csv"}).content.decode())))
        assert rows[0] == ["of", "name", "pairs", "agreed", "raw", "kappa"]
        assert rows[1] == ["all", "All pairs", "2", "1", "0.5", "0.0"]
        told = {row[1]: row[2:4] for row in rows if row[0] == "rating"}
        assert (told["True"], told["False"], told["Half true"]) == (["2", "1"], ["1", "0"], ["0", "0"])
        assert {row[1] for row in rows if row[0] == "person"} >= {str(first.author)}
        page = client.get(reverse(self.address)).content.decode()
        assert "2 pairs" in page
        assert str(first.author) in page

    def test_without_pairs_it_says_so(self, client: Client) -> None:
        client.force_login(make_user("editor"))
        assert "No second verdict has been opened yet" in client.get(reverse(self.address)).content.decode()

    @pytest.mark.parametrize("role", ["reviewer", "administrator"])
    def test_it_is_for_editors(self, client: Client, role: str) -> None:
        client.force_login(make_user(role))
        assert client.get(reverse(self.address)).status_code == 403

    def test_a_name_that_looks_like_a_formula_is_text_in_a_spreadsheet(self, client: Client) -> None:
        first = make_submitted_verdict(author=make_user("reviewer", username="+SUM(A1)"))
        make_second(first.review)
        client.force_login(make_user("editor"))
        assert "'+SUM(A1)" in client.get(reverse(self.address), {"format": "csv"}).content.decode()
