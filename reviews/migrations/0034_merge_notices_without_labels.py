from django.db import migrations

# The label of the page that stands may be taken back one day: what was written of it before goes.
_NOW = """
    UPDATE reviews_correction c
       SET now = regexp_replace(c.now, '^(It is checked together with the same statement, on the page of claim \\d+): “.*”\\.$',
                                '\\1.'),
           was = CASE WHEN c.kind = 'clarification'
                      THEN regexp_replace(c.was, '^(This statement had a page of its own), with the verdict “.*”\\.$', '\\1.')
                      ELSE c.was END
      FROM reviews_merge m WHERE m.ended_id = c.publication_id
"""
# Caches ask by the day of the last change.
_CHANGED = """
    UPDATE reviews_publication p SET changed_at = GREATEST(now(), p.valid_from)
      FROM reviews_merge m WHERE m.ended_id = p.id
"""


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0033_times_of_held_publications"),
    ]

    operations = [
        migrations.RunSQL(
            [
                "ALTER TABLE reviews_correction DISABLE TRIGGER pgtrigger_read_only_00d40",
                _NOW,
                "ALTER TABLE reviews_correction ENABLE TRIGGER pgtrigger_read_only_00d40",
                _CHANGED,
            ],
            migrations.RunSQL.noop,
        ),
    ]
