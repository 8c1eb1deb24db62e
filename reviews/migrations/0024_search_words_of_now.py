"""The words of what was published before there was a table of them."""

from django.db import migrations

from reviews.spelling import keys_of, words_of

TEXTS = ("headline", "wording", "quote", "summary", "speaker_name", "source_names")


def learn(apps, schema_editor):
    publications = apps.get_model("reviews", "Publication").objects.exclude(payload={})
    words = set()
    for row in publications.values_list(*TEXTS, "topics").iterator(chunk_size=1000):
        words.update(words_of([*row[:-1], *(row[-1] or ())]))
    model = apps.get_model("reviews", "SearchWord")
    model.objects.bulk_create(
        (model(word=word, keys=keys_of(word)) for word in sorted(words)), batch_size=1000, ignore_conflicts=True
    )


class Migration(migrations.Migration):
    dependencies = [("reviews", "0023_search_words_topics_and_vector")]

    operations = [migrations.RunPython(learn, migrations.RunPython.noop)]
