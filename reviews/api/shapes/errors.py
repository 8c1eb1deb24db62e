from rest_framework import serializers

from reviews.api.errors import CODES
from reviews.api.shapes.parts import Shape


class Problem(Shape):
    status = serializers.IntegerField()
    code = serializers.ChoiceField(choices=[(code, code) for code in CODES.values()])
    message = serializers.CharField()
    fields = serializers.DictField(  # type: ignore[assignment]  # the name is what the API says
        child=serializers.ListField(child=serializers.CharField()), help_text="What is wrong with which parameter."
    )
    help = serializers.CharField()


class Error(Shape):
    error = Problem()
