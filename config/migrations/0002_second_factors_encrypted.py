"""Second factors that were stored in the clear; backwards they are again, for an older version to read."""

from typing import Any

from django.db import migrations

from config.encryption import decrypted
from config.second_factors import rewrite, under_the_first_key


def encrypt(apps: Any, schema_editor: Any) -> None:
    rewrite(apps.get_model("mfa", "Authenticator").objects.using(schema_editor.connection.alias), under_the_first_key)


def decrypt(apps: Any, schema_editor: Any) -> None:
    rewrite(apps.get_model("mfa", "Authenticator").objects.using(schema_editor.connection.alias), decrypted)


class Migration(migrations.Migration):
    dependencies = [("config", "0001_cache_table"), ("mfa", "0003_authenticator_type_uniq")]

    operations = [migrations.RunPython(encrypt, decrypt)]
