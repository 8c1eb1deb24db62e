import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0026_indexes_for_counting")]

    operations = [
        migrations.CreateModel(
            name="KeptCounts",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "mark",
                    models.CharField(
                        help_text="Of everything that was counted: another mark, other counts.", max_length=64
                    ),
                ),
                ("counts", models.JSONField()),
                ("counted_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                "verbose_name_plural": "kept counts",
                "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="kept_counts_are_one_row")],
            },
        ),
    ]
