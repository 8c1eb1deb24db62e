"""The sources of `claims.seeds.sources`. A newsroom that has one of them already keeps its own row."""

from typing import Any

from django.db import migrations

from claims.seeds.sources import SEEDS, Seed


def seed(apps: Any, schema_editor: Any) -> None:
    sources = apps.get_model("claims", "Source").objects.using(schema_editor.connection.alias)
    made: dict[str, Any] = {}
    for entry in SEEDS:
        owner = made[entry.owner] if entry.owner else None
        made[entry.name], _ = sources.get_or_create(name=entry.name, defaults=_values(entry, owner))


def _values(entry: Seed, owner: Any) -> dict[str, Any]:
    return {
        "kind": entry.kind.value,
        "owner": owner,
        "control": entry.control.value,
        "control_reference": entry.reference,
        "control_checked_on": entry.checked,
        "country": entry.country,
        "domains": list(entry.domains),
        "aliases": list(entry.aliases),
        "wikidata_id": entry.wikidata,
        "interests": entry.interests,
    }


class Migration(migrations.Migration):
    dependencies = [("claims", "0001_claim_registry")]

    operations = [
        # Sources are never removed: going back leaves them.
        migrations.RunPython(seed, migrations.RunPython.noop),
    ]
