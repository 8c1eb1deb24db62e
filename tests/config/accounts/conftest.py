"""A person with a second factor."""

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

from tests.claims.factories import make_user
from tests.config.accounts.signing_in import set_up_second_factor, sign_in


@pytest.fixture
def person() -> User:
    return make_user("reviewer", email="person@newsroom.example")


@pytest.fixture
def factor(client: Client, person: User) -> tuple[str, list[str]]:
    """Set up, and signed out again."""
    sign_in(client, person)
    made = set_up_second_factor(client)
    client.post("/accounts/logout/")
    # The code that set it up is not taken twice; who signs in again half a minute later has another one.
    cache.clear()
    return made
