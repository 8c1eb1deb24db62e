"""Adding, removing and moving evidence rows without scripts: a button of the form, worked on the draft's rows."""

import re
from dataclasses import replace

from reviews.drafting import DraftBody

MOVE = re.compile(r"(remove|up|down)-([0-9]{1,3})")


def moved(body: DraftBody, button: str, places: list[int]) -> tuple[DraftBody, int | None]:
    """The body after the button `remove-2`, `up-2` or `down-2`, and the row to show next; unknown buttons do nothing.

    `places` are the places on the page of the rows that the body holds: blank rows of the page are not among them.
    """
    match = MOVE.fullmatch(button)
    if match is None or int(match[2]) not in places:
        return body, None
    rows = list(body.evidence)
    row = places.index(int(match[2]))
    if match[1] == "remove":
        del rows[row]
        return replace(body, evidence=tuple(rows)), max(row - 1, 0)
    target = row + (1 if match[1] == "down" else -1)
    if not 0 <= target < len(rows):
        return body, row
    rows[row], rows[target] = rows[target], rows[row]
    return replace(body, evidence=tuple(rows)), target
