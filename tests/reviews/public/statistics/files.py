"""The statistics' files as a program reads them."""

import csv
import io
from http import HTTPStatus

from django.test import Client

PAGE = "/statistics/"


def sheet(client: Client, name: str) -> list[dict[str, str]]:
    response = client.get(f"{PAGE}{name}.csv")
    assert response.status_code == HTTPStatus.OK
    content = b"".join(response) if response.streaming else response.content
    return list(csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True))
