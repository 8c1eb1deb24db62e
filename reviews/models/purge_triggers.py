"""Every change of a publication that the public may see asks for a purge, in the same transaction."""

import pgtrigger

PURGE_IS_DUE = pgtrigger.Trigger(
    name="purge_is_due",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.Update,
    # Where the words of the address had to go, the old address is kept until it is purged; OLD is null on insert.
    # A hold without an end stops it until somebody lifts that, which is another change (models.holds.WHEN_LIFTED).
    func="""
        INSERT INTO reviews_purge (publication_id, due_at, slug)
             SELECT NEW.id, GREATEST(statement_timestamp(), NEW.valid_from), COALESCE(NULLIF(OLD.slug, NEW.slug), '')
              WHERE NEW.valid_from < timestamptz '9999-01-01 00:00+00';
        RETURN NULL;
    """,
)
