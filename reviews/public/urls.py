from django.urls import path

from reviews.public.articles import article
from reviews.public.corrections import corrections
from reviews.public.listing import verdicts
from reviews.public.methodology import methodology
from reviews.public.robots import robots
from reviews.public.sources import source, sources
from reviews.public.verdict import verdict, without_slug

app_name = "public"

urlpatterns = [
    path("", verdicts, name="verdicts"),
    path("claims/<int:claim_id>-<slug:slug>/", verdict, name="verdict"),
    path("claims/<int:claim_id>/", without_slug, name="claim"),
    path("articles/<int:article_id>/", article, name="article"),
    path("sources/", sources, name="sources"),
    path("sources/<int:source_id>/", source, name="source"),
    path("corrections/", corrections, name="corrections"),
    path("methodology/", methodology, name="methodology"),
    path("robots.txt", robots, name="robots"),
]
