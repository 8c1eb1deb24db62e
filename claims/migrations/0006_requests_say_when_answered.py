from django.db import migrations, models


class Migration(migrations.Migration):
    """Apart from 0005, which fills the column."""

    dependencies = [("claims", "0005_readers_requests")]

    operations = [
        migrations.AddConstraint(
            model_name="request",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answered_at__isnull", False), ("state__in", ["declined", "answered"])),
                    models.Q(("answered_at", None), ("state__in", ["received", "accepted"])),
                    _connector="OR",
                ),
                name="request_answered_says_when",
            ),
        ),
    ]
