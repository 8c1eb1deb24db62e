"""Whether a text gives away a name, pure. Used before words of ours become public."""

import re

SHORTEST = 4
"""Letters of a part of a name that gives it away alone: “Petrova” does, “van” does not."""


def reveals(name: str, text: str) -> bool:
    """The whole name, or one longer part of it as a word of its own, in whatever case."""
    parts = [part for part in re.findall(r"\w+", name) if len(part) >= SHORTEST]
    return any(re.search(rf"\b{re.escape(known)}\b", text, re.IGNORECASE) for known in {name.strip(), *parts} if known)
