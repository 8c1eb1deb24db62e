import pytest

from claims.enums import ClaimKind
from reviews.dates import partial_date_in_words
from reviews.enums import FindingValue
from reviews.labels import RatingWords, Tone, in_words, public_label, questions
from reviews.seeds import RATINGS

WORDS = {item["code"]: RatingWords(item["code"], item["label"], item["number"]) for item in RATINGS}
SAID, NOT_SAID = FindingValue.SAID, FindingValue.NOT_SAID
UNCERTAIN, NOBODY = FindingValue.UNCERTAIN, FindingValue.NOT_ATTRIBUTED

# rating, findings of the sightings, kind → text, tone, number
TABLE = [
    ("true", [SAID], ClaimKind.QUANTITY, "True", Tone.TRUE, 5),
    ("mostly_true", [SAID], ClaimKind.QUANTITY, "Mostly true", Tone.MOSTLY_TRUE, 4),
    ("half_true", [SAID], ClaimKind.EVENT, "Half true", Tone.HALF_TRUE, 3),
    ("misleading", [SAID], ClaimKind.COMPARISON, "Misleading", Tone.MISLEADING, 2),
    ("false", [SAID], ClaimKind.EVENT, "False", Tone.FALSE, 1),
    ("false", [NOBODY], ClaimKind.EVENT, "False", Tone.FALSE, 1),
    ("false", [], ClaimKind.EVENT, "False", Tone.FALSE, 1),
    ("unverifiable", [SAID], ClaimKind.EVENT, "Unverifiable", Tone.OFF_SCALE, None),
    # Not said: a false attribution, whatever the substance.
    *[
        (code, [NOT_SAID], kind, "False attribution", Tone.FALSE_ATTRIBUTION, None)
        for code in WORDS
        for kind in (ClaimKind.QUOTE, ClaimKind.QUANTITY)
    ],
    ("true", [NOT_SAID, UNCERTAIN], ClaimKind.QUOTE, "False attribution", Tone.FALSE_ATTRIBUTION, None),
    ("true", [NOT_SAID, NOBODY], ClaimKind.QUOTE, "False attribution", Tone.FALSE_ATTRIBUTION, None),
    # Said in one place is said; the sighting where it was not is answered on the page.
    ("true", [NOT_SAID, SAID], ClaimKind.QUOTE, "True", Tone.TRUE, 5),
    ("true", [UNCERTAIN], ClaimKind.QUOTE, "True; not certain that it was said", Tone.TRUE, 5),
    ("unverifiable", [UNCERTAIN], ClaimKind.QUOTE, "Unverifiable; not certain that it was said", Tone.OFF_SCALE, None),
    ("true", [UNCERTAIN, SAID], ClaimKind.QUOTE, "True", Tone.TRUE, 5),
    # Opinions and forecasts: whether it was said is answered, whether it is so is not.
    ("not_checkable", [SAID], ClaimKind.QUOTE, "Said so; truth: not assessed", Tone.OFF_SCALE, None),
    ("not_checkable", [UNCERTAIN], ClaimKind.QUOTE, "Not checkable; truth: not assessed", Tone.OFF_SCALE, None),
    ("not_checkable", [SAID], ClaimKind.STATUS, "Not checkable; truth: not assessed", Tone.OFF_SCALE, None),
]


@pytest.mark.parametrize(("code", "findings", "kind", "text", "tone", "number"), TABLE)
def test_one_label_answers_both_questions(
    code: str, findings: list[str], kind: str, text: str, tone: Tone, number: int | None
) -> None:
    label = public_label(WORDS[code], findings, kind)
    assert (label.text, label.tone, label.rating_value) == (text, tone, number)
    assert label.assessed == (number is not None)


def test_no_label_is_longer_than_its_column() -> None:
    for words in WORDS.values():
        for finding in FindingValue:
            assert len(public_label(words, [finding], ClaimKind.QUOTE).text) <= 100


@pytest.mark.parametrize(
    ("partial", "words"),
    [("2019-09-09", "9 September 2019"), ("2019-09", "September 2019"), ("2019", "2019"), ("", "")],
)
def test_a_partial_date_is_read_out(partial: str, words: str) -> None:
    assert partial_date_in_words(partial) == words


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [
        ("2014-04", "2018", ", for the time from April 2014 to 2018"),
        ("2021", "2021", ", for 2021"),
        ("2021", "", ", from 2021 on"),
        ("", "2021", ", until 2021"),
        ("", "", ""),
    ],
)
def test_the_period_ends_the_sentence(begin: str, end: str, words: str) -> None:
    assert in_words({"from": begin, "to": end}) == words


def page(finding: str, *, speaker: str = "", stated_on: str = "", code: str = "true") -> dict[str, object]:
    words = WORDS[code]
    label = public_label(words, [finding], ClaimKind.QUOTE)
    article = {"title": "Bridges", "source": {"id": 1, "name": "Daily Bridge"}}
    sighting = {"article": article, "speaker": speaker, "stated_on": stated_on, "finding": finding, "finding_note": ""}
    return {
        "claim": {"wording": "More than 120 bridges were closed in 2021."},
        "sightings": [sighting],
        "period": {"from": "2021", "to": "2021"},
        "label": {"text": label.text},
        "rating": {"code": code, "label": words.label},
    }


def test_a_speaker_says_and_a_publisher_reports() -> None:
    quoted, own = page(SAID, speaker="Ada Bridge", stated_on="2022-01-10"), page(SAID, stated_on="2022-01")
    assert questions(quoted)[0] == {
        "question": "Did Ada Bridge say on 10 January 2022 that “More than 120 bridges were closed in 2021” "
        "(as quoted by Daily Bridge)?",
        "answer": "Yes.",
    }
    assert questions(own)[0]["question"].startswith("Did Daily Bridge report in January 2022 that “More than 120")


def test_the_second_question_is_answered_for_the_period() -> None:
    assert questions(page(SAID))[-1] == {
        "question": "Is it so that “More than 120 bridges were closed in 2021”?",
        "answer": "True, for 2021.",
    }


def test_a_false_attribution_says_why_the_substance_does_not_decide() -> None:
    answers = [item["answer"] for item in questions(page(NOT_SAID, speaker="Ada Bridge"))]
    assert answers[0] == "No."
    assert "the statement was not made" in answers[1]


def test_what_cannot_be_true_or_false_says_so() -> None:
    assert "truth: not assessed" in questions(page(SAID, code="not_checkable"))[-1]["answer"]
