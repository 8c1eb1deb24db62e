"""The editors' admin of what we concluded; articles and claims are registered again, with their reviews."""

from reviews.admin.articles import ReviewedArticleAdmin
from reviews.admin.claims import ReviewedClaimAdmin
from reviews.admin.disputes import DisputeAdmin
from reviews.admin.events import EventAdmin
from reviews.admin.proposed_sources import ProposedSourceAdmin
from reviews.admin.publications import PublicationAdmin
from reviews.admin.records import (
    ContactAdmin,
    CorrectionAdmin,
    EvidenceAdmin,
    FindingAdmin,
    HoldAdmin,
    InterestAdmin,
)
from reviews.admin.requests import AnsweredRequestAdmin
from reviews.admin.reviews import ReviewAdmin
from reviews.admin.scales import RatingAdmin, ScaleAdmin
from reviews.admin.users import NewsroomUserAdmin, RoleAdmin
from reviews.admin.verdicts import VerdictAdmin
from reviews.admin.withholdings import WithholdingAdmin

__all__ = [
    "AnsweredRequestAdmin",
    "ContactAdmin",
    "CorrectionAdmin",
    "DisputeAdmin",
    "EventAdmin",
    "EvidenceAdmin",
    "FindingAdmin",
    "HoldAdmin",
    "InterestAdmin",
    "NewsroomUserAdmin",
    "ProposedSourceAdmin",
    "PublicationAdmin",
    "RatingAdmin",
    "ReviewAdmin",
    "ReviewedArticleAdmin",
    "ReviewedClaimAdmin",
    "RoleAdmin",
    "ScaleAdmin",
    "VerdictAdmin",
    "WithholdingAdmin",
]
