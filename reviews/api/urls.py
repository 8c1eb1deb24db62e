from django.urls import path

from reviews.api.articles import ArticleDetail, ArticleList
from reviews.api.claims_search.view import ClaimsSearch
from reviews.api.corrections import CorrectionList
from reviews.api.root import Root, VersionOne
from reviews.api.scale import ScaleDetail
from reviews.api.schema import docs, schema
from reviews.api.sources import SourceDetail, SourceList
from reviews.api.verdicts import VerdictDetail, VerdictList

app_name = "api"

urlpatterns = [
    path("api/", Root.as_view(), name="root"),
    path("api/schema/", schema, name="schema"),
    path("api/docs/", docs, name="docs"),
    path("api/v1/", VersionOne.as_view(), name="v1"),
    path("api/v1/verdicts/", VerdictList.as_view(), name="verdicts"),
    path("api/v1/verdicts/<int:claim_id>/", VerdictDetail.as_view(), name="verdict"),
    path("api/v1/corrections/", CorrectionList.as_view(), name="corrections"),
    path("api/v1/sources/", SourceList.as_view(), name="sources"),
    path("api/v1/sources/<int:source_id>/", SourceDetail.as_view(), name="source"),
    path("api/v1/articles/", ArticleList.as_view(), name="articles"),
    path("api/v1/articles/<int:article_id>/", ArticleDetail.as_view(), name="article"),
    path("api/v1/scale/", ScaleDetail.as_view(), name="scale"),
    path("v1alpha1/claims:search", ClaimsSearch.as_view(), name="claims-search"),
]
