from collections.abc import Iterator

import pytest

from tests.claims.ingest.servers import Server, serve


@pytest.fixture
def server() -> Iterator[Server]:
    """A web server on this machine."""
    yield from serve()
