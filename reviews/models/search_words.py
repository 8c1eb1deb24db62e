from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models


class SearchWord(models.Model):
    """A word of published texts, for “did you mean”. `keys` are those of `reviews.spelling`.

    Only a hint: what is suggested is searched for first, so that nothing is suggested that finds nothing.
    """

    word = models.CharField(max_length=40, primary_key=True)
    keys = ArrayField(models.CharField(max_length=40))

    class Meta:
        ordering = ["word"]
        indexes = [GinIndex(fields=["keys"], name="search_word_keys")]

    def __str__(self) -> str:
        return self.word
