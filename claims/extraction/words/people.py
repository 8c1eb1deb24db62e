"""Words for people, and what pronouns say of them."""

from __future__ import annotations

from claims.extraction.words import listed

PERSON_PRONOUNS = frozenset(["he", "she", "him", "her", "his", "hers"])
THING_PRONOUNS = frozenset(["it", "its"])
GROUP_PRONOUNS = frozenset(["they", "them", "their", "theirs"])
FEMALE = frozenset(["she", "her", "hers"])
MALE = frozenset(["he", "him", "his"])
HUMAN_NOUNS = listed(
    """
    man woman boy girl prince princess king queen president minister spokesman spokeswoman spokesperson
    commissioner senator congressman congresswoman lawyer judge leader chief director officer teacher
    driver player mayor governor author professor doctor prime-minister chairman chairwoman suspect
    victim mother father son daughter brother sister wife husband uncle aunt widow widower neighbour neighbor
    """
)
# Many people under one noun: "they" who say, know or are freed are one of these.
HUMAN_GROUPS = listed(
    """
    people men women boys girls children police officers officials ministers lawyers judges leaders teachers drivers
    players mayors authors doctors suspects victims residents workers soldiers troops protesters demonstrators voters
    students pupils parents families siblings brothers sisters couple staff employees unions members inspectors
    passengers patients prisoners migrants refugees rebels farmers fans activists journalists researchers scientists
    volunteers participants engineers detectives prosecutors analysts union company government team group council
    """
)
FEMALE_MARKS = listed(
    """
    mrs ms miss woman girl princess queen spokeswoman congresswoman chairwoman mother daughter wife
    sister
    """
)
MALE_MARKS = listed(
    """
    mr man boy prince king spokesman congressman chairman father son husband brother
    """
)
# Done to suspects and prisoners, not by or to the police who told of it.
DONE_TO_SUSPECTS = listed(
    """
    remand arrest detain charge free release jail sentence convict acquit fine book hold bail handcuff extradite
    deport interrogate question
    """
)
AUTHORITIES = listed(
    "police officers detectives prosecutors investigators authorities officials troops soldiers judges"
)
# Right before a name they make it a person's.
OFFICES = listed(
    """
    spokesman spokeswoman spokesperson minister president magistrate judge prosecutor lawyer attorney chairman
    chairwoman captain director governor mayor senator superintendent inspector detective sergeant constable
    colonel general major lieutenant professor researcher analyst economist manager coach striker midfielder
    defender goalkeeper author mr mrs ms dr sir sen gov rep gen col sgt capt lt prof rev residents resident
    survivor witness teacher farmer secretary commissioner ambassador envoy councillor sheriff coroner chief
    leader founder strategist
    """
)
# In headlines and tabloids glued to the name: "Sprinter Dacosta loses appeal". None of them is a given name.
TRADES = listed(
    """
    sprinter swimmer boxer cyclist skier golfer jockey rower wrestler gymnast striker midfielder winger goalkeeper
    defender skipper playmaker singer rapper actor actress comedian presenter novelist filmmaker photographer
    billionaire millionaire tycoon businessman businesswoman entrepreneur banker trader developer landlord plumber
    electrician builder nurse teacher pensioner widow widower pupil student schoolboy schoolgirl teenager fraudster
    conman killer rapist gangster drugdealer dealer hacker defendant suspect convict inmate ex-soldier soldier pilot
    astronaut activist campaigner lawmaker politician councillor councilwoman councilman mum mother dad father gran
    grandmother grandfather grandad retired veteran sacked ousted jailed former
    """
)
