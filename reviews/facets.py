"""How many of the verdicts that were found are of each rating, kind, topic, year, speaker and source."""

from dataclasses import dataclass, field
from typing import Final

from django.db import connection
from django.db.models import Case, CharField, F, QuerySet, Value, When
from django.db.models.functions import ExtractYear

from claims.enums import SpeakerKind
from reviews.filters import LOOKED_AT
from reviews.labels import FALSE_ATTRIBUTION, Tone
from reviews.models import Publication
from reviews.models.merged_speakers import STANDING_NAME

OPTIONS: Final = 8
"""Of each facet, those with the most verdicts."""

NAMED_KINDS: Final = (SpeakerKind.PUBLIC_FIGURE, SpeakerKind.BODY)
"""Private persons are nobody's way to narrow a list, nor is anybody of whom we have not said that they are none."""


@dataclass(frozen=True, slots=True)
class Option:
    """`value` is what the filter of the facet's name takes; `name` is empty where the value itself says it."""

    value: str
    count: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """`total` and `facets` are of the newest LOOKED_AT; `more` tells that there are others."""

    total: int
    more: bool
    facets: dict[str, list[Option]] = field(default_factory=dict)


_COUNT: Final = """
    WITH found AS MATERIALIZED (SELECT * FROM ({found}) AS newest LIMIT {looked_at}),
         topic AS (SELECT topic FROM found CROSS JOIN LATERAL jsonb_array_elements_text(topics) AS topic
                    WHERE topics IS NOT NULL),
         source AS (SELECT DISTINCT found.id, coalesce(record.merged_into_id, record.id) AS source_id FROM found
                      JOIN reviews_publishedsource named ON named.publication_id = found.id
                      JOIN claims_source record ON record.id = named.source_id)
    SELECT 'rating' AS facet, code AS value, '' AS name, count(*) FROM found GROUP BY code
     UNION ALL
    SELECT 'kind', kind, '', count(*) FROM found GROUP BY kind
     UNION ALL
    SELECT 'year', year::text, '', count(*) FROM found GROUP BY year
     UNION ALL
    (SELECT 'topic', topic, '', count(*) FROM topic GROUP BY topic ORDER BY count(*) DESC, topic LIMIT {options})
     UNION ALL
    (SELECT 'speaker', standing, '', count(*)
       FROM (SELECT {standing} AS standing FROM found WHERE speaker_kind = ANY(%s) AND speaker_name <> '') AS speaker
      GROUP BY standing ORDER BY count(*) DESC, standing LIMIT {options})
     UNION ALL
    (SELECT 'source', source_id::text, s.name, count(*) FROM source JOIN claims_source s ON s.id = source_id
      GROUP BY source_id, s.name ORDER BY count(*) DESC, s.name LIMIT {options})
"""


def count_found(publications: QuerySet[Publication]) -> Counted:
    """Of the verdicts that a filter lets through. One query, which looks at LOOKED_AT verdicts at most."""
    code = Case(
        When(label=FALSE_ATTRIBUTION, then=Value(Tone.FALSE_ATTRIBUTION.value)),
        default=F("rating_code"),
        output_field=CharField(),
    )
    rows = publications.order_by("-valid_from", "-id").annotate(code=code, year=ExtractYear("valid_from"))
    columns = rows.values("id", "kind", "speaker_name", "speaker_kind", "topics", "code", "year")[: LOOKED_AT + 1]
    found, parameters = columns.query.sql_with_params()
    statement = _COUNT.format(found=found, looked_at=LOOKED_AT + 1, options=OPTIONS, standing=STANDING_NAME)
    facets: dict[str, list[Option]] = {}
    with connection.cursor() as cursor:
        cursor.execute(statement, [*parameters, list(NAMED_KINDS)])
        for facet, value, name, count in cursor.fetchall():
            facets.setdefault(facet, []).append(Option(value, count, name))
    total = sum(option.count for option in facets.get("kind", ()))
    for options in facets.values():
        options.sort(key=lambda option: -option.count)
    facets.get("year", []).sort(key=lambda option: option.value, reverse=True)
    return Counted(min(total, LOOKED_AT), total > LOOKED_AT, facets)
