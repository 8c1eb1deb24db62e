"""oEmbed: other programs ask with a page's address, and get the frame that shows its card."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import Resolver404, resolve, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import override
from django.views.decorators.http import require_safe

from reviews.models import Publication
from reviews.public.addresses import absolute
from reviews.public.caching import answer
from reviews.public.languages import language_of
from reviews.selectors import page_of_claim

WIDTH, HEIGHT = 560, 320
"""Of the card, in pixels: room for the longest headline and a summary of three lines."""


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """404 for what is no verdict of ours, 501 for other formats than JSON, as the specification wants it."""
    if request.GET.get("format", "json") != "json":
        return HttpResponse("Only format=json is offered.", status=501, content_type="text/plain; charset=utf-8")
    publication = _publication(request.GET.get("url", ""))
    if publication is None:
        raise Http404("Give the address of a verdict page as ?url=.")
    width, height = _at_most(request, "maxwidth", WIDTH), _at_most(request, "maxheight", HEIGHT)
    return answer(
        request,
        revision=(publication.pk, publication.changed_at),
        changed_at=max(publication.changed_at, publication.valid_from),
        render=lambda: _rich(publication, width, height, language_of(urlsplit(request.GET["url"]).path)),
    )


def frame_of(publication: Publication, width: int = WIDTH, height: int = HEIGHT) -> SafeString:
    """What an author pastes into a page of theirs; the card speaks the language that is set."""
    return format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy"></iframe>',
        absolute(reverse("public:embed", args=[publication.claim_id])),
        publication.headline,
        width,
        height,
    )


def _rich(publication: Publication, width: int, height: int, language: str) -> HttpResponse:
    """The card speaks the language of the page that was asked about."""
    with override(language):
        frame, front = frame_of(publication, width, height), reverse("public:verdicts")
    data = {
        "version": "1.0",
        "type": "rich",
        "title": publication.headline,
        "provider_name": settings.SITE_NAME,
        "provider_url": absolute(front),
        "html": frame,
        "width": width,
        "height": height,
    }
    return JsonResponse(data)


def _publication(address: str) -> Publication | None:
    """The publication behind an address of ours; None for everything else."""
    if not address.startswith(absolute("/")):
        return None
    try:
        path = urlsplit(address).path
        with override(language_of(path)):
            match = resolve(path)
    except (Resolver404, ValueError):
        return None
    if match.view_name not in {"public:verdict", "public:claim"}:
        return None
    return page_of_claim(match.kwargs["claim_id"])


def _at_most(request: HttpRequest, name: str, usual: int) -> int:
    """The usual size, or less where the asker has less room."""
    wanted = request.GET.get(name, "")
    return min(usual, int(wanted)) if wanted.isascii() and wanted.isdecimal() and len(wanted) < 6 else usual
