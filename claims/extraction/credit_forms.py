"""The forms in which running text names an agency or outlet as its origin: "told X", "X reported", "data from X"."""

from __future__ import annotations

import re

from claims.extraction.origins import AGENCY, KNOWN, OUTLETLIKE
from claims.extraction.words.outlets import OUTLET_NOUNS

NOUN = "|".join(re.escape(noun) for noun in sorted(OUTLET_NOUNS, key=len, reverse=True))
# The small words inside names: La Voz del Norte, Diario de Lorn, Süd und Nord.
PARTICLE = (
    r"(?:of|the|and|de|la|le|les|el|du|des|di|da|do|dos|das|del|dello|della|delle|degli|dei|van|von|der|den|und|et|y|e|i"
    r"|för|og)"
)
_PART = r"[A-ZÀ-Þ][\w&.’'-]*"
NAME = rf"{_PART}(?:\s(?:{PARTICLE}\s){{1,2}}{_PART}|\s{_PART}){{0,4}}"
SAID = r"reported|reports|said|says|quoted|cited|wrote|writes|claimed|revealed|published|added|noted"
# What may stand between "told" and the name: the · Russia's · state television channel · the Kyiv-based.
BETWEEN = (
    r"(?:(?:the|a|an|[A-Z]\w+['’]s|state|official|local|national|private|regional|independent|daily|online|news|newspaper|agency"
    r"|television|TV|channel|broadcaster|magazine|website|portal|radio|station|network|outlet|state-(?:run|owned|controlled)"
    r"|[A-Z]\w+-based|[A-Z]\w+(?:an|ish|ese|ch))\s)*"
)
# The data may come from an agency too; of the nouns before a name these make an outlet of any name.
TOLD = (
    r"(?i:\b(?:told|tells|telling|informed|according\sto|citing|speaking\s(?:to|on)|spoke\sto|statements?\sto|comments?\sto"
    r"|(?:interviews?|conversations?|calls?)\s(?:with|on|in)|interviewed\sby|(?:reported|quoted|cited|carried|published|obtained|seen|broadcast)\s(?:by|in|on)"
    r"|(?:data|figures|estimates|reports?|information|footage|tally|count)\s(?:from|by|compiled\sby|collected\sby|provided\sby))\s)"
)
PUBLISHER = (
    r"(?:daily|weekly|(?:trade\s)?publication|newspaper|paper|tabloid|broadcaster|station|channel|(?:news|TV|television|radio)\snetwork|(?:news\s)?outlet"
    r"|(?:news\s)?(?:website|site|portal)|magazine|newswire|(?:news|press)\sagency|(?:news|wire|pricing|price-reporting|price\sreporting)\s(?:service|agency))"
)
AFTER_NAME = (
    r"\s(?:that|in|on|he|she|it|they|the|a|his|her|there|this|at|after|before|by|as|and|but|when|while|last|from|show|shows|showed|said)\b"
    r"|[,.;:]"
)
# "the daily Sevenik wrote in an editorial" tells what it thinks
OPINED = r"(?!\sin\san?\s(?:editorial|comment|commentary|leader|column|op-ed))"
_ALSO = r"(?:\s\([A-Z]{2,8}\))?(?:\s(?:also|has|had|first|later|previously|earlier))?"
IN_TEXT = tuple(
    re.compile(pattern)
    for pattern in (
        # Parly told TASS that …; according to AFP; told CNN and the New York Times
        rf"{TOLD}{BETWEEN}(?P<name>{KNOWN})\b(?!['’]s\s)(?:,?\sand\s{BETWEEN}(?P<other>{KNOWN})\b)?",
        # Reuters reported; Interfax news agency quoted …
        rf"\b(?P<name>{KNOWN})(?:\s(?:{NOUN}|agency))?{_ALSO}\s(?:{SAID})\b",
        # the RIA news agency; newspaper Dagens Nyheter
        rf"\b(?P<name>{KNOWN})\s(?:{NOUN})\b",
        rf"\b(?:{NOUN})\s(?P<name>{KNOWN})\b",
        # an AFP correspondent saw · a Reuters tally
        rf"\b[Aa]n?\s(?P<name>{KNOWN})\s(?:tally|count|poll|correspondent|journalist|reporter|photographer|investigation)\b",
        # described the findings to the BBC as sobering
        rf"\b(?:described|confirmed|explained|admitted|wrote|complained|insisted|recounted)\s[^.;\"“]{{0,40}}?\bto\s(?:the\s)?(?P<name>{KNOWN})\b(?!['’]s\s)",
        # said on its al-Hadith channel
        rf"\b(?:said|says|aired|shown|broadcast|announced|reported)\son\s(?:its|the|their)\s(?:own\s)?(?P<name>(?:al-|el-)?{NAME})\s(?:television|TV|channel|radio|network)\b",
        # told Sky News Australia
        rf"{TOLD}(?:[Tt]he\s)?(?P<name>{OUTLETLIKE})(?={AFTER_NAME})",
        # an interview with the private weekly Nordblatt · data from pricing service Oilwatch
        rf"{TOLD}{BETWEEN}{PUBLISHER}\s(?P<name>{NAME})",
        # told Nordlys radio · citing the Hadashot daily
        rf"{TOLD}{BETWEEN}(?P<name>{NAME})\s(?:newspaper|daily|weekly|magazine|radio|TV|television|broadcaster|portal|website|channel)\b(?!\s[A-Z])",
        # the Lindholt Courier reported · the Seraya News Agency said · the News Bureau of Lorn (NBL) reports
        rf"\b(?P<name>{OUTLETLIKE}){_ALSO}\s(?:reported|reports|quoted|cited)\b",
        rf"\b(?P<name>{AGENCY}){_ALSO}\s(?:{SAID})\b",
        # the daily Sevenik reported
        rf"\b(?:daily|weekly)\s(?P<name>{NAME}){_ALSO}\s(?:reported|reports|quoted|cited|said|wrote)\b{OPINED}",
        # state-run Telpress news agency · Norland's Telpress news agency
        rf"(?:\b[A-Z]\w+['’]s|\b[Ss]tate(?:-run|-owned|-controlled)?|\b[Oo]fficial)\s(?P<name>{NAME})\snews\sagency\b",
        # broadcaster Radio Okapi; the Hadashot newspaper: any capitalised name beside the noun
        rf"\b(?:newspaper|tabloid|broadcaster|news\sagency|news\ssite|news\swebsite|magazine)\s(?P<name>{NAME}(?:\s\d{{1,2}}\b)?)",
        rf"\b(?:[Tt]he\s)(?P<name>{NAME})\s(?:newspaper|tabloid|broadcaster|news\sagency|news\ssite|news\swebsite)\b(?!\s[A-Z])",
    )
)
# The Press Bureau of Lorn (PBL): further on, the initials are the same body.
INTRODUCED = re.compile(rf"\b(?P<name>{AGENCY}|{OUTLETLIKE})\s\((?P<initials>[A-Z]{{2,8}})\)")
