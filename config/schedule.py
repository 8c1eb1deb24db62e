"""What beat rings for, and why. Every entry repeats something that has happened already in the normal course:

a sweep heals what a lost message, a killed worker or a restart left undone.
"""

from typing import Any, Final

SCHEDULE: Final[dict[str, dict[str, Any]]] = {
    # Jobs whose message was lost or whose worker died; shorter than an editor's patience after "extract".
    "sweep-jobs": {"task": "claims.tasks.sweep_jobs", "schedule": 15.0},
    # Accepted claims enter the queue in the same transaction; this finds what was imported in another way.
    "pull-claims": {"task": "reviews.tasks.pull_claims", "schedule": 60.0},
}
