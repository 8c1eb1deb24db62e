import pytest
from pytest_django import Settings

from tests.reviews.api.asking import SITE


@pytest.fixture(autouse=True)
def _site(settings: Settings) -> None:
    settings.SITE_URL = SITE
