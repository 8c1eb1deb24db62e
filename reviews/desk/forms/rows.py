"""One evidence row: from what was typed to what is stored, and back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from reviews.desk.forms.evidence import EvidenceForm
from reviews.desk.forms.names import Names, split
from reviews.drafting import EvidenceInput
from reviews.models.protected import UNNAMED

SAME = (
    "kind", "address", "title", "published_on", "language", "excerpt", "excerpt_translation", "stance", "question",
    "primary", "figure_value", "figure_upper", "figure_basis", "figure_as_of", "protected", "withheld_because",
)  # fmt: skip
"""Fields whose text is stored as it is."""


def names_typed(form: EvidenceForm) -> list[str]:
    unnamed = [UNNAMED] if form.cleaned_data["protected"] else []
    return [*unnamed, *split(form.cleaned_data["source"]), *split(form.cleaned_data["rests_on"])]


def row_typed(form: EvidenceForm, names: Names) -> EvidenceInput:
    """The stored row of a checked form; names without a record stay beside it as text.

    A protected source stands instead of whatever was typed as the source: that might name them.
    """
    data = form.cleaned_data
    typed = UNNAMED if data["protected"] else " ".join(data["source"].split())
    source = names.source(typed)
    rests_on, unknown = names.origins(data["rests_on"])
    row = EvidenceInput(source=source, source_typed="" if source else typed, rests_on=rests_on, rests_on_typed=unknown)
    return replace(row, **{name: data[name] for name in SAME})


def row_stored(row: EvidenceInput, names: Mapping[int, str]) -> dict[str, Any]:
    """The form's initial values for a stored row."""
    origins = [
        names.get(origin.source, "") if origin.source else f"article {origin.article}" for origin in row.rests_on
    ]
    typed = [row.rests_on_typed] if row.rests_on_typed else []
    return {name: getattr(row, name) for name in SAME} | {
        "source": names.get(row.source or 0, row.source_typed),
        "rests_on": "; ".join(filter(None, origins + typed)),
    }
