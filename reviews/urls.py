from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("", include("reviews.public.urls"))]
if find_spec("reviews.desk.urls"):
    urlpatterns.append(path("desk/", include("reviews.desk.urls")))
