"""What statistics look at, in indexes: rows are wide, and 100,000 of them took seconds to read."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0025_purges")]

    operations = [
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(
                fields=["review", "id"],
                include=[
                    *("valid_from", "valid_until", "suspended_at", "is_sample", "verdict", "claim", "rating_code"),
                    *("rating_number", "label", "origins", "registered_at", "speaker_name", "speaker_kind"),
                    "speaker_party",
                ],
                name="publication_for_counting",
            ),
        ),
        migrations.AddIndex(
            model_name="publishedsighting",
            index=models.Index(
                condition=models.Q(finding="said"), fields=["publication"], name="published_sighting_said"
            ),
        ),
    ]
