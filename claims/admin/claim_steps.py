"""What an editor may do on a claim's page: each step of `claims.workflow`, priority, and the edit form."""

from typing import Any

from django.http import HttpRequest

from claims import workflow
from claims.admin.claim_edit import EditClaimForm
from claims.admin.claim_forms import AmbiguousForm, DismissForm, PriorityForm, SightingForm
from claims.admin.steps import Step, StepForm
from claims.admin.users import acting
from claims.models import Claim
from claims.services.triage import (
    accept_claims,
    dismiss_claim,
    edit_claim,
    mark_ambiguous,
    mark_sighting,
    repropose_claim,
    set_aside_claims,
    set_priority,
    unlink_sighting,
)

TRIAGE = "claims.triage_claim"


def _accept(request: HttpRequest, claim: Claim, cleaned: dict[str, Any]) -> str:
    accept_claims(claims=[claim], by=acting(request))
    return "Accepted: the claim goes to the reviewers' queue."


def _set_aside(request: HttpRequest, claim: Claim, cleaned: dict[str, Any]) -> str:
    set_aside_claims(claims=[claim], by=acting(request))
    return "Set aside; it can be accepted later."


def _dismiss(request: HttpRequest, claim: Claim, cleaned: dict[str, Any]) -> str:
    dismiss_claim(claim=claim, reason=cleaned["reason"], note=cleaned["note"], by=acting(request))
    return "Dismissed."


def _ambiguous(request: HttpRequest, claim: Claim, cleaned: dict[str, Any]) -> str:
    mark_ambiguous(claim=claim, readings=cleaned["readings"], by=acting(request))
    return "Marked as ambiguous; both readings are kept."


def _sighting(request: HttpRequest, claim: Claim, cleaned: dict[str, Any]) -> str:
    canonical = cleaned["canonical"]
    mark_sighting(claim=claim, canonical=canonical, treatment=cleaned["treatment"], by=acting(request))
    return f"Linked as a sighting of “{canonical}”."


def _unlink(request: HttpRequest, claim: Claim, cleaned: dict[str, Any]) -> str:
    unlink_sighting(claim=claim, by=acting(request))
    return "The link is taken away; the claim is proposed again."


def _repropose(request: HttpRequest, claim: Claim, cleaned: dict[str, Any]) -> str:
    repropose_claim(claim=claim, by=acting(request))
    return "The claim is proposed again."


def _prioritise(request: HttpRequest, claim: Claim, cleaned: dict[str, Any]) -> str:
    set_priority(claims=[claim], priority=cleaned["priority"], by=acting(request))
    return "Priority changed."


def _edit(request: HttpRequest, claim: Claim, cleaned: dict[str, Any]) -> str:
    edit_claim(claim=claim, by=acting(request), **cleaned)
    return "Saved."


def _triage_step(step: workflow.Step, run: Any, label: str, form: type[StepForm] = StepForm, tone: str = "") -> Step:
    """The workflow's table says when the button shows and explains it."""
    return Step(
        name=step.value.replace("_", "-"),
        label=label,
        right=TRIAGE,
        run=run,
        form=form,
        offered=lambda claim: claim.frozen_at is None and workflow.is_legal(step, claim.status),
        explains=workflow.RULES[step].says,
        tone=tone,
    )


def _unfrozen(claim: Claim) -> bool:
    return claim.frozen_at is None


CLAIM_STEPS: tuple[Step, ...] = (
    _triage_step(workflow.Step.ACCEPT, _accept, "Accept", tone="good"),
    _triage_step(workflow.Step.SET_ASIDE, _set_aside, "Set aside"),
    _triage_step(workflow.Step.REPROPOSE, _repropose, "Propose again"),
    _triage_step(workflow.Step.DISMISS, _dismiss, "Dismiss", DismissForm),
    _triage_step(workflow.Step.MARK_AMBIGUOUS, _ambiguous, "Mark as ambiguous", AmbiguousForm),
    _triage_step(workflow.Step.MARK_SIGHTING, _sighting, "Link as a sighting", SightingForm),
    _triage_step(workflow.Step.UNLINK_SIGHTING, _unlink, "Unlink from its claim"),
    Step("priority", "Set priority", TRIAGE, _prioritise, PriorityForm, offered=_unfrozen),
    Step("edit", "Save", TRIAGE, _edit, EditClaimForm, offered=_unfrozen),
)
