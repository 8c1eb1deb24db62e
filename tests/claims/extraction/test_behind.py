"""What hangs behind a noun or a verb, and subjects and verbs that the parser gives to somebody else."""

from __future__ import annotations

import pytest

from tests.claims.extraction.reading import wordings

BEHIND = {
    "accuse as a plain form": (
        "Poland and NATO accuse Lorn of supplying the rebels with tanks.",
        ["Poland and NATO accuse Lorn of supplying the rebels with tanks."],
    ),
    "after which": (
        "Relations remain strained ten years after the August 2008 war, after which Lorn recognized two provinces.",
        [
            "Relations remain strained ten years after the August 2008 war.",
            "After the August 2008 war Lorn recognized two provinces.",
        ],
    ),
    "roofs she had not seen": (
        "Ana Berg has told the council that she would not sign for 40 roofs she had not seen.",
        ["Ana Berg would not sign for 40 roofs Ana Berg had not seen."],
    ),
    "among them": (
        "A first version was withdrawn after opposition parties, among them the Greens, complained in writing.",
        [
            "A first version was withdrawn after opposition parties complained in writing.",
            "The Greens were among the opposition parties.",
        ],
    ),
    "that before a noun": (
        "Reporters in Lorn have found that birch plywood from Pell has entered the Union with false papers.",
        ["Birch plywood from Pell has entered the Union with false papers."],
    ),
    "an absolute before the verb": (
        "About 60 men in camouflage, some of them carrying rifles, broke through the main gate, the ministry said.",
        [
            "About 60 men in camouflage broke through the main gate.",
            "Some of the about 60 men in camouflage were carrying rifles.",
        ],
    ),
    "hours later": (
        "Hours later coalition planes carried out 14 air strikes on positions in Lorn, residents said by telephone.",
        ["Hours later coalition planes carried out 14 air strikes on positions in Lorn."],
    ),
    "the only verb": (
        "Residents of the streets nearest to the port spent Tuesday night in a school hall.",
        ["Residents of the streets nearest to the port spent the night of September 10, 2019 in a school hall."],
    ),
    "handles": (
        "The depot handles most of the coal leaving the north of the region.",
        ["The depot handles most of the coal leaving the north of the region."],
    ),
    "what was put off": (
        "The talks are about the withdrawal of tanks from the town of Pell, which has been put off five times.",
        [
            "The talks are about the withdrawal of tanks from the town of Pell.",
            "The withdrawal of tanks from the town of Pell has been put off five times.",
        ],
    ),
    "the first death": (
        "A monitor was killed when a truck drove over a mine near Lorn on Sunday, the first death since 2014.",
        [
            "A monitor was killed when a truck drove over a mine near Lorn on September 8, 2019.",
            "The death was the first since 2014.",
        ],
    ),
    "two were": (
        "A guard was killed and two others injured in Lorn, police said.",
        ["A guard was killed.", "Two others were injured in Lorn."],
    ),
    "how far away": (
        "Two of the staff were hurt near the village of Pell, about 30 kilometres from the border.",
        ["Two of the staff were hurt near the village of Pell.", "Pell is about 30 kilometres from the border."],
    ),
    "between the commas": (
        "The missile, believed to be new, was fired from a launcher near Wonsan and never left the bay, the army said.",
        [
            "The missile, believed to be new, was fired from a launcher near Wonsan.",
            "The missile never left the bay.",
        ],
    ),
    "a verb between two nouns": (
        "An unusually dry year reduced transmission in both groups, the authors wrote.",
        ["An unusually dry year reduced transmission in both groups."],
    ),
    "a verb behind that": (
        "In a comment printed with the study, economist Peter Okello of Pell University in Uganda wrote that the new "
        "net costs about 60 percent more than an ordinary one.",
        ["The new net costs about 60 percent more than an ordinary one."],
    ),
    "seconds after": (
        "Seoul: A Norlandish missile blew up seconds after it was launched on Tuesday, the army said.",
        ["A Norlandish missile blew up seconds after it was launched on September 10, 2019."],
    ),
    "his fourth try": (
        "Tom Berg brought the plan before the senate on Monday, his fourth try since May.",
        [
            "Tom Berg brought the plan before the senate on September 9, 2019.",
            "Tom Berg had his fourth try since May 2019.",
        ],
    ),
    "a part beside its whole": (
        "Thirty-one were taken to hospital, nine of them in critical condition, the health office said yesterday.",
        ["Thirty-one were taken to hospital.", "Nine of the thirty-one were in critical condition."],
    ),
    "funds": (
        "The scheme funds about 900 students and has a budget of 48 million euros.",
        ["The scheme funds about 900 students.", "The scheme has a budget of 48 million euros."],
    ),
    "a colon": (
        "Lorn would not be alone in this: Denmark agreed in 2021 to rent cells in Pell.",
        ["Denmark agreed in 2021 to rent cells in Pell."],
    ),
    "most of them did": (
        "Ana Berg said that most of the losses dated from July.",
        ["Most of the losses dated from July 2019."],
    ),
    "a ruling that was appealed": (
        "In May, a Brussels court ordered the state to pay 2,000 euros a day, a ruling the government has appealed.",
        [
            "In May 2019, a Brussels court ordered the state to pay 2,000 euros a day.",
            "The government has appealed the ruling.",
        ],
    ),
    "if confirmed": (
        "The nominee will sell his stakes in 31 companies and leave the board of a Lorn operator if confirmed.",
        [
            "The nominee will sell his stakes in 31 companies.",
            "The nominee will leave the board of a Lorn operator if confirmed.",
        ],
    ),
    "one of them said so": (
        '"Ten men came at night on Monday," said one of them, a student in a yellow coat.',
        ["Ten men came at night on September 9, 2019."],
    ),
    "no person is a which": (
        "Altyn-Jer, which belongs to a holding registered in Lorn, denies that there was any leak.",
        ["Altyn-Jer denies that there was any leak.", "Altyn-Jer belongs to a holding registered in Lorn."],
    ),
    "a sayer with its noun": (
        "State news agency Norpress reported that the commission was ready to cover 40 percent of the works, estimated "
        "at 85 million euros.",
        ["The commission was ready to cover 40 percent of the works.", "The works were estimated at 85 million euros."],
    ),
    "an amount in one piece": (
        "Of the new money, R720m will go on machines.",
        ["Of the new money, R720m will go on machines."],
    ),
    "cost": (
        "Storage at a warehouse in Jacksonville cost taxpayers another $2.9 million, according to the report.",
        ["Storage at a warehouse in Jacksonville cost taxpayers another $2.9 million."],
    ),
    "a clause as a subject": (
        "Walking out on the ice of the bay has been forbidden since the end of January.",
        ["Walking out on the ice of the bay has been forbidden since the end of January 2019."],
    ),
    "whose head said it": (
        "The head of the division, Lt-Gen Sipho Radebe, told MPs it employed 512 analysts.",
        ["The division employed 512 analysts."],
    ),
    "what was published": (
        "A survey by the chemist Nils Brandt, published in 1978, had already found dead trout in 40 ponds.",
        [
            "A survey by the chemist Nils Brandt had already found dead trout in 40 ponds.",
            "A survey by the chemist Nils Brandt was published in 1978.",
        ],
    ),
    "went dark when": (
        "The mine went dark when two shells struck a substation near Pell, the army said.",
        ["The mine went dark when two shells struck a substation near Pell."],
    ),
    "metres": (
        "The agency put up walls of 3m on both sides of the track.",
        ["The agency put up walls of 3m on both sides of the track."],
    ),
    "whose purpose it was": (
        "Plans for two new stations in Pell have been dropped to save 260 million euros.",
        ["Plans for two new stations in Pell have been dropped to save 260 million euros."],
    ),
    "its own side": (
        "Pictures released by the mission showed a white vehicle lying on its side near Pell.",
        ["Pictures released by the mission showed a white vehicle lying on its side near Pell."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), BEHIND.values(), ids=BEHIND.keys())
def test_what_hangs_behind_is_hung_where_it_belongs(text: str, expected: list[str]) -> None:
    assert wordings(text) == expected
