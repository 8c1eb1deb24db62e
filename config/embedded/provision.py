"""What a fresh cluster gets: three roles, their rights, and Claimdesk's database.

The roles and rights are those of `config/deploy/database.sql`, which production uses too.
"""

from hashlib import sha256
from pathlib import Path
from typing import Final

import psycopg
from psycopg import sql

from config.embedded.paths import DataFolder, open_private

RIGHTS: Final = Path(__file__).resolve().parent.parent / "deploy" / "database.sql"
DATABASE: Final = "claimdesk"
OWNER: Final = "claimdesk_owner"
ROLE: Final = "claimdesk"
ROLES: Final = {OWNER: "LOGIN CREATEDB", ROLE: "LOGIN", "claimdesk_public": "NOLOGIN"}


def provision(data: DataFolder) -> None:
    """Makes roles and database where they are missing. Safe to repeat after being cut off in the middle.

    Repeated when a newer version has other roles or rights: the marker tells which ones this cluster has.
    """
    marker = data.provisioned
    rights = sha256(RIGHTS.read_bytes() + repr(ROLES).encode()).hexdigest()
    made_for = f"{(data.postgres / 'PG_VERSION').stat().st_ino} {rights}"
    if marker.exists() and marker.read_text(encoding="ascii") == made_for:
        return
    with _connect(data, "postgres") as connection:
        for role, attributes in ROLES.items():
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone():
                connection.execute(sql.SQL("CREATE ROLE {} " + attributes).format(sql.Identifier(role)))
        create_database(connection, DATABASE)
    # Rights are a database's own: template1 passes them on to the databases that tests make.
    for name in ("template1", DATABASE):
        with _connect(data, name) as connection:
            connection.execute(RIGHTS.read_bytes())
    with open_private(marker) as file:
        file.write(made_for.encode("ascii"))


def create_database(connection: psycopg.Connection, name: str) -> None:
    """A database whose lower('É') is 'é' on every machine, owned by the role that migrates."""
    if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
        return
    connection.execute(
        sql.SQL(
            "CREATE DATABASE {} OWNER {} TEMPLATE template0 ENCODING 'UTF8' "
            "LOCALE 'C' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'"
        ).format(sql.Identifier(name), sql.Identifier(OWNER))
    )


def _connect(data: DataFolder, database: str) -> psycopg.Connection:
    return psycopg.connect(host=str(data.socket), user="postgres", dbname=database, autocommit=True)
