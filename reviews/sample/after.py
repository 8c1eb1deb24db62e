"""What the sample newsroom shows after publication: a minor correction, and a verdict that is to be looked at again."""

from django.contrib.auth.models import User
from django.utils.timezone import localdate

from reviews.payload import build_payload, payload_sha256
from reviews.selectors import published
from reviews.services.corrections import Notice
from reviews.services.minor_corrections import Wording, submit_minor_correction
from reviews.services.publishing import approve_verdict, plan_recheck

RELEASED, TOLL = "released 70 prisoners", "more than 13,000 people"

AMBIGUOUS, PLAIN = "is taken here for one side's share", "is what the article gives as one side's share"


def go_on_after_publication(people: dict[str, User]) -> None:
    """The editor corrects a sentence, a colleague who had no hand in it approves; the toll is due for another look."""
    _correct_a_sentence(people)
    toll = published().get(wording__contains=TOLL)
    note = "The UN mission has published a newer count."
    plan_recheck(publication=toll, due_on=localdate(), by=people["editor"], note=note)


def _correct_a_sentence(people: dict[str, User]) -> None:
    publication = published().select_related("verdict").get(wording__contains=RELEASED)
    before = publication.verdict
    notice = Notice(
        was=f"The total of the exchange “{AMBIGUOUS}”: that could be read as if we took it so.",
        now=f"The total of the exchange “{PLAIN}”.",
        cause="A sentence without a subject.",
        noticed_by="The Sample Gazette",
        reported_on=localdate(),
    )
    words = Wording(before.headline, before.summary, before.explanation.replace(AMBIGUOUS, PLAIN))
    verdict = submit_minor_correction(publication=publication, wording=words, notice=notice, by=people["editor"])
    seen = payload_sha256(build_payload(verdict))
    approve_verdict(verdict=verdict, approver=people["second"], payload_sha256=seen)
