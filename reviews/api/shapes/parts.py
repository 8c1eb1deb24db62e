"""The smaller shapes: who, where, with which rating. Fields that older publications lack are optional."""

from typing import Any

from rest_framework import serializers

from claims.enums import Basis, Control, SourceKind, SpeakerKind, Treatment
from reviews.enums import ContactWay, DisputeOutcome, EvidenceKind, FindingValue, Question, Stance
from reviews.labels import Tone

Shape = serializers.Serializer[dict[str, Any]]

PARTIAL_DATE = "YYYY, YYYY-MM or YYYY-MM-DD, as exact as it is known; empty if it is not."


class SourceName(Shape):
    id = serializers.IntegerField()
    name = serializers.CharField()


class ArticleName(Shape):
    id = serializers.IntegerField()
    title = serializers.CharField(allow_blank=True)
    source = SourceName(allow_null=True)  # type: ignore[assignment]  # what the API calls it
    published_on = serializers.CharField(allow_blank=True, help_text=PARTIAL_DATE)


class LinkedArticle(ArticleName):
    link = serializers.CharField(allow_blank=True, help_text="The original, where its source lets us link to it.")


class Speaker(Shape):
    name = serializers.CharField()
    kind = serializers.ChoiceField(choices=SpeakerKind.choices)
    wikidata_id = serializers.CharField(allow_blank=True)
    party = serializers.CharField(allow_blank=True, required=False, help_text="Of a public figure, at that time.")


class Label(Shape):
    text = serializers.CharField(help_text="What readers see, made of both questions.")
    tone = serializers.ChoiceField(choices=[(tone.value, tone.value) for tone in Tone])
    rating_value = serializers.IntegerField(allow_null=True, help_text="Null off the scale.")
    assessed = serializers.BooleanField(help_text="Whether it judges the substance.")


class Rating(Shape):
    code = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]  # what the API calls it
    number = serializers.IntegerField(allow_null=True)
    definition = serializers.CharField()
    scale_revision = serializers.IntegerField()
    best = serializers.IntegerField()
    worst = serializers.IntegerField()


class Quotation(Shape):
    before = serializers.CharField(allow_blank=True)
    quote = serializers.CharField(allow_blank=True, help_text="As many words as the source lets us quote.")
    after = serializers.CharField(allow_blank=True)


class Answer(Shape):
    question = serializers.CharField()
    answer = serializers.CharField()


class Period(Shape):
    begins = serializers.CharField(allow_blank=True, help_text=PARTIAL_DATE)
    ends = serializers.CharField(allow_blank=True, help_text=PARTIAL_DATE)


class Sighting(Shape):
    claim_id = serializers.IntegerField()
    article = LinkedArticle()
    quote = serializers.CharField(allow_blank=True)
    speaker = serializers.CharField(allow_blank=True)
    stated_on = serializers.CharField(allow_blank=True, help_text=PARTIAL_DATE)
    treatment = serializers.ChoiceField(choices=Treatment.choices)
    finding = serializers.ChoiceField(
        choices=FindingValue.choices, allow_null=True, help_text="Whether it was said. Null while no rating is shown."
    )
    finding_note = serializers.CharField(allow_blank=True)
    covered = serializers.BooleanField(help_text="False: not checked for this date, so the rating is not of it.")


class EvidenceSource(SourceName):
    kind = serializers.ChoiceField(choices=SourceKind.choices)
    control = serializers.ChoiceField(choices=Control.choices)
    owner = serializers.CharField(allow_blank=True)


class OwnFigure(Shape):
    value = serializers.CharField(
        help_text="Decimal text, a plain number also where the unit is percent: 0.041 is 4.1 %."
    )
    upper = serializers.CharField(allow_blank=True, help_text="Where it is a range: its other end.")
    unit = serializers.CharField(allow_blank=True, help_text="percent, or empty for a number of what the claim counts.")
    basis = serializers.ChoiceField(choices=Basis.choices, allow_blank=True)
    as_of = serializers.CharField(allow_blank=True, help_text=PARTIAL_DATE)


class Origin(Shape):
    kind = serializers.ChoiceField(choices=[("article", "Article"), ("source", "Source")])
    name = serializers.CharField()


class Protected(Shape):
    description = serializers.CharField(allow_blank=True)
    because = serializers.CharField()


class EvidenceItem(Shape):
    position = serializers.IntegerField()
    source = EvidenceSource()  # type: ignore[assignment]  # what the API calls it
    kind = serializers.ChoiceField(choices=EvidenceKind.choices)
    link = serializers.CharField(allow_blank=True)
    title = serializers.CharField(allow_blank=True)
    published_on = serializers.CharField(allow_blank=True, help_text=PARTIAL_DATE)
    language = serializers.CharField(allow_blank=True)
    excerpt = serializers.CharField(allow_blank=True)
    excerpt_translation = serializers.CharField(allow_blank=True)
    stance = serializers.ChoiceField(choices=Stance.choices)
    question = serializers.ChoiceField(choices=Question.choices)
    primary = serializers.BooleanField()
    figure = OwnFigure(allow_null=True)
    rests_on = Origin(many=True)
    protected = Protected(allow_null=True, help_text="Why the source's identity is protected.")
    withheld_because = serializers.CharField(allow_blank=True, help_text="Why this evidence is not shown.")
    not_counted_because = serializers.CharField(
        allow_blank=True, help_text="Why its origin does not count towards independence; empty when it does."
    )


class Contact(Shape):
    """Somebody who was asked for their side."""

    whom = serializers.CharField()
    how = serializers.ChoiceField(choices=ContactWay.choices)
    on = serializers.CharField()
    deadline = serializers.CharField(allow_blank=True)
    answered_on = serializers.CharField(allow_blank=True)
    answer = serializers.CharField(allow_blank=True)
    still_open = serializers.BooleanField(help_text="They could answer still when this was approved.")


class DisputeDecided(Shape):
    decided_at = serializers.DateTimeField()
    outcome = serializers.ChoiceField(choices=DisputeOutcome.choices)
    answer = serializers.CharField(allow_null=True, help_text="Null where it is not published.")


class OriginGroup(Shape):
    name = serializers.CharField()
    positions = serializers.ListField(child=serializers.IntegerField())
    why_not = serializers.CharField(allow_blank=True)


class Independence(Shape):
    citations = serializers.IntegerField()
    origins = serializers.IntegerField()
    exception = serializers.CharField(allow_blank=True, help_text="Why fewer than two are enough here.")
    groups = OriginGroup(many=True)
