"""Names of sources while somebody types; and the source that an address belongs to."""

from django.db.models import Q
from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from claims.models import Source
from reviews.desk.access import StaffRequest, reviewers_only
from reviews.desk.address_facts import owner_of

MOST_NAMES = 20


@reviewers_only
@require_safe
def suggest(request: StaffRequest) -> HttpResponse:
    """`?q=` gives up to twenty names that contain it; `?address=` the name of the source that owns the host."""
    if address := _asked(request, "address")[:2_000]:
        owner = owner_of(address)
        return JsonResponse({"names": [owner.name] if owner else []})
    query = _asked(request, "q")[:200]
    found = Source.objects.current().filter(Q(name__icontains=query) | Q(aliases__contains=[query]))
    return JsonResponse({"names": list(found.values_list("name", flat=True)[:MOST_NAMES])})


def _asked(request: StaffRequest, name: str) -> str:
    """Without NUL, which no name holds and the database does not take."""
    return request.GET.get(name, "").replace("\0", "").strip()
