"""Which declared interests touch which claims: the one rule, as SQL that queue, permissions and trigger share."""

# The newsroom's day. Its zone comes with the application's connections (config.env); times stay in UTC there, so that
# nothing that is kept, hashed or exported depends on it. Elsewhere (psql) it is the session's.
_TODAY = """(statement_timestamp() AT TIME ZONE
            COALESCE(NULLIF(current_setting('claimdesk.time_zone', true), ''), current_setting('TimeZone')))::date"""

_SPEAKERS = """SELECT COALESCE(p.merged_into_id, p.id) FROM claims_speaker p WHERE p.id IN (s.speaker_id, s.via_id)"""

# The publisher, what it was merged into, and who owns it, up to the last; UNION ends a circle of owners.
_PUBLISHERS = """WITH RECURSIVE up(id) AS (
        SELECT a.source_id
         UNION
        SELECT above.id FROM up JOIN claims_source o ON o.id = up.id
         CROSS JOIN LATERAL (VALUES (o.owner_id), (o.merged_into_id)) AS above(id)
    ) SELECT id FROM up WHERE id IS NOT NULL"""


def interests_sql(person: str, claim: str) -> str:
    """FROM and WHERE over `i`: the interests in force today of `person` that touch `claim` (SQL for their ids).

    Touched is whatever the claim or a sighting of it names: its speaker and who relayed it, its publisher and that
    one's owners, its topics. Records that were merged are one.
    """
    return f"""reviews_interest i
      JOIN claims_claim s ON s.id = {claim} OR s.canonical_id = {claim}
      JOIN claims_article a ON a.id = s.article_id
     WHERE i.person_id = {person} AND i.since <= {_TODAY} AND (i.until IS NULL OR i.until >= {_TODAY})
       AND (i.topic_id IN (SELECT t.topic_id FROM claims_claim_topics t WHERE t.claim_id = s.id)
         OR COALESCE((SELECT merged_into_id FROM claims_speaker WHERE id = i.speaker_id), i.speaker_id)
            IN ({_SPEAKERS})
         OR COALESCE((SELECT merged_into_id FROM claims_source WHERE id = i.source_id), i.source_id)
            IN ({_PUBLISHERS}))"""  # noqa: S608 the callers' column names and placeholders


def conflict_sql(person: str, claim: str) -> str:
    """A condition: somebody's interests touch the claim. One index probe for people who declared none."""
    return f"EXISTS (SELECT 1 FROM {interests_sql(person, claim)})"  # noqa: S608
