"""Bringing articles in: pasted, by address, as a file, or many at once with a result for each."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from claims.admin.base import may
from claims.admin.ingest_forms import WAYS, IngestForm
from claims.admin.users import acting
from claims.errors import ClaimsError
from claims.ingest.fetch import MOST_BYTES
from claims.services.ingest import Ingested, ingest_file, ingest_many, ingest_pasted, request_fetch
from claims.tasks import ring


def ingest_view(model_admin: Any, request: HttpRequest) -> HttpResponse:
    """The forms (GET); one of them posted (`way` says which)."""
    if not may(request, "claims.ingest_article"):
        raise PermissionDenied
    way = request.POST.get("way", "") if request.method == "POST" else ""
    if way and way not in WAYS:
        raise PermissionDenied
    forms_by_way: dict[str, IngestForm] = {
        name: form(request.POST, request.FILES, prefix=name) if name == way else form(prefix=name)
        for name, form in WAYS.items()
    }
    if way and forms_by_way[way].is_valid():
        answer = _DO[way](model_admin, request, forms_by_way[way])
        if answer is not None:
            return answer
    return _page(model_admin, request, forms_by_way, way)


def _page(model_admin: Any, request: HttpRequest, ways: dict[str, IngestForm], way: str, **more: Any) -> HttpResponse:
    context = {
        **model_admin.admin_site.each_context(request),
        "opts": model_admin.opts,
        "title": "Bring in articles",
        "ways": ways,
        "chosen": way or "text",
        **more,
    }
    refused = bool(way) and not more.get("results")
    return TemplateResponse(request, "admin/claims/article/ingest.html", context, status=422 if refused else 200)


def _text(model_admin: Any, request: HttpRequest, form: IngestForm) -> HttpResponse | None:
    return _one(model_admin, request, form, lambda: ingest_pasted(created_by=acting(request), **form.facts()))


def _file(model_admin: Any, request: HttpRequest, form: IngestForm) -> HttpResponse | None:
    upload = form.cleaned_data["file"]
    facts = form.facts()
    return _one(
        model_admin,
        request,
        form,
        lambda: ingest_file(name=upload.name, data=upload.read(MOST_BYTES + 1), created_by=acting(request), **facts),
    )


def _one(model_admin: Any, request: HttpRequest, form: IngestForm, ingest: Any) -> HttpResponse | None:
    try:
        with transaction.atomic():
            ingested: Ingested = ingest()
            if ingested.job:
                ring(ingested.job)
    except ClaimsError as refusal:
        form.add_error(None, forms.ValidationError(str(refusal)))
        return None
    _tell(request, ingested)
    return redirect(model_admin.address("change", ingested.article.pk))


def _tell(request: HttpRequest, ingested: Ingested) -> None:
    if ingested.created:
        messages.success(
            request, "Brought in. Its claims are being looked for; this page shows them when they are found."
        )
    else:
        text = f" Its text number {ingested.article_text.number} is being read." if ingested.job else ""
        messages.warning(request, f"We have this article already: here it is.{text}")


def _address(model_admin: Any, request: HttpRequest, form: IngestForm) -> HttpResponse | None:
    try:
        with transaction.atomic():
            job = request_fetch(address=form.cleaned_data["address"], requested_by=acting(request))
            ring(job)
    except ClaimsError as refusal:
        form.add_error("address", forms.ValidationError(str(refusal)))
        return None
    messages.success(request, "The page is being fetched.")
    return redirect("admin:claims_job_change", job.pk)


def _many(model_admin: Any, request: HttpRequest, form: IngestForm) -> HttpResponse | None:
    # Each item in a transaction of its own: together they would hold every text's lock until the last is stored, and
    # two people with the same files in another order would wait for each other.
    results = ingest_many(items=form.cleaned_data["items"], created_by=acting(request))
    for result in results:
        if result.job:
            ring(result.job)
    ways: dict[str, IngestForm] = {name: unbound(prefix=name) for name, unbound in WAYS.items()}
    return _page(model_admin, request, ways, "many", results=results)


_DO = {"text": _text, "file": _file, "address": _address, "many": _many}
