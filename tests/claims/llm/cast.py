"""One article, good answers about it, and what falling back means; shared by the tests of the language model."""

from datetime import date
from typing import Any

from claims.extraction import Extraction, extract
from claims.llm.extractor import extract_with_model
from tests.claims.llm.endpoint import FakeModel, Reply, serving

FIRST = (
    "The harbour of Norvik handled 41,000 containers in 2018, and Mayor Ada Brun said ice had closed it for nine days."
)
SECOND = "She told him about the port."
ARTICLE = f"Norvik's harbour had a hard winter\n\n{FIRST} {SECOND}\n"

HANDLED = {
    "number": 1,
    "quote": "The harbour of Norvik handled 41,000 containers in 2018",
    "text": "The harbour of Norvik handled 41,000 containers in 2018.",
    "kind": "quantity",
    "speaker": None,
    "via": None,
}
CLOSED = {
    "number": 1,
    "quote": "ice had closed it for nine days",
    "text": "Ice had closed the harbour of Norvik for nine days.",
    "kind": "event",
    "speaker": "Ada Brun",
    "via": None,
}
ALONE = {"number": 1, "standalone": FIRST.replace("closed it", "closed the harbour"), "readings": []}
TWO_READINGS = {
    "number": 2,
    "standalone": None,
    "readings": ["Ada Brun told a captain about the port.", "A spokeswoman told Ada Brun about the port."],
}


def always(answer: Any) -> Reply:
    return lambda body: answer


def good(*claims: dict[str, Any], **other: Any) -> dict[str, Reply]:
    replies = {
        "selection": always({"sentences": [1, 2]}),
        "disambiguation": always({"sentences": [ALONE, TWO_READINGS]}),
        "claims": always({"claims": list(claims or (HANDLED, CLOSED))}),
    }
    return replies | {step: always(answer) for step, answer in other.items()}


def read(replies: dict[str, Reply], text: str = ARTICLE, *, deadline: float = 20.0) -> tuple[Extraction, FakeModel]:
    with serving(replies) as model:
        built_in = extract(text, published="2019-03-04")
        found = extract_with_model(
            built_in, model.endpoint, published=date(2019, 3, 4), source="Norvik Post", deadline=deadline
        )
        return found, model


def assert_fell_back(found: Extraction, reason: str) -> None:
    """The built-in extractor's claims to the last, and a note with the reason and the model's name."""
    built_in = extract(ARTICLE, published="2019-03-04")
    assert built_in.claims
    assert found.claims == built_in.claims
    assert found.version == built_in.version
    assert len(found.notes) == 1
    assert reason in found.notes[0]
    assert "test-model" in found.notes[0]
