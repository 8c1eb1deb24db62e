"""The hand-made cues of check-worthiness: what each one looks for and how an editor is told of it.

A word list makes a cue fire when any of its words occurs; the other cues are counted in `signals.py`.
The lists are ours; whether a cue raises or lowers a score, and by how much, is learnt (see README.md).
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Cue(NamedTuple):
    """One cue: `reason` is what a person reads when it weighs in a score, for or against; "" is not told.

    Cues that share a reason are told together, by the sum of their weights.
    """

    name: str
    reason: str
    words: str = ""


WORD_CUES: Final = (
    Cue("number word", "states figures", """
        two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
        ninety half third quarter dozen twice"""),
    Cue("large number", "states figures",
        "hundred hundreds thousand thousands million millions billion billions trillion trillions"),
    Cue("percentage", "gives a share", "% percent percentage"),
    Cue("money", "gives a sum of money", "$ £ € dollar dollars pound pounds euro euros"),
    Cue("month", "names a month",
        "january february march april june july august september october november december"),
    Cue("past verb", "tells what happened", """
        was were had did went came got made took gave said told voted cut lost won left brought
        built spent began became fell rose grew knew paid ran saw sent sold stood wrote broke
        chose held kept led met received signed opposed supported increased decreased doubled
        created passed killed invaded raised vetoed shot bought caught drew drove fought found
        hired fired seized sank shut slashed stole struck swore taught withdrew"""),
    Cue("first person", "speaks in the first person", """
        i me my mine myself we us our ours ourselves let's i'm i've i'll i'd we're we've we'll
        we'd"""),
    Cue("second person", "addresses somebody", "you your yours you're you've you'll you'd"),
    Cue("opinion", "voices an opinion or a feeling",
        "think believe feel guess suppose love like agree disagree sure hope"),
    Cue("wish", "voices a wish, an appeal or a demand", "want wish let please need should must ought let's"),
    Cue("maybe", "says what might be", "would could might may perhaps maybe if"),
    Cue("future", "speaks of the future", """
        will shall won't going gonna i'll we'll you'll he'll she'll they'll it'll tomorrow plan
        plans promise pledge"""),
    Cue("comparison", "compares quantities", """
        more less fewer higher lower bigger smaller larger better worse than double doubled
        tripled half rate average"""),
    Cue("record", "claims a first, a most or a least",
        "first last most least highest lowest biggest largest greatest worst best record only ever"),
    Cue("negation", "denies something", """
        not no never none nothing nobody don't didn't doesn't isn't wasn't aren't weren't won't
        can't couldn't wouldn't haven't hasn't hadn't"""),
    Cue("perfect", "says what has been", "has have had been having"),
    Cue("attribution", "reports what somebody said",
        "said says told reported according announced claimed accused denied"),
    Cue("public matter", "concerns what public statistics or records cover", """
        tax taxes deficit debt budget jobs unemployment economy inflation trade oil energy
        medicare security insurance wages income spending troops nuclear weapons crime rate
        prices exports imports casualties prisoners refugees"""),
    Cue("vote or law", "concerns a vote, a law or a ruling", """
        bill bills vote votes voted voting law laws legislation senate congress court parliament
        treaty sanctions agreement veto amendment"""),
    Cue("absolute", "speaks of all, every or never", "every all always never each any nobody everybody everyone"),
    Cue("time span", "says since when or how long", "since until ago year years months weeks decade decades century"),
    Cue("cause", "states a cause", "because caused due led result resulted cause causes thanks"),
    Cue("question word", "asks a question", "what why how where who which whose"),
    Cue("infinitive", "", "to"),
)  # fmt: skip

COUNTED_CUES: Final = (
    Cue("figure", "states figures"),
    Cue("figures", "states figures"),
    Cue("year", "gives a year"),
    Cue("name", "names persons, bodies or places"),
    Cue("names", "names persons, bodies or places"),
    Cue("ed verb", "tells what happened"),
    Cue("past acts", "tells what happened"),
    Cue("question", "asks a question"),
    Cue("exclamation", "exclaims"),
    Cue("quotation", "quotes somebody"),
    Cue("opens with I", "speaks in the first person"),
    Cue("opens with a link", ""),
    Cue("opens with a pronoun", "opens with a pronoun, so it leans on what stands before"),
    Cue("opens with a name", "names persons, bodies or places"),
    Cue("figure and past", "states figures"),
    Cue("figure and future", "speaks of the future"),
    Cue("I and future", "speaks of the future"),
    Cue("I and opinion", "voices an opinion or a feeling"),
    Cue("past without I", "tells what happened"),
    Cue("name and past", "tells what happened"),
    Cue("long words", ""),
    Cue("at most 3 words", "is short"),
    Cue("4 to 6 words", "is short"),
    Cue("7 to 10 words", "is short"),
    Cue("11 to 15 words", ""),
    Cue("16 to 21 words", ""),
    Cue("22 to 29 words", ""),
    Cue("30 to 44 words", ""),
    Cue("45 words or more", ""),
)

CUES: Final = WORD_CUES + COUNTED_CUES
NUMBER_OF: Final = {cue.name: number for number, cue in enumerate(CUES)}
LINKS: Final = frozenset(["and", "but", "so", "well", "now", "because", "then", "or"])
PRONOUNS: Final = frozenset(["he", "she", "they", "it", "this", "that", "these", "those", "there"])


def _bits() -> dict[str, int]:
    bits: dict[str, int] = {}
    for number, cue in enumerate(WORD_CUES):
        for word in cue.words.split():
            bits[word] = bits.get(word, 0) | 1 << number
    return bits


BITS_OF: Final = _bits()
"""Word to the set of word cues it belongs to, as a bit mask: one look-up per word keeps scoring fast."""


def bit(name: str) -> int:
    """The mask of one word cue."""
    return 1 << NUMBER_OF[name]
