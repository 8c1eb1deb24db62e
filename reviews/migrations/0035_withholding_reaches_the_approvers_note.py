import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0034_merge_notices_without_labels"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="resolution",
            name="read_only",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="withholding",
            name="text_is_gone",
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="resolution",
            trigger=pgtrigger.compiler.Trigger(
                name="read_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF (to_jsonb(NEW) - ARRAY[]::text[]) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY[]::text[])\n            AND ((to_jsonb(NEW) - ARRAY['how']::text[]) IS DISTINCT FROM (to_jsonb(OLD) - ARRAY['how']::text[]) OR NOT (NEW.how IN (OLD.how, '', 'Withheld', lower('Withheld')))\n                 OR NOT EXISTS (SELECT 1 FROM reviews_withholding w WHERE w.confirmed_at IS NOT NULL AND (w.verdict_id = OLD.verdict_id\n    OR w.second_id IN (SELECT s.id FROM reviews_secondverdict s WHERE s.opinion_id = OLD.opinion_id)\n    OR EXISTS (\n    SELECT 1 FROM reviews_event e JOIN reviews_eventpayload t ON t.event_id = e.id\n     WHERE e.id = w.event_id AND e.kind IN ('approved')\n       AND CASE WHEN t.text = '' THEN NULL ELSE t.text::jsonb #>> '{data,verdict}' END IN (OLD.verdict_id::text))))) THEN\n            RAISE EXCEPTION 'Cannot update rows from % table: it is frozen, but for texts that two people withheld', TG_TABLE_NAME USING ERRCODE = 'check_violation', CONSTRAINT = 'frozen_row_stands';\n        END IF;RETURN NEW;",
                    hash="ca76b56b18dc157e0485adc5c1926b5333065fb3",
                    operation="UPDATE",
                    pgid="pgtrigger_read_only_078fe",
                    table="reviews_resolution",
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
                    func="\n        IF EXISTS (SELECT 1 FROM reviews_verdict WHERE id = NEW.verdict_id AND explanation <> 'Withheld')\n             OR EXISTS (SELECT 1 FROM reviews_publication\n                         WHERE verdict_id = NEW.verdict_id AND payload <> '{}'::jsonb)\n             OR EXISTS (SELECT 1 FROM reviews_secondverdict\n                         WHERE id = NEW.second_id AND (reasoning <> 'Withheld' OR sources <> 'Withheld'))\n             OR EXISTS (SELECT 1 FROM reviews_resolution n JOIN reviews_secondopinion o ON o.id = n.opinion_id\n                          LEFT JOIN reviews_secondverdict s ON s.opinion_id = o.id\n                         WHERE (n.verdict_id = NEW.verdict_id OR s.id = NEW.second_id) AND n.how <> 'Withheld')\n             OR EXISTS (SELECT 1 FROM reviews_eventpayload WHERE event_id = NEW.event_id AND text <> '') THEN\n            RAISE EXCEPTION 'withholding %: the text is still there', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'withholding_confirmed_empties_the_text';\n        END IF;\n        IF (SELECT count(*) FROM reviews_withholding WHERE review_id = NEW.review_id AND confirmed_at IS NOT NULL)\n             > (SELECT count(*) FROM reviews_event WHERE review_id = NEW.review_id AND kind = 'withheld') THEN\n            RAISE EXCEPTION 'withholding %: the decision log does not know it', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'withholding_is_in_the_log';\n        END IF;RETURN NULL;",
                    hash="6a52bb2b1c69952ab743158d99a768df6224e301",
                    operation="UPDATE",
                    pgid="pgtrigger_text_is_gone_8a04f",
                    table="reviews_withholding",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
    ]
