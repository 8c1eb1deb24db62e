"""A withheld text is in no public output: each is asked, and searched for every word that had to go."""

import re
from http import HTTPStatus

import pytest
from django.test import Client

from claims.enums import Treatment
from reviews.enums import CorrectionKind, DisputeOutcome
from reviews.models import Correction, DisputeDecision, Event, MinorCorrection, Publication
from reviews.public.share.card import svg_of
from reviews.public.state import state_of
from reviews.services.corrections import Notice
from reviews.services.disputes import decide_dispute
from reviews.services.publishing import merge_review, record_correction
from reviews.services.withholding import ask_withholding, confirm_withholding
from tests.claims.factories import make_user
from tests.reviews.changed_texts import publish_again
from tests.reviews.database.test_four_eyes import check_deferred
from tests.reviews.factories import approve, make_publication
from tests.reviews.public.addresses import verdict_of
from tests.reviews.public.everything import body, outputs, public_names
from tests.reviews.public.pages import text_of
from tests.reviews.services.test_disputes import make_dispute
from tests.reviews.services.test_minor_corrections import correct
from tests.reviews.services.test_withholding import BASIS, telling, withheld

pytestmark = pytest.mark.django_db

WORD = re.compile("zyx[a-z]*", re.IGNORECASE)

SHOWING = {
    "public:verdict", "public:claim", "public:verdicts", "public:dispute", "public:share-svg", "public:article",
    "public:source", "public:corrections", "machines:assessors-file", "public:embed", "machines:oembed",
    "public:verdicts-feed", "public:corrections-feed", "machines:claim-reviews", "machines:sitemap", "public:disputed",
    "api:verdicts", "api:verdict", "api:corrections", "api:article", "api:claims-search",
}  # fmt: skip
"""Outputs in which words of a verdict, or of its slug, stand."""


def shows(client: Client, publication: Publication, token: str) -> dict[str, set[str]]:
    """Name of each output → the words found in it."""
    found: dict[str, set[str]] = {}
    for name, addresses in outputs(publication, word="zyxheadline", token=token).items():
        for address in addresses:
            # The word that is looked for comes back in the form and in links of the result.
            text = body(client, address).lower().replace(f"q={'zyxheadline'}", "").replace('value="zyxheadline"', "")
            found.setdefault(name, set()).update(WORD.findall(text))
    return {name: words for name, words in found.items() if words}


def test_every_public_address_is_among_them() -> None:
    assert set(outputs(make_publication(), word="x", token="y")) == public_names()


def test_what_two_people_withheld_is_in_no_public_output(client: Client) -> None:
    publication = telling()
    make_publication()
    record_correction(
        publication=publication, kind=CorrectionKind.MINOR, by=make_user("editor"),
        was="Zyxwas", now="Zyxnow", cause="Zyxcause", noticed_by="Zyxreader",
    )  # fmt: skip
    token = str(make_dispute(publication).token)
    before = shows(client, publication, token)
    # The test could find them: it does, in each output that shows a verdict.
    assert set(before) == SHOWING, set(before) ^ SHOWING
    withheld(publication)
    # Old addresses, which others have stored, are asked with their words.
    assert shows(client, publication, token) == {}


def test_the_address_says_since_when_and_machines_are_told_to_forget(client: Client) -> None:
    publication = telling()
    old = verdict_of(publication)
    done = withheld(publication)
    answer = client.get(old, follow=True)
    assert answer.status_code == HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS
    assert done.confirmed_at is not None
    page = answer.content.decode()
    assert f"{done.confirmed_at:%-d %B %Y}" in page
    assert "Withheld since" in page
    assert "Norhaven" not in page
    assert 'content="noindex' in page
    as_of = client.get(f"{old}?on={publication.valid_from:%Y-%m-%d}", follow=True)
    assert as_of.status_code == HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS
    machine = client.get(f"/api/v1/verdicts/{publication.claim_id}/")
    assert machine.status_code == HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS
    assert "Withheld since" in text_of(client, f"/embed/{publication.claim_id}/")
    for listed in ("/", "/feeds/verdicts.atom", "/feeds/claimreview.json", "/sitemap.xml", "/api/v1/verdicts/"):
        assert f"/claims/{publication.claim_id}" not in body(client, listed), listed


def test_the_share_image_is_drawn_without_a_word_of_it(client: Client) -> None:
    publication = telling()
    before = client.get(f"/claims/{publication.claim_id}/share.png").content
    withheld(publication)
    after = client.get(f"/claims/{publication.claim_id}/share.png")
    fresh = Publication.objects.get(pk=publication.pk)
    assert after.content != before
    assert not WORD.search(svg_of(fresh, state_of(fresh, [])))


def test_an_answer_that_a_cache_has_is_not_confirmed(client: Client) -> None:
    publication = telling()
    for address in (verdict_of(publication), f"/embed/{publication.claim_id}/", "/", "/corrections/"):
        tag = client.get(address)["ETag"]
        assert client.get(address, HTTP_IF_NONE_MATCH=tag).status_code == HTTPStatus.NOT_MODIFIED
    tags = {path: client.get(path)["ETag"] for path in (f"/embed/{publication.claim_id}/", "/")}
    withheld(publication)
    for path, tag in tags.items():
        assert client.get(path, HTTP_IF_NONE_MATCH=tag).status_code == HTTPStatus.OK


def test_an_earlier_edition_is_withheld_as_of_its_day_and_the_page_of_today_stands(client: Client) -> None:
    first = telling()
    second = publish_again(first)
    assert second.slug == first.slug
    withheld(first)
    page = body(client, f"/claims/{first.claim_id}/")
    assert second.headline in page
    assert not WORD.search(page)
    # The address had the withheld headline's words; the old one, which others have stored, leads to the plain one.
    answer = client.get(verdict_of(first))
    assert (answer.status_code, answer["Location"]) == (
        HTTPStatus.MOVED_PERMANENTLY,
        f"/claims/{first.claim_id}-claim/",
    )
    for listed in ("/", "/sitemap.xml", "/feeds/verdicts.atom", "/api/v1/verdicts/", "/feeds/claimreview.json"):
        assert not WORD.search(body(client, listed)), listed


def test_a_later_edition_withheld_leaves_the_words_of_the_first_headline_in_the_address(client: Client) -> None:
    first = make_publication()
    second = publish_again(first)
    withheld(second)
    assert Publication.objects.get(pk=first.pk).slug == first.slug


def test_a_page_that_was_merged_into_a_withheld_one_keeps_none_of_its_words(client: Client) -> None:
    loser, winner = make_publication(), telling()
    merge_review(
        review=loser.review, into=winner.review, treatment=Treatment.ASSERTS, reason="The same.", by=make_user("editor")
    )
    withheld(winner)
    for address in (verdict_of(loser), "/corrections/", "/feeds/corrections.atom", "/api/v1/corrections/"):
        assert not WORD.search(body(client, address)), address


class TestNoticesAlone:
    """A notice that repeats what had to go is withheld with its event; the page that it is of stays."""

    def withhold(self, event: Event) -> None:
        asked = ask_withholding(target=event, legal_basis=BASIS, by=make_user("editor"))
        confirm_withholding(withholding=asked, by=make_user("editor"))

    def test_a_minor_correction_that_quotes_the_words_it_put_right(self, client: Client) -> None:
        first = make_publication(summary="Zyxsummary of two registers.")
        newer = approve(correct(first, notice=Notice("Zyxquoted", "Right.", "A slip.")))
        check_deferred()
        withheld(first)
        newer.refresh_from_db()
        assert "Zyxquoted" in body(client, "/corrections/")
        tag = client.get(verdict_of(newer))["ETag"]
        self.withhold(newer.review.events.get(kind="corrected"))
        assert (Correction.objects.get().was, MinorCorrection.objects.get().was) == ("Withheld", "Withheld")
        answer = client.get(verdict_of(newer), HTTP_IF_NONE_MATCH=tag)
        assert answer.status_code == HTTPStatus.OK
        assert newer.summary in answer.content.decode()
        for address in (verdict_of(newer), "/corrections/", "/feeds/corrections.atom", "/api/v1/corrections/"):
            assert not WORD.search(body(client, address)), address

    def test_the_answer_to_a_dispute(self, client: Client) -> None:
        dispute = make_dispute()
        decide_dispute(
            dispute=dispute,
            by=make_user("editor"),
            outcome=DisputeOutcome.REJECTED,
            answer="Zyxanswer.",
            is_public=True,
        )
        page = verdict_of(dispute.publication)
        assert "Zyxanswer" in body(client, page)
        tag = client.get(page)["ETag"]
        self.withhold(dispute.publication.review.events.get(kind="dispute_decided"))
        assert DisputeDecision.objects.get().answer == "Withheld"
        assert client.get(page, HTTP_IF_NONE_MATCH=tag).status_code == HTTPStatus.OK
        for address in (page, f"/api/v1/verdicts/{dispute.publication.claim_id}/", f"/disputes/{dispute.token}/"):
            assert not WORD.search(body(client, address)), address

    def test_other_notices_stay(self, client: Client) -> None:
        publication, editor = make_publication(), make_user("editor")
        for was in ("Zyxone", "Zyxtwo"):
            record_correction(publication=publication, kind=CorrectionKind.UPDATE, by=editor, was=was, now="Since.")
        self.withhold(publication.review.events.filter(kind="corrected").order_by("sequence")[0])
        assert set(WORD.findall(body(client, "/corrections/"))) == {"Zyxtwo"}
