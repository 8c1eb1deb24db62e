from reviews.models.corrections import Correction
from reviews.models.drafts import Draft
from reviews.models.events import Event, EventPayload
from reviews.models.evidence import Evidence, EvidenceOrigin
from reviews.models.holds import Hold
from reviews.models.publications import Publication, PublishedSighting, PublishedSource
from reviews.models.proposed_sources import ProposedSource
from reviews.models.reviews import Review
from reviews.models.scales import Rating, Scale
from reviews.models.skips import Skip
from reviews.models.verdicts import Finding, Verdict

__all__ = [
    "Correction",
    "Draft",
    "Event",
    "EventPayload",
    "Evidence",
    "EvidenceOrigin",
    "Finding",
    "Hold",
    "ProposedSource",
    "Publication",
    "PublishedSighting",
    "PublishedSource",
    "Rating",
    "Review",
    "Scale",
    "Skip",
    "Verdict",
]
