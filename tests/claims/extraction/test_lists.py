"""Figures in lists: parts of a number, who has which, verbs left out, two phrases of one form, two ranks."""

from __future__ import annotations

import pytest

from tests.claims.extraction.reading import wordings

TOLD = {
    "a number and its parts between dashes": (
        "The deal frees 48 detainees -- 31 held by the army and 17 by the rebels -- and reopens a road.",
        [
            "The deal frees 48 detainees and reopens a road.",
            "31 of the 48 detainees are held by the army.",
            "17 of the 48 detainees are held by the rebels.",
        ],
    ),
    "parts behind a colon": (
        "The bus was carrying 54 passengers: 30 pupils, 20 parents and four teachers.",
        [
            "The bus was carrying 54 passengers.",
            "The 54 passengers included 30 pupils.",
            "The 54 passengers included 20 parents.",
            "The 54 passengers included four teachers.",
        ],
    ),
    "parts behind a dash": (
        "The crash killed 12 people - nine passengers, two pilots and a steward.",
        [
            "The crash killed 12 people.",
            "The 12 people included nine passengers.",
            "The 12 people included two pilots.",
            "The 12 people included a steward.",
        ],
    ),
    "parts in brackets": (
        "Police found weapons (14 rifles, 200 cartridges and a grenade launcher) in the house.",
        [
            "Police found weapons in the house.",
            "The weapons included 14 rifles.",
            "The weapons included 200 cartridges.",
            "The weapons included a grenade launcher.",
        ],
    ),
    "parts behind a comma": (
        "The group has 900 employees, 600 in Finland and 300 in Estonia.",
        [
            "The group has 900 employees.",
            "600 of the 900 employees are in Finland.",
            "300 of the 900 employees are in Estonia.",
        ],
    ),
    "points of an accord": (
        "The accord covers three areas: the return of 2,400 refugees, the reopening of two border "
        "crossings and a $30 million fund for reconstruction.",
        [
            "The accord covers three areas.",
            "The accord covers the return of 2,400 refugees.",
            "The accord covers the reopening of two border crossings.",
            "The accord covers a $30 million fund for reconstruction.",
        ],
    ),
    "included": (
        "The dead included six soldiers, two police officers and a Polish tourist.",
        [
            "The dead included six soldiers.",
            "The dead included two police officers.",
            "The dead included a Polish tourist.",
        ],
    ),
    "thousands count too": (
        "The storm left 14 dead, 60 injured and thousands homeless, officials said.",
        [
            "The storm left 14 dead.",
            "The storm left 60 injured.",
            "The storm left, thousands homeless.",
        ],
    ),
    "respectively, by place": (
        "Sales in Europe and Asia rose 4 percent and 7 percent, respectively.",
        [
            "Sales in Europe rose 4 percent.",
            "Sales in Asia rose 7 percent.",
        ],
    ),
    "respectively, with one scale": (
        "Germany and France contributed 20 and 15 million euros respectively.",
        [
            "Germany contributed 20 million euros.",
            "France contributed 15 million euros.",
        ],
    ),
    "respectively, by year": (
        "In 2017 and 2018 the company sold 4,000 and 5,200 cars respectively.",
        [
            "In 2017 the company sold 4,000 cars.",
            "In 2018 the company sold 5,200 cars.",
        ],
    ),
    "respectively, of one each": (
        "Mr Lee and Ms Park were jailed for 12 and eight years respectively.",
        [
            "Mr Lee was jailed for 12 years.",
            "Ms Park was jailed for eight years.",
        ],
    ),
    "a row with one noun": (
        "The plan would cut 4,000 jobs in Germany, 2,500 in France and 1,200 in Spain.",
        [
            "The plan would cut 4,000 jobs in Germany.",
            "The plan would cut 2,500 jobs in France.",
            "The plan would cut 1,200 jobs in Spain.",
        ],
    ),
    "a row of sums": (
        "The agency has spent $2.3 million on repairs, $1.1 million on staff and $400,000 on travel.",
        [
            "The agency has spent $2.3 million on repairs.",
            "The agency has spent $1.1 million on staff.",
            "The agency has spent $400,000 on travel.",
        ],
    ),
    "a row with number words": (
        "The fund bought 40 flats in Riga, 25 in Vilnius and three in Tartu.",
        [
            "The fund bought 40 flats in Riga.",
            "The fund bought 25 flats in Vilnius.",
            "The fund bought three flats in Tartu.",
        ],
    ),
    "the verb left out twice": (
        "The Greens won 12.4 percent, the Liberals 9 percent and the Left 4.1 percent.",
        [
            "The Greens won 12.4 percent.",
            "The Liberals won 9 percent.",
            "The Left won 4.1 percent.",
        ],
    ),
    "the verb and the unit left out": (
        "Boys scored an average of 487 points and girls 502.",
        [
            "Boys scored an average of 487 points.",
            "Girls scored an average of 502 points.",
        ],
    ),
    "an owner without a verb": (
        "Mr Banda had 51.3 percent and his rival 46.9 percent.",
        [
            "Mr Banda had 51.3 percent.",
            "Mr Banda's rival had 46.9 percent.",
        ],
    ),
    "the second of two": (
        "The first bridge cost 3 million dollars and the second 4 million.",
        [
            "The first bridge cost 3 million dollars.",
            "The second cost 4 million dollars.",
        ],
    ),
    "fractions without a verb": (
        "Wheat yields have fallen by a third and maize yields by a quarter because of the drought.",
        [
            "Wheat yields have fallen by a third.",
            "Maize yields have fallen by a quarter because of the drought.",
        ],
    ),
    "a place in front": (
        "In the south the figure was 34 percent and in the north 12 percent.",
        [
            "In the south the figure was 34 percent.",
            "In the north the figure was 12 percent.",
        ],
    ),
    "people in three places": (
        "Twelve people died in the capital, seven in Bohol and four in Leyte.",
        [
            "Twelve people died in the capital.",
            "Seven people died in Bohol.",
            "Four people died in Leyte.",
        ],
    ),
    "a rise for each": (
        "Nurses will get a 6.5 percent rise over three years, doctors 4 percent and cleaners 9 percent.",
        [
            "Nurses will get a 6.5 percent rise over three years.",
            "Doctors will get a 4 percent rise.",
            "Cleaners will get a 9 percent rise.",
        ],
    ),
    "phrases of one form": (
        "The law raises the retirement age for men from 60 to 65 and for women from 55 to 63.",
        [
            "The law raises the retirement age for men from 60 to 65.",
            "The law raises the retirement age for women from 55 to 63.",
        ],
    ),
    "a rank and a comparison": (
        "That was the highest number since 2015 and 28% more than in 2017.",
        [
            "That was the highest number since 2015.",
            "That was 28% more than in 2017.",
        ],
    ),
    "two ranks": (
        "It is the largest fine ever imposed by the regulator and twice the previous record of 1.2 billion euros.",
        [
            "It is the largest fine ever imposed by the regulator.",
            "It is twice the previous record of 1.2 billion euros.",
        ],
    ),
    "two comparisons": (
        "The number of visitors was 12 percent lower than in 2017 and 20 percent below the peak of 2015.",
        [
            "The number of visitors was 12 percent lower than in 2017.",
            "The number of visitors was 20 percent below the peak of 2015.",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TOLD.values(), ids=TOLD)
def test_each_statement_is_a_claim(text: str, expected: list[str]) -> None:
    assert sorted(wordings(text)) == sorted(expected)
