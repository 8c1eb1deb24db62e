"""A figure as a person enters it or extraction finds it, on its way to the rows of `Figure`."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from claims.enums import Basis, Bound
from claims.errors import ClaimInvalid
from claims.extraction import values
from claims.extraction.fingerprint import fingerprint

UNDERSCORED = {bound.value.replace(" ", "_").replace("-", "_"): bound for bound in values.Bound}
LARGEST = Decimal(10) ** 18
"""The column holds 18 digits before the point."""
STEP = Decimal("0.000001")


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureInput:
    """`value` and `upper` are plain numbers in the unit (12 % is 0.12, unit `percent`); dates are partial ISO dates."""

    value: Decimal
    bound: Bound = Bound.EXACTLY
    upper: Decimal | None = None
    unit: str = ""
    counted: str = ""
    basis: Basis = Basis.UNSTATED
    group: str = ""
    since: str = ""
    as_of: str = ""

    def __post_init__(self) -> None:
        if (self.bound == Bound.FROM_TO) != (self.upper is not None):
            raise ClaimInvalid("A figure “from … to” needs both ends; any other figure has one value only.")
        if self.upper is not None and self.upper < self.value:
            raise ClaimInvalid(f"The figure runs from {self.value} to {self.upper}: write the smaller number first.")
        if any(abs(number) >= LARGEST for number in (self.value, self.upper) if number is not None):
            raise ClaimInvalid("The figure is too large: 18 digits before the point are the limit.")


def from_extraction(figure: values.Figure) -> FigureInput:
    """What extraction found, in the words of the rows. A basis that is neither total nor per side names its group."""
    bases = {"total": Basis.TOTAL, "per side": Basis.PER_SIDE, "": Basis.UNSTATED}
    basis = bases.get(figure.basis, Basis.GROUP)
    return FigureInput(
        value=_decimal(figure.value),
        bound=Bound(figure.bound.value.replace(" ", "_").replace("-", "_")),
        upper=None if figure.upper is None else _decimal(figure.upper),
        unit=figure.unit[:40],
        counted=figure.counted[:200],
        basis=basis,
        group=figure.basis[:200] if basis is Basis.GROUP else "",
        since=figure.since,
        as_of=figure.as_of,
    )


def claim_fingerprint(wording: str, figures: Iterable[FigureInput]) -> str:
    """The fingerprint that extraction would give to the same statement."""
    return fingerprint(wording, [_as_extracted(figure) for figure in figures])


def _as_extracted(figure: FigureInput) -> values.Figure:
    return values.Figure(
        value=float(figure.value),
        bound=UNDERSCORED[figure.bound],
        upper=None if figure.upper is None else float(figure.upper),
        unit=figure.unit,
        counted=figure.counted,
        basis="",
        since=figure.since,
        as_of=figure.as_of,
        start=0,
        end=0,
    )


def _decimal(number: float) -> Decimal:
    return Decimal(repr(number)).quantize(STEP)
