"""Whether a date lies ahead though no "will" says so: "expires on December 31", "a meeting for Friday", "until May"."""

from __future__ import annotations

import re

from claims.extraction.tree import Sentence, Token, finite
from claims.extraction.words import listed

# In the present tense with a date these speak of a timetable.
TIMETABLE = listed(
    """
    expire begin start open reopen meet end close run resume finish conclude launch convene kick depart arrive return
    lapse last mature retire face vote host play
    """
)
# take effect, come into force, go to the polls
TIMETABLED_PHRASES = (("take", "effect"), ("take", "place"), ("come", "into"), ("go", "to"), ("enter", "into"))
EXPECTING = listed("expect plan hope aim intend forecast predict project anticipate schedule")
# Set for a day, or lasting to it: "adjourned until Friday" looks ahead in any tense.
SETTING = listed(
    """
    remand adjourn postpone delay suspend extend defer ban bar close cancel bail schedule set call plan fix summon
    reschedule convene slate book arrange order agree invite
    """
)
SET_NOUNS = listed(
    """
    meeting talks election elections vote summit hearing strike congress session trial rally referendum protest protests
    conference ceremony funeral march debate deadline poll polls appointment launch test flight
    """
)
# What came before is over: "plans a levee after the flood in March", "expects to lose the case lost in May".
OVER = listed("after since following over from despite about")
AHEAD_OF = re.compile(r"(?i)\b(?P<word>until|till|through|by|before|for|in|on)\s(?:early\s|late\s|mid-)?$")


def lies_ahead(sentence: Sentence, day: Token) -> bool:
    """Whether the words that govern a date put it after publication."""
    match = AHEAD_OF.search(sentence.text[max(sentence.start, day.start - 14) : day.start])
    word = match["word"].lower() if match else ""
    token = day
    while True:
        if word == "for" and token.lower in SET_NOUNS:
            return True
        if token.is_verb and _governs_ahead(sentence, token, word):
            return True
        if token.head == token.i or _settled(sentence, token):
            return False
        token = sentence.head(token)


def _settled(sentence: Sentence, token: Token) -> bool:
    """Whether no word above can change the time: a finite verb, a participle, what came before."""
    if token.is_verb:
        return finite(sentence, token) or (token.tag in ("VBN", "VBD") and not sentence.kids(token, "aux", "auxpass"))
    begins = token.lower == "from" and sentence.head(token).is_verb  # expects rain to bring relief from Sunday
    return token.label in ("prep", "mark") and token.lower in OVER and not begins


def _governs_ahead(sentence: Sentence, verb: Token, word: str) -> bool:
    present = verb.tag in ("VBZ", "VBP") and not sentence.kid(verb, "aux", "auxpass")
    to = next((kid for kid in sentence.kids(verb, "aux") if kid.tag == "TO"), None)
    if to is not None and sentence.head(verb).lemma == "prepare":
        return True  # came as envoys prepared to meet on Wednesday
    if to is not None and sentence.head(verb).lemma == "be" and sentence.head(verb).tag in ("VBZ", "VBP"):
        return True  # is to shut in June
    if present and (verb.lemma in EXPECTING or verb.lemma in TIMETABLE):
        return True
    beside = {kid.lower for kid in sentence.kids(verb, "dobj", "prep", "prt", "acomp")}
    if present and any(verb.lemma == first and second in beside for first, second in TIMETABLED_PHRASES):
        return True
    if word in ("until", "till", "through", "for") and verb.lemma in SETTING:
        return True
    return word in ("until", "till", "through") and present
