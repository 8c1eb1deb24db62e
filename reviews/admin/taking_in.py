"""Accepting a claim hands it to the reviews in the same transaction: steps of claims' admin, followed by the pull."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest

from claims.admin.steps import Step
from reviews.services.intake import pull_accepted_claims


def then_pull(step: Step) -> Step:
    def run(request: HttpRequest, target: Any, cleaned: dict[str, Any]) -> str:
        sentence = step.run(request, target, cleaned)
        pull_accepted_claims()
        return sentence

    return replace(step, run=run)


def pulling(steps: tuple[Step, ...], *names: str) -> tuple[Step, ...]:
    """The same steps; those named pull afterwards."""
    return tuple(then_pull(step) if step.name in names else step for step in steps)
