from reviews.models.comments import Comment, CommentAnswer
from reviews.models.contacts import Contact
from reviews.models.corrections import Correction
from reviews.models.disputes import Dispute, DisputeDecision
from reviews.models.drafts import Draft
from reviews.models.events import Event, EventPayload
from reviews.models.evidence import Evidence, EvidenceOrigin
from reviews.models.full_stories import FullStory
from reviews.models.holds import Hold
from reviews.models.interests import Interest
from reviews.models.kept_counts import KeptCounts
from reviews.models.merged_speakers import MergedSpeaker
from reviews.models.merges import Merge
from reviews.models.minor_corrections import MinorCorrection
from reviews.models.notifications import Notification, NotificationChoice
from reviews.models.proposed_sources import ProposedSource
from reviews.models.protected import ProtectedIdentity, ProtectedSource
from reviews.models.publications import Publication, PublishedSighting, PublishedSource
from reviews.models.purges import Purge
from reviews.models.rechecks import Recheck
from reviews.models.reviews import Review
from reviews.models.scales import Rating, Scale
from reviews.models.search_words import SearchWord
from reviews.models.seconds import Resolution, SecondDraft, SecondOpinion, SecondVerdict
from reviews.models.skips import Skip
from reviews.models.suspensions import Suspension
from reviews.models.throttle import ReaderWrite, ThrottleSalt
from reviews.models.verdicts import Finding, Verdict
from reviews.models.withholdings import Withholding

__all__ = [
    "Comment",
    "CommentAnswer",
    "Contact",
    "Correction",
    "Dispute",
    "DisputeDecision",
    "Draft",
    "Event",
    "EventPayload",
    "Evidence",
    "EvidenceOrigin",
    "Finding",
    "FullStory",
    "Hold",
    "Interest",
    "KeptCounts",
    "Merge",
    "MergedSpeaker",
    "MinorCorrection",
    "Notification",
    "NotificationChoice",
    "ProposedSource",
    "ProtectedIdentity",
    "ProtectedSource",
    "Publication",
    "PublishedSighting",
    "PublishedSource",
    "Purge",
    "Rating",
    "ReaderWrite",
    "Recheck",
    "Resolution",
    "Review",
    "Scale",
    "SearchWord",
    "SecondDraft",
    "SecondOpinion",
    "SecondVerdict",
    "Skip",
    "Suspension",
    "ThrottleSalt",
    "Verdict",
    "Withholding",
]
