"""The paragraphs of an explanation, as comments count them: what stands between blank lines."""

import re

_BLANK = re.compile(r"\n\s*\n")


def paragraphs(text: str) -> list[str]:
    """The first is paragraph 1."""
    return _BLANK.split(text)


def paragraph_of_lines(text: str) -> list[int]:
    """For each line the number of the paragraph that it is in; a blank line belongs to the one before it."""
    breaks = [found.end() for found in _BLANK.finditer(text)]
    numbers, at, number = [], 0, 1
    for line in text.split("\n"):
        while number <= len(breaks) and breaks[number - 1] <= at:
            number += 1
        numbers.append(number)
        at += len(line) + 1
    return numbers
