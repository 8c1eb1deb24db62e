from django.db import migrations


class Migration(migrations.Migration):
    """A publication's author is its verdict's author: a foreign key over both columns, which Django can't declare."""

    dependencies = [("reviews", "0001_review_workflow")]

    operations = [
        migrations.RunSQL(
            """
            ALTER TABLE reviews_publication
                ADD CONSTRAINT publication_author_wrote_the_verdict
                FOREIGN KEY (verdict_id, author_id) REFERENCES reviews_verdict (id, author_id);
            """,
            "ALTER TABLE reviews_publication DROP CONSTRAINT publication_author_wrote_the_verdict;",
        )
    ]
