"""Quotation marks, dashes and blanks that do not break end a word in the search, whatever the database's locale.

PostgreSQL cannot change what a generated column is made of: it is made anew, with its index.
"""

from typing import Any

import django.contrib.postgres.indexes
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import migrations, models
from django.db.models.fields.json import KeyTextTransform

RANGES = (
    *((0xA0, 0xA9), (0xAB, 0xAC), (0xAE, 0xB1), (0xB4, 0xB4), (0xB6, 0xB8), (0xBB, 0xBB), (0xBF, 0xBF)),
    *((0xD7, 0xD7), (0xF7, 0xF7), (0x37E, 0x37E), (0x387, 0x387), (0x589, 0x58A), (0x5BE, 0x5BE), (0x5C0, 0x5C0)),
    *((0x5C3, 0x5C3), (0x5F3, 0x5F4), (0x60C, 0x60D), (0x61B, 0x61B), (0x61E, 0x61F), (0x66A, 0x66D), (0x6D4, 0x6D4)),
    *((0x964, 0x965), (0x2000, 0x200B), (0x2010, 0x2029), (0x202F, 0x205F), (0x20A0, 0x20C0), (0x2122, 0x2122)),
    *((0x2212, 0x2212), (0x3000, 0x3003)),
)
SEPARATORS = "".join(chr(number) for first, last in RANGES for number in range(first, last + 1))


def in_words(text: Any) -> models.Func:
    signs = (models.Value(SEPARATORS), models.Value(" " * len(SEPARATORS)))
    return models.Func(text, *signs, function="translate", output_field=models.TextField())


def vector(text: Any, weight: str, config: str = "english") -> SearchVector:
    return SearchVector(in_words(text), weight=weight, config=config)


TOPICS = KeyTextTransform("topics", KeyTextTransform("claim", "payload"))


class Migration(migrations.Migration):
    dependencies = [("reviews", "0029_another_rating_is_explained")]

    operations = [
        migrations.RemoveIndex(model_name="publication", name="publication_search"),
        migrations.RemoveField(model_name="publication", name="search"),
        migrations.AddField(
            model_name="publication",
            name="search",
            field=models.GeneratedField(
                db_persist=True,
                expression=vector("headline", "A")
                + vector("wording", "A")
                + vector("quote", "B")
                + vector("summary", "B")
                + vector("speaker_name", "A", "simple")
                + vector("source_names", "C", "simple")
                + vector(TOPICS, "C"),
                output_field=SearchVectorField(),
            ),
        ),
        migrations.AddIndex(
            model_name="publication",
            index=django.contrib.postgres.indexes.GinIndex(fields=["search"], name="publication_search"),
        ),
    ]
