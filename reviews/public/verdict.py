"""One verdict: the page of a claim, as it stands or as it stood on a day."""

from datetime import date, datetime, time, timedelta
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urlencode

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from reviews.disputes import decided_about
from reviews.full_stories import full_story_of
from reviews.models import Correction, Publication
from reviews.prepared import Prepared
from reviews.public.addresses import absolute, claim_path
from reviews.public.caching import answer
from reviews.public.claimreview import as_script, claim_review
from reviews.public.oembed import frame_of
from reviews.public.reading import verdict_content
from reviews.public.selectors import corrections_of, editions_of
from reviews.public.share.links import share_links
from reviews.public.state import state_of
from reviews.public.terms import Terms, terms_of, with_terms
from reviews.public.withheld import withheld_page
from reviews.rechecks import last_confirmed
from reviews.selectors import page_of_claim, pages_of_claim, publications_on


@require_safe
def verdict(request: HttpRequest, claim_id: int, slug: str) -> HttpResponse:
    """304 costs one query, the page six, however much evidence there is."""
    on = request.GET.get("on")
    day = _day(on) if on is not None else None
    publication = read_page(claim_id, day) if day or on is None else None
    if publication is None:
        return _no_page(request, claim_id, day)
    path = claim_path(claim_id, publication.slug)
    if slug != publication.slug:
        # The address of a withheld page gets words again with its next edition.
        return redirect(f"{path}?on={day}" if day else path, permanent=bool(publication.payload))
    if not publication.payload:
        return withheld_page(request, publication, day)
    terms = terms_of(publication)
    return answer(
        request,
        revision=(publication.pk, publication.changed_at, publication.suspended_at, terms.revision),
        changed_at=max(publication.changed_at, publication.valid_from),
        render=lambda: render(request, "public/verdict.html", _context(publication, terms, day)),
    )


def read_page(claim_id: int, day: date | None) -> Publication | None:
    """The publication behind a claim's address now, or as it stood on a day, with its terms. One query."""
    if day:
        return with_terms(publications_on(claim_id, end_of_day(day), begin_of_day(day))).first()
    return _PAGE.first(claim_id)


_PAGE = Prepared(lambda claim_id: with_terms(pages_of_claim(claim_id)))


@require_safe
def without_slug(request: HttpRequest, claim_id: int) -> HttpResponse:
    """People shorten addresses; the number alone finds the page, as of a day too."""
    publication = page_of_claim(claim_id)
    if publication is None:
        raise Http404("No such verdict.")
    on = request.GET.get("on")
    day = f"?{urlencode({'on': on})}" if on is not None else ""
    return redirect(claim_path(claim_id, publication.slug) + day, permanent=bool(publication.payload))


def _context(publication: Publication, terms: Terms, day: date | None) -> dict[str, Any]:
    corrections = corrections_of(publication)
    editions = editions_of(publication)
    state = state_of(publication, corrections, day)
    canonical = absolute(claim_path(publication.claim_id, publication.slug))
    full_story = full_story_of(publication)
    review = claim_review(publication, terms, first_published_at=editions[0], full_story=full_story)
    return {
        "publication": publication,
        "content": verdict_content(publication.payload, terms),
        "state": state,
        "corrections": told_by(corrections, day),
        "editions": editions,
        "disputes": decided_about(publication, end_of_day(day) if day else None),
        # One page has it: the one that it names as its address.
        "claim_review": as_script(review) if review and not day and get_language() == settings.LANGUAGE_CODE else "",
        "full_story": full_story if state.shows_rating and not day else "",
        "noindex": publication.is_sample or day is not None or state.merged is not None,
        "last_confirmed": last_confirmed(publication) if state.shows_rating and not day else None,
        "canonical": canonical,
        "cited": f"{canonical}?on={day}" if day else canonical,
        "share_image": _share_image(publication),
        "share_links": share_links(_share_title(publication), canonical),
        "oembed": absolute(f"{reverse('machines:oembed')}?url={quote(canonical, safe='')}"),
        "embed_code": frame_of(publication),
        "section": "verdicts",
    }


def told_by(corrections: list[Correction], day: date | None) -> list[Correction]:
    """Those of `corrections_of` that readers knew on that day; None: all."""
    return [item for item in corrections if not day or timezone.localdate(item.told_at) <= day]  # type: ignore[attr-defined]  # annotated


def _share_title(publication: Publication) -> str:
    if publication.is_sample:
        return gettext("Sample data: %(headline)s") % {"headline": publication.headline}
    return publication.headline


def _share_image(publication: Publication) -> str:
    """Its address changes with the page: networks keep a picture for as long as its address stays."""
    path = reverse("public:share-png", args=[publication.claim_id])
    return absolute(f"{path}?v={publication.pk}-{int(publication.changed_at.timestamp())}")


def _day(text: str) -> date | None:
    """The day asked for, today at the latest; None for what is no such day."""
    try:
        day = parse_date(text)
    except ValueError:
        return None
    return day if day and day <= timezone.localdate() else None


def _no_page(request: HttpRequest, claim_id: int, day: date | None) -> HttpResponse:
    """404; where the claim has a page, with the way to it: `day` is before it, or none that has come."""
    publication = page_of_claim(claim_id)
    if publication is None:
        raise Http404("No such verdict.")
    context = {
        "day": day,
        "example": "?on=2019-09-09",
        "editions": editions_of(publication),
        "now": claim_path(claim_id, publication.slug),
        "noindex": True,
        "section": "verdicts",
    }
    return render(request, "public/no_page_then.html", context, status=HTTPStatus.NOT_FOUND)


def begin_of_day(day: date) -> datetime:
    """Its first moment in the newsroom's zone."""
    return timezone.make_aware(datetime.combine(day, time.min))


def end_of_day(day: date) -> datetime:
    """The last moment of a day in the newsroom's zone; today's is now."""
    midnight = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    return min(midnight - timedelta(microseconds=1), timezone.now())
