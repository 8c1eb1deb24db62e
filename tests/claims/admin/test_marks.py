"""Cutting a text into passages: nothing is lost, nothing is shown twice, wherever claims overlap."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from claims.admin.marks import mark
from claims.enums import ClaimStatus
from claims.models import ArticleText
from tests.claims.factories import TEXT as ARTICLE


@dataclass(eq=False)
class Place:
    start: int
    end: int
    quote: str


@dataclass(eq=False)
class Marked:
    """A claim as the page reads it."""

    pk: int
    anchors_here: list[Place] = field(default_factory=list)
    status: str = ClaimStatus.PROPOSED


TEXT = "By A. Writer\n\nMore than 120 bridges 🌉 were closed in 2021, the ministry said.\n\nPhoto: B. Seer"


@st.composite
def claims(draw: st.DrawFn) -> list[Marked]:
    spans = draw(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 40)), max_size=8))
    ends = [(start, min(len(TEXT), start + length)) for start, length in spans]
    return [Marked(pk, [Place(start, end, TEXT[start:end])]) for pk, (start, end) in enumerate(ends, 1)]


@given(claims())
def test_the_passages_add_up_to_the_text_and_each_claim_covers_its_own_words(found: list[Marked]) -> None:
    passages = mark(ArticleText(text=TEXT), found).passages
    assert "".join(passage.text for passage in passages) == TEXT
    assert all(passage.text for passage in passages)
    for claim in found:
        covered = "".join(passage.text for passage in passages if claim in passage.claims)
        assert covered == claim.anchors_here[0].quote


@given(claims())
def test_each_claim_leads_to_the_passage_where_it_begins(found: list[Marked]) -> None:
    marked = mark(ArticleText(text=TEXT), found)
    for claim in found:
        first = next(passage for passage in marked.passages if claim in passage.claims)
        assert claim.passage == first.anchor  # type: ignore[attr-defined]
    assert sorted(claim.pk for claim in marked.in_order) == [claim.pk for claim in found]


def test_claims_come_in_the_order_of_the_text_and_those_without_a_place_last() -> None:
    late, early, nowhere = Marked(1, [Place(30, 40, "x")]), Marked(2, [Place(5, 9, "x")]), Marked(3)
    assert mark(ArticleText(text=TEXT), [late, early, nowhere]).in_order == [early, late, nowhere]


def test_the_credit_line_is_grey_and_running_text_is_not() -> None:
    passages = mark(ArticleText(text=ARTICLE), []).passages
    grey = "".join(passage.text for passage in passages if passage.greyed)
    assert "With reporting by Reuters and AFP" in grey
    assert "bridges" not in grey
