from django.db import migrations

# Until now the decision log alone said who had skipped what; a payload that was withheld has no reason any more.
# Twice changes nothing, and going back leaves the log as it was.
_FROM_THE_LOG = """
    INSERT INTO reviews_skip (review_id, reviewer_id, scope, reason, at)
    SELECT e.review_id, e.actor_id, 'me',
           left(COALESCE(NULLIF(p.text::jsonb -> 'data' ->> 'reason', ''), 'Not on record.'), 500), e.at
      FROM reviews_event e LEFT JOIN reviews_eventpayload p ON p.event_id = e.id
     WHERE e.kind = 'skipped' AND e.actor_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM reviews_skip s
                        WHERE s.review_id = e.review_id AND s.reviewer_id = e.actor_id AND s.at = e.at)
     ORDER BY e.id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0007_skips_and_proposed_sources"),
    ]

    operations = [migrations.RunSQL(_FROM_THE_LOG, migrations.RunSQL.noop)]
