"""An article in our own words, with everything around it that pages carry."""

# ruff: noqa: E501 -- paragraphs are one line each, as pages give them.

from __future__ import annotations

MINISTERS = """\
Accessibility links

Breaking News

Paris And Moscow Talk Again After Years Of Silence


(left to right:) French Foreign Minister Jean-Yves Le Drian and Russian Foreign Minister Sergei Lavrov shake hands in Moscow on September 9.

Ministers from France and Russia met in Moscow on September 9 for their first talks in a format that was frozen after Russia seized Crimea in 2014.

Jean-Yves Le Drian described the conditions for better ties as "maybe better than ever over the last three years."

Macron hosted Putin at his summer residence last month and has renewed contacts with the Kremlin.

In a phone call on September 8, Emmanuel Macron and Vladimir Putin praised the exchange of 70 prisoners between Russia and Ukraine, where fighting between government forces and separatists has killed more than 13,000 people since April 2014.

The two agreed that a summit would take place in Paris this month, Macron's office said.

"It is important to talk," Le Drian said.

With reporting by TASS, dpa, AFP, and Reuters
  • 16x9 Image

    Our journalists report the news in 27 languages from 23 countries. We provide what many people cannot read at home.
"""
PUBLISHED = "2019-09-09"


def prose(length: int) -> str:
    """Running text of that many characters, without headline and credit line, which end or interrupt an article."""
    body = [part for part in MINISTERS.split("\n\n") if len(part) > 80 and part.endswith((".", '."'))]
    text = "\n\n".join(part for part in body if not part.startswith(("(left", " ")))
    return (f"{text}\n\n" * (length // len(text) + 1))[:length]
