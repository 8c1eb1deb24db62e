from django.db import migrations, models

PARTS = r"^(rating|headline|summary|period|exception|reply|explanation|(paragraph|evidence|finding)-[0-9]+)$"


class Migration(migrations.Migration):
    dependencies = [("reviews", "0027_kept_counts")]

    operations = [
        migrations.RemoveConstraint("comment", "comment_is_on_a_part"),
        migrations.AddConstraint(
            "comment",
            models.CheckConstraint(condition=models.Q(part__regex=PARTS), name="comment_is_on_a_part"),
        ),
    ]
