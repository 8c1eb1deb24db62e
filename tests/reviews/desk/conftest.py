"""Who works at the desk, and what is in their hands."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from reviews.models import Review
from tests.claims.factories import make_user
from tests.reviews.factories import make_taken_review


@pytest.fixture
def reviewer(client: Client) -> User:
    """Signed in."""
    user = make_user("reviewer")
    client.force_login(user)
    return user


@pytest.fixture
def review(reviewer: User) -> Review:
    """Theirs now."""
    return make_taken_review(reviewer)
