"""Names of sources while somebody types; and the source that an address belongs to."""

from django.db.models import Q
from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_GET

from claims.models import Source
from claims.selectors import source_of_address
from reviews.desk.access import StaffRequest, reviewers_only

MOST_NAMES = 20


@reviewers_only
@require_GET
def suggest(request: StaffRequest) -> HttpResponse:
    """`?q=` gives up to twenty names that contain it; `?address=` the name of the source that owns the host."""
    if address := request.GET.get("address", "")[:2_000]:
        owner = _owner(address)
        return JsonResponse({"names": [owner.name] if owner else []})
    query = request.GET.get("q", "").strip()[:200]
    found = Source.objects.current().filter(Q(name__icontains=query) | Q(aliases__contains=[query]))
    return JsonResponse({"names": list(found.values_list("name", flat=True)[:MOST_NAMES])})


def _owner(address: str) -> Source | None:
    try:
        return source_of_address(address)
    except ValueError:  # urlsplit refuses what is no address at all, such as “http://[”.
        return None
