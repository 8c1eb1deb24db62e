"""What every paragraph of a page is for."""

from __future__ import annotations

from itertools import pairwise

import pytest

from claims.extraction import extract
from claims.extraction.zones import zones

PAGE = """\
Skip to main content

Ferry sinks off Norway with forty aboard

Crew praised after a night of rescue efforts near the island of Senja

By Maria Ortega

12 September 2019 - 14:19

3 minute read

Share this article

The ferry at the quay in Tromsø last summer. File photo

Photo: Example Pictures

TROMSØ (Reuters) - A ferry sank off Norway on Tuesday with forty people aboard, police said.

Rescue at night

Boats from three villages came to help, and nobody was killed.

ALSO READ: Ten years of ferry accidents in the north

"We were lucky," the captain said.

Reporting by Maria Ortega; editing by Tom Berg

Sign up to our newsletter for more news like this.
"""
EXPECTED = {
    "Skip to main content": "furniture",
    "Ferry sinks": "headline",
    "Crew praised": "standfirst",
    "By Maria": "byline",
    "12 September": "furniture",
    "3 minute": "furniture",
    "Share this": "furniture",
    "The ferry at the quay": "caption",
    "Photo:": "caption",
    "TROMSØ (Reuters) -": "dateline",
    "A ferry sank": "body",
    "Rescue at night": "subheading",
    "Boats from": "body",
    "ALSO READ": "furniture",
    '"We were': "body",
    "Reporting by": "credit line",
    "Sign up": "tail note",
}


@pytest.mark.parametrize(("opening", "kind"), EXPECTED.items())
def test_a_paragraph_is_known_for_what_it_is(opening: str, kind: str) -> None:
    (found,) = [zone for zone in zones(PAGE) if PAGE[zone.start : zone.end].startswith(opening)]
    assert found.kind == kind


def test_zones_are_in_order_and_apart() -> None:
    found = zones(PAGE)
    assert all(before.end <= after.start for before, after in pairwise(found))


def test_a_hard_wrapped_paragraph_is_one_zone() -> None:
    text = (
        "Ferry sinks\n\nA ferry sank off Norway on Tuesday evening with forty people\n"
        "aboard, and boats from three villages came to help them all\nin the dark."
    )
    assert [zone.kind.value for zone in zones(text)] == ["headline", "body"]


BODY = "A ferry sank off Norway on Tuesday with forty people aboard, police said."
LAST = {
    "initials of the desk": ("mo/tb/ab", "furniture"),
    "initials in capitals": ("(MO/TB)", "furniture"),
    "a share button": ("Share", "furniture"),
    "an agency alone": ("(Reuters)", "credit line"),
    "a call for witnesses": ("Anyone with information is asked to call the police in Nordvik.", "tail note"),
    "a caption with its credit": ("The ferry lies at the quay in the harbour. Photo: Example Pictures", "caption"),
    "a caption by someone": ("Divers at work near the island. (Picture by Maria Ortega)", "caption"),
    "a person's initials are text": ("He signed the letter with his initials and left the room.", "body"),
}


@pytest.mark.parametrize(("line", "kind"), LAST.values(), ids=LAST.keys())
def test_what_stands_under_the_text(line: str, kind: str) -> None:
    text = f"Ferry sinks off Norway\n\n{BODY}\n\n{line}"
    assert zones(text)[-1].kind == kind


def test_a_closing_agency_is_cut_off_and_its_paragraph_stays_text() -> None:
    text = f"Ferry sinks off Norway\n\n{BODY}\n\nThe police warned boats to stay away. — Nordvik News Agency"
    assert [(zone.kind.value, text[zone.start : zone.end]) for zone in zones(text)[2:]] == [
        ("body", "The police warned boats to stay away."),
        ("credit line", "— Nordvik News Agency"),
    ]


def test_text_goes_on_below_an_agency_over_it() -> None:
    text = "\n\n".join(["Ferry sinks off Norway", "Reuters", *[f"{BODY} Boat {n} came." for n in range(8)]])
    assert [zone.kind.value for zone in zones(text)] == ["headline", "credit line", *["body"] * 8]


DATELINES = (
    "LORN BAY, July 30, 2022 — ",
    "LORN, Norland, 30 July 2022 – ",
    "LORN, July 30 — ",
    "Lorn Bay, July 30, 2022 - ",
    "LORN BAY, July 30, 2022 (Reuters) — ",
)


@pytest.mark.parametrize("dateline", DATELINES)
def test_a_dateline_with_its_day_is_cut_from_the_first_sentence(dateline: str) -> None:
    text = dateline + "At least 64 people have died in a flood, police said."
    (claim,) = extract(text, published="2022-07-30").claims
    assert claim.quote == "At least 64 people have died in a flood"
    assert (claim.numbers, claim.dates) == ((64.0,), ())


def test_a_day_between_dashes_is_no_dateline() -> None:
    text = "On Friday, July 29, 2022 — Norland's national day — 64 people died."
    assert [zone.kind.value for zone in extract(text, published="2022-07-30").zones] == ["body"]


def test_a_sentence_between_the_dates_and_the_dateline_stands_under_a_picture() -> None:
    above = "Rivals free 300 captives in largest swap\n\nFebruary 06, 2025 06:12 GMT"
    caption = "Former captives leave an aircraft at Lorn airport on February 5."
    kinds = [zone.kind for zone in zones(f"{above}\n\n{caption}\n\nLORN -- The rivals freed 318 captives.")]
    assert kinds == ["headline", "furniture", "caption", "dateline", "body"]


def test_a_source_named_high_up_ends_no_text() -> None:
    parts = [
        "Ferry sinks off Norway",
        BODY,
        "Source: Tom Berg, on Telegram",
        *[f"{BODY} Boat {n} came." for n in range(6)],
    ]
    assert [zone.kind.value for zone in zones("\n\n".join(parts))][3:] == ["body"] * 6


def test_a_label_is_cut_from_its_paragraph() -> None:
    text = f"Ferry sinks off Norway\n\n{BODY}\n\nDetails: {BODY}"
    assert [(zone.kind.value, text[zone.start : zone.end]) for zone in zones(text)][-2:] == [
        ("furniture", "Details:"),
        ("body", BODY),
    ]


def test_two_unfinished_sentences_under_read_more_are_a_link() -> None:
    text = f"Ferry sinks off Norway\n\n{BODY}\n\nRead more\n\nOur town lost its ferry. Then it lost the pool\n\n{BODY}"
    assert [zone.kind.value for zone in zones(text)][-3:] == ["furniture", "furniture", "body"]
