"""Numbers that name and do not count: Section 420, the 2200 block, flight 18, 555-0142, hotline 993."""

from __future__ import annotations

import re

# How far back the label of a number is looked for.
REACH = 40
_LABELS = (
    r"Articles?|Sections?|Chapters?|Clauses?|Boeing|Airbus|Flights?|Channel|Routes?|Highway|Interstate|Motorway|Pages?|Phase"
    r"|Level|Tier|Grade|Apollo|Windows|No\.|Nos\.|Acts?|Rules?|Resolution|Paragraph|Rooms?|Gates?|Unit|Part|Episode|Season"
    r"|Vol\.|Formula|Group|Platform|BUDGET|Bill|Proposition|Measure|Amendment|Form|Model|Ward|Precinct|District|Terminal"
    r"|Pier|Exit|Junction|Runway|Docket|Case|Lot|Plot|Box|Suite|Apartment|Apt\.|Block|Sector|Zone|Area|Building|Building\sNo\."
    r"|Division|League|World\sWar|Super\sBowl|Catch|Opus|Schedule|Annex|Appendix|Table|Figure|Bus|Train|Car|Line|Stage"
)
# In lower case only what can hardly stand before a count.
_SMALL = (
    r"sections?|articles?|clauses?|flight|docket|chapter|page|room|gate|platform|route|bus|paragraph|case\sno\.|no\."
    r"|hotline|helpline|phone|telephone|tel\.?|dial|call|calling|text|whatsapp|extension|ext\."
)
BEFORE = re.compile(
    rf"(?:(?:\b(?:{_LABELS}|{_SMALL})[,:]?\s+(?:on\s|at\s|number\s)?"
    r"(?:[\dA-Z()./-]{1,9}(?:,\s|\s(?:and|or|to|through|&)\s))*)|\b[A-Z][A-Za-z]*-|#)$"
)
AFTER = re.compile(r"\s(?:hundred\s)?block\b(?:\sof)?|\s[A-Z][a-z]+\s(?:Street|Avenue|Road|Lane|Drive|Boulevard)\b")
# 555-0142 · 020 7946 0018 · +44 20 7946 0018 · 1-800-555-0142; "2019-2020" and "10-15" are too short to be one.
PHONE = re.compile(
    r"(?<![\w$€£.,-])(?:\+\d[\d\s()-]{6,16}\d|\d{3,4}[\s-]\d{4}(?!\d)|(?:\d{1,4}[\s-]){2,4}\d{3,4})(?![\d,.%]*\d)(?!\s?%)"
)
UNITS_AFTER = re.compile(
    r"\s(?:people|hours?|days?|weeks?|months?|years?|minutes?|times|percent|per\scent|million|billion)\b|\s?%"
)


def is_label(text: str, start: int, end: int) -> bool:
    """Whether the digits at text[start:end] are the name of something by what stands around them."""
    if AFTER.match(text[end : end + 40]):
        return True
    before = BEFORE.search(text[max(0, start - REACH) : start])
    return before is not None and UNITS_AFTER.match(text[end : end + 12]) is None


def phone_numbers(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return [match.span() for match in PHONE.finditer(text, start, end)]
