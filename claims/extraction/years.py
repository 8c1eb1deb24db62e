"""Four digits that look like a year and count: "about 1900 properties", "1600 inhabitants", "employs 1700 welders"."""

from __future__ import annotations

import re

LIKE_A_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# How far back the word before the digits is looked for.
REACH = 24
# Behind any word these are counted; no year names them.
_COUNTED = (
    r"people|persons|inhabitants|residents|villagers|troops|soldiers|homes|houses|households|dwellings|properties|jobs"
    r"|workers|employees|staff|members|migrants|refugees|cases|patients|students|pupils|children|families|hectares|acres"
    r"|met(?:re|er)s|kilomet(?:re|er)s|miles|feet|tons|tonnes|litres|liters|euros|dollars|pounds|rupees|crowns|votes|beds"
    r"|times|animals|sheep|cattle|cows|birds"
)
COUNTED = re.compile(rf"\s(?:[a-z]+-[a-z]+\s)?(?:{_COUNTED})\b")
# "Since 2019 members have left": behind these a year is likelier, save before what power cuts and elections count.
DATING = re.compile(r"(?i)\b(?:since|in|by|until|during|before|after|late|early|year|through|till|mid)\s$")
COUNTED_ANYWHERE = re.compile(
    r"\s(?:homes|houses|households|properties|troops|soldiers|votes|migrants|met(?:re|er)s)\b"
)
# With one of these before the digits, any plural is counted …
BOUND = re.compile(
    r"(?i)\b(?:about|around|some|nearly|almost|roughly|approximately|over|than|least|up\sto|only|just|another|additional"
    r"|further|estimated|total\sof|half\sof|all)\s$"
)
# … and behind a verb whose object is counted more often than dated.
HAVING = re.compile(
    r"\b(?:ha[sd]|have|having|employ(?:s|ed|ing)?|own(?:s|ed)?|hous(?:es|ed|ing)|h[eo]lds?|built|sold|sells?|cut|hired?"
    r"|planted|destroyed|damaged|serv(?:es|ed|ing)|feeds?|fed|suppl(?:y|ies|ied)|lost|collected|counted|arrested"
    r"|evacuated|flooded|carr(?:y|ies|ied)|killed|injured|delivered|seized)\s$"
)
PLURAL = re.compile(r"\s(?!(?:is|was|has|as|its|this|does|and|or|to|in|of|at|by)\b)(?:[a-z]+\s)?(?P<noun>[a-z]+s)\b")
# What a year names: "2018 levels", "over 2019 sales".
DATED = re.compile(
    r"(?:level|figure|result|sale|earning|profit|election|game|riot|price|forecast|estimate|revenue|emission|model|accord"
    r"|talk|championship|final|flood|protest|attack|bombing|killing|murder|season|standard|value|rate|average|term|loss"
    r"|total|cost|budget|number|export|import|shooting|poll|primary|award|wildfire|fire|bond|rule|sanction)e?s"
    r"|primaries|losses|taxes|statistics|politics|olympics|proceeds|news|plus|thus|perhaps|always|besides|towards|afterwards"
)


def counts_things(text: str, start: int, end: int) -> bool:
    """Whether the four digits at text[start:end] count what stands behind them."""
    before, behind = text[max(0, start - REACH) : start], text[end : end + 2 * REACH]
    if COUNTED.match(behind):
        return not DATING.search(before) or bool(COUNTED_ANYWHERE.match(behind))
    noun = PLURAL.match(behind)
    counted = noun is not None and not DATED.fullmatch(noun["noun"])
    return counted and bool(BOUND.search(before) or HAVING.search(before))
