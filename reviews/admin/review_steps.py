"""What an editor may do with a review."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format

from claims.admin.steps import Step, StepForm
from claims.admin.users import acting
from claims.enums import Priority
from reviews import workflow
from reviews.admin.people import reviewers
from reviews.admin.second_steps import SECOND_STEPS
from reviews.admin.steps import ReasonForm, WhenField
from reviews.enums import CloseReason, HoldKind
from reviews.models import Hold, Review
from reviews.permissions import RIGHTS, Action
from reviews.services.assignment import assign_review, close_review, set_due_date, set_review_priority
from reviews.services.open_work import over_the_limit
from reviews.services.publishing import cancel_reopening, current_holds, lift_hold, place_hold, reopen_review
from reviews.services.skips import put_back

CLOSED_BY_HAND = [choice for choice in CloseReason.choices if choice[0] != CloseReason.MERGED]

HOLDS = "Nothing is published while a hold lasts: what was set to a time waits, and the page before it stays."

ASSIGN, HOLD = RIGHTS[Action.ASSIGN][0], RIGHTS[Action.HOLD][0]


class AssignForm(StepForm):
    to = forms.ModelChoiceField(User.objects.none(), required=False, empty_label="Nobody", label="Whose work it is")
    hand_over_draft = forms.BooleanField(
        required=False,
        label="Hand over the draft",
        help_text="The new person goes on with a copy of the present draft. Neither of the two may approve then.",
    )

    def __init__(self, *args: Any, target: Review, **kwargs: Any) -> None:
        super().__init__(*args, target=target, initial={"to": target.assignee_id}, **kwargs)
        to: Any = self.fields["to"]
        to.queryset = reviewers()


class ReviewPriorityForm(StepForm):
    priority = forms.TypedChoiceField(choices=Priority.choices, coerce=lambda value: Priority(int(value)))

    def __init__(self, *args: Any, target: Review, **kwargs: Any) -> None:
        super().__init__(*args, target=target, initial={"priority": target.priority}, **kwargs)


class DueForm(StepForm):
    due_on = forms.DateField(
        required=False,
        label="Due on",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text="Empty: no such day. Lists mark what is overdue; the order of the queue stays.",
    )

    def __init__(self, *args: Any, target: Review, **kwargs: Any) -> None:
        super().__init__(*args, target=target, initial={"due_on": target.due_on}, **kwargs)


class CloseForm(StepForm):
    reason = forms.TypedChoiceField(choices=[("", "Choose a reason"), *CLOSED_BY_HAND], coerce=CloseReason)
    note = forms.CharField(max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class HoldForm(StepForm):
    kind = forms.TypedChoiceField(choices=HoldKind.choices, coerce=HoldKind)
    reason = forms.CharField(widget=forms.Textarea(attrs={"rows": 2}))
    until = WhenField(required=False, help_text="Empty: until somebody lifts it.")


class LiftForm(StepForm):
    hold = forms.ModelChoiceField(Hold.objects.none(), empty_label=None)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hold: Any = self.fields["hold"]
        hold.queryset = Hold.objects.filter(pk__in=[hold.pk for hold in holds_on(self.target)])


def holds_on(target: Any) -> list[Hold]:
    """Holds in force on a review (or its article), or on an article."""
    if isinstance(target, Review):
        return current_holds(target)
    return list(Hold.objects.in_force().filter(article=target))


def _assign(request: HttpRequest, review: Review, cleaned: dict[str, Any]) -> str:
    assigned = assign_review(review=review, by=acting(request), **cleaned)
    if not cleaned["to"]:
        return "Assigned to nobody: it waits in the queue."
    return f"Assigned to {cleaned['to']}. {over_the_limit(assigned)}".strip()


def _prioritise(request: HttpRequest, review: Review, cleaned: dict[str, Any]) -> str:
    set_review_priority(review=review, by=acting(request), **cleaned)
    return "Priority changed."


def _set_due(request: HttpRequest, review: Review, cleaned: dict[str, Any]) -> str:
    set_due_date(review=review, by=acting(request), **cleaned)
    return f"Due on {date_format(cleaned['due_on'], 'j F Y')}." if cleaned["due_on"] else "No longer due on a day."


def _put_back(request: HttpRequest, review: Review, cleaned: dict[str, Any]) -> str:
    put_back(review=review, by=acting(request))
    return "Back in the queue."


def _close(request: HttpRequest, review: Review, cleaned: dict[str, Any]) -> str:
    close_review(review=review, by=acting(request), **cleaned)
    return "Closed."


def _reopen(request: HttpRequest, review: Review, cleaned: dict[str, Any]) -> str:
    to_come = review.publications.filter(valid_from__gt=timezone.now(), valid_until=None).exists()
    reopen_review(review=review, by=acting(request), **cleaned)
    page = "The page that was to come is called off." if to_come else "The public page stays as it is meanwhile."
    return f"Reopened: it is its last author's work again. {page}"


def _cancel_reopening(request: HttpRequest, review: Review, cleaned: dict[str, Any]) -> str:
    cancel_reopening(review=review, by=acting(request))
    return "The reopening is cancelled."


def hold(request: HttpRequest, target: Any, cleaned: dict[str, Any]) -> str:
    place_hold(on=target, by=acting(request), **cleaned)
    return "Held back: nothing is published while the hold lasts."


def lift(request: HttpRequest, target: Any, cleaned: dict[str, Any]) -> str:
    lift_hold(by=acting(request), **cleaned)
    return "The hold is lifted."


def _legal(step: workflow.Step) -> Any:
    return lambda review: workflow.is_legal(step, review.stage)


def reopened(review: Review) -> bool:
    """Being checked again after a publication, so that the reopening could be cancelled."""
    return workflow.is_legal(workflow.Step.CANCEL_REOPENING, review.stage) and bool(review.publications.all())


HOLD_STEPS = (
    Step(
        "hold",
        "Hold back",
        HOLD,
        hold,
        HoldForm,
        explains=HOLDS,
    ),
    Step("lift", "Lift a hold", HOLD, lift, LiftForm, offered=lambda target: bool(holds_on(target))),
)

REVIEW_STEPS = (
    Step(
        "assign",
        "Assign",
        ASSIGN,
        _assign,
        AssignForm,
        _legal(workflow.Step.REASSIGN),
        explains="Whoever is editing now loses the lease; their text stays in their draft.",
    ),
    Step("priority", "Set priority", ASSIGN, _prioritise, ReviewPriorityForm, _legal(workflow.Step.CLOSE)),
    Step("due", "Set the due date", ASSIGN, _set_due, DueForm, _legal(workflow.Step.CLOSE)),
    Step(
        "put-back",
        "Put it back in the queue",
        ASSIGN,
        _put_back,
        offered=lambda review: bool(review.skipped_for_all_at),
        explains="It was skipped for everybody: nobody gets it until it is put back, assigned or closed.",
    ),
    Step(
        "reopen",
        "Reopen",
        ASSIGN,
        _reopen,
        ReasonForm,
        _legal(workflow.Step.REOPEN),
        explains=workflow.RULES[workflow.Step.REOPEN].says,
    ),
    Step("cancel-reopening", "Cancel the reopening", ASSIGN, _cancel_reopening, offered=reopened),
    *HOLD_STEPS,
    *SECOND_STEPS,
    Step(
        "close",
        "Close the review",
        ASSIGN,
        _close,
        CloseForm,
        _legal(workflow.Step.CLOSE),
        tone="bad",
        explains=workflow.RULES[workflow.Step.CLOSE].says,
    ),
)
