"""Right of reply, pure: before which verdicts somebody has to be asked. The database's half is `OFFERS_A_REPLY`."""

from collections.abc import Collection, Iterable, Mapping

from reviews.enums import FindingValue


def is_low(number: int | None, numbers: Collection[int]) -> bool:
    """“Half true” or lower: the lower half of the scale's own numbers, its middle included; off the scale never."""
    return number is not None and number * 2 <= min(numbers) + max(numbers)


def to_be_asked(
    *, is_low: bool, claimants: Mapping[int, str], canonical: int | None, findings: Iterable[tuple[int, str]]
) -> list[str]:
    """Names of those about whom the verdict says something bad; empty where nobody has to be asked.

    `claimants` are the named claimants by the id of their sighting (empty: anonymous, or not known), `canonical` is
    the sighting that the rating is of, `findings` are (sighting, finding).
    """
    named = [claimants.get(canonical, "")] if is_low and canonical is not None else []
    named += [claimants.get(sighting, "") for sighting, value in findings if value == FindingValue.NOT_SAID]
    return list(dict.fromkeys(filter(None, named)))
