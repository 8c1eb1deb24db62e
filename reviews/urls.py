from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("reviews.public.machines")),
    path("", include("reviews.api.urls")),
    path("desk/", include("reviews.desk.urls")),
]
