import pgtrigger
from django.db import models
from django.db.models import Q

from claims.models.triggers import body, refuse_if
from reviews.models.publications import Publication
from reviews.models.verdicts import Verdict
from reviews.models.withheld_triggers import OF_THE_MINOR_CORRECTION, OF_THE_VERDICT, frozen_but_for_withholding

# Two verdicts say the same by these columns; JSON, so that empty and missing compare as equal.
_RATED = "jsonb_build_array(v.rating_id, v.period_from, v.period_to, v.origins_exception, v.contact_exception)"
_EVIDENCE = "to_jsonb(e) - ARRAY['id', 'verdict_id']"
_ORIGINS = "jsonb_build_array(e.position, o.source_id, o.article_id)"
_REST_ON = "reviews_evidenceorigin o JOIN reviews_evidence e ON e.id = o.evidence_id WHERE e.verdict_id = {}"
_FINDINGS = "jsonb_build_array(f.claim_id, f.value, f.note)"


def _all(what: str, rows: str) -> str:
    """The rows of a verdict in one order, as one value."""
    return f"(SELECT jsonb_agg({what} ORDER BY {what}) FROM {rows})"  # noqa: S608 constants


def _differ(what: str, rows: str) -> str:
    return f"{_all(what, rows.format('NEW.verdict_id'))} IS DISTINCT FROM {_all(what, rows.format('corrected'))}"


LEAVES_RATING_AND_EVIDENCE = pgtrigger.Trigger(
    name="leaves_rating_and_evidence",
    when=pgtrigger.After,
    operation=pgtrigger.Insert,
    # Checked at commit: the new verdict's evidence is complete then.
    timing=pgtrigger.Deferred,
    declare=[("corrected", "bigint")],
    func=body(
        "SELECT verdict_id INTO corrected FROM reviews_publication WHERE id = NEW.publication_id;",
        refuse_if(
            f"""(SELECT review_id FROM reviews_verdict WHERE id = corrected)
                <> (SELECT review_id FROM reviews_verdict WHERE id = NEW.verdict_id)
             OR {_differ(_RATED, "reviews_verdict v WHERE v.id = {}")}
             OR {_differ(_EVIDENCE, "reviews_evidence e WHERE e.verdict_id = {}")}
             OR {_differ(_ORIGINS, _REST_ON)}
             OR {_differ(_FINDINGS, "reviews_finding f WHERE f.verdict_id = {}")}""",  # noqa: S608 constants
            "minor_correction_leaves_rating_and_evidence",
            "verdict %: a minor correction changes neither the rating nor the evidence",
            "NEW.verdict_id",
        ),
        returns="NULL",
    ),
)


class MinorCorrection(models.Model):
    """What a verdict puts right in the one that is published: its wording alone. The notice is public with the page."""

    verdict = models.OneToOneField(Verdict, models.PROTECT, related_name="minor_correction")
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="minor_corrections")
    was = models.TextField(help_text="What the page said.")
    now = models.TextField(help_text="What is right.")
    cause = models.TextField(blank=True)
    noticed_by = models.CharField(max_length=200, blank=True)
    reported_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(was="") & ~Q(now=""), name="minor_correction_says_what_changed"),
        ]
        triggers = [
            *frozen_but_for_withholding(
                f"({OF_THE_VERDICT} OR {OF_THE_MINOR_CORRECTION})", ["was", "now", "cause", "noticed_by"]
            ),
            LEAVES_RATING_AND_EVIDENCE,
        ]

    def __str__(self) -> str:
        return self.now
