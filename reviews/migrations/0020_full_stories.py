import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0019_notifications"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="event",
            name="kind",
            field=models.CharField(
                choices=[
                    ("taken_in", "taken in"),
                    ("taken", "taken"),
                    ("renewed", "lease renewed"),
                    ("released", "released"),
                    ("skipped", "skipped"),
                    ("put_back", "put back in the queue"),
                    ("waiting", "waiting for an answer"),
                    ("assigned", "assigned"),
                    ("draft_started", "draft started"),
                    ("submitted", "verdict submitted"),
                    ("second_asked", "second verdict asked for"),
                    ("second_taken", "second verdict taken"),
                    ("second_released", "second verdict given back"),
                    ("second_submitted", "second verdict submitted"),
                    ("second_opened", "both verdicts opened"),
                    ("second_called_off", "second verdict called off"),
                    ("commented", "comment made"),
                    ("comment_answered", "comment answered"),
                    ("changes_requested", "changes requested"),
                    ("approved", "verdict approved"),
                    ("reopened", "reopened"),
                    ("reopening_cancelled", "reopening cancelled"),
                    ("closed", "closed"),
                    ("suspended", "publication suspended"),
                    ("suspension_lifted", "suspension lifted"),
                    ("retracted", "publication retracted"),
                    ("corrected", "correction recorded"),
                    ("full_story_set", "full story placed"),
                    ("held", "hold placed"),
                    ("hold_lifted", "hold lifted"),
                    ("prioritised", "priority changed"),
                    ("due_changed", "due date changed"),
                    ("contacted", "asked for a reply"),
                    ("contact_answered", "reply received"),
                    ("contact_withdrawn", "contact withdrawn"),
                    ("recused", "stepped back for a declared interest"),
                    ("identity_protected", "identity protected"),
                    ("identity_seen", "protected identity looked at"),
                    ("recheck_planned", "re-check planned"),
                    ("recheck_postponed", "re-check postponed"),
                    ("recheck_confirmed", "looked at again, still right"),
                    ("merged", "merged"),
                    ("withholding_asked", "withholding asked for"),
                    ("withholding_declined", "withholding declined"),
                    ("withheld", "text withheld"),
                    ("dispute_received", "dispute received"),
                    ("dispute_considered", "dispute being considered"),
                    ("dispute_decided", "dispute decided"),
                ],
                max_length=24,
            ),
        ),
        migrations.CreateModel(
            name="FullStory",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "address",
                    models.URLField(blank=True, help_text="Empty: here, with the ClaimReview.", max_length=2000),
                ),
                ("set_at", models.DateTimeField(auto_now_add=True)),
                (
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="full_stories",
                        to="reviews.publication",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "full stories",
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("address", ""), ("address__regex", "^https?://[^/\\s]"), _connector="OR"),
                        name="full_story_has_a_web_address",
                    )
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fullstory",
            trigger=pgtrigger.compiler.Trigger(
                name="read_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="db27043e61169fb2e1c1f1ab94aa50138506e384",
                    operation="UPDATE",
                    pgid="pgtrigger_read_only_7abce",
                    table="reviews_fullstory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fullstory",
            trigger=pgtrigger.compiler.Trigger(
                name="no_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="bb5855a1bcdd2f199d013a5be18d90f1200732cb",
                    operation="DELETE",
                    pgid="pgtrigger_no_delete_30681",
                    table="reviews_fullstory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fullstory",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'rows of % are never removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="298fc7f39c7f5ea5d6149ebdd1612825b90c0ced",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_a0993",
                    table="reviews_fullstory",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fullstory",
            trigger=pgtrigger.compiler.Trigger(
                name="in_the_log",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n        IF (SELECT count(*) FROM reviews_fullstory s JOIN reviews_publication p ON p.id = s.publication_id\n                 JOIN reviews_publication own ON own.review_id = p.review_id WHERE own.id = NEW.publication_id)\n             > (SELECT count(*) FROM reviews_event e JOIN reviews_publication p ON p.review_id = e.review_id\n                 WHERE p.id = NEW.publication_id AND e.kind = 'full_story_set') THEN\n            RAISE EXCEPTION 'publication %: the decision log does not know where its full story lives', NEW.publication_id USING ERRCODE = 'check_violation', CONSTRAINT = 'full_story_is_in_the_log';\n        END IF;RETURN NULL;",
                    hash="55a71a20bab3fc52753f86cfbd4f3d1203190447",
                    operation="INSERT",
                    pgid="pgtrigger_in_the_log_7e089",
                    table="reviews_fullstory",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
    ]
