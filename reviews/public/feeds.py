"""Atom feeds of verdicts and corrections. Ids are addresses that never change; sample data is in no feed."""

import re
from datetime import UTC, datetime

from django.conf import settings
from django.db.models import Exists, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from reviews.evidence_facts import current_ratings
from reviews.filters import PublicationFilter
from reviews.models import Correction, Publication
from reviews.public.addresses import absolute, claim_path
from reviews.public.caching import answer
from reviews.public.selectors import last_change, public_corrections, site_revision
from reviews.selectors import published, withheld_verdicts
from reviews.wording import label_in_words

NEWEST = 50

# XML has no way to write these, not even escaped.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@require_safe
def verdicts(request: HttpRequest) -> HttpResponse:
    """The newest verdicts; the filters of the front page work here too. A wrong one is an error, not ignored."""
    found = _filter(request, published().filter(is_sample=False).defer("search"))
    if not found.is_valid():
        return _refusal(found)
    revision, changed_at = site_revision()
    return answer(
        request,
        revision=revision,
        changed_at=changed_at,
        render=lambda: _verdict_feed(request, list(found.qs.order_by("-valid_from", "-id")[:NEWEST])),
    )


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """The newest corrections and retractions; the filters choose by the verdicts that they are of."""
    found = _filter(request, _correctable())
    if not found.is_valid():
        return _refusal(found)
    of_these = {"publication__in": found.qs.order_by().values("pk")} if _is_narrowed(found) else {}
    listed = list(public_corrections().filter(publication__is_sample=False, **of_these)[:NEWEST])
    return answer(
        request,
        revision=[(item.pk, item.publication.changed_at) for item in listed],
        changed_at=last_change(),
        render=lambda: _correction_feed(request, listed),
    )


def _correctable() -> QuerySet[Publication]:
    """What is or was public and may still be asked for its rating: no verdict whose text was withheld."""
    return Publication.objects.filter(is_sample=False).exclude(Exists(withheld_verdicts()))


def _filter(request: HttpRequest, listed: QuerySet[Publication]) -> PublicationFilter:
    return PublicationFilter(request.GET, queryset=listed, ratings=current_ratings())


def _is_narrowed(found: PublicationFilter) -> bool:
    return any(found.form.cleaned_data.get(name) for name in found.form.fields)


def _refusal(found: PublicationFilter) -> HttpResponse:
    problems = [f"{field}: {' '.join(map(str, errors))}" for field, errors in found.errors.items()]
    return HttpResponse("\n".join(problems), status=400, content_type="text/plain; charset=utf-8")


def _verdict_feed(request: HttpRequest, publications: list[Publication]) -> HttpResponse:
    feed = _feed(request, gettext("%(site)s: verdicts"), reverse("public:verdicts"))
    for item in publications:
        label = label_in_words(item.label, item.payload)
        feed.add_item(
            title=_xml_text(item.headline),
            link=absolute(claim_path(item.claim_id, item.slug)),
            description=_as_html(f"{label}. {item.summary}"),
            unique_id=absolute(f"/claims/{item.claim_id}/"),
            pubdate=item.valid_from,
            updateddate=max(item.changed_at, item.valid_from),
            categories=[label],
        )
    return _answer(feed)


def _correction_feed(request: HttpRequest, listed: list[Correction]) -> HttpResponse:
    feed = _feed(request, gettext("%(site)s: corrections"), reverse("public:corrections"))
    for item in listed:
        about, kind = item.publication, gettext(item.get_kind_display())
        feed.add_item(
            title=_xml_text(gettext("%(kind)s: %(headline)s") % {"kind": kind, "headline": about.headline}),
            link=f"{absolute(claim_path(about.claim_id, about.slug))}#correction-{item.pk}",
            description=_as_html(gettext("Was: %(was)s Now: %(now)s") % {"was": item.was, "now": item.now}),
            unique_id=absolute(f"/corrections/#correction-{item.pk}"),
            pubdate=item.made_at,
            updateddate=item.made_at,
            categories=[kind],
        )
    return _answer(feed)


def _feed(request: HttpRequest, title: str, path: str) -> Atom1Feed:
    address = absolute(request.get_full_path())
    return Atom1Feed(
        title=title % {"site": settings.SITE_NAME},
        link=absolute(path),
        description="",
        language=get_language() or settings.LANGUAGE_CODE,
        author_name=settings.SITE_NAME,
        feed_url=address,
        feed_guid=address,
    )


def _answer(feed: Atom1Feed) -> HttpResponse:
    if not feed.items:
        # Without entries the library would date the feed “now”, and its text would differ each time.
        feed.latest_post_date = lambda: datetime(1970, 1, 1, tzinfo=UTC)  # type: ignore[method-assign]
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _as_html(text: str) -> str:
    """The library declares a summary to be HTML: what is written there must be no markup, whatever a text holds."""
    return escape(_xml_text(text))


def _xml_text(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)
