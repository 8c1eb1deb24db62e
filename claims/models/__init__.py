from claims.models.anchors import Anchor
from claims.models.articles import Article, ArticleText
from claims.models.claims import Claim
from claims.models.credits import Credit
from claims.models.figures import Figure
from claims.models.jobs import Job
from claims.models.requests import Request
from claims.models.sources import Source
from claims.models.speakers import Speaker
from claims.models.topics import Topic

__all__ = [
    "Anchor",
    "Article",
    "ArticleText",
    "Claim",
    "Credit",
    "Figure",
    "Job",
    "Request",
    "Source",
    "Speaker",
    "Topic",
]
