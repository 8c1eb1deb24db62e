"""The page of a blind second verdict at the desk, without scripts."""

import pytest
from django.test import Client
from lxml import html

from reviews.models import SecondDraft, SecondOpinion, SecondVerdict
from reviews.services.seconds import ask_second, call_off_second, release_second
from tests.claims.factories import make_user
from tests.reviews.desk.pages import address, text_of
from tests.reviews.factories import make_draft, make_review, make_second, make_second_body, make_submitted_verdict

pytestmark = pytest.mark.django_db


def asked(*, to: object = None) -> SecondOpinion:
    return ask_second(review=make_review(), by=make_user("editor"), why="Much hangs on it.", to=to)  # type: ignore[arg-type]


def page_of(opinion: SecondOpinion, step: str = "") -> str:
    return f"/desk/seconds/{opinion.pk}/{step}"


def values(client: Client, opinion: SecondOpinion, **typed: object) -> dict[str, object]:
    form = html.fromstring(client.get(page_of(opinion)).content.decode()).get_element_by_id("second")
    body = make_second_body(opinion.review)
    findings = {f"findings-{claim}": value for claim, value in body.findings.items()}
    complete = {"rating": body.rating, "reasoning": body.reasoning, "sources": body.sources, **findings}
    return dict(form.form_values()) | complete | typed


def test_it_is_offered_taken_saved_and_submitted(client: Client) -> None:
    opinion, reviewer = asked(), make_user("reviewer")
    client.force_login(reviewer)
    assert str(opinion.review.claim) in text_of(client.get(address("home")))
    client.post(page_of(opinion, "take/"))
    client.post(page_of(opinion, "save/"), values(client, opinion, sources=""))
    draft = SecondDraft.objects.get()
    assert (draft.author, draft.version, draft.body["sources"]) == (reviewer, 2, "")
    refused = client.post(page_of(opinion, "save/"), values(client, opinion, sources="", submit="yes"))
    assert refused.status_code == 422
    assert "no verdict without a source" in text_of(refused)
    client.post(page_of(opinion, "save/"), values(client, opinion, submit="yes"))
    assert SecondVerdict.objects.get().author == reviewer
    assert "stays sealed until the first verdict is in too" in text_of(client.get(page_of(opinion)))


def test_an_old_page_overwrites_nothing_and_keeps_what_was_typed(client: Client) -> None:
    opinion = asked(to=(reviewer := make_user("reviewer")))
    client.force_login(reviewer)
    old = values(client, opinion, reasoning="From the other window.")
    client.post(page_of(opinion, "save/"), values(client, opinion, reasoning="Kept."))
    answer = client.post(page_of(opinion, "save/"), old)
    assert answer.status_code == 409
    assert "From the other window." in answer.content.decode()
    shown = html.fromstring(answer.content.decode()).get_element_by_id("conflict").text_content()
    assert "How you came to itKept." in shown
    assert "Said so" in shown
    assert SecondDraft.objects.get().body["reasoning"] == "Kept."


def test_it_is_given_back_and_its_text_kept(client: Client) -> None:
    opinion = asked(to=(reviewer := make_user("reviewer")))
    client.force_login(reviewer)
    client.post(page_of(opinion, "release/"), values(client, opinion, reasoning="Half an hour's work."))
    opinion.refresh_from_db()
    assert opinion.reviewer is None
    client.post(page_of(opinion, "take/"))
    assert "Half an hour's work." in html.fromstring(client.get(page_of(opinion)).content.decode()).text_content()


@pytest.mark.parametrize(("step", "status"), [("called off", 409), ("taken away", 403)])
def test_what_was_written_meanwhile_is_shown_when_it_is_over(client: Client, step: str, status: int) -> None:
    """There is no form any more that could hold it."""
    opinion = asked(to=(reviewer := make_user("reviewer")))
    client.force_login(reviewer)
    sent = values(client, opinion, reasoning="Half an hour's work.")
    if step == "called off":
        call_off_second(opinion=opinion, by=make_user("editor"), reason="It is not needed.")
    else:
        release_second(opinion=opinion, by=make_user("editor"))
    for button in ("save/", "release/"):
        answer = client.post(page_of(opinion, button), sent)
        assert answer.status_code == status
        assert (
            "Half an hour's work." in html.fromstring(answer.content.decode()).get_element_by_id("typed").text_content()
        )


def test_what_is_missing_is_said_above_the_claim_and_leads_to_its_field(client: Client) -> None:
    opinion = asked(to=(reviewer := make_user("reviewer")))
    client.force_login(reviewer)
    nothing = {"version": "1", "submit": "yes"}
    page = html.fromstring(client.post(page_of(opinion, "save/"), nothing).content.decode())
    links = page.xpath("//*[@id='unfinished']//li/a/@href")
    assert len(links) == 4
    assert all(page.xpath("//*[@id=$id]", id=link.removeprefix("#")) for link in links)
    assert page.xpath("//*[@id='unfinished']/following::*[contains(@class, 'workspace-facts')]")


def test_the_workspace_of_the_claim_leads_its_second_reviewer_to_their_own_page(client: Client) -> None:
    opinion = asked(to=(reviewer := make_user("reviewer")))
    client.force_login(reviewer)
    assert client.get(address("review", opinion.review))["Location"] == page_of(opinion)


def test_it_is_not_offered_to_whoever_has_the_first(client: Client) -> None:
    draft = make_draft()
    opinion = ask_second(review=draft.review, by=make_user("editor"), why="Much hangs on it.")
    client.force_login(draft.author)
    assert "Second verdicts" not in text_of(client.get(address("home")))
    client.post(page_of(opinion, "take/"))
    assert "the first verdict in hand" in text_of(client.get(address("home")))
    assert not SecondDraft.objects.exists()


def test_somebody_else_does_not_write_in_it(client: Client) -> None:
    opinion = asked(to=(reviewer := make_user("reviewer")))
    client.force_login(reviewer)
    sent = values(client, opinion)
    client.force_login(make_user("superuser"))
    assert client.post(page_of(opinion, "save/"), sent).status_code == 403
    assert SecondDraft.objects.get().version == 1


def test_once_opened_the_page_shows_both(client: Client) -> None:
    second = make_second(make_submitted_verdict(code="false").review, code="true")
    client.force_login(second.author)
    text = text_of(client.get(page_of(second.opinion)))
    assert "Differs" in text
    assert "The auditors count fewer bridges" in text
