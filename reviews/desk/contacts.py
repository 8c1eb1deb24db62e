"""Right of reply: recording whom somebody asked, what came of it, and waiting for an answer.

In the workspace these are buttons of the verdict form, so what stands on the page is kept first; on the page of a
submitted claim they are forms of their own.
"""

from collections.abc import Callable
from datetime import datetime, time
from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import localdate, make_aware
from django.views.decorators.http import require_POST

from reviews.desk.access import StaffRequest, reviewers_only
from reviews.desk.forms.contact import AnswerForm, ContactForm, complaint
from reviews.desk.forms.numbers import posted_number
from reviews.desk.half_typed import remember
from reviews.desk.keeping import keep_then
from reviews.desk.refusals import refused_step
from reviews.desk.saving import FULL
from reviews.enums import ContactWay
from reviews.errors import ContactRefused, ReviewsError
from reviews.models import Contact, Review
from reviews.services.contacts import record_answer, record_contact, withdraw_contact
from reviews.services.waiting import wait_for_answer

LONGEST_REASON = 500


@reviewers_only
@require_POST
def add(request: StaffRequest, pk: int) -> HttpResponse:
    review = get_object_or_404(FULL, pk=pk)
    done = "Recorded. The public page will say whom you asked."
    return _kept(request, review, lambda: _add(request, review), done, fields="contact-")


@reviewers_only
@require_POST
def answer(request: StaffRequest, pk: int, contact: int) -> HttpResponse:
    review, asked = _contact(pk, contact)
    act = partial(_answer, request, asked)
    return _kept(request, review, act, "The answer is recorded.", fields=f"answer-{asked.pk}-")


@reviewers_only
@require_POST
def withdraw(request: StaffRequest, pk: int, contact: int) -> HttpResponse:
    review, asked = _contact(pk, contact)
    because = request.POST.get(f"withdraw-{asked.pk}", "")[:LONGEST_REASON]
    act = partial(withdraw_contact, contact=asked, by=request.user, because=because)
    done = "Withdrawn: it counts for nothing and is not shown."
    return _kept(request, review, act, done, fields=f"withdraw-{asked.pk}")


@reviewers_only
@require_POST
def wait(request: StaffRequest, pk: int, contact: int) -> HttpResponse:
    """The work rests until the deadline has passed; it stays its assignee's."""
    review, asked = _contact(pk, contact)
    number = posted_number(request, "lease_number")
    refusal = keep_then(request, review, lambda: _wait(request, asked, number))
    if refusal:
        return refusal
    messages.success(request, f"Laid aside until {asked.whom} has answered, or the time for it is over.")
    return redirect("desk:home")


def _contact(pk: int, contact: int) -> tuple[Review, Contact]:
    review = get_object_or_404(FULL, pk=pk)
    return review, get_object_or_404(
        Contact.objects.select_related("review", "speaker", "source"), pk=contact, review=pk
    )


def _kept(request: StaffRequest, review: Review, act: Callable[[], object], done: str, *, fields: str) -> HttpResponse:
    """`fields`: those that are done with now (`remember`); the others come back as they were typed."""
    back = redirect(f"{reverse('desk:review', args=[review.pk])}#contacts")
    if "version" in request.POST:
        refusal = keep_then(request, review, act)
        if refusal:
            return refusal
    else:
        try:
            act()
        except ReviewsError as refusal:
            return refused_step(request, review, refusal)
    remember(request, review, done=fields)
    messages.success(request, done)
    return back


def _add(request: StaffRequest, review: Review) -> None:
    form = ContactForm(request.POST, review=review)
    if not form.is_valid():
        raise ContactRefused(complaint(form))
    data = form.cleaned_data
    record_contact(
        review=review,
        by=request.user,
        whom=form.person(),
        way=ContactWay(data["way"] or ContactWay.MAIL),
        asked_on=data["asked_on"] or localdate(),
        deadline=data["deadline"],
        role=data["role"],
        private_person=data["private"],
    )


def _answer(request: StaffRequest, contact: Contact) -> None:
    form = AnswerForm(request.POST, contact=contact)
    if not form.is_valid():
        raise ContactRefused(complaint(form))
    data = form.cleaned_data
    record_answer(
        contact=contact, by=request.user, answered_on=data["answered_on"] or localdate(), answer=data["answer"]
    )


def _wait(request: StaffRequest, contact: Contact, lease_number: int) -> None:
    if contact.deadline is None or contact.answered_on or contact.withdrawn_because:
        raise ContactRefused("There is no deadline to wait for: it is answered, withdrawn, or was set none.")
    # The last moment of that day, so that the desk names the day that was agreed on, not the one after.
    over = make_aware(datetime.combine(contact.deadline, time.max))
    wait_for_answer(
        review=contact.review,
        reviewer=request.user,
        lease_number=lease_number,
        what=f"an answer: {contact.whom}"[:300],
        until=over,
    )
