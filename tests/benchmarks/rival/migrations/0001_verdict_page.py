import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = [("wagtailcore", "0001_squashed_0016_change_page_url_path_to_text_field")]
    operations = [
        migrations.CreateModel(
            name="VerdictPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        "wagtailcore.Page",
                        django.db.models.deletion.CASCADE,
                        auto_created=True,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("label", models.CharField(max_length=100)),
                ("wording", models.CharField(max_length=1000)),
                ("quote", models.TextField(blank=True)),
                ("speaker", models.CharField(blank=True, max_length=200)),
                ("article", models.CharField(blank=True, max_length=500)),
                ("publisher", models.CharField(blank=True, max_length=200)),
                ("summary", models.CharField(max_length=600)),
                ("explanation", wagtail.fields.RichTextField()),
                ("questions", models.JSONField(default=list)),
                ("evidence", wagtail.fields.StreamField([])),
            ],
            options={"abstract": False},
            bases=("wagtailcore.page",),
        ),
    ]
