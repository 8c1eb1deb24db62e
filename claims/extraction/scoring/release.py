"""The figures of the last release of the extractor, by part of the gold set: numbers only, no text of any article."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from claims.extraction.scoring.measures import Value

RELEASE: Final = Path(__file__).with_name("release.json")


@dataclass(frozen=True, slots=True)
class Release:
    """Figures and the version of the extractor that reached them; `version` is empty where nothing is stored."""

    version: str
    figures: dict[str, Value]


def read_release(part: str, path: Path = RELEASE) -> Release:
    """What was stored for a part."""
    stored = _stored(path).get(part)
    return Release(stored["version"], stored["figures"]) if stored else Release("", {})


def save_release(part: str, release: Release, path: Path = RELEASE) -> None:
    """Store a part's figures; those of other parts stay."""
    rounded = {name: None if value is None else round(value, 6) for name, value in release.figures.items()}
    stored = _stored(path) | {part: {"version": release.version, "figures": rounded}}
    path.write_text(json.dumps(dict(sorted(stored.items())), indent=1) + "\n", encoding="utf-8")


def _stored(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found
