"""Words of summing up and of rhetoric: what they say of somebody nobody can look up. Lemmas but for the figures."""

from __future__ import annotations

import re

from claims.extraction.words import listed

# A mood, a quarrel, a prospect: without a figure or a day, what such a thing "does" is the writer's summing up.
MOODS = listed(
    """
    mood atmosphere temper emotion spirit nerve hope fear question doubt speculation anger frustration unease anxiety
    disquiet resentment suspicion wait honeymoon gamble patience consolation stake optimism pessimism goodwill
    excitement enthusiasm euphoria gloom despair disbelief relief opinion rumour rumor uncertainty confidence morale
    """
)
# Of the scandal, the row, the vote: how long it will be spoken of, what it "leaves" or "casts".
AFFAIRS = listed("affair row scandal controversy saga debacle fiasco fallout furore debate spat dispute episode storm")
# What a decision "stirs"; protests and strikes can be counted, these cannot.
STIRS = listed(
    "stir spark ignite provoke prompt reignite rekindle fuel raise draw cause trigger unleash arouse renew revive"
)
STIRRED = listed(
    """
    debate anger outrage fury controversy speculation question eyebrow concern fear alarm outcry backlash hope passion
    consternation dismay unease emotion indignation resentment hackle suspicion interest discussion soul-searching
    """
)
# Met with, greeted with: how people felt.
FELT = listed(
    """
    relief dismay anger scepticism skepticism disbelief joy fury shock derision enthusiasm indifference suspicion
    delight horror consternation outrage disappointment mockery ridicule jubilation caution bewilderment
    """
)
# How somebody is minded, behind "be", "seem", "feel".
MINDED = listed(
    """
    convinced unconvinced impressed unimpressed sceptical skeptical wary adamant unmoved defiant upbeat jubilant
    sombre somber glum gloomy bullish bearish cautious resigned relieved bitter furious livid angry dismayed baffled
    bewildered undeterred unfazed unrepentant dismissive scathing indignant incensed outraged overjoyed elated weary
    nervous hesitant reluctant competent incompetent prepared willing unwilling alone
    """
)
PARTED = listed("divide divided split tear torn")
# "Not everyone", "few": whom they leave out nobody can count.
VAGUE_CROWDS = listed("everyone everybody few many some nobody none locals others people critics observers")
THINKS = listed("believe think expect doubt feel fear hope trust like love know agree buy fancy")
# Nobody they are: in speech, what such a subject does is rhetoric.
ABSTRACT = listed(
    """
    democracy freedom justice truth history love evil humanity god world destiny hatred solidarity decency dignity
    fate peace reason courage
    """
)
# In speech these are not taken or sold for real.
LOFTY = listed(
    """
    future soul dignity hope dream heart nation trust honour honor past conscience voice faith courage innocence
    childhood destiny hand eye
    """
)
# What one does with one's night or with oneself: of interest to nobody who checks.
PRIVATE = listed(
    "sleep cry weep dream pray sit wake smile laugh shake tremble hug kiss wait remember forget miss feel love"
)
KIN = listed("father mother husband wife son daughter brother sister parent family grandfather grandmother uncle aunt")
# Whom they mean nobody can say.
ANYBODY = listed("anyone anybody whoever whomever")
# Called so by somebody: "denounced a masquerade", "slammed it as a sham".
SCORNS = listed("denounce slam blast decry lambast lambaste deplore deride scorn mock bemoan lament ridicule")
# Would do what is decided anyway.
COMPLIES = listed("respect accept abide honour honor strive endeavour cooperate")
OUTCOMES = listed("outcome result verdict decision ruling judgment judgement wish will rule law choice process")
FOREGONE = listed("bound likely unlikely destined doomed certain")

_IDIOMS = r"""
clos(?:es?|ed|ing) ranks(?! with)
(?:time|clock) is (?:running out|ticking)
pressure (?:on [\w\s-]{1,30} )?(?:is|was|has been) (?:mounting|growing|building)
overshadow(?:s|ed|ing)?
nothing is the same
cling(?:s|ing)? on|clung on
(?:at|reached) a crossroads
uphill (?:battle|struggle|task|fight)
(?:w[oi]n|wins|bought|buys?) (?:\w+self )?(?:an afternoon|an hour|a breather|a respite|a reprieve|(?:some )?time)\b
(?:given?|gave|gives|giving|hand(?:s|ed|ing)?) [\w'’ -]{0,40}?(?:a handle|ammunition|a stick|food for thought|a boost)
(?:given?|gave|gives|giving|hand(?:s|ed|ing)?) [\w'’ -]{0,40}?(?:pause for thought|a headache|the jitters|a lifeline)
(?:long|dark|heavy) shadow
cast(?:s|ing)? (?:a )?(?:shadow|doubt|pall)
old wounds
(?:put|shines?|shone|turn(?:ed|s)?|throws?|threw) (?:a |the )?(?:harsh )?(?:spotlight|light) (?:back )?on
knives are out
stakes (?:could|are|were)
bitter pill
(?:a|another|fresh|major|heavy|serious|severe) (?:bitter )?(?:blow|setback|slap) (?:for|to)
ball is (?:now )?in
all eyes (?:are|were|will)
writing (?:is|was) on the wall
jury is (?:still )?out
(?:smells?|smelt|smelled) blood
room for man(?:oe|eu)uv(?:re|er)
by a thread
habits die
under fire (?:from all|from both|over|for)
hit(?:s|ting)? (?:back|out) at
scrambling for
(?:come|comes|came|coming) to terms with
remains? to be seen
damage is done
fear(?:s|ed)? the worst
no signs? of (?:going away|abating|easing|ending|letting up|slowing|stopping|fading)
little (?:consolation|comfort|solace|sympathy|appetite)
(?:crumb of|scant|cold) comfort
tightrope|powder keg|tinderbox|house of cards|perfect storm|game[ -]changer|own goal|hot potato
elephant in the room|can of worms|last straw
tip(?:ped|s)? the (?:balance|scales)
turn(?:ed|ing)? (?:of )?the (?:tide|tables?)
water under the bridge|walking on eggshells
sold (?:\w+ )?down the river
blood on (?:\w+ )?hands
emperor has no
scape-?goats?|witch[ -]?hunts?|big fish|smokescreen|window[ -]dressing
(?:fight|fought|fighting) for (?:its|his|her|their) (?:political )(?:life|lives|survival)
knife[ -]edge
back to square one
lick(?:s|ed|ing)? (?:its|their|his|her) wounds
to(?:e|ed|eing) the line
pass(?:ed|es|ing)? the buck
rub(?:bed|s)? salt
dr(?:aw|awn|ew|awing) a line under
swe(?:ep|pt|eping) (?:\w+ )?under the (?:carpet|rug)
breath(?:ed|e|es|ing) (?:a sigh|new life|down)
h(?:eld|old|olds|olding) (?:its|their|his|her) breath
(?:long|rocky|bumpy) road ahead
light at the end
(?:won['’]?t|will not|not) (?:soon )?be (?:soon )?forgotten
end of an era
count(?:s|ed|ing)? the cost
by (?:the )?standards of|by \w+ standards
dust (?:has |had )?settle[sd]?
cracks (?:are|were|have) (?:showing|appearing|emerg\w+|begun|started)
t(?:ake|akes|aken|aking|ook) (?:its|their|a(?: heavy)?) toll
"""
FIGURES_OF_SPEECH = re.compile(rf"(?i)\b(?:{'|'.join(_IDIOMS.split(chr(10))[1:-1])})\b")
