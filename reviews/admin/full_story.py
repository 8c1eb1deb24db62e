"""Where the full story of a published verdict lives."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils import timezone

from claims.admin.steps import Step, StepForm
from claims.admin.users import acting
from reviews.full_stories import full_story_of
from reviews.models import Publication
from reviews.permissions import RIGHTS, Action
from reviews.services.publishing import set_full_story


class FullStoryForm(StepForm):
    address = forms.CharField(
        required=False,
        max_length=2000,
        label="Address of the full story",
        help_text="A page of your own site that carries the ClaimReview. Empty: our page carries it.",
        widget=forms.URLInput,
    )

    def __init__(self, *args: Any, target: Publication, **kwargs: Any) -> None:
        super().__init__(*args, target=target, **kwargs)
        self.fields["address"].initial = lambda: full_story_of(target)


def _set(request: HttpRequest, publication: Publication, cleaned: dict[str, Any]) -> str:
    story = set_full_story(publication=publication, by=acting(request), **cleaned)
    if story.address:
        return "The page links to the full story, and carries no ClaimReview any more."
    return "The page carries the ClaimReview again."


def _stands(publication: Publication) -> bool:
    ends = publication.valid_until
    return bool(publication.payload) and (ends is None or ends > timezone.now())


FULL_STORY_STEP = Step(
    "full-story",
    "Say where the full story lives",
    RIGHTS[Action.PLACE_FULL_STORY][0],
    _set,
    FullStoryForm,
    _stands,
    explains="A fact-check has one ClaimReview: on your own site’s page about it, or here.",
)
