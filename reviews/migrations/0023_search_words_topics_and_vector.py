"""Topics are searched and counted; a table of the words of published texts, for “did you mean”.

PostgreSQL cannot change what a generated column is made of: it is made anew, with its index.
"""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.fields.json
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0022_publications_by_day_and_change"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                ("word", models.CharField(max_length=40, primary_key=True, serialize=False)),
                (
                    "keys",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None),
                ),
            ],
            options={
                "ordering": ["word"],
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="publication",
            name="read_only",
        ),
        migrations.AddField(
            model_name="publication",
            name="topics",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.db.models.fields.json.KeyTransform(
                    "topics", django.db.models.fields.json.KeyTransform("claim", "payload")
                ),
                null=True,
                output_field=models.JSONField(),
            ),
        ),
        migrations.RemoveIndex(model_name="publication", name="publication_search"),
        migrations.RemoveField(model_name="publication", name="search"),
        migrations.AddField(
            model_name="publication",
            name="search",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.contrib.postgres.search.CombinedSearchVector(
                    django.contrib.postgres.search.CombinedSearchVector(
                        django.contrib.postgres.search.CombinedSearchVector(
                            django.contrib.postgres.search.CombinedSearchVector(
                                django.contrib.postgres.search.CombinedSearchVector(
                                    django.contrib.postgres.search.CombinedSearchVector(
                                        django.contrib.postgres.search.SearchVector(
                                            "headline", config="english", weight="A"
                                        ),
                                        "||",
                                        django.contrib.postgres.search.SearchVector(
                                            "wording", config="english", weight="A"
                                        ),
                                        django.contrib.postgres.search.SearchConfig("english"),
                                    ),
                                    "||",
                                    django.contrib.postgres.search.SearchVector("quote", config="english", weight="B"),
                                    django.contrib.postgres.search.SearchConfig("english"),
                                ),
                                "||",
                                django.contrib.postgres.search.SearchVector("summary", config="english", weight="B"),
                                django.contrib.postgres.search.SearchConfig("english"),
                            ),
                            "||",
                            django.contrib.postgres.search.SearchVector("speaker_name", config="simple", weight="A"),
                            django.contrib.postgres.search.SearchConfig("english"),
                        ),
                        "||",
                        django.contrib.postgres.search.SearchVector("source_names", config="simple", weight="C"),
                        django.contrib.postgres.search.SearchConfig("english"),
                    ),
                    "||",
                    django.contrib.postgres.search.SearchVector(
                        django.db.models.fields.json.KeyTextTransform(
                            "topics", django.db.models.fields.json.KeyTextTransform("claim", "payload")
                        ),
                        config="english",
                        weight="C",
                    ),
                    django.contrib.postgres.search.SearchConfig("english"),
                ),
                output_field=django.contrib.postgres.search.SearchVectorField(),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="read_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF (to_jsonb(NEW) - ARRAY['valid_until', 'changed_at', 'suspended_at', 'suspended_by_id', 'suspension_reason', 'search', 'topics', 'origins', 'registered_at', 'speaker_kind', 'speaker_party']::text[]) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['valid_until', 'changed_at', 'suspended_at', 'suspended_by_id', 'suspension_reason', 'search', 'topics', 'origins', 'registered_at', 'speaker_kind', 'speaker_party']::text[]) AND NOT (NOT (to_jsonb(NEW) - ARRAY['valid_until', 'changed_at', 'suspended_at', 'suspended_by_id', 'suspension_reason', 'search', 'topics', 'origins', 'registered_at', 'speaker_kind', 'speaker_party', 'slug']::text[]) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['valid_until', 'changed_at', 'suspended_at', 'suspended_by_id', 'suspension_reason', 'search', 'topics', 'origins', 'registered_at', 'speaker_kind', 'speaker_party', 'slug']::text[]) AND NEW.slug = 'claim'\n            AND EXISTS (SELECT 1 FROM reviews_withholding w WHERE w.confirmed_at IS NOT NULL\n                           AND w.verdict_id IS NOT NULL AND w.review_id = OLD.review_id))\n            AND ((to_jsonb(NEW) - ARRAY['valid_until', 'changed_at', 'suspended_at', 'suspended_by_id', 'suspension_reason', 'search', 'topics', 'origins', 'registered_at', 'speaker_kind', 'speaker_party', 'headline', 'wording', 'summary', 'quote', 'speaker_name', 'source_names', 'slug', 'payload']::text[]) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['valid_until', 'changed_at', 'suspended_at', 'suspended_by_id', 'suspension_reason', 'search', 'topics', 'origins', 'registered_at', 'speaker_kind', 'speaker_party', 'headline', 'wording', 'summary', 'quote', 'speaker_name', 'source_names', 'slug', 'payload']::text[]) OR NOT (NEW.headline IN (OLD.headline, '', 'Withheld', lower('Withheld')) AND NEW.wording IN (OLD.wording, '', 'Withheld', lower('Withheld')) AND NEW.summary IN (OLD.summary, '', 'Withheld', lower('Withheld')) AND NEW.quote IN (OLD.quote, '', 'Withheld', lower('Withheld')) AND NEW.speaker_name IN (OLD.speaker_name, '', 'Withheld', lower('Withheld')) AND NEW.source_names IN (OLD.source_names, '', 'Withheld', lower('Withheld')) AND NEW.slug IN (OLD.slug, '', 'Withheld', lower('Withheld')) AND NEW.payload IN (OLD.payload, '{}'::jsonb))\n                 OR NOT EXISTS (SELECT 1 FROM reviews_withholding w WHERE w.confirmed_at IS NOT NULL AND w.verdict_id = OLD.verdict_id)) THEN\n            RAISE EXCEPTION 'Cannot update rows from % table: it is frozen, but for texts that two people withheld', TG_TABLE_NAME USING ERRCODE = 'check_violation', CONSTRAINT = 'frozen_row_stands';\n        END IF;RETURN NEW;",
                    hash="569725f875f0badbaf894bbbda250332228c8eb2",
                    operation="UPDATE",
                    pgid="pgtrigger_read_only_d6170",
                    table="reviews_publication",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="publication",
            index=django.contrib.postgres.indexes.GinIndex(fields=["search"], name="publication_search"),
        ),
        migrations.AddIndex(
            model_name="searchword",
            index=django.contrib.postgres.indexes.GinIndex(fields=["keys"], name="search_word_keys"),
        ),
    ]
