"""Sources, articles and the rating scale."""

from rest_framework import serializers

from claims.enums import Control, SourceKind, Treatment
from reviews.api.shapes.parts import Label, LinkedArticle, Quotation, Shape, SourceName
from reviews.enums import FindingValue


class Controlled(Shape):
    code = serializers.ChoiceField(choices=Control.choices)
    reference = serializers.CharField(allow_blank=True, help_text="Where that is documented.")
    checked_on = serializers.DateField(allow_null=True)


class VerdictLists(Shape):
    """Addresses of lists of verdicts, by why the source appears on them."""

    asserted = serializers.CharField()
    reported = serializers.CharField()
    disputed = serializers.CharField()
    evidence = serializers.CharField()


class Source(SourceName):
    url = serializers.CharField()
    api_url = serializers.CharField()
    kind = serializers.ChoiceField(choices=SourceKind.choices)
    control = Controlled()
    owner = SourceName(allow_null=True)
    country = serializers.CharField(allow_blank=True)
    domains = serializers.ListField(child=serializers.CharField())
    wikidata_id = serializers.CharField(allow_blank=True)
    interests = serializers.CharField(allow_blank=True)
    verdicts = VerdictLists()


class SourcePage(Shape):
    next = serializers.CharField(allow_null=True)
    results = Source(many=True)


class ArticleInList(LinkedArticle):
    url = serializers.CharField()
    api_url = serializers.CharField()
    language = serializers.CharField(allow_blank=True)
    is_sample = serializers.BooleanField()


class ArticlePage(Shape):
    next = serializers.CharField(allow_null=True)
    results = ArticleInList(many=True)


class CheckedPassage(Shape):
    quote = Quotation()
    treatment = serializers.ChoiceField(choices=Treatment.choices)
    finding = serializers.ChoiceField(choices=FindingValue.choices)
    claim_id = serializers.IntegerField(help_text="Of the verdict.")
    headline = serializers.CharField()
    url = serializers.CharField()
    api_url = serializers.CharField()
    label = Label(allow_null=True, help_text="Null where the verdict does not cover the date of this article.")  # type: ignore[assignment]  # what the API calls it
    summary = serializers.CharField()


class Article(ArticleInList):
    byline = serializers.CharField(allow_blank=True)
    credits = serializers.ListField(
        child=serializers.CharField(), help_text="The publisher's line about the whole article; never evidence."
    )
    passages = CheckedPassage(many=True)


class ScaleStep(Shape):
    code = serializers.CharField(help_text="What `rating=` takes.")
    label = serializers.CharField()  # type: ignore[assignment]  # what the API calls it
    number = serializers.IntegerField(allow_null=True)
    tone = serializers.CharField()
    definition = serializers.CharField()
    criteria = serializers.CharField(allow_blank=True)
    tolerance = serializers.CharField(allow_blank=True)


class Scale(Shape):
    name = serializers.CharField()
    revision = serializers.IntegerField()
    introduced_on = serializers.DateField()
    note = serializers.CharField(allow_blank=True)
    ratings = ScaleStep(many=True)
