"""Where the API counts requests: a row for each client that was seen within the hour.

No model: one statement in reviews.api.throttling counts, another forgets. Unlogged, as a crash may well forget them.
"""

from django.db import migrations

CREATE = """
CREATE UNLOGGED TABLE reviews_api_window (
    client varchar(64) NOT NULL PRIMARY KEY,
    began_at timestamp with time zone NOT NULL,
    requests integer NOT NULL
);
CREATE INDEX reviews_api_window_began_at ON reviews_api_window (began_at);
"""


class Migration(migrations.Migration):
    dependencies = [("reviews", "0012_publication_columns_for_counting")]

    operations = [migrations.RunSQL(CREATE, "DROP TABLE reviews_api_window")]
