"""Nouns that tell an event or a deed."""

from __future__ import annotations

from claims.extraction.words import listed

# Somebody's deed: "Russia's support for separatists", "its annexation of Crimea".
DEEDS = listed(
    """
    support backing meddling interference involvement annexation invasion occupation seizure attack assault bombing
    shelling blockade withdrawal refusal failure killing murder poisoning assassination detention imprisonment arrest
    conviction expulsion deportation resignation dismissal purchase acquisition sale sponsorship funding violation
    exchange swap release
    """
)
# What happened to somebody or something: "the fall of the president", "the death of 12 people".
HAPPENINGS = listed(
    """
    exchange swap death killing murder fall ouster overthrow resignation arrest collapse destruction loss closure
    release execution kidnapping abduction disappearance deportation displacement evacuation injury assassination
    election defeat rescue
    """
)
ACTOR_ENTITIES = frozenset(("GPE", "ORG", "PERSON", "NORP"))
