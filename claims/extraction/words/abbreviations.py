"""Abbreviations whose full stop ends no sentence before a capital letter."""

from __future__ import annotations

from claims.extraction.words import listed

ABBREVIATIONS = listed(
    """
    adm approx assn ave brig capt cmdr col cpl dept det dr est fig fr gen gov hon insp jan feb mar apr
    jun jul aug sep sept oct nov dec lt maj messrs mr mrs ms mt mx nos op pp prof pres pvt rep reps rev
    sen sens sgt sir st ste supt univ vs i.e e.g cf
    """
)
