from django.db import migrations

from reviews.seeds import RATINGS, SCALE


def seed(apps, schema_editor):
    """Adds the first revision unless one exists; rows are frozen, so the way back leaves them to the dropped tables."""
    Scale = apps.get_model("reviews", "Scale")
    Rating = apps.get_model("reviews", "Rating")
    if Scale.objects.exists():
        return
    scale = Scale.objects.create(**SCALE)
    Rating.objects.bulk_create(
        Rating(scale=scale, position=position, **rating) for position, rating in enumerate(RATINGS, start=1)
    )


class Migration(migrations.Migration):
    dependencies = [("reviews", "0002_published_author_wrote_the_verdict")]

    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
