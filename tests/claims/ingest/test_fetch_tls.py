"""The connection goes to the checked address, and the certificate must still be that of the name."""

import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from claims.errors import FetchRefused
from claims.ingest.fetch import fetch_page
from tests.claims.ingest.servers import PAGE, Server

NAME = "gazette.example"


def certificate(folder: Path) -> Path:
    """A self-signed certificate for NAME, with its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "certificate.pem"
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    return path


@pytest.fixture
def secure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Server, Path]]:
    """A server with the certificate of NAME; every name leads to it."""
    path = certificate(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    server = Server()
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()

    def answer(host: str, port: int, *more: Any, **options: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    yield server, path
    server.shutdown()
    thread.join()
    server.server_close()


def get(server: Server, name: str) -> bytes:
    host = f"{name}:{server.server_port}"
    return fetch_page(f"https://{host}/page", allowed_hosts=[host]).body


def test_a_certificate_of_the_name_is_accepted_though_the_connection_goes_to_a_number(
    secure: tuple[Server, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    server, path = secure
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    assert get(server, NAME) == PAGE
    assert server.seen == [("/page", f"{NAME}:{server.server_port}")]


def test_a_certificate_of_another_name_is_refused(secure: tuple[Server, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    server, path = secure
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    with pytest.raises(FetchRefused, match=r"(?i)hostname|match"):
        get(server, "other.example")
    assert server.seen == []


def test_a_certificate_that_nobody_vouches_for_is_refused(secure: tuple[Server, Path]) -> None:
    server, _ = secure
    with pytest.raises(FetchRefused, match=r"(?i)certificate"):
        get(server, NAME)
    assert server.seen == []
