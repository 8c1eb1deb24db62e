import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0028_comments_on_the_exception_from_asking"),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name="publication",
            trigger=pgtrigger.compiler.Trigger(
                name="change_is_explained",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n        IF EXISTS (SELECT 1 FROM reviews_publication known\n                     WHERE known.review_id = NEW.review_id AND known.id <> NEW.id\n                       AND known.valid_until = NEW.valid_from AND known.valid_from < known.valid_until\n                       AND known.payload <> '{}'::jsonb\n                       AND (known.rating_code <> NEW.rating_code OR known.label <> NEW.label)\n                       AND NOT EXISTS (SELECT 1 FROM reviews_correction\n                                        WHERE publication_id IN (known.id, NEW.id))) THEN\n            RAISE EXCEPTION 'publication %: readers know another rating, and no correction says what changed', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'publication_explains_another_rating';\n        END IF;RETURN NULL;",
                    hash="158d02fabd4ed7ab1b2206fb114aecb7fded12e2",
                    operation="INSERT",
                    pgid="pgtrigger_change_is_explained_57583",
                    table="reviews_publication",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
    ]
