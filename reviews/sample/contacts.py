"""Right of reply in the sample: invented outlets are asked, and answer what an outlet might."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.models import User
from django.utils.timezone import localdate

from claims.models import Source
from reviews.enums import ContactWay
from reviews.models import Review
from reviews.services.contacts import record_answer, record_contact

TIME_TO_ANSWER = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class SampleContact:
    """Asked `days_ago`, with two days to answer; without an `answer` none came yet. The answer came a day later."""

    whom: str
    days_ago: int = 0
    answer: str = ""


def ask(sample: SampleContact, review: Review, sources: dict[str, Source], by: User) -> None:
    asked_on = localdate() - timedelta(days=sample.days_ago)
    contact = record_contact(
        review=review,
        by=by,
        whom=sources[sample.whom],
        way=ContactWay.MAIL,
        asked_on=asked_on,
        deadline=asked_on + TIME_TO_ANSWER,
    )
    if sample.answer:
        record_answer(contact=contact, by=by, answered_on=asked_on + timedelta(days=1), answer=sample.answer)
