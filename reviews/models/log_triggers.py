"""The decision log as the database keeps it: each row continues the chain, the head follows, payloads fit digests."""

import pgtrigger

from claims.models.triggers import body, refuse_if

CONTINUES_THE_CHAIN = pgtrigger.Trigger(
    name="continues_the_chain",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    declare=[("review", "reviews_review%ROWTYPE")],
    # The same text as `reviews.decision_log.chain_hash` makes; every event that is written holds the two together.
    func=body(
        "SELECT * INTO review FROM reviews_review WHERE id = NEW.review_id FOR UPDATE;",
        refuse_if(
            """NEW.sequence <> review.event_count + 1 OR NEW.previous_hash <> review.head_hash
               OR NEW.hash <> encode(sha256(convert_to(
                      concat_ws(E'\\n', NEW.version, review.uuid, NEW.sequence, NEW.previous_hash, NEW.payload_sha256),
                      'UTF8')), 'hex')""",
            "event_continues_the_chain",
            "event % of review % does not continue its log",
            "NEW.sequence",
            "NEW.review_id",
        ),
    ),
)

PAYLOAD_FITS_ITS_DIGEST = pgtrigger.Trigger(
    name="payload_fits_its_digest",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func=body(
        refuse_if(
            """NOT EXISTS (SELECT 1 FROM reviews_event
                        WHERE id = NEW.event_id
                          AND payload_sha256 = encode(sha256(convert_to(NEW.text, 'UTF8')), 'hex'))""",
            "event_payload_fits_its_digest",
            "event %: this is not the payload that was hashed",
            "NEW.event_id",
        )
    ),
)

HEAD_FOLLOWS_THE_LOG = pgtrigger.Trigger(
    name="head_follows_the_log",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    condition=pgtrigger.Condition(
        "OLD.event_count IS DISTINCT FROM NEW.event_count OR OLD.head_hash IS DISTINCT FROM NEW.head_hash"
    ),
    func=body(
        refuse_if(
            """NEW.event_count <> OLD.event_count + 1
           OR NOT EXISTS (SELECT 1 FROM reviews_event
                           WHERE review_id = NEW.id AND sequence = NEW.event_count AND hash = NEW.head_hash)""",
            "review_head_follows_the_log",
            "review %: its head must be the newest event",
            "NEW.id",
        )
    ),
)
