"""Comments on parts of verdicts: which are open, and where in the author's present draft each belongs."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import User

from reviews.drafting import DraftBody
from reviews.models import Comment, CommentAnswer, Evidence, Review, Verdict
from reviews.parts import field_of, parts_of
from reviews.sealing import visible_comments
from reviews.second_opinions import published_number


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment with the words it is about. `where`: the field of the form, empty where the draft has it no more."""

    comment: Comment
    label: str
    about: str
    answer: CommentAnswer | None
    where: str = ""


def remarks(review: Review, reader: User, body: DraftBody | None = None) -> list[Remark]:
    """On the verdicts since the last publication, oldest first. `body` is the draft in which they are placed."""
    seen = visible_comments(reader).filter(verdict__review=review, verdict__number__gt=published_number(review))
    comments = list(seen.select_related("verdict__rating", "made_by", "answer__answered_by").order_by("pk"))
    parts = {verdict.pk: {part.key: part for part in parts_of(verdict)} for verdict in _verdicts(comments)}
    places = _places(comments, body) if body else {}
    made = []
    for comment in comments:
        part = parts[comment.verdict_id].get(comment.part)
        where = places.get(comment.pk, "") if comment.part.startswith("evidence-") else field_of(comment.part)
        label, text = (part.label, part.text) if part else (comment.part, "")
        made.append(Remark(comment, label, text, getattr(comment, "answer", None), where))
    return made


def still_open(found: Iterable[Remark]) -> list[Remark]:
    return [remark for remark in found if remark.answer is None]


def open_comments(review: Review) -> int:
    """How many wait for an answer, whoever asks. Two queries."""
    since = published_number(review)
    return Comment.objects.filter(verdict__review=review, verdict__number__gt=since, answer=None).count()


def _verdicts(comments: list[Comment]) -> list[Verdict]:
    return list({comment.verdict_id: comment.verdict for comment in comments}.values())


def _places(comments: list[Comment], body: DraftBody) -> dict[int, str]:
    """Rows move between two submissions: a row of the draft is the one with the same address and title."""
    rows = {(item.address, item.title.strip()): place for place, item in reversed(list(enumerate(body.evidence)))}
    verdicts = {comment.verdict_id for comment in comments}
    cited = {
        (item.verdict_id, f"evidence-{item.position}"): rows.get((item.address, item.title))
        for item in Evidence.objects.filter(verdict__in=verdicts)
    }
    found = {comment.pk: cited.get((comment.verdict_id, comment.part)) for comment in comments}
    return {pk: f"evidence-{place}" for pk, place in found.items() if place is not None}
