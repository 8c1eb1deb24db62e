from django.db import migrations

# What is still to come was set to its time.
_SET = "UPDATE reviews_publication SET set_for = valid_from WHERE valid_from > now()"

# When the last of the holds ends that were placed before a publication began; later ones stopped nothing.
_HELD = """
    CREATE TEMPORARY TABLE held_publication ON COMMIT DROP AS
    SELECT p.id, p.review_id, p.valid_from AS set_for,
           max(COALESCE(LEAST(h.lifted_at, h.until), timestamptz '9999-01-01 00:00+00')) AS begins
      FROM reviews_publication p
      JOIN reviews_review r ON r.id = p.review_id
      JOIN claims_claim c ON c.id = r.claim_id
      JOIN reviews_hold h ON (h.review_id = r.id OR h.article_id = c.article_id) AND h.placed_at < p.valid_from
     WHERE p.valid_until IS NULL OR p.valid_until > p.valid_from
     GROUP BY p.id
    HAVING max(COALESCE(LEAST(h.lifted_at, h.until), timestamptz '9999-01-01 00:00+00')) > p.valid_from
"""

# Ended before anybody saw it: it never began.
_CALLED_OFF = """
    UPDATE reviews_publication p SET set_for = h.set_for, valid_until = p.valid_from
      FROM held_publication h WHERE h.id = p.id AND p.valid_until <= h.begins
"""

# The page before it stood until the other came out, and that came out when it was let.
_STOOD = """
    UPDATE reviews_publication p SET valid_until = h.begins
      FROM held_publication h JOIN reviews_publication next ON next.id = h.id
     WHERE p.review_id = h.review_id AND p.valid_until = h.set_for AND p.valid_from < h.set_for
       AND (next.valid_until IS NULL OR next.valid_until > h.begins)
"""
_BEGINS = """
    UPDATE reviews_publication p
       SET set_for = h.set_for, valid_from = h.begins, changed_at = GREATEST(p.changed_at, h.begins)
      FROM held_publication h WHERE h.id = p.id AND (p.valid_until IS NULL OR p.valid_until > h.begins)
"""
_GUARDS = ("read_only_d6170", "begins_as_set_e2d7a", "ended_stays_ended_da729", "purge_is_due_01b95")
"""What would refuse these changes, or purge caches for days long past."""


def _guards(does: str) -> str:
    return "ALTER TABLE reviews_publication " + ", ".join(f"{does} TRIGGER pgtrigger_{name}" for name in _GUARDS)


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0032_holds_move_what_is_set"),
    ]

    operations = [
        migrations.RunSQL(
            [
                _guards("DISABLE"),
                _SET,
                _HELD,
                _STOOD,
                _BEGINS,
                _CALLED_OFF,
                _guards("ENABLE"),
            ],
            migrations.RunSQL.noop,
        ),
    ]
