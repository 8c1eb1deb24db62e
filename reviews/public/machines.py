"""Addresses for programs: one of each, and in the first language where it has words."""

from django.urls import path

from reviews.public.datafeed import claim_reviews
from reviews.public.oembed import oembed
from reviews.public.robots import robots
from reviews.public.sitemap import sitemap
from reviews.public.statistics.download import assessors_file
from reviews.public.statistics.page import sheet

app_name = "machines"

urlpatterns = [
    path("oembed", oembed, name="oembed"),
    path("feeds/claimreview.json", claim_reviews, name="claim-reviews"),
    path("statistics/verdicts.csv", assessors_file, name="assessors-file"),
    path("statistics/<slug:name>.csv", sheet, name="sheet"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", robots, name="robots"),
]
