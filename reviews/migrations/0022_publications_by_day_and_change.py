"""Indexes for lists of 100,000 verdicts. The one that this replaces left out what has ended, and no list could use it:

an end may also be still to come.
"""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0021_public_role_sees_published_articles")]

    operations = [
        migrations.RemoveIndex(model_name="publication", name="publication_newest"),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(
                fields=["-valid_from", "-id"],
                include=["valid_until", "suspended_at", "is_sample", "verdict", "review", "claim"],
                name="publication_by_day",
            ),
        ),
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(fields=["-changed_at", "-id"], name="publication_by_change"),
        ),
    ]
