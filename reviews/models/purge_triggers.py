"""Every change of a publication that the public may see asks for a purge, in the same transaction."""

import pgtrigger

PURGE_IS_DUE = pgtrigger.Trigger(
    name="purge_is_due",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func="""
        INSERT INTO reviews_purge (publication_id, due_at)
             VALUES (NEW.id, GREATEST(statement_timestamp(), NEW.valid_from));
        RETURN NULL;
    """,
)
