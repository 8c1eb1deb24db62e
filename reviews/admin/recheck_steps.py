"""Looking again at what is published: a day for it, a later one, or “still right”."""

from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.timezone import localdate

from claims.admin.steps import Step, StepForm
from claims.admin.users import acting
from reviews.admin.publication_steps import is_read, stands
from reviews.admin.steps import DayField
from reviews.models import Publication
from reviews.permissions import RIGHTS, Action
from reviews.rechecks import open_recheck
from reviews.services.publishing import confirm_still_right, plan_recheck


class _ComingDay(DayField):
    """Browsers offer no day before that which is `ahead` days from today."""

    def __init__(self, *, ahead: int, **kwargs: Any) -> None:
        self.ahead = ahead
        super().__init__(**kwargs)

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> forms.BoundField:
        self.widget.attrs["min"] = (localdate() + timedelta(days=self.ahead)).isoformat()
        return super().get_bound_field(form, field_name)


class PlanForm(StepForm):
    due_on = _ComingDay(ahead=0, label="Look at it again on")
    note = forms.CharField(required=False, max_length=500, help_text="What to look at; for colleagues.")


class ConfirmForm(StepForm):
    again_on = _ComingDay(ahead=1, required=False, label="And again on", help_text="Empty: no further day is planned.")
    note = forms.CharField(required=False, max_length=500, help_text="What you looked at; for colleagues.")


def _plan(request: HttpRequest, publication: Publication, cleaned: dict[str, Any]) -> str:
    planned = plan_recheck(publication=publication, by=acting(request), **cleaned)
    return f"To be looked at again on {date_format(planned.due_on, 'j F Y')}."


def _confirm(request: HttpRequest, publication: Publication, cleaned: dict[str, Any]) -> str:
    planned = confirm_still_right(publication=publication, by=acting(request), **cleaned)
    again = f" The next look is planned for {date_format(planned.due_on, 'j F Y')}." if planned else ""
    return f"Still right: the page says so with today’s date.{again}"


RECHECK_STEPS = (
    Step(
        "confirm",
        "Still right",
        RIGHTS[Action.CONFIRM_STILL_RIGHT][0],
        _confirm,
        ConfirmForm,
        lambda publication: is_read(publication) and publication.suspended_at is None,
        explains="You looked at the evidence again and the verdict stands. Readers see the day. "
        "By somebody who had no hand in it.",
    ),
    Step(
        "plan",
        "Plan a re-check",
        RIGHTS[Action.PLAN_RECHECK][0],
        _plan,
        PlanForm,
        lambda publication: stands(publication) and open_recheck(publication) is None,
        explains="From that day on it is in the list of re-checks.",
    ),
    Step(
        "postpone",
        "Postpone the re-check",
        RIGHTS[Action.PLAN_RECHECK][0],
        _plan,
        PlanForm,
        lambda publication: stands(publication) and open_recheck(publication) is not None,
        explains="It leaves the list until the new day.",
    ),
)
