"""Says what every paragraph of the page is for, so that claims come from running text only.

Rules run in the order of RULES; the first that answers decides. To add one, write a function that takes the page and a
paragraph's number and returns a ZoneKind or None, with an example in its docstring, and put it into the list.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from claims.extraction.agency_lines import SHOUTED, agencies
from claims.extraction.lines import Paragraph, paragraphs
from claims.extraction.origins import CANONICAL, is_agency, signature
from claims.extraction.pitches import is_pitch
from claims.extraction.values import Zone, ZoneKind
from claims.extraction.words.page import (
    CAPTION_MARKS,
    CREDIT_OPENERS,
    FURNITURE_LINES,
    FURNITURE_OPENERS,
    NOTICE_OPENERS,
    OUTLET_PITCH,
    PHOTO_CREDIT_OPENERS,
)

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
DATE_LINE = re.compile(
    rf"""^(?:(?:published|updated|posted|last\ updated|first\ published)\W*(?:on|at)?\W*)?
    (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\W+)?
    (?:\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}\W+\d{{4}}|{MONTH}\s+\d{{1,2}}\W+\d{{4}}|\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}})
    [\s\W]*(?:at\s+)?(?:\d{{1,2}}[:.h]\d{{2}}.{{0,25}})?$""",
    re.VERBOSE | re.IGNORECASE,
)
TIME_LINE = re.compile(
    r"^\W*(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?.{0,12}|\d+\s+(?:second|minute|hour|day|week|month|year)s?\s+(?:ago|read)|"
    r"\d+\s*min(?:ute)?s?\.?\s+read)\W*$",
    re.IGNORECASE,
)
BYLINE = re.compile(
    r"^(?:[Bb][Yy]|[Ff]rom)\s+(?:[A-Z][\w.'’-]*|and|with|in|for|of|the|at|,|&)(?:[\s,]+(?:[A-Z][\w.'’-]*|and|with|in|for|of|the|at|&))*$"
)
# NEWS | Foreign Desk and Agence Nord · Maria Ortega | AFP
DESK_LINE = re.compile(r"(?i)\||\b(?:desk|staff|correspondents?|reporters?|agencies)\b")
ROLE_LINE = re.compile(r"(?i)\b(?:journalist|reporter|correspondent|editor|staff writer|columnist|contributor)\s*$")
DAY_LINE = r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,?\s\d{4})?|\d{1,2}\s[A-Z][a-z]{2,8}\.?(?:,?\s\d{4})?)"
DATELINE = re.compile(
    # VIENNA (Reuters) - · Washington, Sept 9 (AFP) – · (NordPress) –
    r"^(?:[A-Z][\w .,'’/-]{2,60}?(?:,\s*[A-Z][\w.]+\s*\d{0,2})?\s*)?\((?:[A-Za-z][\w./ -]{1,38})\)\s*(?:[-–—]+|:)\s+"
    # OSLO, Sept. 9 /Nordpress/ --
    r"|^[A-Z][\w .,'’-]{2,60}?\s/[A-Z][\w. -]{1,38}/(?:\s*[-–—]+|[.,])\s+"
    # KYIV, Ukraine — · LONDON: · LORN BAY, July 30, 2022 — · LORN, Norland, 9 Sept –
    r"|^[A-Z][A-Z.'’/-]{2,}(?:[ ,]+[A-Z][A-Z.'’/-]+)*(?:,\s*[A-Z][a-z]+\.?)?"
    rf"(?:,\s*{DAY_LINE})?\s*(?:[-–—]{{1,2}}|:)\s+(?=[A-Z\"“])"
    # Seoul: A missile …
    r"|^[A-Z][a-z]+(?:\s[A-Z][a-z]+)?:\s+(?=(?:An?|The)\s[A-Z]?[a-z])"
    # Lorn Bay, July 30, 2022 —
    r"|^(?!(?:On|By|In|At|Since|Until|Last|From|Before|After|As|The|\w+day)\b)[A-Z][\w.'’-]+(?:\s(?!\w+day\b)[A-Z][\w.'’-]+){0,2}"
    rf",\s*{DAY_LINE}\s*[-–—]{{1,2}}\s+(?=[A-Z\"“])"
)
# The desk's initials under a wire report: ab/cd/ef · (AB/CD)
INITIALS = re.compile(r"^\(?(?:[a-z]{1,4}(?:[/-][a-z]{1,4})+/?|[A-Z]{1,4}(?:/[A-Z]{1,4})+)\)?$")
# "… in the streets of Oslo. Photo: Example Pictures"
PHOTO_TAIL = re.compile(
    r"(?:^|[.!?”\")|\]]|\s[-–—])\s*\(?(?:File\s)?(?:Photos?|Photograph|Pictures?|Images?|Pic|PHOTOS?|PICTURES?|IMAGES?"
    r"|(?:Photo|Image) [Cc]redit|Credit)(?:\s?[:|/©]|\s(?:by|courtesy)\b)[^.]{2,60}\.?\)?$"
)
BULLET_IMAGE = re.compile(r"^\W*\d+x\d+\s+image$", re.IGNORECASE)
# Shorter paragraphs without a full stop are headings or links; longer ones are prose that lost its stop.
PROSE_WORDS = 18
SUBHEADING_WORDS = 10
# MARTIN KOSLOW, Associated Press: a name and an agency need no word for the desk.
DESK_WORDS = 6
STANDFIRST_WORDS = 8
# A credit line further up is a box in the page, and the text goes on behind it.
TAIL_STARTS = 0.6
# One in the upper half ("Source: …" under the first paragraph) ends nothing either.
CREDIT_ENDS = 0.5
# Details: According to the mayor, … · Background: …
LABEL = re.compile(
    r"(?:Details|Background|Context|In detail|More details|Update|Updated|Reminder|For reference|Previously"
    r"|Why it matters|What happened|What we know|The big picture|By the numbers|Go deeper|State of play):\s+"
    r"(?=[A-Z\"“])"
)
# Links under "Read more" are shorter.
LINK_WORDS = 20


@dataclass(slots=True)
class Page:
    """The paragraphs and what the rules have decided so far."""

    parts: list[Paragraph]
    kinds: list[ZoneKind] = field(default_factory=list)
    known: set[ZoneKind] = field(default_factory=set)
    # Whether a credit line came behind running text: one above it ends nothing.
    credited: bool = False

    def decide(self, kind: ZoneKind) -> None:
        late = len(self.kinds) >= CREDIT_ENDS * len(self.parts)
        self.credited = self.credited or (kind is ZoneKind.CREDIT_LINE and late and ZoneKind.BODY in self.known)
        self.kinds.append(kind)
        self.known.add(kind)

    def seen(self, *kinds: ZoneKind) -> bool:
        return not self.known.isdisjoint(kinds)

    def part(self, number: int) -> Paragraph | None:
        return self.parts[number] if 0 <= number < len(self.parts) else None


def zones(text: str) -> list[Zone]:
    """The zones of a canonical text, in order, without overlap; a dateline is a zone of its own before its body."""
    page = Page(paragraphs(text))
    for number in range(len(page.parts)):
        page.decide(next(kind for rule in RULES if (kind := rule(page, number)) is not None))
    found: list[Zone] = []
    for part, kind in zip(page.parts, page.kinds, strict=True):
        found.extend(_with_edges(part, kind))
    return found


def _with_edges(part: Paragraph, kind: ZoneKind) -> list[Zone]:
    """VIENNA (Reuters) - Crimea's planned … · … on Friday. — Example News Agency"""
    if kind is not ZoneKind.BODY:
        return [Zone(kind, part.start, part.end)]
    label = LABEL.match(part.text)
    opening, closing = DATELINE.match(part.text) or label, signature(part.text)
    start, end = part.start, part.end if closing is None else part.start + closing.start()
    found = []
    if opening is not None and start + opening.end() < end:
        found.append(Zone(_edge(label), start, start + len(opening.group().rstrip())))
        start += opening.end()
    found.append(Zone(kind, start, end))
    if closing is not None:
        name = closing.start() + len(closing.group()) - len(closing.group().lstrip())
        found.append(Zone(ZoneKind.CREDIT_LINE, part.start + name, part.end))
    return found


def _edge(label: re.Match[str] | None) -> ZoneKind:
    return ZoneKind.FURNITURE if label else ZoneKind.DATELINE


def _credit_line(page: Page, number: int) -> ZoneKind | None:
    """With reporting by TASS, dpa, AFP, and Reuters"""
    part = page.parts[number]
    plain = part.text.lower().lstrip("([*_ ")
    if plain.startswith(CREDIT_OPENERS) and part.words <= 40:
        return ZoneKind.CREDIT_LINE
    if part.words <= 8 and _names_agencies(part.text, after_headline=page.seen(ZoneKind.HEADLINE, ZoneKind.BODY)):
        return ZoneKind.CREDIT_LINE
    return ZoneKind.CREDIT_LINE if re.search(r"contributed(?: to this (?:report|story|article))?\W*$", plain) else None


def _names_agencies(line: str, *, after_headline: bool) -> bool:
    """— Example News Agency · (AFP) · tk/msh (dpa, Reuters): a line of agencies' names and nothing else"""
    return after_headline and bool(agencies(line))


def _photo_credit(page: Page, number: int) -> ZoneKind | None:
    """Picture: iStock"""
    part = page.parts[number]
    short = part.words <= 14 and not part.running
    return ZoneKind.CAPTION if short and _is_photo_credit(part) else None


def _is_photo_credit(part: Paragraph) -> bool:
    return part.text.lower().lstrip("•*-–— (").startswith(PHOTO_CREDIT_OPENERS)


def _caption(page: Page, number: int) -> ZoneKind | None:
    """(left to right:) Ministers A and B attend … · any short paragraph right above a photo credit"""
    part, following = page.parts[number], page.part(number + 1)
    if DATELINE.match(part.text):
        return None
    if part.words <= 60 and any(mark in part.text.lower() for mark in CAPTION_MARKS) and not _quotes_someone(part):
        return ZoneKind.CAPTION
    if part.words <= 60 and PHOTO_TAIL.search(part.text) and not _quotes_someone(part):
        return ZoneKind.CAPTION
    if _under_the_picture(page, number):
        return ZoneKind.CAPTION
    above_credit = following is not None and following.words <= 14 and _is_photo_credit(following)
    return ZoneKind.CAPTION if above_credit and number > 0 and part.words <= 40 else None


def _under_the_picture(page: Page, number: int) -> bool:
    """One sentence between the page's dates and the paragraph that opens with a dateline."""
    part, following = page.parts[number], page.part(number + 1)
    opens = following is not None and DATELINE.match(following.text) is not None
    below_dates = number > 0 and page.kinds[-1] is ZoneKind.FURNITURE and not page.seen(ZoneKind.BODY)
    return opens and below_dates and part.words <= 30 and page.seen(ZoneKind.HEADLINE)


def _quotes_someone(part: Paragraph) -> bool:
    return bool(re.search(r"[\"“][^\"”]{25,}[\"”]", part.text))


def _furniture(page: Page, number: int) -> ZoneKind | None:
    """ADVERTISEMENT · 4 minute read · 22 hours ago · ALSO READ: Brace for bad weather"""
    part = page.parts[number]
    plain = part.text.lower().lstrip("•*-–— >|[(")
    if (plain.startswith(FURNITURE_OPENERS) and part.words <= 30) or BULLET_IMAGE.match(part.text):
        return ZoneKind.FURNITURE
    if is_pitch(part.text):
        return ZoneKind.FURNITURE
    if plain.strip(" :") in FURNITURE_LINES or (INITIALS.match(part.text) and page.seen(ZoneKind.BODY)):
        return ZoneKind.FURNITURE
    below_link = number > 0 and page.kinds[-1] is ZoneKind.FURNITURE and page.seen(ZoneKind.BODY)
    if below_link and part.running and not part.closed and part.words <= LINK_WORDS:
        return ZoneKind.FURNITURE  # under "Read more": My town lost its library. Then it lost the pool
    if DATE_LINE.match(part.text) or TIME_LINE.match(part.text) or not re.search(r"[^\W\d_]", part.text):
        return ZoneKind.FURNITURE
    return ZoneKind.FURNITURE if any(pitch in plain for pitch in OUTLET_PITCH) and not _late(page, number) else None


def _tail_note(page: Page, number: int) -> ZoneKind | None:
    """Our reporters work in 27 languages … (what follows the credit line, pitches near the end)"""
    behind = number >= TAIL_STARTS * len(page.parts)
    if behind and page.credited:
        return ZoneKind.TAIL_NOTE
    plain = page.parts[number].text.lower()
    pitch = any(pitch in plain for pitch in OUTLET_PITCH) or (
        plain.startswith(NOTICE_OPENERS) and page.parts[number].words <= 45
    )
    return ZoneKind.TAIL_NOTE if pitch and _late(page, number) else None


def _late(page: Page, number: int) -> bool:
    return page.seen(ZoneKind.BODY) and number >= len(page.parts) - 4


def _byline(page: Page, number: int) -> ZoneKind | None:
    """By Enkosi Selane · Thabo Mokone Parliamentary editor"""
    part = page.parts[number]
    if part.words > 14 or part.closed:
        return None
    above = page.seen(ZoneKind.HEADLINE) and not page.seen(ZoneKind.BODY)
    desk = DESK_LINE.search(part.text) is not None or part.words <= DESK_WORDS
    from_desk = above and desk and _has_agency(part.text)
    return ZoneKind.BYLINE if from_desk or BYLINE.match(part.text) or ROLE_LINE.search(part.text) else None


def _has_agency(line: str) -> bool:
    parts = re.split(r"\s*[|,/–—·]\s*|\s(?:and|with|for)\s", line)
    return any(part in CANONICAL or part in SHOUTED or is_agency(part) for part in parts)


def _prose(page: Page, number: int) -> ZoneKind | None:
    """A closed paragraph, or a long one that lost its stop, or one that the next continues in lower case."""
    part, following = page.parts[number], page.part(number + 1)
    goes_on = following is not None and following.text[0].islower() and part.words >= 8
    if part.running or goes_on or (part.closed and part.words >= 4) or part.words >= PROSE_WORDS:
        return ZoneKind.BODY
    return ZoneKind.BODY if part.text[0].islower() and part.closed else None


def _heading(page: Page, number: int) -> ZoneKind:
    """Whatever is left is short and unpunctuated: headline first, then standfirst, subheadings, links."""
    part = page.parts[number]
    if not page.seen(ZoneKind.HEADLINE, ZoneKind.BODY):
        return ZoneKind.HEADLINE if part.words >= 3 or number == 0 else ZoneKind.FURNITURE
    after_link = page.kinds[-1] is ZoneKind.FURNITURE
    return ZoneKind.FURNITURE if after_link or part.words > SUBHEADING_WORDS else ZoneKind.SUBHEADING


def _standfirst(page: Page, number: int) -> ZoneKind | None:
    """An unpunctuated sentence under the headline, before any running text."""
    part = page.parts[number]
    early = page.seen(ZoneKind.HEADLINE) and not page.seen(ZoneKind.BODY, ZoneKind.STANDFIRST)
    fits = STANDFIRST_WORDS <= part.words <= 40 and not part.closed and not part.running
    following = page.part(number + 1)
    goes_on = following is not None and following.text[0].islower()
    return ZoneKind.STANDFIRST if early and fits and not goes_on else None


Rule = Callable[[Page, int], ZoneKind | None]
RULES: tuple[Rule, ...] = (
    _credit_line,
    _photo_credit,
    _caption,
    _tail_note,
    _furniture,
    _byline,
    _standfirst,
    _prose,
    _heading,
)
