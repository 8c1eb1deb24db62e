from django.db import migrations

# Who suspended what is suspended now; suspensions that were lifted before stand in the decision log alone.
_RECORD = """
    INSERT INTO reviews_suspension (publication_id, suspended_by_id, suspended_at, reason)
    SELECT id, suspended_by_id, suspended_at, suspension_reason
      FROM reviews_publication WHERE suspended_at IS NOT NULL
"""


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0014_second_verdicts_comments_suspensions"),
    ]

    operations = [migrations.RunSQL(_RECORD, migrations.RunSQL.noop)]
