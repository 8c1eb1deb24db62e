"""Right of reply, as the database keeps it against raw SQL too; in words it is `reviews.right_of_reply`."""

from claims.models.triggers import checked_at_commit, refuse_if

_NAMED = """EXISTS (SELECT 1 FROM claims_claim c JOIN claims_article a ON a.id = c.article_id
                      LEFT JOIN claims_speaker p ON p.id = c.speaker_id
                     WHERE c.id = {claim} AND COALESCE(p.kind <> 'anonymous', a.source_id IS NOT NULL))"""

_RATED_LOW = """EXISTS (SELECT 1 FROM reviews_rating r
                      WHERE r.id = NEW.rating_id
                        AND r.number * 2 <= (SELECT min(number) + max(number) FROM reviews_rating
                                              WHERE scale_id = r.scale_id))"""

OFFERS_A_REPLY = checked_at_commit(
    "offers_a_reply",
    # Checked at commit: the findings follow the verdict in the same transaction.
    refuse_if(
        f"""NEW.contact_exception = ''
            AND NOT EXISTS (SELECT 1 FROM reviews_contact
                             WHERE review_id = NEW.review_id AND withdrawn_because = '')
            AND ({_RATED_LOW}
                 AND {_NAMED.format(claim="(SELECT claim_id FROM reviews_review WHERE id = NEW.review_id)")}
              OR EXISTS (SELECT 1 FROM reviews_finding f
                          WHERE f.verdict_id = NEW.id AND f.value = 'not_said'
                            AND {_NAMED.format(claim="f.claim_id")}))""",  # noqa: S608 constants of this module
        "verdict_offers_a_reply",
        "verdict %: whom it is about was not asked, and it does not say why",
        "NEW.id",
    ),
)
