"""Articles whose page says something else the next day: brought in again at the same address."""

from itertools import count

from django.contrib.auth.models import User

from claims.enums import ClaimStatus, Treatment
from claims.models import Article, Claim
from claims.selectors import current_text
from claims.services.ingest import ingest_html
from claims.services.triage import mark_sighting
from reviews.models import Draft, Publication, Review, Verdict
from reviews.services.drafts import save_draft
from reviews.services.publishing import reopen_review
from reviews.services.queue import take_review
from reviews.services.verdicts import submit_verdict
from tests.claims.factories import QUOTE, make_claim, make_user
from tests.reviews.factories import approve, make_draft_body, make_publication, make_review

REWORDED = QUOTE.replace("120", "130")
OTHER_LINES = (
    "Repairs to the crossings cost 3.5 million euros, and the work is to go on until the end of next year.",
    "Drivers in the north of the country were told to use the ferries meanwhile, which run once in an hour.",
)
_numbers = count(1)


def page_saying(*lines: str) -> str:
    said = "".join(f"<p>{line}</p>" for line in (*lines, *OTHER_LINES))
    return f"<html><body><article><h1>Ministry counts closed bridges</h1>{said}</article></body></html>"


def bring_in(address: str, *lines: str) -> Article:
    return ingest_html(html=page_saying(*lines), address=address).article


def article_saying(line: str = QUOTE) -> Article:
    return bring_in(f"https://gazette.example/bridges/{next(_numbers)}", f"{line}, the transport ministry said.")


def change(article: Article, line: str) -> None:
    """Its page says `line` from now on; an empty line: nothing of the kind."""
    bring_in(article.address, *([f"{line}, the transport ministry said."] if line else []))
    text = current_text(article)
    assert text is not None
    assert (line in text.text) and (line or "bridges were closed" not in text.text)


def published_claim() -> Publication:
    return make_publication(make_review(make_claim(article_saying(), status=ClaimStatus.ACCEPTED)))


def with_a_sighting() -> tuple[Claim, Claim]:
    """(claim, its sighting in another article)"""
    claim = make_claim(article_saying(), status=ClaimStatus.ACCEPTED)
    other = make_claim(article_saying())
    return claim, mark_sighting(claim=other, canonical=claim, treatment=Treatment.ASSERTS, by=make_user())


def resubmit(review: Review, author: User) -> Verdict:
    """The author of a reopened review, who keeps their draft, submits a new verdict."""
    taken = take_review(review=review, reviewer=author)
    number, version = taken.lease_number, Draft.objects.get(review=review, author=author).version
    draft = save_draft(review=taken, author=author, body=make_draft_body(taken), version=version, lease_number=number)
    return submit_verdict(review=taken, author=author, lease_number=number, version=draft.version)


def submit_again(publication: Publication) -> Verdict:
    reopen_review(review=publication.review, by=make_user("editor"), reason="The article's text changed.")
    return resubmit(publication.review, publication.author)


def publish_again(publication: Publication) -> Publication:
    return approve(submit_again(publication))
