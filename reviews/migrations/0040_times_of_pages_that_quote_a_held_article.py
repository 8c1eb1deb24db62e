from django.db import migrations

# What is still to come and quotes an article that is held begins when the last of those holds ends.
_HELD = """
    CREATE TEMPORARY TABLE stopped_publication ON COMMIT DROP AS
    SELECT p.id, p.review_id, p.valid_from AS came,
           max(COALESCE(h.until, timestamptz '9999-01-01 00:00+00')) AS begins
      FROM reviews_publication p
      JOIN reviews_publishedsighting q ON q.publication_id = p.id
      JOIN reviews_hold h ON h.article_id = q.article_id AND h.lifted_at IS NULL
     WHERE p.valid_until IS NULL AND p.valid_from > now() AND p.set_for IS NOT NULL
     GROUP BY p.id
    HAVING max(COALESCE(h.until, timestamptz '9999-01-01 00:00+00')) > p.valid_from
"""
_STOOD = """
    UPDATE reviews_publication p SET valid_until = s.begins
      FROM stopped_publication s
     WHERE p.review_id = s.review_id AND p.valid_until = s.came AND p.valid_from < s.came
"""
_BEGINS = """
    UPDATE reviews_publication p SET valid_from = s.begins, changed_at = s.begins
      FROM stopped_publication s WHERE s.id = p.id
"""
_GUARDS = ("read_only_d6170", "begins_as_set_e2d7a", "ended_stays_ended_da729", "purge_is_due_01b95")
"""What would refuse these changes, or purge caches for days long past."""


def _guards(does: str) -> str:
    return "ALTER TABLE reviews_publication " + ", ".join(f"{does} TRIGGER pgtrigger_{name}" for name in _GUARDS)


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0039_holds_stop_what_quotes_the_article"),
    ]

    operations = [
        migrations.RunSQL(
            [
                _guards("DISABLE"),
                _HELD,
                _STOOD,
                _BEGINS,
                _guards("ENABLE"),
            ],
            migrations.RunSQL.noop,
        ),
    ]
