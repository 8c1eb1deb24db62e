"""Django's PostgreSQL backend on the embedded server, which it starts at the first connection and not before."""

from typing import Any

from django.db.backends.postgresql import base

from config.embedded import server
from config.embedded.paths import data_folder


class DatabaseWrapper(base.DatabaseWrapper):
    """`ENGINE = "config.embedded"`: NAME and USER count, the host is the server's socket."""

    def get_connection_params(self) -> dict[str, Any]:
        return super().get_connection_params() | {"host": str(server.ensure_running())}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        try:
            return super().get_new_connection(conn_params)
        except self.Database.OperationalError:
            # Killed since we joined, perhaps. If it is up, joining again changes nothing and the error stands.
            server.join(data_folder())
            return super().get_new_connection(conn_params)
