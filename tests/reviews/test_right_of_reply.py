"""Before which verdicts somebody has to be asked, and what the page says of it."""

from dataclasses import replace

import pytest

from reviews.completeness import Known, RatingFacts, problems
from reviews.drafting import DraftBody, FindingInput
from reviews.enums import FindingValue
from reviews.independence import Independence
from reviews.public.replies import replies
from reviews.right_of_reply import is_low, to_be_asked
from reviews.seeds import RATINGS

NUMBERS = [rating["number"] for rating in RATINGS if rating["number"] is not None]
HALF_TRUE = next(rating["number"] for rating in RATINGS if rating["code"] == "half_true")


@pytest.mark.parametrize("rating", RATINGS, ids=[rating["code"] for rating in RATINGS])
def test_half_true_or_lower_of_the_seeded_scale_is_low(rating: dict[str, int | None]) -> None:
    number = rating["number"]
    assert is_low(number, NUMBERS) == (number is not None and number <= HALF_TRUE)


def test_whom_a_verdict_is_about_is_asked() -> None:
    claimants = {1: "The minister", 2: "The Gazette", 3: ""}
    said, not_said = FindingValue.SAID.value, FindingValue.NOT_SAID.value

    def asked(*findings: tuple[int, str], low: bool, canonical: int | None = 1) -> list[str]:
        return to_be_asked(is_low=low, claimants=claimants, canonical=canonical, findings=findings)

    assert asked((1, said), low=False) == []
    assert asked((1, said), low=True) == ["The minister"]
    assert asked((1, not_said), low=False) == ["The minister"]
    assert asked((1, not_said), low=True) == ["The minister"]
    assert asked((1, said), (2, not_said), low=True) == ["The minister", "The Gazette"]
    assert asked((3, not_said), low=True, canonical=3) == []
    assert asked(low=True, canonical=None) == []


KNOWN = Known(
    ratings={rating["number"] or 9: RatingFacts(rating["label"], rating["number"]) for rating in RATINGS},
    sightings={1: "The article"},
    sources=frozenset(),
    articles=frozenset(),
    claimants={1: "The minister"},
)


def lacks_a_reply(known: Known = KNOWN, **values: object) -> bool:
    body = DraftBody(**({"findings": {1: FindingInput("said")}} | values))  # type: ignore[arg-type]
    return "contact_exception" in problems(body, known, Independence(0, ()))


def test_a_low_rating_needs_an_attempt_or_a_reason() -> None:
    assert lacks_a_reply(rating=1)
    assert lacks_a_reply(rating=HALF_TRUE)
    assert not lacks_a_reply(rating=4)
    assert not lacks_a_reply(rating=9)
    assert not lacks_a_reply(rating=None)
    assert not lacks_a_reply(rating=1, contact_exception="The account was deleted.")
    assert lacks_a_reply(rating=1, contact_exception="  \n ")
    assert not lacks_a_reply(replace(KNOWN, contacts=1), rating=1)
    assert not lacks_a_reply(replace(KNOWN, claimants={1: ""}), rating=1)
    assert lacks_a_reply(rating=5, findings={1: FindingInput("not_said")})


def contact(**values: object) -> dict[str, object]:
    plain = {"whom": "The minister", "how": "mail", "on": "2026-03-03", "deadline": "", "answered_on": "", "answer": ""}
    return plain | {"still_open": False} | values


@pytest.mark.parametrize(
    ("values", "came"),
    [
        ({}, "No answer had come when this was approved."),
        ({"deadline": "2026-03-05"}, "There was no answer by 5 March 2026."),
        (
            {"deadline": "2026-03-05", "still_open": True},
            "They had until 5 March 2026 to answer; nothing had come when this was approved.",
        ),
        ({"deadline": "2026-03-05", "answered_on": "2026-03-04", "answer": "No."}, "The answer of 4 March 2026:"),
    ],
)
def test_the_page_says_what_came_of_it(values: dict[str, object], came: str) -> None:
    [shown] = replies({"contacts": [contact(**values)]})
    assert shown["asked"] == "We asked The minister by e-mail on 3 March 2026."
    assert shown["came"] == came


def test_older_publications_have_asked_nobody() -> None:
    assert replies({}) == []
