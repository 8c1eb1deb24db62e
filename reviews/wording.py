"""Our own words that are kept in one language, to be translated where readers see them.

Word lists, the seeded scale, the rules' sentences and the reasons of a program are values: they stand in the database,
in frozen pages and in the API as they are. `kept_words` names all of them for the catalogues of `reviews/locale`. A
scale of the newsroom's own has the words that it was given, in every language.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Choices
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy

from claims.enums import (
    Basis,
    ClaimKind,
    Control,
    DismissalReason,
    Priority,
    RequestOrigin,
    SourceKind,
    Treatment,
)
from reviews.enums import (
    CorrectionKind,
    DisputeOutcome,
    EvidenceKind,
    FindingValue,
    Question,
    SourceRole,
    Stage,
    Stance,
)
from reviews.labels import FALSE_ATTRIBUTION, label_of
from reviews.seeds import RATINGS, SCALE
from reviews.workflow import STEPS

KEPT_IN = "en"

WORD_LISTS: tuple[type[Choices], ...] = (
    Basis,
    ClaimKind,
    Control,
    CorrectionKind,
    DismissalReason,
    DisputeOutcome,
    EvidenceKind,
    FindingValue,
    Question,
    SourceKind,
    SourceRole,
    Stage,
    Stance,
    Treatment,
)

WHY_WORTH_CHECKING = (
    "states a figure",
    "a large figure, money or a share",
    "names a date",
    "about harm, crime or force",
    "claims a first, a record or a whole",
    "states a comparison",
    "states a causal",
    "compares or ranks",
    "says that something did not happen",
    "found by a court, officials or records",
    "names who and where",
    "said in passing",
    "hedged or about the future",
    "the headline speaks of it",
    "near the top of the article",
    "reads like statements that checkers chose",
    "chosen by an editor",
)
"""Of `claims.extraction.importance`, which knows no languages; the last of claims written by hand."""

WHY_NOT_INDEPENDENT = (
    "rests on who made the statement",
    "rests on the article that is being checked",
    "rests on a source that the checked article credits",
)
"""Of `reviews.independence`."""


ASKED_FOR_BY = {
    RequestOrigin.READER: "Asked for by a reader.",
    RequestOrigin.EDITOR: "Asked for by an editor.",
    RequestOrigin.PARTNER: "Asked for by a partner.",
}


def given_priority(priority: Priority) -> str:
    return f"Given the priority “{priority.label}” by an editor."


def kept_words() -> Iterator[str]:
    """Each of them that readers may see, once or more."""
    for words in WORD_LISTS:
        yield from (str(label) for label in words.labels)
    for rating in RATINGS:
        yield from (rating[part] for part in ("label", "definition", "criteria", "tolerance") if rating[part])
    yield from (SCALE["name"], SCALE["note"], FALSE_ATTRIBUTION)
    yield from (rule.says for rule in STEPS)
    yield from ASKED_FOR_BY.values()
    yield from (given_priority(priority) for priority in Priority if priority > Priority.NORMAL)
    yield from WHY_WORTH_CHECKING
    yield from WHY_NOT_INDEPENDENT


def translated_choices(words: type[Choices]) -> list[tuple[str, Promise]]:
    """For a form that is made once and shown in every language."""
    return [(value, gettext_lazy(label)) for value, label in words.choices]


def is_kept_language() -> bool:
    """Whether the language that is spoken is the one in which publications are frozen."""
    return get_language() in {None, KEPT_IN}


def label_in_words(label: str, payload: Mapping[str, Any]) -> str:
    """A publication's label in the language that is spoken: its frozen words, or told anew from what it is made of.

    Without a payload, where its text is withheld, there is nothing to tell it from.
    """
    return label_of(payload).text if payload and not is_kept_language() else label
