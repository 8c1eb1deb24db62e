"""What must never be in the database, each as a question that finds nothing; and what must never change there."""

from django.db import connection

FORBIDDEN = {
    "a publication whose approver had saved a draft of the review": """
        SELECT p.id FROM reviews_publication p
          JOIN reviews_draft d ON d.review_id = p.review_id AND d.author_id = p.approver_id
         WHERE d.created_at < p.approved_at""",
    "approved without a publication of the latest verdict": """
        SELECT r.id FROM reviews_review r WHERE r.stage = 'approved' AND NOT EXISTS (
            SELECT 1 FROM reviews_verdict v JOIN reviews_publication p ON p.verdict_id = v.id
             WHERE v.review_id = r.id
               AND v.number = (SELECT max(number) FROM reviews_verdict WHERE review_id = r.id))""",
    "submitted with a published verdict": """
        SELECT r.id FROM reviews_review r JOIN reviews_publication p ON p.review_id = r.id
          JOIN reviews_verdict v ON v.id = p.verdict_id
         WHERE r.stage = 'submitted'
           AND v.number = (SELECT max(number) FROM reviews_verdict WHERE review_id = r.id)""",
    "a lease on work that is not being checked": """
        SELECT id FROM reviews_review WHERE lease_holder_id IS NOT NULL AND stage <> 'in_review'""",
    "a lease of somebody else on assigned work": """
        SELECT id FROM reviews_review
         WHERE lease_holder_id <> assignee_id AND lease_until > clock_timestamp()""",
    "work that waits for an answer, and is leased or nobody's": """
        SELECT id FROM reviews_review
         WHERE wait_until IS NOT NULL AND (lease_holder_id IS NOT NULL OR assignee_id IS NULL)""",
    "skipped for everybody, and in somebody's hands": """
        SELECT id FROM reviews_review WHERE skipped_for_all_at IS NOT NULL
           AND (stage <> 'waiting' OR assignee_id IS NOT NULL OR lease_holder_id IS NOT NULL)""",
    "open work of somebody with an interest in its source": """
        SELECT r.id FROM reviews_review r JOIN claims_claim c ON c.id = r.claim_id
          JOIN claims_article a ON a.id = c.article_id
          JOIN reviews_interest i ON i.source_id = a.source_id AND i.until IS NULL
           AND i.person_id IN (r.assignee_id, r.lease_holder_id)
         WHERE r.stage IN ('waiting', 'in_review')""",
    "an approval by somebody with an interest in its source": """
        SELECT p.id FROM reviews_publication p JOIN claims_claim c ON c.id = p.claim_id
          JOIN claims_article a ON a.id = c.article_id
          JOIN reviews_interest i ON i.source_id = a.source_id AND i.until IS NULL AND i.person_id = p.approver_id
         WHERE i.declared_at < p.approved_at""",
    "a verdict without evidence": """
        SELECT v.id FROM reviews_verdict v
         WHERE NOT EXISTS (SELECT 1 FROM reviews_evidence e WHERE e.verdict_id = v.id)""",
    "a publication while a second verdict was awaited, or approved by who took it": """
        SELECT p.id FROM reviews_publication p JOIN reviews_secondopinion o ON o.review_id = p.review_id
         WHERE o.asked_at < p.approved_at
           AND (COALESCE(o.opened_at, o.called_off_at, 'infinity') > p.approved_at
             OR EXISTS (SELECT 1 FROM reviews_seconddraft d
                         WHERE d.opinion_id = o.id AND d.author_id = p.approver_id
                           AND d.created_at < p.approved_at))""",
    "somebody on both sides of a blind round": """
        SELECT d.id FROM reviews_draft d
          JOIN reviews_secondopinion o ON o.review_id = d.review_id
          JOIN reviews_seconddraft s ON s.opinion_id = o.id AND s.author_id = d.author_id""",
    "published while a hold lasted": """
        SELECT p.id FROM reviews_publication p JOIN reviews_hold h ON h.review_id = p.review_id
         WHERE p.approved_at > h.placed_at
           AND p.approved_at < LEAST(COALESCE(h.lifted_at, 'infinity'), COALESCE(h.until, 'infinity'))""",
    "a suspension that was lifted by whoever placed it, or wrote the verdict": """
        SELECT s.id FROM reviews_suspension s JOIN reviews_publication p ON p.id = s.publication_id
         WHERE s.lifted_by_id IN (s.suspended_by_id, p.author_id)""",
    "a page that ends before it begins": "SELECT id FROM reviews_publication WHERE valid_until < valid_from",
    "two pages of a claim at one moment": """
        SELECT a.id FROM reviews_publication a
          JOIN reviews_publication b ON a.review_id = b.review_id AND a.id < b.id
         WHERE tstzrange(a.valid_from, a.valid_until) && tstzrange(b.valid_from, b.valid_until)""",
    "a dispute decided by the author or the approver": """
        SELECT id FROM reviews_disputedecision WHERE decided_by_id IN (author_id, approver_id)""",
    "a minor correction with another rating": """
        SELECT m.id FROM reviews_minorcorrection m JOIN reviews_verdict v ON v.id = m.verdict_id
          JOIN reviews_publication p ON p.id = m.publication_id JOIN reviews_verdict w ON w.id = p.verdict_id
         WHERE v.rating_id <> w.rating_id""",
    "a text withheld by one person": """
        SELECT id FROM reviews_withholding WHERE confirmed_by_id = asked_by_id""",
    "a merged claim with work, or a page, of its own": """
        SELECT m.id FROM reviews_merge m JOIN reviews_review l ON l.id = m.loser_id
         WHERE l.stage <> 'closed' OR EXISTS (
            SELECT 1 FROM reviews_publication p WHERE p.review_id = l.id
               AND COALESCE(p.valid_until, 'infinity') > clock_timestamp())""",
    "still right, by somebody with a draft of it": """
        SELECT k.id FROM reviews_recheck k JOIN reviews_publication p ON p.id = k.publication_id
          JOIN reviews_draft d ON d.review_id = p.review_id AND d.author_id = k.done_by_id
         WHERE k.outcome = 'confirmed' AND d.created_at < k.done_at""",
    "a head that counts other events than there are": """
        SELECT r.id FROM reviews_review r
         WHERE r.event_count <> (SELECT count(*) FROM reviews_event e WHERE e.review_id = r.id)""",
}

FROZEN = {
    "verdicts": "SELECT t.id, md5(t::text) FROM reviews_verdict t WHERE t.review_id = %(review)s",
    "evidence": """SELECT t.id, md5(t::text) FROM reviews_evidence t
                     JOIN reviews_verdict v ON v.id = t.verdict_id WHERE v.review_id = %(review)s""",
    "findings": """SELECT t.id, md5(t::text) FROM reviews_finding t
                     JOIN reviews_verdict v ON v.id = t.verdict_id WHERE v.review_id = %(review)s""",
    "publications": """
        SELECT id, md5(row(verdict_id, author_id, approver_id, approved_at, valid_from, slug, payload::text,
                           payload_sha256, headline, wording, quote, summary, rating_code, label)::text)
          FROM reviews_publication WHERE review_id = %(review)s""",
    "corrections": """SELECT t.id, md5(t::text) FROM reviews_correction t
                        JOIN reviews_publication p ON p.id = t.publication_id WHERE p.review_id = %(review)s""",
    "events": "SELECT t.id, md5(t::text) FROM reviews_event t WHERE t.review_id = %(review)s",
}
"""What is written once; withholding alone empties it."""

WITHHELD = "SELECT 1 FROM reviews_withholding WHERE review_id = %(review)s AND confirmed_at IS NOT NULL LIMIT 1"


def forbidden() -> list[str]:
    """What is there and must not be."""
    with connection.cursor() as cursor:
        return [f"{what}: {rows}" for what, sql in FORBIDDEN.items() if (rows := cursor.execute(sql).fetchall())]


def frozen(review_id: int) -> dict[str, dict[int, str]]:
    """Digests of the review's written rows by table; empty once something of it is withheld."""
    with connection.cursor() as cursor:
        asked = {"review": review_id}
        if cursor.execute(WITHHELD, asked).fetchall():
            return {}
        return {what: dict(cursor.execute(sql, asked).fetchall()) for what, sql in FROZEN.items()}
