"""Who asserts a claim: only what the text attributes, never a person named nearby."""

from __future__ import annotations

import pytest

from tests.claims.extraction.reading import claim_with, claims

ATTRIBUTED = {
    "said": ("Police chief Maria Ortega said 12 officers died in May.", "12 officers", "Maria Ortega", None),
    "saying at the end": (
        "Twelve officers died in May, the health ministry said.",
        "Twelve",
        "the health ministry",
        None,
    ),
    "according to": ("Twelve officers died in May, according to the mayor.", "Twelve", "the mayor", None),
    "as told": ("As Maria Ortega told Reuters, 12 officers died in May.", "12 officers", "Maria Ortega", None),
    "direct speech": (
        '"The company paid 3 million euros in bribes," Tom Berg told reporters.',
        "3 million",
        "Tom Berg",
        None,
    ),
    "a verb taken for a noun": ("Nearly three billion animals were killed, WWF estimates.", "billion", "WWF", None),
    "a second content": (
        'The minister, Ana Torv, conceded that the talks "began too late" and that 90 families would have to move.',
        "90 families",
        "Ana Torv",
        None,
    ),
    "although inside what is said": (
        "Amund said although frogs and glaciers have each been described before, nobody had walked to the same ponds.",
        "Frogs",
        "Amund",
        None,
    ),
    "where they sit": ("Authorities in Pell said that 12 men had been charged.", "12 men", "Authorities in Pell", None),
    "behind a part of what was said": (
        "The Audit Office made four demands, three of which the port has accepted, the report said.",
        "made four demands",
        "the report",
        None,
    ),
    "according to, in the second half": (
        "The war has killed 9,000 people and displaced 3 million, according to the United Nations, and a flood came.",
        "9,000 people",
        "the United Nations",
        None,
    ),
    "a paper named before": (
        "The findings of newspaper Norden Sanomat are new. The paper claimed that 46,000 tonnes had passed.",
        "46,000",
        "Norden Sanomat",
        None,
    ),
    "said and conceded": (
        "Robledo said that inspectors would visit the mills before March, and conceded that 40 of them had been cut.",
        "40",
        "Robledo",
        None,
    ),
    "asked": (
        "Jan Rathke also asked the governments of the region not to turn away 40 boats.",
        "40 boats",
        "Jan Rathke",
        None,
    ),
    "relayed": (
        "Putin said that 70 prisoners had come home, according to the Kremlin.",
        "70 prisoners",
        "Putin",
        "the Kremlin",
    ),
    "an accusation": (
        "Amnesty International accused the army of shelling a hospital in Aleppo.",
        "hospital",
        "Amnesty International",
        None,
    ),
    "the noun before who": ("The camp belongs to rebels who say they have 300 tanks.", "300 tanks", "rebels", None),
    "data from an office": (
        "Data from the statistics office showed that exports fell by 2.1 percent.",
        "2.1 percent",
        "the statistics office",
        None,
    ),
    "a report by an auditor": (
        "According to a report by the auditor general, the bridge cost 200 million dollars.",
        "200 million",
        "the auditor general",
        None,
    ),
    "a body's own data": ("According to WHO data, 400 people died of the fever in 2018.", "400 people", "WHO", None),
    "researchers at a place": (
        "A study by researchers at Oslo University found that 14 percent of the glaciers had gone.",
        "14 percent",
        "researchers at Oslo University",
        None,
    ),
    "told a conference that": (
        "Police chief Ivo Marin told a press conference that 14 men had confessed.",
        "14 men",
        "Ivo Marin",
        None,
    ),
    "claimed to have done": (
        "The rebels claimed to have downed three helicopters near Tamar.",
        "three helicopters",
        "The rebels",
        None,
    ),
    "put at, far behind": (
        "A report released in May by Safe Hamlets, a charity, put the number of people killed in 2018 at 1,048.",
        "1,048",
        "Safe Hamlets",
        None,
    ),
    "a name behind a noun": (
        "Forty people were hurt, according to the charity Safe Hamlets.",
        "Forty",
        "Safe Hamlets",
        None,
    ),
    "a newspaper by name": (
        "Forty people were hurt, the newspaper Nordlys Tidende reported.",
        "Forty",
        "Nordlys Tidende",
        None,
    ),
    "its own reckoning": (
        "By its own reckoning, the party won 53 percent of the vote.",
        "53 percent",
        "the party",
        None,
    ),
    "the ministry's own count": ("By the ministry's own count, 40 people died.", "40 people", "the ministry", None),
    "his own admission": ("By his own admission, Karl Lund took 40,000 euros.", "40,000", "Karl Lund", None),
    "in the view of": ("In the view of the union, 40 jobs are at risk.", "40 jobs", "the union", None),
    "considered that": (
        "The head of the Lorn mission, Isabel Berg, considered that the ballot had been fair in 40 towns.",
        "40 towns",
        "Isabel Berg",
        None,
    ),
    "reckon": ("Charities reckon 40 percent of cases are never reported.", "40 percent", "Charities", None),
    "spoke of": ("The bishops' conference spoke of 40 dead in Tamar.", "40 dead", "The bishops' conference", None),
    "called it so": (
        "Lorn's Defence Ministry called the attack in Tamar the deadliest since the truce began in 2018.",
        "deadliest",
        "Lorn's Defence Ministry",
        None,
    ),
    "a newspaper named before": (
        "The newspaper Nordlys Tidende counted 12 boats. The paper said 40 men were aboard.",
        "40 men",
        "Nordlys Tidende",
        None,
    ),
    "claimed victory": ("Her challenger Karl Lund claimed victory on Monday.", "victory", "Karl Lund", None),
    "faulted": ("The court faulted the agency for ignoring a warning in May.", "warning", "The court", None),
    "said in between, and what hangs on it": (
        "The likeliest culprit, Tom Berg said, was a bird that came in through a hatch, which staff found on Saturday.",
        "Staff found",
        "Tom Berg",
        None,
    ),
}
OWN_VOICE = (
    "Maria Ortega moved to Lagos in 2012.",
    "Tom Berg said he was glad, and prices rose by 4 percent in June.",
    "Some 60 percent of respondents said they opposed the plan.",
    "Lorn's president was ahead on Tuesday, while Karl Lund sat in the house which, he says, police surround.",
    "In my view, the bridge was closed in 2012 and 14 people died.",
    "Officials in Lagos, where floods killed 40 people in 2018, met on Monday.",
)


@pytest.mark.parametrize(("text", "words", "speaker", "via"), ATTRIBUTED.values(), ids=ATTRIBUTED.keys())
def test_the_speaker_is_who_the_text_says(text: str, words: str, speaker: str, via: str | None) -> None:
    claim = claim_with(text, words)
    assert (claim.speaker, claim.via) == (speaker, via)


@pytest.mark.parametrize("text", OWN_VOICE)
def test_the_articles_own_voice_has_no_speaker(text: str) -> None:
    particular = [claim for claim in claims(text) if claim.numbers or claim.dates]
    assert particular
    assert [claim.speaker for claim in particular] == [None] * len(particular)


def test_speech_goes_on_in_the_next_paragraph() -> None:
    first = 'Maria Ortega told reporters that crime fell.\n\n"Burglaries dropped by 12 percent in 2018," she added.'
    text = f'{first}\n\n"Thefts dropped by 8 percent."'
    assert claim_with(text, "8 percent").speaker == "Maria Ortega"


def test_a_surname_gives_the_full_name() -> None:
    text = "Maria Ortega took office in 2012. Ortega said 40 people died in the flood."
    assert claim_with(text, "40 people").speaker == "Maria Ortega"


def test_a_possessive_in_the_speakers_name_is_resolved() -> None:
    text = "Karl Lund led with 58 percent on Tuesday. His lawyer said 40 men had been held."
    assert claim_with(text, "40 men").speaker == "Karl Lund's lawyer"


def test_in_direct_speech_they_are_never_who_speaks() -> None:
    text = '"They burned 40 houses in the night," said Junior, a student.'
    assert not [claim for claim in claims(text) if claim.text.startswith("Junior")]
