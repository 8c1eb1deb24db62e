"""The scorer on a gold set of our own: perfect for the annotation itself, and each fault moves its own measure."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from claims.extraction.scoring import GoldArticle, GoldInvalid, Predicted, count, load_gold, measure

GOLD_SET = Path(__file__).with_name("gold_set")
(ARTICLE,) = load_gold(GOLD_SET, "dev")
Change = Callable[[Predicted], Predicted]


def as_annotated(article: GoldArticle = ARTICLE) -> list[Predicted]:
    """What an extractor would give that reads as the annotators did."""
    return [
        Predicted(
            text=claim.text,
            quote=claim.span_text,
            start=claim.spans[0][0],
            end=claim.spans[0][1],
            score=claim.importance / 3,
            kind=claim.kind,
            speaker=claim.speakers[0] if claim.attributed else None,
            numbers=claim.numbers,
            dates=claim.dates,
        )
        for claim in article.claims
    ]


def figures(predicted: list[Predicted], credits: tuple[str, ...] = ARTICLE.credits) -> dict[str, float | None]:
    return measure([count(ARTICLE, predicted, credits)])


def test_the_annotation_itself_is_perfect() -> None:
    found = figures(as_annotated())
    faults = {"in_not_claims": 0.0, "date_spurious": 0.0}
    of_the_run = {"gold", "predicted", "articles", "mean_quote_chars"}
    assert {name: value for name, value in found.items() if name not in of_the_run} == {
        name: faults.get(name, 1.0) for name in found if name not in of_the_run
    }
    assert (found["gold"], found["predicted"], found["articles"]) == (5, 5, 1)


def test_nothing_predicted_recalls_nothing_and_has_no_precision() -> None:
    found = figures([], ())
    assert (found["recall_all"], found["f1"], found["precision"], found["number_accuracy"]) == (0.0, 0.0, None, None)
    assert found["credits_f1"] == 0.0


def test_figures_worked_out_by_hand() -> None:
    """Three of five claims (importances 3, 2, 1), one wish, one sentence found as one claim where it states two."""
    killed, _, rain, _, fields = as_annotated()
    wish = ARTICLE.not_claims[0]
    quote = ARTICLE.text[slice(*wish)]
    hope = replace(killed, text=quote, quote=quote, start=wish[0], end=wish[1], numbers=(), score=0.1)
    found = figures([killed, rain, fields, hope], ("Agence France-Presse", "Xinhua"))
    assert found["recall_imp2plus"] == pytest.approx(2 / 4)
    assert found["recall_imp3"] == pytest.approx(1 / 2)
    assert found["recall_all"] == pytest.approx(3 / 5)
    assert found["precision"] == pytest.approx(3 / 4)
    assert found["f1"] == pytest.approx(2 * 0.5 * 0.75 / 1.25)
    assert (found["in_not_claims"], found["hard_precision"]) == (0.25, 0.75)
    assert (found["split_accuracy"], found["split_accuracy_all"]) == (0.0, 0.0)
    assert found["credits_f1"] == pytest.approx(0.5)
    assert found["top10_recall_imp2plus"] == pytest.approx(2 / 4)
    assert found["top10_precision"] == pytest.approx(3 / 4)


def changed(change: Change) -> dict[str, float | None]:
    return figures([change(one) for one in as_annotated()])


FAULTS: list[tuple[str, Change, str, float]] = [
    ("offsets one off are still matched by the quote", lambda p: replace(p, start=p.start + 1), "offset_validity", 0.0),
    (
        "a wrong figure in the wording is another claim",
        lambda p: replace(p, text=p.text.replace("34", "43")),
        "recall_imp3",
        0.5,
    ),
    ("a wrong typed number", lambda p: replace(p, numbers=tuple(n + 1000 for n in p.numbers)), "number_accuracy", 0.0),
    (
        "an extra number that the text gives is fine",
        lambda p: replace(p, numbers=(*p.numbers, *_two(p))),
        "number_accuracy",
        1.0,
    ),
    ("a year for a day", lambda p: replace(p, dates=tuple(day[:4] for day in p.dates)), "date_accuracy", 1 / 3),
    ("a date where none is given", lambda p: replace(p, dates=p.dates or ("2022",)), "date_spurious", 1.0),
    (
        "a date written out is the same day",
        lambda p: replace(p, dates=tuple(map(_written, p.dates))),
        "date_accuracy",
        1.0,
    ),
    (
        "a speaker by the last name",
        lambda p: replace(p, speaker=p.speaker and p.speaker.split()[-1]),
        "speaker_accuracy",
        1.0,
    ),
    ("another speaker", lambda p: replace(p, speaker="Zorro"), "speaker_accuracy", 0.0),
    ("no speaker where one is named", lambda p: replace(p, speaker=None), "speaker_accuracy_attributed", 0.0),
    ("another kind", lambda p: replace(p, kind="causal"), "kind_accuracy", 0.0),
    ("a quote that is nowhere", lambda p: replace(p, quote="nowhere"), "recall_all", 0.0),
    ("words that have nothing in common", lambda p: replace(p, text="Snow fell."), "recall_all", 0.0),
    ("number words for digits", lambda p: replace(p, text=p.text.replace("34", "thirty-four")), "recall_all", 1.0),
]


def _two(predicted: Predicted) -> tuple[float, ...]:
    return (2.0,) if "twice" in predicted.text else ()


def _written(day: str) -> str:
    return day.replace("2022-06-03", "3 June 2022")


@pytest.mark.parametrize(("change", "name", "value"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_fault_moves_its_measure(change: Change, name: str, value: float) -> None:
    assert changed(change)[name] == pytest.approx(value)


def test_the_same_claim_twice_halves_precision_and_is_no_split() -> None:
    found = figures(as_annotated() * 2)
    assert (found["precision"], found["recall_all"]) == (0.5, 1.0)
    first = as_annotated()[0]
    both = replace(first, text="A flood killed two people and destroyed 34 houses in the Tarn valley on June 3, 2022.")
    lumped = replace(both, start=first.start, end=ARTICLE.text.index(", the fire"))
    lumped = replace(lumped, quote=ARTICLE.text[lumped.start : lumped.end])
    assert figures([lumped, lumped])["split_accuracy"] == 0.0


def test_another_passage_that_states_the_same_is_accepted() -> None:
    start, end = ARTICLE.claims[0].spans[1]
    headline = replace(as_annotated()[0], quote=ARTICLE.text[start:end], start=start, end=end)
    assert figures([headline])["precision"] == 1.0


def test_only_the_ten_highest_scores_count_as_the_top() -> None:
    quote = "Rainfall"
    start = ARTICLE.text.index(quote)
    noise = replace(as_annotated()[0], text=quote, quote=quote, start=start, end=start + len(quote), score=1.0)
    found = figures([*[noise] * 9, *(replace(one, score=0.1) for one in as_annotated())])
    assert (found["top10_recall_imp3"], found["recall_imp3"]) == (0.5, 1.0)


def test_credits_go_by_any_name_and_optional_ones_cost_nothing() -> None:
    assert figures([], ("Agence France-Presse", "the Reuters news agency", "Tarn Courier"))["credits_f1"] == 1.0


def test_parts_are_those_of_the_split_and_all_leaves_out_the_seed() -> None:
    assert [article.id for article in load_gold(GOLD_SET, "seed")] == ["00"]
    assert [article.id for article in load_gold(GOLD_SET)] == ["01"]


def test_a_part_that_is_not_in_the_split_is_refused_with_those_that_are() -> None:
    with pytest.raises(GoldInvalid, match="has no part 'test'; it has all, seed, dev"):
        load_gold(GOLD_SET, "test")


def test_a_folder_without_annotation_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GoldInvalid, match="holds no annotation"):
        load_gold(tmp_path)


@pytest.mark.parametrize(
    ("name", "break_it", "message"),
    [
        ("gold/01.json", lambda text: text.replace('"span": "A flood', '"span": "The flood'), "claim 1 has offsets"),
        ("gold/01.json", lambda text: text[:50], "could not be read"),
        ("gold/01.json", lambda text: text.replace('"importance"', '"weight"'), "KeyError: 'importance'"),
        ("gold/01.json", lambda text: "[]", "AttributeError|TypeError"),
    ],
)
def test_a_broken_annotation_is_refused_with_file_and_place(
    tmp_path: Path, name: str, break_it: Callable[[str], str], message: str
) -> None:
    folder = shutil.copytree(GOLD_SET, tmp_path / "set")
    (folder / name).write_text(break_it((folder / name).read_text()))
    with pytest.raises(GoldInvalid, match=message) as refused:
        load_gold(folder)
    assert name in str(refused.value)


def test_an_article_that_is_missing_is_refused(tmp_path: Path) -> None:
    folder = shutil.copytree(GOLD_SET, tmp_path / "set")
    (folder / "articles" / "01.txt").unlink()
    with pytest.raises(GoldInvalid, match="01"):
        load_gold(folder)


def test_offsets_count_windows_line_ends_as_they_stand(tmp_path: Path) -> None:
    folder = shutil.copytree(GOLD_SET, tmp_path / "set")
    row = json.loads((folder / "gold" / "00.json").read_text())
    for claim in row["claims"]:
        claim["start"] += 2
        claim["end"] += 2
    (folder / "gold" / "00.json").write_text(json.dumps(row))
    text = (folder / "articles" / "00.txt").read_text()
    (folder / "articles" / "00.txt").write_bytes(text.replace("\n", "\r\n", 2).encode())
    assert len(load_gold(folder, "seed")[0].claims) == 2
