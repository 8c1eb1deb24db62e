"""Nouns that tell a deed or an event, each with the participle that says the same as a verb."""

from __future__ import annotations

from claims.extraction.words import listed

# Somebody's deed, with the preposition that the verb does without: "Russia's support [for] separatists".
DEEDS = {
    "support": ("supported", "for"),
    "backing": ("backed", "for of"),
    "funding": ("funded", "for of"),
    "sponsorship": ("sponsored", "of"),
    "meddling": ("meddled", ""),
    "interference": ("interfered", ""),
    "involvement": ("been involved", ""),
    "annexation": ("annexed", "of"),
    "invasion": ("invaded", "of"),
    "occupation": ("occupied", "of"),
    "seizure": ("seized", "of"),
    "attack": ("attacked", "on against"),
    "assault": ("assaulted", "on"),
    "bombing": ("bombed", "of"),
    "shelling": ("shelled", "of"),
    "blockade": ("blockaded", "of"),
    "withdrawal": ("withdrawn", ""),
    "killing": ("killed", "of"),
    "murder": ("murdered", "of"),
    "poisoning": ("poisoned", "of"),
    "detention": ("detained", "of"),
    "arrest": ("arrested", "of"),
    "expulsion": ("expelled", "of"),
    "deportation": ("deported", "of"),
    "resignation": ("resigned", ""),
    "purchase": ("purchased", "of"),
    "acquisition": ("acquired", "of"),
    "sale": ("sold", "of"),
    "violation": ("violated", "of"),
    "release": ("released", "of"),
}
# What was done to the counted things after "of": "the exchange of 70 prisoners".
DONE_TO = {
    "exchange": "exchanged",
    "swap": "swapped",
    "release": "released",
    "arrest": "arrested",
    "detention": "detained",
    "killing": "killed",
    "murder": "murdered",
    "deportation": "deported",
    "expulsion": "expelled",
    "evacuation": "evacuated",
    "rescue": "rescued",
    "displacement": "displaced",
    "destruction": "destroyed",
    "execution": "executed",
    "kidnapping": "kidnapped",
    "abduction": "abducted",
    "sale": "sold",
    "purchase": "purchased",
    "seizure": "seized",
    "closure": "closed",
    "withdrawal": "withdrawn",
    "deployment": "deployed",
    "loss": "lost",
    "poisoning": "poisoned",
}
# They begin or end something on a day: "since the introduction of the tax in 2017".
BEGINNINGS = {
    "introduction": "introduced",
    "launch": "launched",
    "adoption": "adopted",
    "approval": "approved",
    "creation": "created",
    "abolition": "abolished",
    "legalisation": "legalised",
    "legalization": "legalized",
    "opening": "opened",
    "completion": "completed",
    "privatisation": "privatised",
    "privatization": "privatized",
    "imposition": "imposed",
    "suspension": "suspended",
    "cancellation": "cancelled",
    "publication": "published",
    "assassination": "assassinated",
    "dismissal": "dismissed",
    "appointment": "appointed",
}
# What is ordered, wanted or averted has not happened: "ordered the arrest of the president".
UNDONE = listed(
    """
    order demand seek want plan propose consider approve request urge fear prevent avoid avert stop block oppose deny
    threaten promise provide envisage foresee include authorise authorize allow discuss call require suggest recommend
    await expect
    """
)
STUDIES = listed("study survey poll analysis review trial")
# What somebody or something went through: "the death of 12 people", "the fall of the president".
WENT = {
    "death": "died",
    "fall": "fell",
    "collapse": "collapsed",
    "resignation": "resigned",
    "disappearance": "disappeared",
}
# Behind a comma these judge what was told before; they describe nobody: "…, a step toward peace".
REMARKS = listed(
    """
    meeting step sign move blow setback victory milestone reminder sequel result figure number development decision act
    gesture signal warning change turn day week month year drop rise fall increase time first most
    """
)
# What a figure went through, said by a noun: "a 4 percent drop, the sharpest fall since 2009".
CHANGES = listed("rise fall drop gain increase decrease decline jump loss surge slump growth pace")
ACTOR_ENTITIES = frozenset(("GPE", "ORG", "PERSON", "NORP"))
