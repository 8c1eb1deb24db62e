"""Of articles the public's role sees those in which something published was said, and the text where it may be shown.

What it sees of other tables is granted after each migrate (reviews.public_role). Everybody else sees what they saw.
"""

from django.db import migrations

ENABLE = """
ALTER TABLE claims_article ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims_articletext ENABLE ROW LEVEL SECURITY;
CREATE POLICY public_sees_published_articles ON claims_article
    USING (current_user <> 'claimdesk_public' OR EXISTS (
        SELECT FROM reviews_publishedsighting s WHERE s.article_id = claims_article.id))
    WITH CHECK (true);
CREATE POLICY public_sees_texts_that_may_be_shown ON claims_articletext
    USING (current_user <> 'claimdesk_public' OR EXISTS (
        SELECT FROM claims_article a JOIN claims_source s ON s.id = a.source_id
         WHERE a.id = claims_articletext.article_id AND s.full_text_allowed))
    WITH CHECK (true);
"""

DISABLE = """
DROP POLICY public_sees_published_articles ON claims_article;
DROP POLICY public_sees_texts_that_may_be_shown ON claims_articletext;
ALTER TABLE claims_article DISABLE ROW LEVEL SECURITY;
ALTER TABLE claims_articletext DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("claims", "0006_requests_say_when_answered"),
        ("reviews", "0020_full_stories"),
    ]

    operations = [migrations.RunSQL(ENABLE, DISABLE)]
