"""Copies of published verdicts under other numbers, with other words, people, sources and dates."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from random import Random
from typing import Any
from uuid import UUID

import psycopg
from django.utils.text import slugify
from psycopg import sql

from claims.enums import ClaimKind, ClaimStatus, SpeakerKind
from claims.models import Source, Speaker
from reviews.enums import CorrectionKind
from reviews.labels import questions
from reviews.models import Publication
from reviews.payload import SLUG_LIMIT, payload_sha256
from tests.benchmarks.many_words import SOURCES, SPEAKERS, text
from tests.claims.factories import make_claim, make_source, make_user
from tests.reviews.factories import make_publication, make_review

Row = dict[str, Any]
Rows = dict[str, list[Row]]

CODES = ("true", "mostly_true", "half_true", "misleading", "false", "unverifiable", "not_checkable")
FIRST, LAST = datetime(2019, 1, 1, tzinfo=UTC), datetime(2026, 6, 30, tzinfo=UTC)

COPIES = 1_000_000
"""Ids of copies begin here, so that what the services make lies below."""

PER_ARTICLE, PER_VERDICT = 3, 10
"""Verdicts about one article; the most rows of one table that a verdict has."""

SUSPENDED, RETRACTED, CORRECTED = 200, 25, 30
"""One verdict in so many."""

# Which rows of a template belong to it: the column that says so, and what it holds.
BELONGS = {
    "claims_article": "id IN (SELECT article_id FROM claims_claim WHERE id = %(claim_id)s)",
    "claims_articletext": "article_id IN (SELECT article_id FROM claims_claim WHERE id = %(claim_id)s)",
    "claims_claim": "id = %(claim_id)s",
    "claims_anchor": "claim_id = %(claim_id)s",
    "reviews_review": "id = %(review_id)s",
    "reviews_verdict": "id = %(verdict_id)s",
    "reviews_finding": "verdict_id = %(verdict_id)s",
    "reviews_evidence": "verdict_id = %(verdict_id)s",
    "reviews_publication": "id = %(id)s",
    "reviews_publishedsighting": "publication_id = %(id)s",
    "reviews_publishedsource": "publication_id = %(id)s",
}


def make_templates() -> list[int]:
    """Publications made by the services, one for each rating and kind; the same ones once they are there. Their ids."""
    if made := list(Publication.objects.filter(pk__lt=COPIES).order_by("pk").values_list("pk", flat=True)):
        return made
    author, approver, source = make_user("reviewer"), make_user("editor"), make_source()
    known = {*Source.objects.values_list("name", flat=True), *Speaker.objects.values_list("name", flat=True)}
    Source.objects.bulk_create(Source(name=name, kind=source.kind) for name in SOURCES if name not in known)
    Speaker.objects.bulk_create(
        Speaker(name=name, kind=SpeakerKind.PUBLIC_FIGURE, party=f"Party {number % 7}")
        for number, name in enumerate(SPEAKERS)
        if name not in known
    )
    return [
        make_publication(
            make_review(make_claim(status=ClaimStatus.ACCEPTED, by=approver, kind=kind)), author, approver, code=code
        ).pk
        for code in CODES
        for kind in ClaimKind.values
    ]


class Copies:
    """Makes the rows of copy number n, the same for the same n."""

    def __init__(self, connection: psycopg.Connection[Row], templates: Iterable[int]) -> None:
        self._columns = {table: _columns(connection, table) for table in BELONGS}
        self._templates = [self._template(connection, pk) for pk in templates]
        self._speakers = list(Speaker.objects.filter(name__in=SPEAKERS).order_by("pk"))
        self._speaker_ids = {speaker.name: speaker.pk for speaker in self._speakers}
        self._sources = list(Source.objects.filter(name__in=SOURCES).order_by("pk"))

    def rows(self, numbers: range, count: int) -> Rows:
        """Of these copies, spread evenly over the years until the `count`-th."""
        found: Rows = {table: [] for table in (*BELONGS, "reviews_correction")}
        for number in numbers:
            for table, rows in self._copy(number, FIRST + (LAST - FIRST) * number / count).items():
                found[table].extend(rows)
        return found

    def _template(self, connection: psycopg.Connection[Row], pk: int) -> Rows:
        about = connection.execute("SELECT * FROM reviews_publication WHERE id = %s", [pk]).fetchone()
        assert about is not None
        statement = sql.SQL("SELECT {} FROM {} WHERE {} ORDER BY id")
        return {
            table: connection.execute(
                statement.format(
                    sql.SQL(", ").join(map(sql.Identifier, self._columns[table])),
                    sql.Identifier(table),
                    sql.SQL(belongs),
                ),
                about,
            ).fetchall()
            for table, belongs in BELONGS.items()
        }

    def _copy(self, number: int, day: datetime) -> Rows:
        """`ids` of one row each; what hangs on them is counted from `PER_VERDICT` times the number."""
        random = Random(number)
        template = self._templates[number % len(self._templates)]
        pk, article, day = COPIES + number, COPIES + number // PER_ARTICLE, day + timedelta(seconds=random.random())
        payload = self._payload(template, number, day)
        return {
            **self._claim_rows(template, pk, article, payload, first_of_article=number % PER_ARTICLE == 0),
            **_verdict_rows(template, pk, day, payload),
            **self._public_rows(template, pk, day, payload, random),
        }

    def _payload(self, template: Rows, number: int, day: datetime) -> Row:
        random, shared = Random(number), Random(-1 - number // PER_ARTICLE)
        old: Row = template["reviews_publication"][0]["payload"]
        speaker = self._speakers[int(len(self._speakers) * random.random() ** 3)]
        publisher = self._sources[int(len(self._sources) * shared.random() ** 2)]
        stated_on, quote = f"{day - timedelta(days=9):%Y-%m-%d}", text(random, 18)
        article = old["article"] | {
            "id": COPIES + number // PER_ARTICLE,
            "title": text(shared, 8),
            "address": f"https://news.example/{number // PER_ARTICLE}",
            "source": {"id": publisher.pk, "name": publisher.name},
            "published_on": stated_on,
        }
        named = {"name": speaker.name, "kind": speaker.kind, "wikidata_id": "", "party": speaker.party}
        headline = text(random, 8)[:75]
        claim = old["claim"] | {
            "id": COPIES + number,
            "wording": text(random, 14),
            "quote": quote,
            "before": text(random, 30),
            "after": text(random, 30),
            "speaker": named,
            "stated_on": stated_on,
            "registered_at": f"{day - timedelta(days=random.expovariate(1 / 6)):%Y-%m-%dT%H:%M:%S+00:00}",
            "topics": random.sample(["Health", "War", "Energy", "Money", "Courts", "Borders"], k=2),
        }
        seen = {"claim_id": claim["id"], "article": article, "speaker": speaker.name, "treatment": "reports"}
        cited = random.sample(self._sources, k=len(old["evidence"]))
        made = old | {
            "slug": slugify(headline)[:SLUG_LIMIT].strip("-"),
            "claim": claim,
            "article": article,
            "sightings": [old["sightings"][0] | seen | {"quote": quote, "before": "", "after": ""}],
            "headline": headline,
            "summary": text(random, 30),
            "explanation_markdown": "\n\n".join(text(random, 50) for _ in range(4)),
            "evidence": [
                item | {"source": item["source"] | {"id": source.pk, "name": source.name}, "excerpt": text(random, 25)}
                for item, source in zip(old["evidence"], cited, strict=True)
            ],
        }
        return made | {"questions": questions(made)}

    def _claim_rows(self, template: Rows, pk: int, article: int, payload: Row, *, first_of_article: bool) -> Rows:
        claim, about = payload["claim"], payload["article"]
        digest = sha256(str(pk).encode()).hexdigest()
        speaker = self._speaker_ids[claim["speaker"]["name"]]
        body = f"{about['title']}\n\n{claim['quote']}"
        rows: Rows = {
            "claims_claim": [
                template["claims_claim"][0]
                | {"id": pk, "article_id": article, "fingerprint": digest, "wording": claim["wording"]}
                | {"speaker_id": speaker, "stated_on": claim["stated_on"]}
            ],
            "claims_anchor": [
                template["claims_anchor"][0]
                | {"id": pk, "claim_id": pk, "article_text_id": article, "quote": claim["quote"]}
            ],
        }
        if first_of_article:
            rows["claims_article"] = [
                template["claims_article"][0]
                | {"id": article, "title": about["title"], "address": about["address"], "text_sha256": digest}
                | {"source_id": about["source"]["id"], "published_on": about["published_on"]}
            ]
            rows["claims_articletext"] = [
                template["claims_articletext"][0]
                | {"id": article, "article_id": article, "text": body, "sha256": sha256(body.encode()).hexdigest()}
            ]
        return rows

    def _public_rows(self, template: Rows, pk: int, day: datetime, payload: Row, random: Random) -> Rows:
        roles = {(payload["article"]["source"]["id"], "reported")}
        roles |= {(item["source"]["id"], "evidence") for item in payload["evidence"]}
        row = _publication(template, pk, day, payload) | _state(pk, day, template["reviews_publication"][0])
        corrections = []
        if row["valid_until"]:
            corrections = [_correction(row, CorrectionKind.RETRACTION, random)]
        elif pk % CORRECTED == 0:
            corrections = [_correction(row, CorrectionKind.MINOR, random)]
        return {
            "reviews_publication": [row],
            "reviews_publishedsighting": [
                template["reviews_publishedsighting"][0]
                | {"id": pk, "publication_id": pk, "claim_id": pk, "article_id": payload["article"]["id"]}
                | {"quote": payload["claim"]["quote"], "treatment": "reports"}
            ],
            "reviews_publishedsource": [
                {"id": pk * PER_VERDICT + place, "publication_id": pk, "source_id": source, "role": role}
                for place, (source, role) in enumerate(sorted(roles))
            ],
            "reviews_correction": corrections,
        }


def _verdict_rows(template: Rows, pk: int, day: datetime, payload: Row) -> Rows:
    times = {"created_at": day - timedelta(days=5), "stage_changed_at": day}
    words = {
        "headline": payload["headline"],
        "summary": payload["summary"],
        "explanation": payload["explanation_markdown"],
        "submitted_at": day - timedelta(hours=5),
    }
    return {
        "reviews_review": [template["reviews_review"][0] | {"id": pk, "claim_id": pk, "uuid": UUID(int=pk)} | times],
        "reviews_verdict": [template["reviews_verdict"][0] | {"id": pk, "review_id": pk} | words],
        "reviews_finding": [template["reviews_finding"][0] | {"id": pk, "verdict_id": pk, "claim_id": pk}],
        "reviews_evidence": [
            row | {"id": pk * PER_VERDICT + place, "verdict_id": pk, "source_id": shown["source"]["id"]}
            for place, (row, shown) in enumerate(zip(template["reviews_evidence"], payload["evidence"], strict=True))
        ],
    }


def _publication(template: Rows, pk: int, day: datetime, payload: Row) -> Row:
    names = sorted({payload["article"]["source"]["name"], *(item["source"]["name"] for item in payload["evidence"])})
    return template["reviews_publication"][0] | {
        "id": pk,
        "verdict_id": pk,
        "review_id": pk,
        "claim_id": pk,
        "approved_at": day,
        "valid_from": day,
        "changed_at": day,
        "slug": payload["slug"],
        "payload": payload,
        "payload_sha256": payload_sha256(payload),
        "headline": payload["headline"],
        "wording": payload["claim"]["wording"],
        "quote": payload["claim"]["quote"],
        "summary": payload["summary"],
        "speaker_name": payload["claim"]["speaker"]["name"],
        "source_names": "\n".join(names),
    }


def _state(pk: int, day: datetime, row: Row) -> Row:
    """Retracted after a month, suspended since a day later, or in force."""
    if pk % RETRACTED == 0:
        ended = day + timedelta(days=30)
        return {"valid_until": ended, "changed_at": ended}
    if pk % SUSPENDED == 1:
        since = day + timedelta(days=1)
        by = {"suspended_by_id": row["approver_id"], "suspension_reason": "A new register was found."}
        return {"suspended_at": since, "changed_at": since} | by
    return {}


def _correction(row: Row, kind: CorrectionKind, random: Random) -> Row:
    made_at = row["valid_until"] or row["valid_from"] + timedelta(days=3)
    return {
        "id": row["id"],
        "publication_id": row["id"],
        "kind": kind.value,
        "was": text(random, 8),
        "now": text(random, 8),
        "cause": "",
        "noticed_by": "",
        "made_by_id": row["approver_id"],
        "made_at": made_at,
    }


def _columns(connection: psycopg.Connection[Row], table: str) -> list[str]:
    """All but the generated ones."""
    rows = connection.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_name = %s AND is_generated = 'NEVER'"
        " ORDER BY ordinal_position",
        [table],
    )
    return [row["column_name"] for row in rows]
