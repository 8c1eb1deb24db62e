from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("claims", "0007_readers_language")]

    operations = [
        migrations.AlterModelOptions(
            name="source",
            options={
                "ordering": ["name"],
                "permissions": [("set_source_policy", "Can set what may be shown of a source")],
            },
        ),
    ]
