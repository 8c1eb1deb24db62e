from django.urls import path

from reviews.desk import (
    contacts,
    deciding,
    drafts,
    home,
    laying_aside,
    leases,
    lookups,
    preview,
    seconds,
    sources,
    submit,
    take,
    workspace,
)

app_name = "desk"

urlpatterns = [
    path("", home.home, name="home"),
    path("next/", take.next_claim, name="next"),
    path("preview/", preview.preview, name="preview"),
    path("sources/", sources.suggest, name="sources"),
    path("address/", lookups.address, name="address"),
    path("reviews/<int:pk>/earlier/", lookups.earlier, name="earlier"),
    path("seconds/<int:pk>/", seconds.second, name="second"),
    path("seconds/<int:pk>/take/", seconds.take, name="second_take"),
    path("seconds/<int:pk>/save/", seconds.save, name="second_save"),
    path("seconds/<int:pk>/release/", seconds.release, name="second_release"),
    path("reviews/<int:pk>/", workspace.workspace, name="review"),
    path("reviews/<int:pk>/take/", take.take, name="take"),
    path("reviews/<int:pk>/siblings/", take.siblings, name="siblings"),
    path("reviews/<int:pk>/draft/", drafts.save, name="draft"),
    path("reviews/<int:pk>/renew/", leases.renew, name="renew"),
    path("reviews/<int:pk>/release/", leases.release, name="release"),
    path("reviews/<int:pk>/skip/", laying_aside.skip, name="skip"),
    path("reviews/<int:pk>/wait/", laying_aside.wait, name="wait"),
    path("reviews/<int:pk>/put-back/", deciding.back_to_the_queue, name="put_back"),
    path("reviews/<int:pk>/submit/", submit.submit, name="submit"),
    path("reviews/<int:pk>/contacts/", contacts.add, name="contact_add"),
    path("reviews/<int:pk>/contacts/<int:contact>/answer/", contacts.answer, name="contact_answer"),
    path("reviews/<int:pk>/contacts/<int:contact>/wait/", contacts.wait, name="contact_wait"),
    path("reviews/<int:pk>/contacts/<int:contact>/withdraw/", contacts.withdraw, name="contact_withdraw"),
]
