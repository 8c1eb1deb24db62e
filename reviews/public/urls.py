"""What people read. Each of these addresses is there in every language: config.urls puts the prefix before it."""

from django.urls import path

from reviews.public import feeds
from reviews.public.articles import article
from reviews.public.corrections import corrections
from reviews.public.dispute import dispute, disputed
from reviews.public.embed import embed
from reviews.public.listing import verdicts
from reviews.public.methodology import methodology
from reviews.public.share.image import share_image
from reviews.public.sources import source, sources
from reviews.public.statistics.page import statistics
from reviews.public.submit import submit, submitted
from reviews.public.verdict import verdict, without_slug

app_name = "public"

urlpatterns = [
    path("", verdicts, name="verdicts"),
    path("claims/<int:claim_id>-<slug:slug>/", verdict, name="verdict"),
    path("claims/<int:claim_id>/", without_slug, name="claim"),
    # Readers' own writes, and what became of them (reviews.public.middleware names them).
    path("claims/<int:claim_id>/dispute/", dispute, name="dispute"),
    path("submit/", submit, name="submit"),
    path("submit/<uuid:token>/", submitted, name="submitted"),
    path("disputes/<uuid:token>/", disputed, name="disputed"),
    path("claims/<int:claim_id>/share.svg", share_image, {"kind": "svg"}, name="share-svg"),
    path("claims/<int:claim_id>/share.png", share_image, {"kind": "png"}, name="share-png"),
    path("articles/<int:article_id>/", article, name="article"),
    path("sources/", sources, name="sources"),
    path("sources/<int:source_id>/", source, name="source"),
    path("corrections/", corrections, name="corrections"),
    path("methodology/", methodology, name="methodology"),
    path("statistics/", statistics, name="statistics"),
    path("embed/<int:claim_id>/", embed, name="embed"),
    path("feeds/verdicts.atom", feeds.verdicts, name="verdicts-feed"),
    path("feeds/corrections.atom", feeds.corrections, name="corrections-feed"),
]
