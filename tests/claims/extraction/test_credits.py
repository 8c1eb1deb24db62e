"""The agencies and outlets that an article names as its origins."""

from __future__ import annotations

import pytest

from claims.extraction import extract

BODY = "A ferry sank off Norway on Tuesday with forty people aboard, police said.\n\n"
NAMED = {
    "a credit line": (BODY + "With reporting by TASS, dpa, AFP, and Reuters", ["TASS", "dpa", "AFP", "Reuters"]),
    "a credit line with unknown agencies": (BODY + "Based on reporting by XYZ and AP", ["XYZ", "AP"]),
    "a credit line of people": (BODY + "Reporting by Maria Ortega; editing by Tom Berg", []),
    "an unknown agency of one word": (
        BODY + "With reporting by AFP, Reuters, and Telpress",
        ["AFP", "Reuters", "Telpress"],
    ),
    "two agencies under the text": ("Ferry sinks off Norway\n\n" + BODY + "AFP/Lusa", ["AFP", "Lusa"]),
    "described it to a broadcaster": ("The captain described the search to the BBC as hopeless.", ["BBC"]),
    "a dateline with slashes and a full stop": ("OSLO, September 7. /TASS/. " + BODY, ["TASS"]),
    "a dateline": ("OSLO (Reuters) - " + BODY, ["Reuters"]),
    "told": ("The captain told Reuters that forty people were aboard the ferry.", ["Reuters"]),
    "according to": ("Forty people were aboard, according to ABC News.", ["ABC News"]),
    "a broadcaster with a number": (
        "The passes were sold, according to an investigation by broadcaster TV 2.",
        ["TV 2"],
    ),
    "a conversation": ("The author said so in a conversation with The Independent.", ["The Independent"]),
    "a paper named alone": ("According to Prensa Libre, forty people were aboard.", ["Prensa Libre"]),
    "an editorial's opinion": ("The ferry was old, the daily Sevenik wrote in an editorial.", []),
    "a trade publication": ("The loan was first reported by the trade publication Harbour Watch.", ["Harbour Watch"]),
    "another tongue's news": ("The pilot told RPP Noticias the plane did not slow.", ["RPP Noticias"]),
    "as it calls itself": ("The author told BBC News that nets wear out.", ["BBC News"]),
    "on its channel": (
        "Let them wait, a member of the council, Omar Lahb, said on its al-Masar channel.",
        ["al-Masar"],
    ),
    "behind the end of a sentence": (
        "The ferry is owned by the port of South Norland. ABC News reported that forty people were aboard.",
        ["ABC News"],
    ),
    "reported": ("Interfax reported on Monday that forty people were aboard.", ["Interfax"]),
    "a newspaper by its noun": (
        "The captain spoke to the newspaper Nordlys Tidende about the ferry.",
        ["Nordlys Tidende"],
    ),
    "inputs from an agency nobody knows": (BODY + "(With inputs from Nordvik News Service)", ["Nordvik News Service"]),
    "inputs from agencies": (BODY + "With inputs from agencies", []),
    "a closing dash": (BODY.strip() + " — Nordvik Press Agency", ["Nordvik Press Agency"]),
    "a closing bracket": (BODY.strip() + " (PTI)", ["PTI"]),
    "closing strokes": (BODY.strip() + " /TASS/", ["TASS"]),
    "a line of its own": ("Ferry sinks off Norway\n\n" + BODY + "— Bernama", ["Bernama"]),
    "a byline's agency": ("Ferry sinks off Norway\n\nBy Maria Ortega, Associated Press\n\n" + BODY, ["AP"]),
    "told a local paper": ("Forty people were aboard, the captain told the Nordvik Courier.", ["Nordvik Courier"]),
    "a local paper reported": ("The Nordvik Echo reported that forty people were aboard.", ["Nordvik Echo"]),
    "an agency said": ("The Nordvik News Agency said forty people were aboard.", ["Nordvik News Agency"]),
    "a state agency": ("Norland's Telpress news agency counted forty people.", ["Telpress"]),
    "two agencies in the dateline": ("OSLO, Norway, September 12, 2019 (AFP/TASS) - " + BODY, ["AFP", "TASS"]),
    "a dateline with a colon": ("OSLO (Reuters): " + BODY, ["Reuters"]),
    "a contributor": (BODY + "The Associated Press contributed to this report.", ["AP"]),
    "a contributor nobody knows": (BODY + "Nordvik News Service contributed to this report.", ["Nordvik News Service"]),
    "where it appeared first": (BODY + "This article was first published by Nordvik Times", ["Nordvik Times"]),
    "reporting in brackets": (BODY.strip() + " (Additional reporting by AFP)", ["AFP"]),
    "told a radio by its noun": ("The captain told Nordlys radio about the ferry.", ["Nordlys"]),
    "an interview with a daily": (
        "The fare will fall, he said in an interview with the Lorian daily Sevenik.",
        ["Sevenik"],
    ),
    "a private weekly": ("She told the private weekly Nordblatt that forty people were aboard.", ["Nordblatt"]),
    "a daily reported": ("The daily Sevenik reported forty deaths.", ["Sevenik"]),
    "data from a pricing service": (
        "Oil fell by 4 percent, according to data from pricing service Oilwatch.",
        ["Oilwatch"],
    ),
    "data from an agency": ("Oil fell by 4 percent, data from Reuters showed.", ["Reuters"]),
    "lower-case particles": (
        "The captain told the newspaper Il Corriere di Nordvik about the ferry.",
        ["Il Corriere di Nordvik"],
    ),
    "particles before the noun": ("The captain told La Voz del Norte newspaper about it.", ["La Voz del Norte"]),
    "an official agency": ("Forty people were aboard, according to the official Telpress news agency.", ["Telpress"]),
    "initials introduced": (
        "The News Agency of Norland (NAN) reports that forty people were aboard.\n\n(NAN)",
        ["News Agency of Norland"],
    ),
    "two contributors": (
        BODY + "Additional reporting by NordWire and the Nordvik News Agency",
        ["NordWire", "Nordvik News Agency"],
    ),
    "reporting for a paper": (BODY + "Reporting by Maria Ortega for the Nordvik Courier", ["Nordvik Courier"]),
    "a paper's contributor": (
        BODY + "Maria Ortega of the Nordvik Courier contributed to this report.",
        ["Nordvik Courier"],
    ),
    "an agency's contributor": (
        BODY + "Nordvik News Service's Maria Ortega contributed to this report.",
        ["Nordvik News Service"],
    ),
    "produced and distributed": (
        BODY + "This story was produced by the Nordvik Courier and distributed by NordWire.",
        ["Nordvik Courier", "NordWire"],
    ),
    "a desk's byline": (
        "Ferry sinks off Norway\n\nNEWS | Foreign Desk and Agence Nordvik\n\n" + BODY,
        ["Agence Nordvik"],
    ),
    "a byline and an agency": ("Ferry sinks off Norway\n\nBy Maria Ortega and AFP\n\n" + BODY, ["AFP"]),
    "a byline for a paper": (
        "Ferry sinks off Norway\n\nBy Maria Ortega for the Nordvik Courier\n\n" + BODY,
        ["Nordvik Courier"],
    ),
    "a byline behind a bar": ("Ferry sinks off Norway\n\nMaria Ortega | AFP\n\n" + BODY, ["AFP"]),
    "a dateline in strokes": ("OSLO, Sept. 9 /NordPress/ -- " + BODY, ["NordPress"]),
    "a dateline without a place": ("(NordPress) - " + BODY, ["NordPress"]),
    "an agency's reporter": ("An AFP correspondent saw forty bodies on Monday.", ["AFP"]),
    "initials and agencies": (BODY + "tk/msh (dpa, Reuters, BNS)", ["dpa", "Reuters", "BNS"]),
    "initials and one agency": (BODY + "jsi/wd (Reuters)", ["Reuters"]),
    "initials with an agency": (BODY + "mm/ab with dpa", ["dpa"]),
    "initials and a stroke": (BODY + "rc/nm (dpa/AFP)", ["dpa", "AFP"]),
    "an agency and initials": (BODY + "dpa/tgb", ["dpa"]),
    "three agencies in brackets": (BODY + "(AP, dpa, KNA)", ["AP", "dpa", "KNA"]),
    "three agencies": (BODY + "AFP, Reuters, AP", ["AFP", "Reuters", "AP"]),
    "a mark of rights": (BODY + "© AFP 2021", ["AFP"]),
    "a mark of rights before the year": (BODY + "© 2021 AFP", ["AFP"]),
    "rights in words": (BODY + "Copyright 2021 The Associated Press. All rights reserved.", ["AP"]),
    "with an agency": (BODY + "(with AFP)", ["AFP"]),
    "staff with an agency": (BODY + "Staff with AFP", ["AFP"]),
    "an agency and the wires": (BODY + "(AFP, NEWS WIRES)", ["AFP"]),
    "an agency and staff": (BODY + "AFP, Reuters and staff", ["AFP", "Reuters"]),
    "an agency and its day": (BODY + "TASS, September 9", ["TASS"]),
    "assistance": (BODY + "--With assistance from Bloomberg", ["Bloomberg"]),
    "a dash and inputs": (BODY + "—With inputs from PTI", ["PTI"]),
    "contributed, no more": (BODY + "The Associated Press and Reuters contributed.", ["AP", "Reuters"]),
    "text by": ("Ferry sinks off Norway\n\nText by: AFP\n\n" + BODY, ["AFP"]),
    "text by the wires": ("Ferry sinks off Norway\n\nText by: NEWS WIRES (AFP)\n\n" + BODY, ["AFP"]),
    "in capitals": ("Ferry sinks off Norway\n\nBy ASSOCIATED PRESS\n\n" + BODY, ["AP"]),
    "a name and an agency": ("Ferry sinks off Norway\n\nMARIA ORTEGA, Associated Press\n\n" + BODY, ["AP"]),
    "named twice": ("The captain told the AFP news agency. AFP reported forty deaths.", ["AFP"]),
}
NOT_NAMED = (
    BODY + "mo/tb (own)",
    BODY + "ab/cd",
    BODY + "NEWS WIRES",
    BODY + "(MO/TB)",
    "He joined the Guardian in 1998 and left it ten years later.",
    "Reuters's share price fell by 4 percent.",
    "The captain reported the North Star lost with all hands.",
    "Martha Fox ran the ferry, and Fox said it was sound.",
    "The study was published in the Norland Medical Journal on Monday.",
    "The rescue began at noon. — Maria Ortega",
    "Norway joined the pact in 1998 (NATO).",
    "Oil fell by 4 percent, according to data from Norland Bank.",
    "According to the Norland Press Council, 40 papers closed in 2019.",
    "The Presidential Press Service said forty people were aboard.",
    "She reads the daily Sevenik and earns 4,000 crowns.",
    "OSLO (Sept 3) - A ferry sank off Norway with forty people aboard.",
    "Ferry sinks off Norway\n\nBy Ringo Star\n\nA ferry sank off Norway with forty people aboard.",
    "Time passed, and the sun rose over the Independent State of Samoa.",
)


def credits(text: str, source: str | None = None) -> list[str]:
    extraction = extract(text, source=source)
    assert all(0 <= credit.start < credit.end <= len(extraction.text) for credit in extraction.credits)
    return [credit.name for credit in extraction.credits]


@pytest.mark.parametrize(("text", "expected"), NAMED.values(), ids=NAMED.keys())
def test_an_origin_is_credited(text: str, expected: list[str]) -> None:
    assert credits(text) == expected


@pytest.mark.parametrize("text", NOT_NAMED)
def test_an_outlet_written_about_is_none(text: str) -> None:
    assert credits(text) == []


def test_the_publisher_does_not_credit_itself() -> None:
    assert credits("The captain told Reuters that forty people were aboard the ferry.", source="Reuters") == []
