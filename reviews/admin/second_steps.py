"""What an editor does about a blind second verdict, and what the page of the review shows of it."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.http import HttpRequest

from claims.admin.steps import Step, StepForm
from claims.admin.users import acting
from reviews.admin.people import reviewers
from reviews.admin.steps import ReasonForm
from reviews.errors import TransitionRefused
from reviews.models import Review, SecondOpinion, SecondVerdict, Verdict
from reviews.permissions import RIGHTS, Action
from reviews.public.markdown import render
from reviews.sealing import sealed_round, visible_second_verdicts, visible_verdicts
from reviews.second_opinions import contrasts, current_round
from reviews.services.seconds import UNAPPROVED, ask_second, call_off_second, release_second

ASK = RIGHTS[Action.ASK_SECOND][0]


class AskForm(StepForm):
    why = forms.CharField(max_length=500, widget=forms.Textarea(attrs={"rows": 2}), label="Why")
    to = forms.ModelChoiceField(User.objects.none(), required=False, empty_label="Any reviewer", label="Who gives it")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        to: Any = self.fields["to"]
        to.queryset = reviewers()


def _ask(request: HttpRequest, review: Review, cleaned: dict[str, Any]) -> str:
    ask_second(review=review, by=acting(request), **cleaned)
    return "Asked for: what is submitted stays sealed until both verdicts are in, and approval waits for them."


def _call_off(request: HttpRequest, review: Review, cleaned: dict[str, Any]) -> str:
    call_off_second(opinion=_awaited(review), by=acting(request), reason=cleaned["reason"])
    return "Called off: the first verdict can be read and approved without a second."


def _take_back(request: HttpRequest, review: Review, cleaned: dict[str, Any]) -> str:
    release_second(opinion=_awaited(review), by=acting(request))
    return "Taken back: another reviewer may give the second verdict."


def _awaited(review: Review) -> SecondOpinion:
    """Raises TransitionRefused where there is none: the button stood on a page that is no longer so."""
    opinion = SecondOpinion.objects.filter(review=review, called_off_at=None).order_by("asked_at").last()
    if opinion is None:
        raise TransitionRefused("No second verdict is asked for: somebody called it off. Reload the page.")
    return opinion


def _may_still_end(review: Review) -> bool:
    opinion = sealed_round(review)
    return opinion is not None and not SecondVerdict.objects.filter(opinion=opinion).exists()


def _is_taken(review: Review) -> bool:
    opinion = sealed_round(review)
    return _may_still_end(review) and opinion is not None and opinion.reviewer_id is not None


SECOND_STEPS = (
    Step(
        "ask-second",
        "Ask for a blind second verdict",
        ASK,
        _ask,
        AskForm,
        lambda review: review.stage in UNAPPROVED and current_round(review) is None,
        explains="A second person concludes without seeing the first. Approval waits until both are in.",
    ),
    Step(
        "take-back-second",
        "Take the second verdict back",
        ASK,
        _take_back,
        offered=_is_taken,
        explains="Its reviewer keeps the draft, and stays barred from approving.",
    ),
    Step("call-off-second", "Call the second verdict off", ASK, _call_off, ReasonForm, _may_still_end),
)


def second_context(user: User, review: Review, *, against: Verdict | None = None) -> dict[str, Any]:
    """For the notice; both verdicts only where `reviews.sealing` lets this person see both.

    The second one stands beside the first that it was opened with, or beside `against`.
    """
    opinion = current_round(review)
    context: dict[str, Any] = {"second_round": opinion}
    if opinion is None or opinion.opened_at is None:
        return context
    second = visible_second_verdicts(user).filter(opinion=opinion).select_related("rating", "author").first()
    shown = against.pk if against else opinion.first_id
    first = visible_verdicts(user).filter(pk=shown or 0).select_related("rating", "author").first()
    if second is None or first is None:
        return context
    return context | {
        "first": first,
        "given": second,
        "contrasts": contrasts(first, second),
        "reasoning": render(second.reasoning),
    }
