"""Annotated articles as they lie in a folder: `articles/NN.txt`, `gold/NN.json`, `split.json`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from claims.extraction.values import ExtractedClaim

SEED: Final = "00"
ALL: Final = "all"
"""Every article but the seed, which is the product's first example and known to everybody."""

Span = tuple[int, int]


class GoldInvalid(ValueError):
    """The folder or a file in it is not as expected; the message names the file and the place."""


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One annotated claim. `spans` begins with its own; others state the same. `wordings` are all accepted ones.

    `speakers` are the accepted names; `own_voice` says that none is accepted too. `importance` is 1, 2 or 3.
    """

    number: int
    text: str
    span_text: str
    spans: tuple[Span, ...]
    wordings: tuple[str, ...]
    kind: str
    attributed: bool
    speakers: tuple[str, ...]
    own_voice: bool
    numbers: tuple[float, ...]
    dates: tuple[str, ...]
    importance: int


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its annotation; `published` is an ISO day or None."""

    id: str
    text: str
    published: str | None
    claims: tuple[GoldClaim, ...]
    not_claims: tuple[Span, ...]
    credits: tuple[str, ...]
    credits_optional: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Predicted:
    """One claim as an extractor gave it. Its offsets are not trusted."""

    text: str
    quote: str
    start: int
    end: int
    score: float
    kind: str
    speaker: str | None
    numbers: tuple[float, ...]
    dates: tuple[str, ...]

    @classmethod
    def of(cls, claim: ExtractedClaim) -> Predicted:
        return cls(
            text=claim.text,
            quote=claim.quote,
            start=claim.start,
            end=claim.end,
            score=claim.score,
            kind=claim.kind.value,
            speaker=claim.speaker,
            numbers=claim.numbers,
            dates=claim.dates,
        )


def load_gold(folder: Path, part: str = ALL) -> list[GoldArticle]:
    """The articles of a part (a name in split.json, or "all"), in the order given there. Raises GoldInvalid."""
    have = sorted(path.stem for path in (folder / "gold").glob("*.json"))
    if not have:
        raise GoldInvalid(f"{folder / 'gold'} holds no annotation: name the folder above gold/ and articles/.")
    if part == ALL:
        ids = [name for name in have if name != SEED]
    else:
        split = _json(folder / "split.json")
        if not isinstance(split, dict) or part not in split:
            known = ", ".join([ALL, *split]) if isinstance(split, dict) else ALL
            raise GoldInvalid(f"{folder / 'split.json'} has no part {part!r}; it has {known}.")
        ids = [name for name in split[part] if name in have]
    return [_article(folder, name) for name in ids]


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise GoldInvalid(f"{path} could not be read: {error}") from error


def _article(folder: Path, name: str) -> GoldArticle:
    path = folder / "gold" / f"{name}.json"
    found = _json(path)
    try:
        # As bytes: reading as text would change the line ends that the offsets count.
        text = (folder / "articles" / f"{name}.txt").read_bytes().decode("utf-8")
        return GoldArticle(
            id=name,
            text=text,
            published=found.get("published"),
            claims=tuple(_claim(row, text) for row in found["claims"]),
            not_claims=tuple(_spans(found.get("not_claims", []))),
            credits=tuple(found.get("credits", [])),
            credits_optional=tuple(found.get("credits_optional", [])),
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise GoldInvalid(f"{path}: {type(error).__name__}: {error}") from error


def _claim(row: dict[str, Any], text: str) -> GoldClaim:
    others: Sequence[dict[str, Any]] = row.get("alt_spans", [])
    if text[row["start"] : row["end"]] != row["span"]:
        raise ValueError(f"claim {row['n']} has offsets that do not give its span")
    names = [row["speaker"] or "", *row.get("speaker_aliases", [])]
    return GoldClaim(
        number=row["n"],
        text=row["text"],
        span_text=row["span"],
        spans=((row["start"], row["end"]), *_spans(others)),
        wordings=(row["text"], row["span"], *(other["span"] for other in others), *row.get("alt_texts", [])),
        kind=row["kind"],
        attributed=bool(row["speaker"]),
        speakers=tuple(filter(None, names)),
        own_voice="" in names,
        numbers=tuple(row["numbers"]),
        dates=tuple(row["dates"]),
        importance=row["importance"],
    )


def _spans(rows: Sequence[dict[str, Any]]) -> list[Span]:
    return [(row["start"], row["end"]) for row in rows]
