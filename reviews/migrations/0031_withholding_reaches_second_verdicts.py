import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0030_search_ends_words_at_every_sign"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="secondverdict",
            name="read_only",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="withholding",
            name="read_only",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="withholding",
            name="target_is_of_its_review",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="withholding",
            name="text_is_gone",
        ),
        migrations.RemoveConstraint(
            model_name="withholding",
            name="withholding_is_of_a_verdict_or_an_event",
        ),
        migrations.RemoveConstraint(
            model_name="withholding",
            name="withholding_is_asked_once",
        ),
        migrations.AddField(
            model_name="withholding",
            name="second",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="withholdings",
                to="reviews.secondverdict",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="secondverdict",
            trigger=pgtrigger.compiler.Trigger(
                name="read_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF (to_jsonb(NEW) - ARRAY[]::text[]) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY[]::text[])\n            AND ((to_jsonb(NEW) - ARRAY['reasoning', 'sources']::text[]) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['reasoning', 'sources']::text[]) OR NOT (NEW.reasoning IN (OLD.reasoning, '', 'Withheld', lower('Withheld')) AND NEW.sources IN (OLD.sources, '', 'Withheld', lower('Withheld')))\n                 OR NOT EXISTS (SELECT 1 FROM reviews_withholding w WHERE w.confirmed_at IS NOT NULL AND w.second_id = OLD.id)) THEN\n            RAISE EXCEPTION 'Cannot update rows from % table: it is frozen, but for texts that two people withheld', TG_TABLE_NAME USING ERRCODE = 'check_violation', CONSTRAINT = 'frozen_row_stands';\n        END IF;RETURN NEW;",
                    hash="6a9c377c0fcf01e448661627a0a9b65aa3d3a127",
                    operation="UPDATE",
                    pgid="pgtrigger_read_only_6bd33",
                    table="reviews_secondverdict",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="withholding",
            trigger=pgtrigger.compiler.Trigger(
                name="read_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."review_id" IS DISTINCT FROM (NEW."review_id") OR OLD."verdict_id" IS DISTINCT FROM (NEW."verdict_id") OR OLD."event_id" IS DISTINCT FROM (NEW."event_id") OR OLD."second_id" IS DISTINCT FROM (NEW."second_id") OR OLD."legal_basis" IS DISTINCT FROM (NEW."legal_basis") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="247b5b2bb1baba5656a74189f44ba262a93ddde2",
                    operation="UPDATE",
                    pgid="pgtrigger_read_only_eb63f",
                    table="reviews_withholding",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="withholding",
            trigger=pgtrigger.compiler.Trigger(
                name="target_is_of_its_review",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="PERFORM 1 FROM reviews_review WHERE id = NEW.review_id FOR UPDATE;\n        IF NOT EXISTS (SELECT 1 FROM reviews_verdict WHERE id = NEW.verdict_id AND review_id = NEW.review_id)\n           AND NOT EXISTS (SELECT 1 FROM reviews_event WHERE id = NEW.event_id AND review_id = NEW.review_id)\n           AND NOT EXISTS (SELECT 1 FROM reviews_secondverdict s JOIN reviews_secondopinion o ON o.id = s.opinion_id\n                            WHERE s.id = NEW.second_id AND o.review_id = NEW.review_id) THEN\n            RAISE EXCEPTION 'what is to be withheld does not belong to review %', NEW.review_id USING ERRCODE = 'check_violation', CONSTRAINT = 'withholding_target_is_of_its_review';\n        END IF;\n        IF NEW.confirmed_at IS NOT NULL OR NEW.declined_at IS NOT NULL THEN\n            RAISE EXCEPTION 'review %: a withholding is asked for before it is confirmed', NEW.review_id USING ERRCODE = 'check_violation', CONSTRAINT = 'withholding_begins_asked';\n        END IF;\n        IF EXISTS (SELECT 1 FROM reviews_event WHERE id = NEW.event_id AND kind = 'withheld') THEN\n            RAISE EXCEPTION 'review %: that something was withheld is not withheld', NEW.review_id USING ERRCODE = 'check_violation', CONSTRAINT = 'withholding_itself_stays_in_the_log';\n        END IF;RETURN NEW;",
                    hash="fd64de8d483878f9fd27d4666b78fc3899a95ff4",
                    operation="INSERT",
                    pgid="pgtrigger_target_is_of_its_review_08669",
                    table="reviews_withholding",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="withholding",
            trigger=pgtrigger.compiler.Trigger(
                name="text_is_gone",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (NEW.confirmed_at IS NOT NULL)",
                    constraint="CONSTRAINT",
                    func="\n        IF EXISTS (SELECT 1 FROM reviews_verdict WHERE id = NEW.verdict_id AND explanation <> 'Withheld')\n             OR EXISTS (SELECT 1 FROM reviews_publication\n                         WHERE verdict_id = NEW.verdict_id AND payload <> '{}'::jsonb)\n             OR EXISTS (SELECT 1 FROM reviews_secondverdict\n                         WHERE id = NEW.second_id AND (reasoning <> 'Withheld' OR sources <> 'Withheld'))\n             OR EXISTS (SELECT 1 FROM reviews_eventpayload WHERE event_id = NEW.event_id AND text <> '') THEN\n            RAISE EXCEPTION 'withholding %: the text is still there', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'withholding_confirmed_empties_the_text';\n        END IF;\n        IF (SELECT count(*) FROM reviews_withholding WHERE review_id = NEW.review_id AND confirmed_at IS NOT NULL)\n             > (SELECT count(*) FROM reviews_event WHERE review_id = NEW.review_id AND kind = 'withheld') THEN\n            RAISE EXCEPTION 'withholding %: the decision log does not know it', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'withholding_is_in_the_log';\n        END IF;RETURN NULL;",
                    hash="c831667550473db1afed95cf6340ac3aa350317a",
                    operation="UPDATE",
                    pgid="pgtrigger_text_is_gone_8a04f",
                    table="reviews_withholding",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="withholding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("event__isnull", True), ("second__isnull", True), ("verdict__isnull", False)),
                    models.Q(("event__isnull", False), ("second__isnull", True), ("verdict__isnull", True)),
                    models.Q(("event__isnull", True), ("second__isnull", False), ("verdict__isnull", True)),
                    _connector="OR",
                ),
                name="withholding_is_of_one_text",
            ),
        ),
        migrations.AddConstraint(
            model_name="withholding",
            constraint=models.UniqueConstraint(
                condition=models.Q(("declined_at", None)),
                fields=("verdict", "event", "second"),
                name="withholding_is_asked_once",
                nulls_distinct=False,
            ),
        ),
    ]
