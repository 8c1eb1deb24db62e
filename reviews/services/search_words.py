"""The words of published texts, kept in step with what is published and withheld."""

from collections.abc import Iterable
from typing import Final

from django.db import connection, transaction

from reviews.models import Publication, SearchWord
from reviews.spelling import keys_of, words_of

_FORGET: Final = """
    DELETE FROM reviews_searchword
     WHERE word = ANY(%(words)s)
       AND NOT EXISTS (
           SELECT FROM reviews_publication p
            WHERE p.id <> %(publication)s
              AND p.search @@ (plainto_tsquery('english', word) || plainto_tsquery('simple', word)))
"""


def learn_words(texts: Iterable[str]) -> None:
    """In the order of the alphabet, so that two publications at once wait for each other and never in a circle."""
    rows = [SearchWord(word=word, keys=keys_of(word)) for word in words_of(texts)]
    SearchWord.objects.bulk_create(rows, batch_size=1_000, ignore_conflicts=True)


def texts_of(publication: Publication) -> list[str]:
    """What the search looks at."""
    topics = publication.payload["claim"]["topics"] if publication.payload else []
    own = (publication.headline, publication.wording, publication.quote, publication.summary)
    return [*own, publication.speaker_name, publication.source_names, *topics]


@transaction.atomic
def forget_words(publication: Publication) -> None:
    """Of a text that is about to be withheld: those that no other publication has."""
    with connection.cursor() as cursor:
        cursor.execute(_FORGET, {"words": words_of(texts_of(publication)), "publication": publication.pk})
