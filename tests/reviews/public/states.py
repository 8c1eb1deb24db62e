"""A site with every kind of page in every state that readers can meet, for tests that look at all of them."""

from claims.enums import ClaimStatus, Treatment
from claims.services.requests import receive_request
from claims.services.triage import mark_sighting
from reviews.enums import CorrectionKind, DisputeSender
from reviews.models import Publication
from reviews.services.disputes import receive_dispute
from reviews.services.merging import merge_review
from reviews.services.publishing import record_correction, retract_publication, suspend_publication
from reviews.services.withholding import ask_withholding, confirm_withholding
from tests.claims.factories import make_article, make_claim, make_source, make_user
from tests.reviews.factories import make_evidence_input, make_publication, make_review

CODES = ("true", "half_true", "misleading", "false", "unverifiable", "not_checkable")


def full_page() -> Publication:
    """A page with all its parts: sightings, evidence of each stance, a correction, a text shown in full."""
    source = make_source("The Harbour Post", full_text_allowed=True, interests="Owns two ferries.")
    article = make_article(source=source, title="Bridges of the north", address="https://harbour.example/1")
    claim = make_claim(article, status=ClaimStatus.ACCEPTED)
    elsewhere = make_claim(make_article(source=make_source("The Doubter")))
    mark_sighting(claim=elsewhere, canonical=claim, treatment=Treatment.DISPUTES, by=make_user())
    evidence = (
        make_evidence_input(figure_value="124", figure_upper="130", figure_as_of="2021-12"),
        make_evidence_input(stance="refutes", kind="dataset", excerpt_translation="In all, 124."),
        make_evidence_input(stance="context", primary=False, question="attribution"),
    )
    published = make_publication(make_review(claim), code="mostly_true", evidence=evidence)
    by = make_user("editor")
    record_correction(publication=published, kind=CorrectionKind.MINOR, by=by, was="Bridge", now="Bridges")
    return published


def addresses_of_everything(publication: Publication) -> dict[str, int]:
    """Every page, in English, with the status that it answers; `publication` is a full page."""
    by = make_user("editor")
    retracted, suspended, withheld, merged = (make_publication(code="false") for _ in range(4))
    retract_publication(publication=retracted, by=by, was="124 bridges", now="142 bridges")
    suspend_publication(publication=suspended, by=by, reason="A new register.")
    asked = ask_withholding(target=withheld.verdict, legal_basis="Court of Norhaven, 1 C 23/26", by=by)
    confirm_withholding(withholding=asked, by=make_user("editor"))
    merge_review(review=merged.review, into=publication.review, treatment=Treatment.ASSERTS, reason="The same.", by=by)
    for code in CODES:
        make_publication(code=code)
    withheld.refresh_from_db()
    dispute = receive_dispute(
        publication=publication, sender=DisputeSender.READER, objection="It is not so.", grounds="The register."
    )
    request = receive_request(statement="More than 120 bridges are closed.")
    article = publication.payload["article"]
    found = {
        "/": 200,
        "/?q=registers&rating=false&since=never": 200,
        "/?q=zeppelin": 200,
        f"{page_of(publication)}?on={publication.valid_from:%Y-%m-%d}": 200,
        f"/claims/{publication.claim_id}/dispute/": 200,
        f"/claims/{retracted.claim_id}/dispute/": 410,
        f"/articles/{article['id']}/": 200,
        f"/sources/{article['source']['id']}/": 200,
        f"/submit/{request.token}/": 200,
        f"/disputes/{dispute.token}/": 200,
        page_of(withheld): 451,
        "/nowhere/": 404,
        f"{page_of(publication)}?on=1999-01-01": 404,
    }
    found |= {page_of(item): 200 for item in (publication, retracted, suspended, merged)}
    found |= {f"/embed/{item.claim_id}/": 200 for item in (publication, retracted, suspended, withheld, merged)}
    standing = ("sources", "corrections", "methodology", "statistics", "submit")
    return found | {f"/{name}/": 200 for name in standing}


def page_of(publication: Publication) -> str:
    return f"/claims/{publication.claim_id}-{publication.slug}/"
