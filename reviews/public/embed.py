"""A verdict as a small card for other sites: without a script, and the only page of ours that may be framed."""

from typing import Any

from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from reviews.models import Publication
from reviews.public.addresses import absolute, claim_path
from reviews.public.caching import answer
from reviews.public.selectors import corrections_of
from reviews.public.state import state_of
from reviews.selectors import page_of_claim


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": None})  # type: ignore[arg-type]  # typed for views without arguments
def embed(request: HttpRequest, claim_id: int) -> HttpResponse:
    """304 costs one query, the card two. A correction, a suspension and a retraction show as soon as on the page.

    No `frame-ancestors` at all: `*` means addresses of networks, so that browsers would refuse the card in an editor's
    preview (a sandboxed `srcdoc`), in a file on somebody's disk and in the page of an app.
    """
    publication = page_of_claim(claim_id)
    if publication is None:
        raise Http404("No such verdict.")
    return answer(
        request,
        revision=(publication.pk, publication.changed_at, publication.suspended_at),
        changed_at=max(publication.changed_at, publication.valid_from),
        render=lambda: render(request, "public/embed.html", _context(publication)),
    )


def _context(publication: Publication) -> dict[str, Any]:
    corrections = corrections_of(publication)
    return {
        "publication": publication,
        "state": state_of(publication, corrections),
        "corrected": corrections,
        "address": absolute(claim_path(publication.claim_id, publication.slug)),
    }
