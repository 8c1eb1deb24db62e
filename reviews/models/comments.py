from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.models.triggers import FROZEN
from reviews.models.verdicts import Verdict


class Comment(models.Model):
    """What an editor says about one part of a submitted verdict; `part` as `reviews.parts` names it."""

    verdict = models.ForeignKey(Verdict, models.PROTECT, related_name="comments")
    part = models.CharField(max_length=40)
    text = models.CharField(max_length=2000)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["verdict", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="comment_says_something"),
            models.CheckConstraint(
                condition=Q(
                    part__regex=r"^(rating|headline|summary|period|exception|reply|explanation|(paragraph|evidence|finding)-[0-9]+)$"
                ),
                name="comment_is_on_a_part",
            ),
        ]
        triggers = [*FROZEN]

    def __str__(self) -> str:
        return self.text


class CommentAnswer(models.Model):
    """The author's side has dealt with a comment, and says how."""

    comment = models.OneToOneField(Comment, models.PROTECT, related_name="answer")
    text = models.CharField(max_length=2000)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="comment_answer_says_something")]
        triggers = [*FROZEN]

    def __str__(self) -> str:
        return self.text
