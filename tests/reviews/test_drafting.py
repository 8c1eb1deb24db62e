from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.drafting import DraftBody, EvidenceInput, FindingInput, OriginInput, decimal_or_none
from reviews.enums import EvidenceKind, FindingValue, Question, Stance
from reviews.errors import DraftUnreadable

words = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40)
ids = st.integers(1, 10**9)
evidence = st.builds(
    EvidenceInput,
    source=st.none() | ids,
    kind=st.sampled_from(EvidenceKind.values),
    title=words,
    excerpt=words,
    stance=st.sampled_from(Stance.values),
    question=st.sampled_from(Question.values),
    primary=st.booleans(),
    figure_value=words,
    rests_on=st.lists(st.builds(OriginInput, source=st.none() | ids, article=st.none() | ids), max_size=3).map(tuple),
)
findings = st.dictionaries(ids, st.builds(FindingInput, value=st.sampled_from(FindingValue.values), note=words))
bodies = st.builds(
    DraftBody,
    rating=st.none() | ids,
    headline=words,
    explanation=words,
    findings=findings,
    evidence=st.lists(evidence, max_size=4).map(tuple),
)


@given(bodies)
def test_a_body_comes_back_from_json_as_it_was(body: DraftBody) -> None:
    assert DraftBody.from_json(body.as_json()) == body


def test_an_empty_draft_is_an_empty_body() -> None:
    assert DraftBody.from_json({}) == DraftBody()


NONSENSE: list[dict[str, Any]] = [
    {"colour": "red"},
    {"headline": 5},
    {"headline": None},
    {"rating": "five"},
    {"findings": {"x": {"value": "said"}}},
    {"findings": {"1": {"value": "perhaps"}}},
    {"findings": []},
    {"evidence": [{"stance": "loves"}]},
    {"evidence": [{"kind": "rumour"}]},
    {"evidence": [{"primary": "yes"}]},
    {"evidence": ["a link"]},
    {"evidence": [{"rests_on": [{"person": 1}]}]},
]


@pytest.mark.parametrize("data", NONSENSE)
def test_what_no_form_sends_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(DraftUnreadable):
        DraftBody.from_json(data)


@pytest.mark.parametrize(
    ("text", "value"), [("13,000", Decimal(13000)), ("0.12", Decimal("0.12")), (" ", None), ("", None), ("-5", -5)]
)
def test_figures_are_read_as_typed(text: str, value: Decimal | None) -> None:
    assert decimal_or_none(text) == value


@pytest.mark.parametrize("text", ["many", "1.2.3", "NaN", "Infinity"])
def test_what_is_no_figure_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        decimal_or_none(text)
