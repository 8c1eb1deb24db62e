"""The whole verdict form of the workspace: verdict, findings and evidence rows, to and from a `DraftBody`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.forms import BaseFormSet, Form
from django.http import QueryDict

from claims.models import Claim
from reviews.desk.forms.evidence import EvidenceForm, evidence_formset
from reviews.desk.forms.finding import FindingForm
from reviews.desk.forms.names import look_up, source_names
from reviews.desk.forms.rows import names_typed, row_stored, row_typed
from reviews.desk.forms.verdict import VerdictForm
from reviews.draft_words import PLAIN
from reviews.drafting import DraftBody, FindingInput
from reviews.evidence_facts import current_ratings
from reviews.models import ProtectedSource


@dataclass
class Page:
    verdict: VerdictForm
    findings: dict[int, FindingForm]
    evidence: "BaseFormSet[EvidenceForm]"
    problems: list[str] = field(default_factory=list)
    """What is wrong with the page and no single field."""

    @classmethod
    def of_body(cls, body: DraftBody, sightings: Sequence[Claim], *, blank_rows: int = 0) -> "Page":
        """Filled from a stored draft; a page without evidence offers one blank row."""
        names = source_names(body)
        rows = [row_stored(row, names) for row in body.evidence]
        verdict = {name: getattr(body, name) for name in ("rating", *PLAIN)}
        return cls(
            VerdictForm(initial=verdict, ratings=current_ratings()),
            {
                claim.pk: FindingForm(
                    prefix=f"findings-{claim.pk}", initial=_finding(body.findings.get(claim.pk, FindingInput()))
                )
                for claim in sightings
            },
            evidence_formset(initial=rows, extra=max(blank_rows, 0 if rows else 1), form_kwargs=_protected(sightings)),
        )

    @classmethod
    def of_post(cls, data: QueryDict, sightings: Sequence[Claim]) -> "Page":
        return cls(
            VerdictForm(data, ratings=current_ratings()),
            {claim.pk: FindingForm(data, prefix=f"findings-{claim.pk}") for claim in sightings},
            evidence_formset(data=data, form_kwargs=_protected(sightings)),
        )

    def forms(self) -> list[Form]:
        return [self.verdict, *self.findings.values(), *self.evidence.forms]

    def is_storable(self) -> bool:
        """Within bounds; nothing more is asked of a draft."""
        invalid = [form for form in self.forms() if not form.is_valid()]
        self.problems += [str(error) for error in self.evidence.non_form_errors()]
        return not invalid and not self.problems

    def out_of_bounds(self) -> list[str]:
        """What keeps the page from being stored, field by field."""
        fields = [
            (form[name].label, says) for form in self.forms() for name, errors in form.errors.items() for says in errors
        ]
        return [*self.problems, *(f"{label}: {says}" for label, says in fields)]

    def body(self) -> DraftBody:
        """What a storable page says; blank evidence rows are left out. Two queries."""
        rows = self._filled()
        names = look_up(name for form in rows for name in names_typed(form))
        data = self.verdict.cleaned_data
        return DraftBody(
            rating=data["rating"],
            findings={pk: FindingInput(**said) for pk, said in self._findings().items() if any(said.values())},
            evidence=tuple(row_typed(form, names) for form in rows),
            **{name: data[name] for name in PLAIN},
        )

    def show(self, problems: Mapping[str, str]) -> None:
        """Put each problem of `reviews.completeness` at its field of this bound page."""
        for name, says in problems.items():
            form, field_name = self._place(name)
            if form is None:
                self.problems.append(says)
            else:
                form.add_error(field_name, says)

    def places(self) -> list[int]:
        """Where on the page the rows of `body()` stand: blank ones are between them."""
        return [place for place, form in enumerate(self.evidence.forms) if not form.is_blank]

    def _findings(self) -> dict[int, dict[str, str]]:
        return {pk: form.cleaned_data for pk, form in self.findings.items()}

    def _filled(self) -> list[EvidenceForm]:
        return [form for form in self.evidence.forms if not form.is_blank]

    def _place(self, problem: str) -> tuple[Form | None, str]:
        """Field names as completeness writes them: `headline`, `findings-12`, `evidence-0-title`."""
        kind, _, rest = problem.partition("-")
        if kind == "findings" and rest.isdigit():
            return self.findings.get(int(rest)), "value"
        if kind == "evidence" and rest:
            place, _, name = rest.partition("-")
            return self._filled()[int(place)], name
        return (self.verdict, problem) if problem in self.verdict.fields else (None, "")


def _protected(sightings: Sequence[Claim]) -> dict[str, list[ProtectedSource]]:
    """The protected sources of the review of the canonical claim, which is the first sighting. One query."""
    return {"protected": list(ProtectedSource.objects.filter(review__claim=sightings[0].pk))}


def _finding(finding: FindingInput) -> dict[str, str]:
    return {"value": finding.value, "note": finding.note}
