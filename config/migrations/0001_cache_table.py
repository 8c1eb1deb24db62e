"""The table of Django's database cache, so that a migrated database is complete without `createcachetable`."""

from django.db import migrations

CREATE = """
CREATE TABLE IF NOT EXISTS config_cache (
    cache_key varchar(255) NOT NULL PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX IF NOT EXISTS config_cache_expires ON config_cache (expires);
"""


class Migration(migrations.Migration):
    operations = [migrations.RunSQL(CREATE, "DROP TABLE config_cache")]
