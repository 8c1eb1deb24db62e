import pytest

from reviews.enums import Stage
from reviews.models import Review
from reviews.selectors import page_of_claim, published
from tests.reviews.factories import make_publication


@pytest.mark.django_db
def test_a_claim_goes_from_the_queue_to_the_public() -> None:
    publication = make_publication()
    review = Review.objects.get(pk=publication.review_id)
    assert review.stage == Stage.APPROVED
    assert list(published()) == [publication]
    assert page_of_claim(publication.claim_id) == publication
    assert publication.label == "True"
    assert [event.kind for event in review.events.order_by("sequence")] == [
        "taken_in",
        "taken",
        "draft_started",
        "submitted",
        "approved",
    ]
