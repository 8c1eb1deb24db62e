from decimal import Decimal

from django.db import models
from django.db.models import F, Q

from claims.enums import Basis, Bound
from claims.models.claims import Claim
from claims.models.triggers import FROZEN_CLAIM_DETAILS
from claims.partial_dates import PartialDateField, partial_date_check


class Figure(models.Model):
    """A typed figure of a claim: 13,000 / more than / people / killed / since 2014-04.

    `value` and `upper` are plain numbers in the unit: 12 % is 0.12 (unit `percent`), 1.2 billion euros is 1200000000.
    """

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="figures")
    value = models.DecimalField(max_digits=24, decimal_places=6)
    bound = models.CharField(max_length=10, choices=Bound, default=Bound.EXACTLY)
    upper = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    counted = models.CharField(max_length=200, blank=True)
    basis = models.CharField(max_length=10, choices=Basis, blank=True, default=Basis.UNSTATED)
    group = models.CharField(max_length=200, blank=True, help_text="Which group, when the figure counts one.")
    since = PartialDateField()
    as_of = PartialDateField(help_text="Only when the text states it.")

    class Meta:
        ordering = ["claim", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(bound=Bound.FROM_TO, upper__gte=F("value")) | ~Q(bound=Bound.FROM_TO) & Q(upper=None),
                name="figure_range_has_both_ends_in_order",
            ),
            partial_date_check("since", "figure_since_is_a_partial_date"),
            partial_date_check("as_of", "figure_as_of_is_a_partial_date"),
        ]
        triggers = [FROZEN_CLAIM_DETAILS]

    def __str__(self) -> str:
        ends = [self._shown(end) for end in (self.value, self.upper) if end is not None]
        bound = "" if self.bound in {Bound.EXACTLY, Bound.FROM_TO} else self.get_bound_display()
        counted = "" if self.counted == self.unit else self.counted
        return " ".join(filter(None, [bound, " to ".join(ends), self.unit, counted]))

    def _shown(self, end: Decimal) -> str:
        """As people write it: 0.12 percent of the column is 12 percent."""
        return f"{(end * 100 if self.unit == 'percent' else end).normalize():,f}"
