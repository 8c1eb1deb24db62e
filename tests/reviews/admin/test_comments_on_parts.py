"""Comments on the page of approval: beside each part of the public page, from there to the author's field."""

from http import HTTPStatus
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from lxml import html

from reviews.admin.comment_places import explanation_blocks
from reviews.models import Comment, Verdict
from reviews.parts import parts_of
from reviews.public.markdown import blocks, render
from reviews.services.comments import answer_comment, comment_on
from reviews.services.queue import take_review
from reviews.services.verdicts import request_changes
from tests.claims.admin.pages import address, text_of, told
from tests.claims.factories import make_user
from tests.reviews.desk.pages import address as desk_address
from tests.reviews.factories import LOW, make_evidence_input, make_next_verdict, make_submitted_verdict, rating

pytestmark = pytest.mark.django_db

EXPLANATION = "One.\n\n## Then\nTwo.\n\n- a\n\n- b\n\n```\nx\n\ny\n```\n\nThe [last](https://a.example)."

FIELDS = {"period": "period_to", "exception": "origins_exception", "reply": "contact_exception"}


def full_verdict() -> Verdict:
    """With every part that a verdict can have."""
    return make_submitted_verdict(
        explanation="One.\n\nTwo.",
        rating=rating(LOW[0]).pk,
        evidence=(make_evidence_input(),),
        origins_exception="Only one register exists.",
        contact_exception="The speaker has died.",
    )


def page_of(client: Client, verdict: Verdict) -> Any:
    return html.fromstring(client.get(address(verdict, "approve")).content.decode())


def posted_from(page: Any, part: str, text: str) -> dict[str, str]:
    """What the form beside a part would send."""
    [form] = page.get_element_by_id(f"at-{part}").xpath(".//form")
    return dict(form.form_values()) | {"comment-text": text}


def test_each_part_has_its_comment_form_beside_it_on_the_page(client: Client, editor: User) -> None:
    verdict = full_verdict()
    page = page_of(client, verdict)
    keys = [part.key for part in parts_of(verdict)]
    assert {"rating", "reply", "exception", "paragraph-2", "evidence-1", f"finding-{verdict.review.claim_id}"} <= {
        *keys
    }
    for key in keys:
        sent = posted_from(page, key, f"About {key}.")
        response = client.post(address(verdict, "comment"), sent)
        assert response["Location"] == f"{address(verdict, 'approve')}#at-{key}"
    assert [comment.part for comment in Comment.objects.order_by("pk")] == keys
    page = page_of(client, verdict)
    for key in keys:
        assert f"About {key}." in page.get_element_by_id(f"at-{key}").text_content()
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_the_places_are_beside_what_they_are_about(client: Client, editor: User) -> None:
    verdict = full_verdict()
    page = page_of(client, verdict)
    for key, words in {"evidence-1": verdict.evidence.get().title, "rating": verdict.rating.label}.items():
        assert words in page.get_element_by_id(f"at-{key}").getparent().text_content()
    before = page.get_element_by_id("at-paragraph-2").getprevious()
    assert before.text_content().strip() == "Two."


def test_an_empty_comment_is_refused_at_its_part(client: Client, editor: User) -> None:
    verdict = make_submitted_verdict()
    response = client.post(address(verdict, "comment"), {"comment-part": "summary", "comment-text": " "})
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    place = html.fromstring(response.content.decode()).get_element_by_id("at-summary")
    assert "Write the comment." in place.text_content()
    assert place.xpath(".//details/@open")
    assert not Comment.objects.exists()


def test_what_was_typed_stays_when_the_service_refuses(client: Client, editor: User) -> None:
    verdict = make_submitted_verdict()
    sent = {"comment-part": "headline", "comment-text": "Too long."}
    own = make_submitted_verdict()
    request_changes(verdict=own, by=make_user("editor"), reason="x")
    response = client.post(address(own, "comment"), sent)
    assert response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "while a verdict awaits approval" in told(client, response)
    assert "Too long." in html.fromstring(response.content.decode()).get_element_by_id("at-headline").text_content()
    response = client.post(address(verdict, "comment"), sent | {"comment-part": "mood"})
    assert "has no part" in told(client, response)
    assert not Comment.objects.exists()


def test_the_author_finds_it_at_the_field_and_the_next_editor_sees_how_it_was_answered(client: Client) -> None:
    verdict, editor = full_verdict(), make_user("editor")
    made = {part.key: comment_on(verdict=verdict, part=part.key, text="Why?", by=editor) for part in parts_of(verdict)}
    taken = take_review(
        review=request_changes(verdict=verdict, by=editor, reason="See the comments."), reviewer=verdict.author
    )
    client.force_login(verdict.author)
    page = html.fromstring(client.get(desk_address("review", taken)).content.decode())
    for key, comment in made.items():
        [field, *_] = page.xpath(
            f"//*[@id='comment-{comment.pk}']/preceding::*[self::input or self::textarea or self::select]"
            "[not(starts-with(@name, 'done-'))][1]/@name"
        )
        kind = "explanation" if key.startswith("paragraph") else key.split("-")[0]
        assert FIELDS.get(kind, kind) in field, key
    answer_comment(comment=made["headline"], text="It is shorter now.", by=verdict.author)
    again = make_next_verdict(verdict.review, verdict.author)
    client.force_login(editor)
    text = text_of(client.get(address(again, "approve")))
    assert "On earlier verdicts of this review" in text
    assert "It is shorter now." in text


def test_those_who_may_not_ask_for_changes_see_no_form(client: Client, editor: User) -> None:
    verdict = make_submitted_verdict()
    request_changes(verdict=verdict, by=make_user("editor"), reason="x")
    assert not page_of(client, verdict).xpath("//*[starts-with(@id, 'at-')]")


def test_the_public_page_has_no_place_for_comments(client: Client) -> None:
    assert "".join(block.html for block in blocks(EXPLANATION)) == render(EXPLANATION)


def test_each_paragraph_is_named_once_where_it_ends() -> None:
    found = explanation_blocks(EXPLANATION)
    assert [block.paragraphs for block in found] == [[1], [], [2], [3, 4], [5, 6], [7]]
    assert "Two." in found[2].html
