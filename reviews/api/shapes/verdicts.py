"""A verdict: short in lists, whole at its own address."""

from rest_framework import serializers

from claims.enums import ClaimKind
from reviews.api.shapes.corrections import CorrectionPart
from reviews.api.shapes.parts import (
    PARTIAL_DATE,
    Answer,
    ArticleName,
    Contact,
    DisputeDecided,
    EvidenceItem,
    Independence,
    Label,
    LinkedArticle,
    Period,
    Quotation,
    Rating,
    Shape,
    Sighting,
    Speaker,
)

STATES = [
    ("in_force", "In force"),
    ("under_re_examination", "Under re-examination"),
    ("retracted", "Retracted"),
    ("merged", "Merged into another claim"),
]


class VerdictInList(Shape):
    claim_id = serializers.IntegerField()
    url = serializers.CharField(help_text="The page for readers.")
    api_url = serializers.CharField(help_text="The whole verdict in this API.")
    headline = serializers.CharField()
    wording = serializers.CharField(help_text="The claim, standing alone.")
    language = serializers.CharField()
    kind = serializers.ChoiceField(choices=ClaimKind.choices)
    speaker = Speaker(allow_null=True, help_text="Null in the article's own voice: its publisher says so then.")
    stated_on = serializers.CharField(allow_blank=True, help_text=PARTIAL_DATE)
    article = ArticleName()
    label = Label(allow_null=True)  # type: ignore[assignment]  # what the API calls it
    rating_code = serializers.CharField(allow_null=True)
    summary = serializers.CharField(allow_null=True)
    published_at = serializers.DateTimeField()
    changed_at = serializers.DateTimeField()
    is_sample = serializers.BooleanField(help_text="Shows how the program works; nobody said it. Do not publish it.")


class VerdictPage(Shape):
    count = serializers.IntegerField(help_text="Of all pages together.")
    next = serializers.CharField(allow_null=True, help_text="The address of the next page; null on the last.")
    results = VerdictInList(many=True)


class State(Shape):
    name = serializers.ChoiceField(choices=STATES)
    since = serializers.DateTimeField(allow_null=True, help_text="Of a re-examination, a retraction or a merge.")
    merged_into = serializers.IntegerField(
        allow_null=True, help_text="The number of the claim whose verdict stands for this statement now."
    )
    as_of = serializers.DateField(allow_null=True, help_text="The day asked for with `on`; null for now.")


class Verdict(VerdictInList):
    """Whatever would say or suggest a rating is null while the verdict is re-examined, retracted or merged."""

    article = LinkedArticle()
    state = State()
    via = serializers.CharField(allow_blank=True, help_text="Who relayed it.")
    figures = serializers.ListField(child=serializers.CharField())
    topics = serializers.ListField(child=serializers.CharField())
    passage = Quotation()
    sightings = Sighting(many=True)
    period = Period()
    rating = Rating(allow_null=True)
    questions = Answer(many=True, allow_null=True)
    explanation_html = serializers.CharField(allow_null=True)
    explanation_markdown = serializers.CharField(allow_null=True)
    evidence = EvidenceItem(many=True, allow_null=True)
    independence = Independence(allow_null=True)
    contacts = Contact(many=True, allow_null=True, help_text="Who was asked before we published.")
    contact_exception = serializers.CharField(allow_null=True, allow_blank=True, help_text="Why not everybody was.")
    why_checked = serializers.ListField(child=serializers.CharField())
    corrections = CorrectionPart(many=True)
    disputes = DisputeDecided(many=True, help_text="Challenges to this page that were decided.")
    editions = serializers.ListField(child=serializers.DateTimeField(), help_text="When each edition came out.")
    full_story = serializers.CharField(
        allow_blank=True,
        help_text="A page of ours elsewhere that has the full story and its ClaimReview; empty for none.",
    )
    claim_review = serializers.DictField(allow_null=True, help_text="schema.org's ClaimReview, where there is one.")
