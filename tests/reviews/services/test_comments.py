"""Comments on parts of a verdict, from the editor who makes them to the author who answers."""

import pytest
from django.test import Client

from reviews.commenting import open_comments, remarks, still_open
from reviews.drafting import DraftBody
from reviews.enums import EventKind
from reviews.errors import CommentRefused, NotAllowed, ReasonMissing, Sealed, TransitionRefused
from reviews.models import Comment, CommentAnswer, Draft, Review, Verdict
from reviews.parts import parts_of
from reviews.services.comments import answer_comment, comment_on
from reviews.services.queue import take_review
from reviews.services.seconds import ask_second
from reviews.services.verdicts import request_changes
from tests.claims.admin.pages import address as admin_address
from tests.claims.admin.pages import text_of, told
from tests.claims.factories import make_user
from tests.reviews.database.test_four_eyes import execute, refused
from tests.reviews.desk.pages import address, form_values
from tests.reviews.factories import make_submitted_verdict

pytestmark = pytest.mark.django_db


def sent_back(*parts: str) -> tuple[Verdict, list[Comment]]:
    """A verdict with a comment on each part, its author working on it again."""
    verdict, editor = make_submitted_verdict(explanation="One.\n\nTwo."), make_user("editor")
    made = [comment_on(verdict=verdict, part=part, text=f"About the {part}.", by=editor) for part in parts]
    review = request_changes(verdict=verdict, by=editor, reason="See the comments.")
    take_review(review=review, reviewer=verdict.author)
    return verdict, made


def test_every_part_of_a_verdict_can_be_commented_on() -> None:
    verdict, editor = make_submitted_verdict(explanation="One.\n\nTwo."), make_user("editor")
    parts = [part.key for part in parts_of(verdict)]
    finding = f"finding-{verdict.review.claim_id}"
    rest = ["headline", "summary", "explanation", "paragraph-1", "paragraph-2", "period", "evidence-1", "evidence-2"]
    assert parts == ["rating", finding, *rest]
    for part in parts:
        comment_on(verdict=verdict, part=part, text="Why?", by=editor)
    assert Comment.objects.count() == len(parts)


def test_a_comment_is_in_the_log_and_stays_as_it_was_written() -> None:
    verdict, [comment] = sent_back("headline")
    event = verdict.review.events.get(kind=EventKind.COMMENTED)
    assert "About the headline." in event.payload.text
    refused(lambda: execute("UPDATE reviews_comment SET text = 'Other.'"), "Cannot update rows")
    refused(lambda: execute("DELETE FROM reviews_comment"), "Cannot delete rows")
    answer_comment(comment=comment, text="Shortened.", by=verdict.author)
    refused(lambda: execute("UPDATE reviews_commentanswer SET text = 'Other.'"), "Cannot update rows")
    refused(Comment(verdict=verdict, part="mood", text="x", made_by=make_user()).save, "comment_is_on_a_part")


def test_it_is_refused_where_there_is_nothing_to_comment_on() -> None:
    verdict, editor = make_submitted_verdict(), make_user("editor")
    with pytest.raises(CommentRefused, match="no part"):
        comment_on(verdict=verdict, part="evidence-9", text="x", by=editor)
    with pytest.raises(ReasonMissing):
        comment_on(verdict=verdict, part="rating", text=" ", by=editor)
    with pytest.raises(NotAllowed):
        comment_on(verdict=verdict, part="rating", text="x", by=make_user("reviewer"))
    ask_second(review=verdict.review, by=editor, why="x")
    with pytest.raises(Sealed):
        comment_on(verdict=verdict, part="rating", text="x", by=editor)
    other, _ = sent_back()
    with pytest.raises(TransitionRefused):
        comment_on(verdict=other, part="rating", text="x", by=editor)


def test_the_authors_side_answers_once_and_nobody_else() -> None:
    verdict, [comment] = sent_back("rating")
    with pytest.raises(NotAllowed):
        answer_comment(comment=comment, text="x", by=make_user("reviewer"))
    answer_comment(comment=comment, text="The register says so.", by=verdict.author)
    with pytest.raises(TransitionRefused, match="already"):
        answer_comment(comment=comment, text="x", by=verdict.author)
    assert open_comments(verdict.review) == 0


def test_a_comment_on_evidence_is_found_at_the_row_where_it_stands_now() -> None:
    verdict, _ = sent_back("evidence-1", "evidence-2", "paragraph-2")
    body = DraftBody.from_json(Draft.objects.get().body)
    turned = DraftBody(evidence=(body.evidence[1],))
    places = [remark.where for remark in remarks(verdict.review, verdict.author, turned)]
    assert places == ["", "evidence-0", "explanation"]
    assert [remark.about for remark in remarks(verdict.review, verdict.author)][2] == "Two."


def test_the_author_reads_it_beside_the_field_and_marks_it_as_done(client: Client) -> None:
    verdict, [comment, other] = sent_back("summary", "evidence-1")
    client.force_login(verdict.author)
    page = client.get(address("review", verdict.review))
    text = text_of(page)
    assert "About the summary." in text
    assert "2 comments still open" in text
    values = form_values(page) | {f"done-{comment.pk}": "Rewritten."}
    response = client.post(f"{address('review', verdict.review)}comments/{comment.pk}/answer/", values)
    assert response.status_code == 302
    assert CommentAnswer.objects.get().text == "Rewritten."
    assert "1 comment still open" in text_of(client.get(address("review", verdict.review)))
    client.post(address("submit", verdict.review), form_values(client.get(address("review", verdict.review))))
    assert Review.objects.get().stage == "submitted"
    assert "Comments without an answer: 1." in text_of(client.get(address("home")))
    client.force_login(make_user("editor"))
    latest = Verdict.objects.latest("number")
    page_text = text_of(client.get(admin_address(latest, "approve")))
    assert "Rewritten." in page_text
    assert "1 comment still open" in page_text
    assert [remark.comment for remark in still_open(remarks(verdict.review, verdict.author))] == [other]


def test_an_answer_that_was_only_typed_is_given_with_the_verdict(client: Client) -> None:
    """Once it is submitted nobody could give it any more; while it is refused, the answer stays in its field."""
    verdict, [comment, _] = sent_back("summary", "evidence-1")
    client.force_login(verdict.author)
    values = form_values(client.get(address("review", verdict.review))) | {f"done-{comment.pk}": "Rewritten."}
    answer = client.post(address("submit", verdict.review), values | {"summary": ""})
    assert answer.status_code == 422
    assert form_values(answer)[f"done-{comment.pk}"] == "Rewritten."
    assert not CommentAnswer.objects.exists()
    client.post(address("submit", verdict.review), form_values(answer) | {"summary": "Two registers count."})
    assert Review.objects.get().stage == "submitted"
    assert (CommentAnswer.objects.get().comment, CommentAnswer.objects.get().text) == (comment, "Rewritten.")
    assert "Comments without an answer: 1." in text_of(client.get(address("home")))
    assert open_comments(Verdict.objects.latest("number").review) == 1


def test_an_editor_comments_on_the_page_of_approval(client: Client) -> None:
    verdict = make_submitted_verdict()
    client.force_login(make_user("editor"))
    sent = {"comment-part": "headline", "comment-text": "Too long."}
    assert "Comment added" in told(client, client.post(admin_address(verdict, "comment"), sent))
    assert "Nothing was changed" in told(client, client.post(admin_address(verdict, "comment"), {}))
    assert Comment.objects.get().part == "headline"
    client.force_login(make_user("reviewer"))
    assert client.post(admin_address(verdict, "comment"), sent).status_code == 403
