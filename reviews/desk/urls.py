from django.urls import path

from reviews.desk import drafts, home, leases, preview, sources, submit, take, workspace

app_name = "desk"

urlpatterns = [
    path("", home.home, name="home"),
    path("next/", take.next_claim, name="next"),
    path("preview/", preview.preview, name="preview"),
    path("sources/", sources.suggest, name="sources"),
    path("reviews/<int:pk>/", workspace.workspace, name="review"),
    path("reviews/<int:pk>/take/", take.take, name="take"),
    path("reviews/<int:pk>/siblings/", take.take_siblings, name="siblings"),
    path("reviews/<int:pk>/draft/", drafts.save, name="draft"),
    path("reviews/<int:pk>/renew/", leases.renew, name="renew"),
    path("reviews/<int:pk>/release/", leases.release, name="release"),
    path("reviews/<int:pk>/skip/", leases.skip, name="skip"),
    path("reviews/<int:pk>/submit/", submit.submit, name="submit"),
]
