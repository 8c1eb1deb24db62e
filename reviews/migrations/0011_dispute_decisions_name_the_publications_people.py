from django.db import migrations


class Migration(migrations.Migration):
    """Whom a decision names as author and approver are the publication's, and the publication is the dispute's.

    Foreign keys over several columns, which Django can't declare.
    """

    dependencies = [("reviews", "0010_disputes")]

    operations = [
        migrations.RunSQL(
            """
            ALTER TABLE reviews_disputedecision
                ADD CONSTRAINT dispute_decision_names_author_and_approver
                FOREIGN KEY (publication_id, author_id, approver_id)
                REFERENCES reviews_publication (id, author_id, approver_id),
                ADD CONSTRAINT dispute_decision_is_about_its_publication
                FOREIGN KEY (dispute_id, publication_id) REFERENCES reviews_dispute (id, publication_id);
            """,
            """
            ALTER TABLE reviews_disputedecision
                DROP CONSTRAINT dispute_decision_names_author_and_approver,
                DROP CONSTRAINT dispute_decision_is_about_its_publication;
            """,
        )
    ]
