"""The public record of corrections, newest first; the page's selector."""

from django.db.models import Max, QuerySet
from django.http import HttpResponse
from rest_framework.request import Request

from reviews.api import content
from reviews.api.asking import Asked, read_query
from reviews.api.base import Json, ReadView, confirmed, next_page, page_by_id
from reviews.api.described import described, paging_parameters
from reviews.api.places import verdict_address
from reviews.api.shapes.corrections import CorrectionPage
from reviews.models import Correction
from reviews.public.addresses import absolute, claim_path
from reviews.public.selectors import public_corrections


class CorrectionList(ReadView):
    @described(
        "listCorrections",
        "Every correction, update and retraction, newest first. Rows are never removed; a text may be withheld.",
        CorrectionPage,
        parameters=paging_parameters(),
    )
    def get(self, request: Request) -> HttpResponse:
        """304 costs one query, the list two."""
        asked = read_query(request.query_params, ())
        listed = public_corrections() if asked.sample else public_corrections().filter(publication__is_sample=False)
        newest = listed.order_by().aggregate(id=Max("id"), changed_at=Max("publication__changed_at"))
        return confirmed(
            request,
            CorrectionPage,
            lambda: _page(request, listed, asked),
            revision=(newest["id"], newest["changed_at"]),
        )


def _page(request: Request, listed: QuerySet[Correction], asked: Asked) -> Json:
    rows, after = page_by_id(listed, asked, newest_first=True)
    return {"next": next_page(request, after), "results": [_entry(item) for item in rows]}


def _entry(item: Correction) -> Json:
    about = item.publication
    return content.correction(item) | {
        "verdict": {
            "claim_id": about.claim_id,
            "headline": about.headline,
            "url": absolute(claim_path(about.claim_id, about.slug)),
            "api_url": verdict_address(about.claim_id),
            "is_sample": about.is_sample,
        }
    }
