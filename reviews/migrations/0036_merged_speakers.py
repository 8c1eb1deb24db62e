from django.db import migrations, models

# IS NOT NULL, so that the index finds the few that were merged: lists ask for them each time.
VIEW = """
    CREATE VIEW reviews_mergedspeaker AS
    SELECT DISTINCT ON (gone.name) gone.id, gone.name, kept.name AS kept
      FROM claims_speaker gone JOIN claims_speaker kept ON kept.id = gone.merged_into_id
     WHERE gone.merged_into_id IS NOT NULL AND gone.kind IN ('public_figure', 'body') AND kept.kind IN ('public_figure', 'body')
       AND NOT EXISTS (SELECT 1 FROM claims_speaker own WHERE own.name = gone.name AND own.merged_into_id IS NULL)
     ORDER BY gone.name, gone.id DESC
"""


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0008_who_sets_policies"),
        ("reviews", "0035_withholding_reaches_the_approvers_note"),
    ]

    operations = [
        migrations.CreateModel(
            name="MergedSpeaker",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=200)),
                ("kept", models.CharField(max_length=200)),
            ],
            options={"db_table": "reviews_mergedspeaker", "ordering": ["name"], "managed": False},
        ),
        migrations.RunSQL(VIEW, "DROP VIEW reviews_mergedspeaker"),
    ]
