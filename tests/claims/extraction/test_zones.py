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


TO_READERS = (
    "Access to Premium articles requires a subscription.",
    "Access to Premium articles requires a subscription. Already a subscriber? Sign in here",
    "Already a subscriber? Log in to read on.",
    "Already have an account? Sign in.",
    "You have reached your limit of free articles for this month.",
    "You have 2 free articles left this month.",
    "This article is for subscribers only.",
    "This content is available to subscribers only.",
    "To continue reading, create a free account.",
    "Register for free to keep reading this story.",
    "Unlock this story with a digital subscription from 3 pounds a week.",
    "Enjoy unlimited access for 1 pound a week.",
    "Try 4 weeks for 1 pound and cancel at any time.",
    "Start your free trial today.",
    "Premium content: this story is for members.",
    "Support quality journalism from as little as 2 dollars a week.",
    "For all the latest Lucknow News, download our app.",
    "For all the latest news, download the Example News app.",
    "Get breaking news alerts on your phone with the Example app.",
    "Stay up to date with the latest from Oslo on our WhatsApp channel.",
    "Join 40,000 readers who get our morning briefing.",
    "Enter your email address to receive our daily briefing.",
    "Sign up for Morning Briefing, our daily email.",
    "Your inbox, every morning at 7am: get the five stories that matter.",
    "By signing up you agree to our terms and conditions.",
    "We will never share your email address with third parties.",
    "You can unsubscribe at any time.",
    "Thank you for signing up!",
    "Do you know more about this story? Email exclusive@dailycomet.example",
    "Got a story? Email news@dailycomet.example or call 0207 555 555.",
    "Do you have a story for us? Call the newsdesk on 0207 555 555.",
    "Contact the reporter at maria@dailycomet.example.",
    "Maria Ortega can be reached at maria@dailycomet.example.",
    "You can follow Maria Ortega on Twitter at @mortega.",
    "Follow Example News on Facebook and Instagram.",
    "Like us on Facebook to see similar stories.",
    "If you have been affected by this story, the Samaritans can be contacted on 116 123.",
    "AP sports: https://apnews.com/sports",
    "More AP coverage: https://apnews.com/hub/norway",
    "Follow AP's coverage of the ferry at https://apnews.com/hub/ferry.",
    "This story has been corrected to show that the ferry sank on Tuesday, not Monday.",
    "Correction: an earlier version of this article gave the wrong age of the captain.",
    "This article was amended on 12 September 2019 to correct the captain's age.",
    "The headline of this article was updated on Friday.",
    "This is a developing story and will be updated.",
    "This is a breaking news story. More to follow.",
    "Please refresh the page for the latest updates.",
    "Related: Ten years of ferry accidents",
    ">> Read more: Ten years of ferry accidents have killed 400 people.",
    "See more: the ferry in pictures",
    "Explore more on these topics",
    "Also in this section: how the ferry was built in 1998.",
    "What to read next: the ferry was built in 1998.",
    "Listen to this article: 4 minutes.",
    "This audio was generated by an automated voice.",
    "Your browser does not support the audio element.",
    "Please enable JavaScript to view this content.",
    "Some images may be subject to copyright.",
    "We use cookies to improve your experience.",
    "The BBC is not responsible for the content of external sites.",
    "Comments are closed for this story.",
    "Be the first to comment on this story.",
    "Do you agree? Have your say in the comments below.",
    "This post was sponsored by Norland Bank.",
    "As an affiliate we may earn a commission from links on this page.",
    "Copyright 2019 Example News. All rights reserved.",
    "Download the Example app for iOS and Android.",
    "Image source, Getty Images",
    "Image caption, The ferry lies at the quay in the harbour.",
    "Figure caption, Warning: third party content may contain adverts.",
    "The Norland Times is a member of the Trust Project.",
    "Example News is a nonprofit newsroom that covers Norland.",
    "Sign in to save this article.",
    "Gift this article to a friend.",
    "Reuse this content",
    "Our Standards: The Example Trust Principles.",
    "Purchase licensing rights.",
    "This translation was checked by an editor.",
    "This article was translated from Norwegian.",
    "This article was adapted from the original in French.",
)
ABOUT_THE_WORLD = (
    "Access to the camp was denied to members of the Red Cross in May 2018.",
    "Norway is already a member of the pact, the ministry said on Monday.",
    "The island can be reached by ferry in 40 minutes from Oslo.",
    "Drivers must download the toll app before May 2019, the ministry said.",
    "The report was amended in May 2018 after 40 complaints.",
    "Correction officers found 40 knives in the prison in May 2018.",
    "The order was posted to the ministry's Telegram channel on Monday.",
    "Digital subscription income rose by 4 percent in 2018, the paper said.",
    "Brokers earn a commission of 4 percent on each sale, the regulator said.",
    "Police found 40 threats in the comments section of the page in May 2018.",
    "The firm said 40 people had followed it on Twitter by May 2018.",
    "Premium petrol prices hit union members in May 2018, the union said.",
    '"All rights reserved by the people," read a banner carried by 400 marchers on Monday.',
)


@pytest.mark.parametrize("line", TO_READERS)
@pytest.mark.parametrize("place", [0, 3, 6])
def test_what_an_outlet_says_to_its_readers_is_no_text(line: str, place: int) -> None:
    parts = [f"{BODY} Boat {n} came." for n in range(6)]
    parts.insert(place, line)
    found = extract("\n\n".join(["Ferry sinks off Norway", *parts]), published="2019-09-12")
    start = found.text.index(line)
    assert not [claim for claim in found.claims if start <= claim.start < start + len(line)]


@pytest.mark.parametrize("line", ABOUT_THE_WORLD)
def test_what_is_said_of_the_world_in_like_words_is_text(line: str) -> None:
    found = zones("\n\n".join(["Ferry sinks off Norway", BODY, line, BODY, BODY, BODY, BODY]))
    assert [zone.kind.value for zone in found] == ["headline", *["body"] * 6]
