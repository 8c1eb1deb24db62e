from rest_framework import serializers

from reviews.api.shapes.parts import Shape
from reviews.enums import CorrectionKind


class CorrectionPart(Shape):
    id = serializers.IntegerField()
    kind = serializers.ChoiceField(choices=CorrectionKind.choices)
    is_error = serializers.BooleanField(help_text="Whether we were wrong; updates and clarifications are no errors.")
    was = serializers.CharField()
    now = serializers.CharField()
    cause = serializers.CharField(allow_blank=True)
    noticed_by = serializers.CharField(allow_blank=True)
    reported_on = serializers.DateField(allow_null=True)
    fixed_on = serializers.DateField(allow_null=True, help_text="Null in older records.")
    made_at = serializers.DateTimeField()


class CorrectedVerdict(Shape):
    claim_id = serializers.IntegerField()
    headline = serializers.CharField()
    url = serializers.CharField()
    api_url = serializers.CharField()
    is_sample = serializers.BooleanField()


class Correction(CorrectionPart):
    verdict = CorrectedVerdict()


class CorrectionPage(Shape):
    next = serializers.CharField(allow_null=True)
    results = Correction(many=True)
