import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.claims.factories import make_user


@pytest.fixture
def editor(client: Client) -> User:
    """Signed in."""
    user = make_user("editor")
    client.force_login(user)
    return user
