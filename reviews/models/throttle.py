from django.db import models
from django.db.models.functions import Now


class ThrottleSalt(models.Model):
    """A day's salt for hashing network addresses. Thrown away the day after: then no hash can be traced any more."""

    day = models.DateField(primary_key=True)
    salt = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.day}"


class ReaderWrite(models.Model):
    """That somebody sent something through a public form: when, and their network's salted hash. Kept for a day."""

    network = models.CharField(max_length=64)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [
            models.Index(fields=["network", "at"], name="reader_write_by_network"),
            models.Index(fields=["at"], name="reader_write_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.at}"
