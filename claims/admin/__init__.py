"""The editors' admin of what was said. Reviews registers articles and claims again, where stages must show."""

from claims.admin.articles import ArticleAdmin
from claims.admin.claims import ClaimAdmin
from claims.admin.jobs import JobAdmin
from claims.admin.requests import RequestAdmin
from claims.admin.sources import SourceAdmin
from claims.admin.speakers import SpeakerAdmin
from claims.admin.topics import TopicAdmin

__all__ = [
    "ArticleAdmin",
    "ClaimAdmin",
    "JobAdmin",
    "RequestAdmin",
    "SourceAdmin",
    "SpeakerAdmin",
    "TopicAdmin",
]
