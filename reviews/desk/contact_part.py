"""The workspace's part on the right of reply: whom somebody asked so far, and what may be recorded."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.timezone import localdate

from reviews.desk.access import StaffRequest
from reviews.desk.forms.contact import AnswerForm, ContactForm
from reviews.models import Contact, Review
from reviews.payload_parts import contact_part
from reviews.permissions import Action, may
from reviews.public.replies import asked, came
from reviews.sealing import visible_contacts


@dataclass(frozen=True, slots=True)
class ContactRow:
    """`asked` and `came` are the sentences that the public will read; `answer_form` None: nothing to be recorded."""

    contact: Contact
    asked: str
    came: str
    still_open: bool
    answer_form: AnswerForm | None


def contact_context(request: StaffRequest, review: Review, half_typed: Mapping[str, str]) -> dict[str, object]:
    """What `includes/contacts.html` draws. Its fields keep what was typed (`reviews.desk.half_typed`)."""
    recording = may(request.user, Action.CONTACT, review) and not review.close_reason
    contacts = visible_contacts(request.user).filter(review=review).select_related("speaker", "source", "made_by")
    return {
        "contacts": [_row(contact, half_typed, recording=recording) for contact in contacts],
        "contact_form": ContactForm(initial=_typed(half_typed, "contact-"), review=review) if recording else None,
    }


def _row(contact: Contact, half_typed: Mapping[str, str], *, recording: bool) -> ContactRow:
    part = contact_part(contact, today=localdate())
    awaited = recording and contact.answered_on is None and not contact.withdrawn_because
    typed = _typed(half_typed, f"answer-{contact.pk}-")
    form = AnswerForm(initial=typed, contact=contact) if awaited else None
    return ContactRow(contact, asked(part), came(part), part["still_open"], form)


def _typed(data: Mapping[str, str], prefix: str) -> dict[str, str]:
    return {name.removeprefix(prefix): text for name, text in data.items() if name.startswith(prefix) and text}
