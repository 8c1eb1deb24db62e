"""Past tenses: a statement that hangs on another as a participle ("before easing to 44") is worded with a verb."""

from __future__ import annotations

_FORMS = """
be was, beat beat, become became, begin began, bet bet, bid bid, bind bound, bite bit, blow blew,
break broke, bring brought, broadcast broadcast, build built, burst burst, buy bought, cast cast,
catch caught, choose chose, come came, cost cost, cut cut, deal dealt, dig dug, do did, draw drew,
drink drank, drive drove, eat ate, fall fell, feed fed, feel felt, fight fought, find found, flee
fled, fly flew, forbid forbade, forecast forecast, forget forgot, freeze froze, get got, give gave,
go went, grow grew, hang hung, have had, hear heard, hide hid, hit hit, hold held, hurt hurt, keep
kept, know knew, lay laid, lead led, leave left, lend lent, let let, lie lay, light lit, lose lost,
make made, mean meant, meet met, mistake mistook, overcome overcame, overtake overtook, overthrow
overthrew, pay paid, put put, quit quit, read read, rebuild rebuilt, ride rode, ring rang, rise
rose, run ran, say said, see saw, seek sought, sell sold, send sent, set set, shake shook, shed
shed, shine shone, shoot shot, show showed, shrink shrank, shut shut, sing sang, sink sank, sit sat,
sleep slept, slide slid, speak spoke, spend spent, spin spun, split split, spread spread, stand
stood, steal stole, stick stuck, strike struck, swear swore, sweep swept, swim swam, swing swung,
take took, teach taught, tear tore, tell told, think thought, throw threw, undergo underwent,
understand understood, undertake undertook, upset upset, wear wore, win won, withdraw withdrew,
write wrote
"""
IRREGULAR = dict(pair.split() for pair in _FORMS.replace("\n", " ").split(","))
# They double their last letter although they have more than one syllable.
DOUBLING = ("mit", "fer", "cur", "bel", "vel", "cel", "nel", "trol", "gin", "pel", "tal", "ppel")
VOWELS = "aeiou"


def past(lemma: str) -> str:
    """ease → eased, carry → carried, admit → admitted, win → won"""
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return f"{lemma[:-1]}ied"
    return f"{lemma}{lemma[-1]}ed" if _doubles(lemma) else f"{lemma}ed"


def _doubles(lemma: str) -> bool:
    """stop → stopped, admit → admitted; not "visit", "open", "show", "fix\""""
    if len(lemma) < 3 or lemma[-1] in VOWELS + "wxy" or lemma[-2] not in VOWELS or lemma[-3] in VOWELS:
        return False
    short = sum(sign in VOWELS for sign in lemma) == 1
    return short or lemma.endswith(DOUBLING)
